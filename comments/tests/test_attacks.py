"""Ways around the moderator that an outsider, or a member of staff without the right, would try."""

import base64
import json

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from comments import proof
from comments.enums import Action, Ground, Rule, State
from comments.models import BlockedSender, Comment, CommentSettings, SpentProof, WordRule
from comments.screening import looks_like_staff, screen
from comments.services.moderating import decide, mask_passage
from comments.tests.conftest import Visitor
from comments.tokens import Purpose, make
from tests.tree import text_of

pytestmark = pytest.mark.django_db

LONG = "Koop nu uw nieuwe dakgoot bij ons, alleen deze week met korting."


@pytest.fixture
def moderator(signed_in):
    return signed_in("moderator")


@pytest.fixture
def change(visitor):
    """Changes the comment that a visitor just wrote, with the private link."""

    def send(text: str):
        link = reverse("comments:change", args=[make(Purpose.STATUS, Comment.objects.latest("pk").pk)])
        return visitor.client.post(link, {"text": text})

    return send


def latest() -> Comment:
    return Comment.objects.latest("pk")


class TestChanging:
    """The private link to change a comment shows nothing that the form would have held."""

    @pytest.mark.parametrize("again", [LONG, "Iets heel anders en onschuldigs."])
    def test_what_was_held_is_not_shown_by_changing_it(
        self, visitor, article, tree, set_rule, change, cheap_proof, again
    ):
        set_rule(tree.news_index, Rule.OPEN)
        visitor.send(tree.news("Ander bericht"), solved=True, text=LONG)
        visitor.send(article, solved=True, text=LONG)
        assert latest().grounds == [Ground.REPEATED]

        change(again)

        assert (latest().text, latest().state) == (again, State.HELD)

    def test_repeated_text_is_held_when_it_comes_by_a_change(
        self, visitor, article, tree, set_rule, change, cheap_proof
    ):
        set_rule(tree.news_index, Rule.OPEN)
        visitor.send(tree.news("Ander bericht"), solved=True, text=LONG)
        visitor.send(article, solved=True, text="Gewoon een reactie.")
        assert latest().state == State.APPROVED

        change(LONG)

        assert (latest().state, latest().grounds) == (State.HELD, [Ground.REPEATED, Ground.EDITED])

    def test_what_a_moderator_put_back_waits_for_a_moderator(
        self, visitor, article, set_rule, change, moderator, cheap_proof
    ):
        set_rule(article, Rule.OPEN)
        visitor.send(article, solved=True)
        decide(comment=latest(), action=Action.RESTORE, by=moderator.user)

        change("Nu dan?")

        assert (latest().text, latest().state) == ("Nu dan?", State.HELD)

    def test_masked_passage_does_not_come_back(
        self, visitor, article, set_rule, change, moderator, cheap_proof
    ):
        set_rule(article, Rule.OPEN)
        visitor.send(article, solved=True, text="Bel Piet op 06-1234.")
        mask_passage(comment=latest(), passage="06-1234", by=moderator.user)

        change("Bel Piet op 06-1234.")

        assert "06-1234" not in latest().text

    def test_T11_who_keeps_changing_must_wait_and_same_text_changes_nothing(self, visitor, article, change):
        visitor.send(article, text="Begin")
        assert [change("Begin").status_code, latest().version] == [302, 1]

        answers = [change(f"Nieuwe tekst {number}") for number in range(12)]

        assert [answer.status_code for answer in answers] == [302] * 10 + [429] * 2
        assert "Nieuwe tekst 11" in answers[-1].content.decode()
        assert answers[-1].headers["Retry-After"]
        assert (latest().text, latest().version) == ("Nieuwe tekst 9", 11)

    @pytest.mark.parametrize("rule", [Rule.READ_ONLY, Rule.CLOSED, Rule.HIDDEN])
    @pytest.mark.parametrize("state", [State.HELD, State.APPROVED])
    def test_where_nobody_writes_any_more_nothing_is_changed(
        self, visitor, article, set_rule, change, rule, state
    ):
        private = visitor.send(article)["Location"]
        Comment.objects.update(state=state)
        set_rule(article, rule)

        response = change("Toch nog iets")

        assert response["Location"] == private
        assert (latest().text, latest().state) == ("Wat een mooi feest.", state)
        assert "Wijzig" not in text_of(BeautifulSoup(visitor.client.get(private).content, "html.parser").main)

    @pytest.mark.parametrize("rule", [Rule.READ_ONLY, Rule.CLOSED, Rule.HIDDEN])
    def test_rule_that_takes_nothing_shows_nothing_new(self, rule):
        verdict = screen(rule=rule, name="Anna", email="", text="Hallo", proven=True, is_known=True)

        assert verdict.state == State.HELD


