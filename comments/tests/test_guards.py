"""What robots, floods and strangers try (safety T5, T9-T11, T17, T34-T36), and what becomes of it."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

import pytest
from django.db import connections
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from comments import proof, tokens
from comments.enums import Action, Ground, Rule, State
from comments.forms import CommentForm
from comments.models import BlockedSender, Comment, DataRequest, Report, SpentProof, WordRule
from comments.screening import looks_like_staff, screen
from comments.services import posting, reporting
from comments.services.moderating import AlreadyDone, decide
from comments.tests.conftest import Visitor, fields_of, solve
from comments.tokens import Purpose
from comments.urls import urlpatterns
from core.form_guard import Finding
from core.models import OutboxMail
from core.throttle import Budget
from users.models import User

FOREIGN = {"HTTP_SEC_FETCH_SITE": "cross-site"}, {"HTTP_ORIGIN": "https://evil.example"}


@pytest.fixture
def comment(article, make_comment):
    return make_comment(article, email="anna@example.org", wants_replies=True)


def private_paths(comment) -> list[str]:
    names = {"status": Purpose.STATUS, "change": Purpose.STATUS, "delete": Purpose.STATUS}
    names |= {
        "confirm": Purpose.CONFIRM,
        "unfollow": Purpose.THREAD,
        "unfollow_all": Purpose.EVERYTHING,
    }
    return [reverse(f"comments:{name}", args=[tokens.make(p, comment.pk)]) for name, p in names.items()]


@pytest.mark.django_db
class TestForeign:
    @pytest.mark.parametrize("headers", FOREIGN)
    def test_T5_form_of_another_site_is_refused_everywhere(self, client, article, comment, headers):
        asked = DataRequest.objects.create(email="anna@example.org")
        report = Report.objects.create(comment=comment, reason="other", language="nl", key="r")
        paths = [
            *private_paths(comment),
            reverse("comments:write", args=[article.pk]),
            reverse("comments:report", args=[comment.pk]),
            reverse("comments:ask_data"),
            reverse("comments:data", args=[tokens.make(Purpose.DATA, asked.pk)]),
            reverse("comments:receipt", args=[tokens.make(Purpose.REPORT, report.pk)]),
        ]
        reading = {"permalink", "challenge", "house_rules", "feed"}
        forms = {pattern.name for pattern in urlpatterns} - reading
        assert len(paths) == len(forms)  # a new form must be tried here too

        answers = {path: client.post(path, {"wish": "erase"}, **headers).status_code for path in paths}

        assert set(answers.values()) == {403}
        assert (Comment.objects.count(), Comment.objects.get().confirmed_at) == (1, None)

    def test_T5_form_without_a_token_or_with_that_of_another_page_is_refused(self, visitor, article, tree):
        other = visitor.form(tree.news("Ander bericht"))

        for token in ({"guard-token": ""}, {"guard-token": "x" * 30}, {"guard-token": other["guard-token"]}):
            assert visitor.send(article, **token).status_code == 403
        assert not Comment.objects.exists()

    def test_browser_on_our_own_site_is_let_in(self, visitor, article):
        visitor.client.defaults |= {
            "HTTP_SEC_FETCH_SITE": "same-origin",
            "HTTP_ORIGIN": "http://testserver",
        }

        assert visitor.send(article).status_code == 302


@pytest.mark.django_db
class TestRobots:
    def test_T9_trap_keeps_the_text_and_stores_nothing(self, visitor, article):
        response = visitor.send(article, **{"guard-website": "http://x", "text": "Mijn tekst"})

        assert response.status_code == 422
        assert b"Mijn tekst" in response.content
        assert not Comment.objects.exists()

    def test_T9_form_sent_at_once_is_asked_again(self, visitor, article, monkeypatch):
        monkeypatch.setattr("core.form_guard.LEAST_SECONDS", 3)

        response = visitor.send(article, text="Mijn tekst")
        empty = visitor.send(article, text="")

        assert response.status_code == empty.status_code == 422
        assert b"Mijn tekst" in response.content
        assert [problem["text"] for problem in response.context["problems"]] == [Finding.TOO_FAST.label]
        assert [problem["href"] != "" for problem in empty.context["problems"]] == [True]
        assert not Comment.objects.exists()

    def test_T9_form_of_a_day_ago_comes_back_with_the_text_and_then_works(self, visitor, article, freezer):
        fields = visitor.form(article)
        freezer.tick(25 * 3600)

        response = visitor.send(article, fields=fields, text="Mijn tekst")
        assert (response.status_code, b"Mijn tekst" in response.content) == (422, True)
        assert visitor.send(article, fields=fields_of(response)).status_code == 302

    def test_T10_solution_counts_once(self, visitor, article, set_rule, cheap_proof):
        set_rule(article, Rule.OPEN)
        solution = visitor.solution(article)

        for number in range(3):
            visitor.send(article, text=f"Reactie {number}", proof=solution)

        assert [c.state for c in Comment.objects.order_by("pk")] == [State.APPROVED, State.HELD, State.HELD]

    def test_T10_solution_of_another_page_or_changed_or_late_counts_for_nothing(
        self, visitor, article, tree, set_rule, freezer, cheap_proof
    ):
        set_rule(article, Rule.OPEN)
        other = visitor.solution(tree.news("Ander bericht"))
        challenge = visitor.client.get(reverse("comments:challenge", args=[article.pk])).json()
        later = challenge["parameters"] | {"expiresAt": challenge["parameters"]["expiresAt"] + 9999}
        late = visitor.solution(article)
        attempts = [other, solve(challenge | {"parameters": later}), "x", "e30=", "A" * 3000, "\x00"]

        for number, solution in enumerate(attempts):
            assert visitor.send(article, text=f"Reactie {number}", proof=solution).status_code == 302
        freezer.tick(proof.SECONDS + 1)
        visitor.send(article, text="Te laat", proof=late)

        assert Comment.objects.count() == len(attempts) + 1
        assert {c.state for c in Comment.objects.all()} == {State.HELD}
        assert not SpentProof.objects.exists()

    def test_same_text_elsewhere_is_held(self, visitor, article, tree, set_rule, cheap_proof):
        set_rule(tree.news_index, Rule.OPEN)
        text = "Een verhaal dat lang genoeg is om niet toevallig gelijk te zijn."

        visitor.send(tree.news("Ander bericht"), solved=True, text=text)
        visitor.send(article, solved=True, text=text)

        assert [c.state for c in Comment.objects.order_by("pk")] == [State.APPROVED, State.HELD]
        assert Comment.objects.last().grounds == [Ground.REPEATED]

    def test_T11_network_is_stopped_with_a_page_that_keeps_the_text(self, visitor, article, monkeypatch):
        monkeypatch.setattr(posting, "PER_NETWORK", Budget("comment_network", amount=2, seconds=600))
        for number in range(2):
            visitor.send(article, text=f"Reactie {number}")

        response = visitor.send(article, text="Mijn tekst")

        assert response.status_code == 429
        assert 0 < int(response.headers["Retry-After"]) <= 600
        assert b"Mijn tekst" in response.content
        assert Comment.objects.count() == 2

    def test_T11_who_is_over_the_budget_costs_no_look_at_the_text(self, visitor, article, monkeypatch):
        monkeypatch.setattr(posting, "PER_NETWORK", Budget("comment_network", amount=1, seconds=600))
        visitor.send(article)
        monkeypatch.setattr(posting, "judge", lambda _comment: pytest.fail("looked at"))

        assert visitor.send(article, text="Nog een").status_code == 429

    @pytest.mark.parametrize("budget", ["PER_ADDRESS", "PER_PAGE", "IN_TOTAL"])
    def test_T11_address_page_and_site_have_a_limit_for_any_network(
        self, visitor, article, monkeypatch, budget
    ):
        monkeypatch.setattr(posting, budget, Budget(budget, amount=1, seconds=600))

        answers = []
        for number in range(3):
            visitor.client.defaults["REMOTE_ADDR"] = f"192.0.2.{number}"
            answers.append(visitor.send(article, text=f"Reactie {number}", email="anna@example.org"))

        assert [answer.status_code for answer in answers] == [302, 429, 429]

    def test_T10_made_up_proxy_header_buys_nothing(self, visitor, article, freezer):
        freezer.move_to("2026-11-21 12:01:00")
        fields = visitor.form(article)

        for number in range(100):
            visitor.client.defaults["HTTP_X_FORWARDED_FOR"] = f"198.51.100.{number}"
            visitor.send(article, fields=fields, text=f"Reactie {number}")

        assert Comment.objects.count() == posting.PER_NETWORK.amount == 10


@pytest.mark.django_db
class TestScreening:
    @pytest.fixture(autouse=True)
    def lists(self):
        WordRule.objects.create(phrase="casino*", action="refuse")
        WordRule.objects.create(phrase="gratis geld", action="hold")
        BlockedSender.objects.create(kind="domain", value="spam.example")
        BlockedSender.objects.create(kind="address", value="piet@example.org")

    @pytest.mark.parametrize(
        ("words", "state", "ground"),
        [
            ({"text": "Gewoon"}, State.APPROVED, None),
            ({"text": "Op het CÁSINOPLEIN"}, State.REFUSED, Ground.WORD),
            ({"text": "Geen occasino"}, State.APPROVED, None),
            ({"text": "Gratis\n geld!"}, State.HELD, Ground.WORD),
            ({"text": "www.a.example en https://b.example"}, State.HELD, Ground.LINKS),
            ({"text": "https://www.a.example"}, State.APPROVED, None),
            ({"text": "http://nu.spam.example/x"}, State.SPAM, Ground.BLOCKED),
            ({"text": "Hallo", "email": "jan@spam.example"}, State.SPAM, Ground.BLOCKED),
            ({"text": "Hallo", "email": "Piet@Example.org"}, State.SPAM, Ground.BLOCKED),
            ({"text": "Hallo", "email": "jan@notspam.example"}, State.APPROVED, None),
            ({"text": "Hallo", "name": "LSА bewоners"}, State.HELD, Ground.NAME),
            ({"text": "Hallo", "proven": False}, State.HELD, Ground.NO_PROOF),
        ],
    )
    def test_verdict(self, words, state, ground):
        given = {"rule": Rule.OPEN, "name": "Anna", "email": "", "text": "", "proven": True} | words

        verdict = screen(**given)

        assert verdict.state == state
        assert verdict.grounds == ([ground] if ground else [])

    @pytest.mark.parametrize(
        "name", ["Wies Moderatie", "WIES  MODERATIE", "Wies.Moderatie", "W1es Mоderatie"]
    )
    def test_T34_name_that_looks_like_one_of_the_staff_is_held(self, signed_in, name):
        user = signed_in("moderator").user
        User.objects.filter(pk=user.pk).update(first_name="Wies", last_name="Moderatie")

        assert looks_like_staff(name)
        assert not looks_like_staff("Wies uit de Moderatiestraat")

    @pytest.mark.parametrize("letters", ["a.", "a-", "a", "㏂", "㎐", "㏂-", "www.", "x.yz "])
    def test_T35_long_row_of_letters_and_full_stops_keeps_nobody_busy(self, letters):
        text = (letters * 4000)[:4000]
        start = time.monotonic()

        screen(rule=Rule.OPEN, name="Anna", email="", text=text, proven=True)

        assert time.monotonic() - start < 1


@pytest.mark.django_db
class TestTokens:
    def test_T17_token_opens_one_door_of_one_comment(self, client, article, make_comment, comment):
        other = make_comment(article, "Van een ander")
        name_of = {
            Purpose.STATUS: "status",
            Purpose.CONFIRM: "confirm",
            Purpose.THREAD: "unfollow",
            Purpose.EVERYTHING: "unfollow_all",
            Purpose.REPORT: "receipt",
            Purpose.DATA: "data",
        }
        for made_for, name in [(p, n) for p in Purpose for q, n in name_of.items() if q != p]:
            path = reverse(f"comments:{name}", args=[tokens.make(made_for, comment.pk)])
            assert client.get(path).status_code == 404
        token = tokens.make(Purpose.STATUS, comment.pk)
        signature = token.split(".")[1]
        last = "B" if token.endswith("A") else "A"
        for wrong in (f"{other.pk}.{signature}", token[:-1], token[:-1] + last, signature, "0.", f"{token}x"):
            assert client.get(reverse("comments:status", args=[wrong])).status_code == 404
        assert len(signature) >= 43  # 256 bits

    def test_T17_looking_changes_nothing(self, client, comment):
        before = Comment.objects.values().get()

        for path in private_paths(comment) * 3:
            client.get(path)
            client.head(path)

        assert Comment.objects.values().get() == before

    def test_T17_token_of_a_deleted_comment_and_of_staff_opens_nothing(self, client, article, make_comment):
        staff = make_comment(article, is_staff=True)
        gone = make_comment(article)
        token = tokens.make(Purpose.STATUS, gone.pk)
        gone.delete()

        assert client.get(reverse("comments:status", args=[token])).status_code == 404
        staff_token = tokens.make(Purpose.STATUS, staff.pk)
        assert client.post(reverse("comments:delete", args=[staff_token])).status_code == 403
        assert Comment.objects.filter(pk=staff.pk).exists()


@pytest.mark.django_db
class TestOwnComment:
    @pytest.fixture
    def mine(self, visitor, article):
        """The private page of a comment that was just written."""
        return visitor.send(article, text="Eerste tekst")["Location"]

    def test_writer_changes_the_text_for_a_quarter_of_an_hour(self, client, mine, freezer):
        client.post(f"{mine}verander/", {"text": "Tweede tekst"})
        comment = Comment.objects.get()
        assert (comment.text, comment.state, comment.version) == ("Tweede tekst", State.HELD, 2)

        freezer.tick(16 * 60)
        client.post(f"{mine}verander/", {"text": "Derde tekst"})

        assert Comment.objects.get().text == "Tweede tekst"

    def test_change_of_an_approved_comment_is_looked_at_again(self, client, mine, signed_in):
        decide(comment=Comment.objects.get(), action=Action.APPROVE, by=signed_in("moderator").user)

        client.post(f"{mine}verander/", {"text": "Heel anders"})

        comment = Comment.objects.get()
        assert (comment.state, comment.grounds) == (State.HELD, [Ground.RULE, Ground.NO_PROOF, Ground.EDITED])

    def test_answered_comment_is_changed_no_more(self, client, mine, article, make_comment):
        Comment.objects.update(state=State.APPROVED)
        make_comment(article, "Antwoord", parent=Comment.objects.get())

        client.post(f"{mine}verander/", {"text": "Ik zei iets anders"})

        assert Comment.objects.get(parent=None).text == "Eerste tekst"

    def test_empty_change_is_refused(self, client, mine):
        assert client.post(f"{mine}verander/", {"text": " "}).status_code == 422
        assert Comment.objects.get().text == "Eerste tekst"

    def test_writer_deletes_after_a_question(self, client, mine, freezer):
        freezer.tick(30 * 24 * 3600)
        assert client.get(f"{mine}wis/").status_code == 200
        assert Comment.objects.exists()

        assert client.post(f"{mine}wis/").status_code == 200

        assert not Comment.objects.exists()

    def test_who_sends_spam_sees_the_same_as_who_waits(self, client, mine):
        waits = client.get(mine).content
        Comment.objects.update(state=State.SPAM)

        assert "wacht op controle" in waits.decode()
        assert client.get(mine).content == waits

    def test_who_sends_spam_learns_nothing_by_changing_it_or_sending_it_again(self, visitor, article, mine):
        Comment.objects.update(state=State.SPAM, decided_at=timezone.now())

        assert visitor.send(article, text="Eerste tekst").status_code == 409
        changed = visitor.client.post(f"{mine}verander/", {"text": "Iets onschuldigs"})

        assert changed["Location"] == mine
        comment = Comment.objects.get()
        assert (comment.text, comment.state) == ("Iets onschuldigs", State.SPAM)


NAUGHTY = [
    "نعم \u202eABC\u202c",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍a̴̵̜̰͔l̨̧g̷͝o",
    "👩‍👩‍👧‍👦 🏳️‍🌈",
    "\u200b\u200c\u200d",
    "\u3164",
    "\ufeff",
    "\ud800",
    "\x00",
    "\x1b[31m",
    "ﷺ" * 20,
    "a" * 81,
    "../../etc/passwd",
    "{{ 7*7 }}{% debug %}",
    "%s%d%n",
    "' OR 1=1 --",
    "𝕿𝖍𝖊",
    "Å (A + ring)".replace("Å", "A\u030a"),
    "\ufffe",
    "\uffff",
    "\ue000\U000f0000",
]


@pytest.fixture
def generous(monkeypatch):
    """Lets one network send as much as a test wants."""
    for module in (posting, reporting):
        monkeypatch.setattr(module, "PER_NETWORK", Budget("many", amount=999, seconds=3600))


def sendable(value: str) -> str:
    """``value`` as a browser sends it: it knows no half characters."""
    return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["name", "text", "email"])
def test_T34_odd_text_in_a_comment_is_kept_as_it_was_judged_or_refused(visitor, article, generous, field):
    fields = visitor.form(article)

    for value in map(sendable, NAUGHTY):
        words = {"name": "Anna", "text": f"Reactie {value!r}", "email": ""} | {field: value}
        response = visitor.send(article, fields=fields, **words)

        form = CommentForm(words)
        assert (response.status_code == 302) == form.is_valid(), value
        if response.status_code == 302:
            kept = getattr(Comment.objects.latest("pk"), field)
            assert kept == form.cleaned_data[field]
            assert not set(kept) & {"\x00", "\x1b", "\u2028"}
            assert field == "text" or not set(kept) & {"\u202e", "\u200b", "\ufeff"}
        else:
            assert response.status_code == 422

    Comment.objects.update(state=State.APPROVED)
    assert visitor.client.get(article.url).status_code == 200
    feed = visitor.client.get(reverse("comments:feed", args=[article.pk]))
    assert ElementTree.fromstring(feed.content).tag == "{http://www.w3.org/2005/Atom}feed"


@pytest.mark.parametrize("marks", [2, 4, 5, 30])
def test_T34_text_covers_no_lines_of_others(visitor, article, marks):
    # None of them melts together with the letter, nor changes places with another.
    tower = "".join(chr(0x0363 + number % 13) for number in range(marks))

    visitor.send(article, text=f"Mooi x{tower} feest")

    assert Comment.objects.get().text == f"Mooi x{tower[:4]} feest"


def test_T34_name_keeps_two_marks_on_a_letter_and_no_tower():
    form = CommentForm({"name": "Zoë Z" + "\u0321" * 9 + "algo", "text": "Hallo"})

    assert form.is_valid()
    assert form.cleaned_data["name"] == "Zoë Z\u0321\u0321algo"


@pytest.mark.django_db
@pytest.mark.parametrize("budget", ["PER_NETWORK", "IN_TOTAL"])
def test_T11_too_many_reports_must_wait(client, comment, monkeypatch, budget):
    monkeypatch.setattr(reporting, budget, Budget(budget, amount=1, seconds=600))
    path = reverse("comments:report", args=[comment.pk])

    answers = [client.post(path, fields_of(client.get(path)) | {"reason": "other"}) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [302, 429]
    assert Report.objects.count() == 1


@pytest.mark.django_db
def test_T34_odd_text_in_the_other_forms_is_never_an_error(visitor, article, comment, generous):
    client = visitor.client
    report = reverse("comments:report", args=[comment.pk])
    change = reverse("comments:change", args=[tokens.make(Purpose.STATUS, comment.pk)])
    ask = reverse("comments:ask_data")
    guarded = {path: fields_of(client.get(path)) for path in (report, ask)}

    for value in map(sendable, NAUGHTY):
        Comment.objects.update(state=State.APPROVED)
        answers = {"reason": "other", "explanation": value}
        found = [
            client.post(report, guarded[report] | answers),
            client.post(report, guarded[report] | answers | {"email": value}),
            client.post(report, guarded[report] | {"reason": value}),
            client.post(change, {"text": value}),
            client.post(ask, guarded[ask] | {"email": value}),
        ]
        assert {response.status_code for response in found} <= {200, 302, 422, 429}, value


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("charset", "status"),
    [("rot13", 400), ("zlib", 400), ("idna", 400), ("utf-16", 400), ("nonsense", 302), ("UTF-8", 302)],
)
def test_T35_form_in_another_writing_is_refused_and_no_error(visitor, article, charset, status):
    sent = visitor.form(article) | {"name": "Anna", "text": "Wat een mooi feest."}
    body = encode_multipart(BOUNDARY, sent)

    response = visitor.client.generic(
        "POST",
        reverse("comments:write", args=[article.pk]),
        body,
        content_type=f"{MULTIPART_CONTENT}; charset={charset}",
    )

    assert response.status_code == status


def test_T35_large_or_crowded_form_is_refused_at_once(visitor, article):
    fields = visitor.form(article)
    path = reverse("comments:write", args=[article.pk])
    start = time.monotonic()

    large = visitor.client.post(path, fields | {"text": "a" * 10_000_000})
    crowded = visitor.client.post(
        path, "&".join(f"f{n}=1" for n in range(20_000)), "application/x-www-form-urlencoded"
    )

    assert large.status_code in (400, 413)
    assert crowded.status_code == 400
    assert time.monotonic() - start < 5
    assert not Comment.objects.exists()


def at_the_same_time(number: int, action) -> list:
    """What ``number`` threads got that called ``action`` at one moment."""
    barrier = threading.Barrier(number)

    def run(place: int):
        barrier.wait()
        try:
            return action(place)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(run, range(number)))


@pytest.mark.django_db(transaction=True)
class TestAtTheSameTime:
    def test_T36_ten_equal_posts_and_the_back_button_make_one_comment(self, article, set_rule):
        set_rule(article, Rule.OPEN)
        visitor = Visitor(Client())
        fields = visitor.form(article) | {"proof": visitor.solution(article)}

        answers = at_the_same_time(10, lambda _place: Visitor(Client()).send(article, fields=fields))
        answers.append(visitor.send(article, fields=fields))

        assert {answer.status_code for answer in answers} == {302}
        assert len({answer["Location"] for answer in answers}) == 1
        assert Comment.objects.get().state == State.APPROVED

    def test_T10_one_solution_sent_twenty_times_counts_once(
        self, article, set_rule, monkeypatch, cheap_proof
    ):
        monkeypatch.setattr(posting, "PER_NETWORK", Budget("comment_network", amount=99, seconds=600))
        set_rule(article, Rule.OPEN)
        visitor = Visitor(Client())
        form = visitor.form(article) | {"proof": visitor.solution(article)}

        at_the_same_time(
            20, lambda place: Visitor(Client()).send(article, fields=form, text=f"Reactie {place}")
        )

        assert Comment.objects.count() == 20

        assert Comment.objects.filter(state=State.APPROVED).count() == 1
        assert SpentProof.objects.count() == 1

    def test_T11_no_more_than_the_budget_gets_through(self, article, monkeypatch):
        monkeypatch.setattr(posting, "PER_NETWORK", Budget("comment_network", amount=5, seconds=3600))
        form = Visitor(Client()).form(article)

        answers = at_the_same_time(
            12, lambda place: Visitor(Client()).send(article, fields=form, text=f"Reactie {place}")
        )

        assert sorted(answer.status_code for answer in answers) == [302] * 5 + [429] * 7
        assert Comment.objects.count() == 5

    def test_T37_of_approving_and_refusing_at_once_one_holds(self, article, make_comment):
        by = [User.objects.create_user(f"m{n}@example.org", first_name=f"M{n}") for n in range(2)]
        comments = [
            make_comment(
                article,
                f"Reactie {n}",
                state=State.HELD,
                email="anna@example.org",
                wants_decision=True,
                confirmed_at=timezone.now(),
            )
            for n in range(50)
        ]

        def both(place: int):
            action = (Action.APPROVE, Action.REFUSE)[place]
            done = []
            for comment in comments:
                try:
                    decide(comment=comment, action=action, by=by[place], version=1, reason="Nee.")
                except AlreadyDone:
                    continue
                done.append(comment.pk)
            return done

        approved, refused = at_the_same_time(2, both)

        assert sorted(approved + refused) == sorted(comment.pk for comment in comments)
        states = {comment.pk: comment.state for comment in Comment.objects.all()}
        assert {pk for pk, state in states.items() if state == State.APPROVED} == set(approved)
        assert OutboxMail.objects.filter(recipient="anna@example.org").count() == 50
        assert ModelLogEntry.objects.filter(action__startswith="comments.").count() == 50

    def test_T37_deciding_while_the_writer_deletes_is_never_an_error(self, article, make_comment):
        moderator, writer = Client(), Client()
        moderator.force_login(User.objects.create_superuser("admin@example.org", password=None))
        comments = [make_comment(article, f"Reactie {n}", state=State.HELD) for n in range(5)]

        def both(place: int):
            for comment in comments:
                if place:
                    link = reverse("comments:delete", args=[tokens.make(Purpose.STATUS, comment.pk)])
                    writer.post(link)
                else:
                    path = reverse("comments_admin:decide", args=[comment.pk])
                    moderator.post(path, {"action": "approve", "version": 1, "reason": "", "words": ""})

        at_the_same_time(2, both)

        assert not Comment.objects.exists()