class TestConfirming:
    """Confirming an address shows a comment only as far as the rules of that moment do."""

    @pytest.fixture
    def confirm(self, visitor, article, set_rule, make_comment, cheap_proof):
        """Confirms the address of a comment by a known writer, which waits for that alone."""
        set_rule(article, Rule.AFTER_FIRST)
        make_comment(article, "Eerder", email="anna@example.org", confirmed_at=timezone.now())
        visitor.send(
            article, solved=True, text="Opnieuw casino", email="anna@example.org", wants_decision="on"
        )
        assert (latest().state, latest().grounds) == (State.HELD, [Ground.FIRST])
        link = reverse("comments:confirm", args=[make(Purpose.CONFIRM, latest().pk)])
        return lambda: visitor.client.post(link)

    def test_known_writer_appears_as_long_as_nothing_changed(self, confirm):
        confirm()

        assert latest().state == State.APPROVED

    @pytest.mark.parametrize("rule", [Rule.HELD, Rule.READ_ONLY, Rule.CLOSED, Rule.HIDDEN])
    def test_rule_of_now_counts(self, confirm, article, set_rule, rule):
        set_rule(article, rule)

        confirm()

        assert latest().state == State.HELD

    def test_word_list_of_now_counts(self, confirm):
        WordRule.objects.create(phrase="casino", action="hold")

        confirm()

        assert latest().state == State.HELD

    def test_what_a_moderator_put_back_waits_for_a_moderator(self, confirm, moderator):
        for action in (Action.SPAM, Action.RESTORE):
            decide(comment=latest(), action=action, by=moderator.user)

        confirm()

        assert latest().state == State.HELD

    def test_T17_old_link_confirms_nothing_and_says_so(self, confirm, freezer):
        freezer.tick(24 * 3600 + 1)

        response = confirm()

        assert latest().confirmed_at is None
        assert "Deze link werkte een dag" in text_of(BeautifulSoup(response.content, "html.parser").main)


class TestDisguise:
    """What a reader takes for a word, a link or a domain is one for the lists too."""

    @pytest.mark.parametrize(
        ("words", "state", "ground"),
        [
            ({"text": "ca\u00adsi\u200dno"}, State.REFUSED, Ground.WORD),
            ({"text": "\u0441\u0430sin\u043e"}, State.REFUSED, Ground.WORD),
            ({"text": "\uff43\uff41sino"}, State.REFUSED, Ground.WORD),
            ({"name": "Casino Piet"}, State.REFUSED, Ground.WORD),
            ({"name": "www.spam.example"}, State.SPAM, Ground.BLOCKED),
            ({"text": "Kijk op spam.example"}, State.SPAM, Ground.BLOCKED),
            ({"text": "\uff53\uff50\uff41\uff4d.example"}, State.SPAM, Ground.BLOCKED),
            ({"text": "http://spam\u3002example/x"}, State.SPAM, Ground.BLOCKED),
            ({"text": "sp\u00adam.example"}, State.SPAM, Ground.BLOCKED),
            ({"text": "http://piet@spam.example"}, State.SPAM, Ground.BLOCKED),
            ({"text": "cas\ufe0fi\u034fno"}, State.REFUSED, Ground.WORD),
            ({"text": "ca\u3164si\U000e0100no"}, State.REFUSED, Ground.WORD),
            ({"text": "\u1d04\u1d00s\u026a\u0274\u1d0f"}, State.REFUSED, Ground.WORD),
            (
                {"text": "\U0001f172\U0001f170\U0001f182\U0001f178\U0001f17d\U0001f17e"},
                State.REFUSED,
                Ground.WORD,
            ),
            ({"text": "sp\ufe0fam.example"}, State.SPAM, Ground.BLOCKED),
            ({"name": "www.a.example", "text": "www.b.example"}, State.HELD, Ground.LINKS),
            ({"text": "ftp://a.example en a.example?x=1"}, State.HELD, Ground.LINKS),
            ({"text": "a\ufe0f.example/x en a.example:8080"}, State.HELD, Ground.LINKS),
            ({"text": "Om 10:30.Daarna naar huis? Ja."}, State.APPROVED, None),
            ({"text": "Wat een mooispam.example van een plein"}, State.APPROVED, None),
        ],
    )
    def test_verdict(self, words, state, ground):
        WordRule.objects.create(phrase="casino", action="refuse")
        BlockedSender.objects.create(kind="domain", value="spam.example")
        given = {"rule": Rule.OPEN, "name": "Anna", "email": "", "text": "Hallo", "proven": True} | words

        verdict = screen(**given)

        assert (verdict.state, verdict.grounds) == (state, [ground] if ground else [])


@pytest.mark.parametrize(
    "name",
    [
        "\u029fs\u1d00 bewoners", "\ua4e1\ua4e2\ua4ee bewoners", "\u14aaS\u15e9 bewoners", "\u0142sa bewoners",
        "\U0001f17b\U0001f182\U0001f170 bewoners", "LSA bewoners\u3164", "LSA bevvoners", "LS4 bewoners",
        "L$A b\u20acwoners",
        "Team LSA bewoners", "LSA-bewoners (kantoor)", "Redactie", "De Redactie", "Webmaster", "M0derator",
    ],
)  # fmt: skip
def test_T34_name_that_passes_for_one_of_us_is_held(name):
    assert looks_like_staff(name)


@pytest.mark.parametrize(
    "name", ["Elsa", "Bewoner van de Kerkstraat", "Jan 4", "Els A.", "De redactie van de wijkkrant"]
)
def test_T34_ordinary_name_is_not_held(name):
    assert not looks_like_staff(name)


def test_T10_no_bent_solution_is_accepted_and_none_is_an_error(article, client, cheap_proof):
    solved = json.loads(base64.b64decode(Visitor(client).solution(article)))
    bent = [
        solved | {part: solved[part] | {name: odd}}
        for part in ("challenge", "solution")
        for name in solved[part]
        for odd in (None, 999, [], {}, "x", "\x00", 10**30)
        if name != "time"
    ]
    parameters = solved["challenge"]["parameters"]
    for name in parameters:
        for odd in (None, 10**12, [], {"for": "comment:0"}, "é"):
            challenge = solved["challenge"] | {"parameters": parameters | {name: odd}}
            bent.append(solved | {"challenge": challenge})
    signature = solved["challenge"]["signature"]
    bent += [solved | {"challenge": solved["challenge"] | {"signature": signature.upper()}}]

    payloads = [base64.b64encode(json.dumps(item).encode()).decode() for item in [*bent, None, [], "x"]]
    found = [proof.is_solved(payload, purpose=f"comment:{article.pk}") for payload in [*payloads, "é", "A"]]

    assert not any(found)
    assert not SpentProof.objects.exists()


class TestStaffWithoutTheRight:
    @pytest.fixture
    def held(self, article, make_comment):
        return make_comment(article, "KANARIE", name="KANARIE", state=State.HELD)

    @pytest.mark.parametrize("role", ["editor", "translator"])
    def test_bulk_actions_show_and_do_nothing(self, signed_in, held, role):
        browser = signed_in(role)

        for action in Action:
            address = reverse("wagtail_bulk_action", args=["comments", "comment", action.value])
            for target in (f"{address}?id={held.pk}", f"{address}?id=all"):
                assert "KANARIE" not in browser.get(target).content.decode()
                browser.post(target, {"words": "x", "seen": f"{held.pk}:1"})

        assert Comment.objects.get().state == State.HELD

    @pytest.mark.parametrize("role", ["editor", "translator"])
    def test_no_screen_of_the_admin_shows_what_waits(self, signed_in, held, role):
        browser = signed_in(role)
        page = held.conversation.page

        for address in (
            "/admin/",
            "/admin/news/",
            "/admin/reports/site-history/",
            f"/admin/pages/{page.pk}/edit/",
            f"/admin/pages/{page.pk}/history/",
            reverse("comments_admin:queue") + "?state=all&export=csv",
            reverse("comments_admin:queue_results") + "?state=all",
        ):
            response = browser.get(address)
            content = b"".join(response.streaming_content) if response.streaming else response.content
            assert b"KANARIE" not in content, address

    @pytest.mark.parametrize(
        ("role", "may"),
        [
            ("editor", False),
            ("translator", False),
            ("moderator", False),
            ("reviewer", False),
            ("administrator", True),
        ],
    )
    def test_settings_are_for_administrators(self, signed_in, role, may):
        browser = signed_in(role)
        settings = CommentSettings.current()
        address = reverse("wagtailsettings:edit", args=["comments", "commentsettings", settings.pk])
        names = [field.name for field in CommentSettings._meta.fields if field.name != "id"]
        fields = {name: getattr(settings, name) for name in names} | {"rule": Rule.OPEN}

        assert (browser.get(address).status_code == 200) == may
        browser.post(address, fields)

        assert (CommentSettings.objects.get().rule == Rule.OPEN) == may

    @pytest.mark.parametrize(
        ("role", "may"), [("editor", False), ("translator", False), ("moderator", True), ("reviewer", True)]
    )
    def test_lists_of_words_and_blocks_are_for_moderators(self, signed_in, role, may):
        browser = signed_in(role)
        add = reverse(WordRule.snippet_viewset.get_url_name("add"))
        block = reverse(BlockedSender.snippet_viewset.get_url_name("add"))

        browser.post(add, {"phrase": "casino", "action": "refuse"})
        browser.post(block, {"kind": "domain", "value": "spam.example", "note": ""})

        assert (WordRule.objects.exists(), BlockedSender.objects.exists()) == (may, may)


class TestBulk:
    def address(self, action: str, *comments) -> str:
        query = "&".join(f"id={comment.pk}" for comment in comments)
        return f"{reverse('wagtail_bulk_action', args=['comments', 'comment', action])}?{query}"

    def test_T37_what_changed_since_it_was_shown_is_left_alone(self, moderator, article, make_comment):
        stays, changed = (make_comment(article, text, state=State.HELD) for text in ("Een", "Twee"))
        address = self.address("approve", stays, changed)
        page = BeautifulSoup(moderator.get(address).content, "html.parser")
        seen = [field["value"] for field in page.select("[name=seen]")]
        Comment.objects.filter(pk=changed.pk).update(text="Heel iets anders", version=2)

        response = moderator.post(address, {"words": "", "seen": seen}, follow=True)

        assert [comment.state for comment in Comment.objects.order_by("pk")] == [State.APPROVED, State.HELD]
        told = text_of(BeautifulSoup(response.content, "html.parser").select_one(".messages"))
        assert "1 reactie: gedaan. 1 reactie is overgeslagen" in told

    def test_looking_changes_nothing(self, moderator, article, make_comment):
        comment = make_comment(article, state=State.HELD)

        for action in Action:
            moderator.get(self.address(action.value, comment))
            moderator.head(self.address(action.value, comment))

        assert Comment.objects.get().state == State.HELD

    @pytest.mark.parametrize("number", ["x", "-1", "1;--", "9" * 40, "²", ""])
    def test_number_that_is_none_is_no_error(self, moderator, number):
        address = reverse("wagtail_bulk_action", args=["comments", "comment", "approve"])

        assert moderator.get(address, {"id": number}).status_code == 200

    def test_T5_needs_the_token_of_the_admin(self, moderator, article, make_comment):
        comment = make_comment(article, state=State.HELD)
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(moderator.user)

        response = strict.post(self.address("approve", comment), {"words": "", "seen": f"{comment.pk}:1"})

        assert response.status_code == 403
        assert Comment.objects.get().state == State.HELD


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example", r"/\evil.example", "javascript:x"]
)
def test_T23_decision_leads_to_no_other_site(moderator, article, make_comment, target):
    first, second = (make_comment(article, text, state=State.HELD) for text in ("Een", "Twee"))
    bulk = reverse("wagtail_bulk_action", args=["comments", "comment", "approve"])

    decided = moderator.post(
        reverse("comments_admin:decide", args=[first.pk]),
        {"action": "approve", "version": 1, "reason": "", "words": "", "next": target},
    )
    in_bulk = moderator.post(
        f"{bulk}?id={second.pk}&next={target}", {"words": "", "seen": f"{second.pk}:1", "next": target}
    )

    assert decided["Location"].startswith("/admin/")
    assert in_bulk["Location"].startswith("/admin/")
