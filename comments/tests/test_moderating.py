"""A moderator decides: in the queue, on the desk, on many at once; logged, and never twice."""

from datetime import timedelta
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.log_actions import registry
from wagtail.models import GroupPagePermission

from comments.admin import desk
from comments.enums import Action, ReportOutcome, Rule, State
from comments.models import BlockedSender, Comment, RefusalReason, Report, SectionRule, WordRule
from comments.models.rights import all_moderators, moderators_of
from comments.services.moderating import AlreadyDone, answer_comment, decide, pin_comment
from comments.services.writing import change_comment
from tests.tree import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(signed_in):
    return signed_in("moderator")


def page_of(response) -> BeautifulSoup:
    assert response.status_code == 200, response.status_code
    return BeautifulSoup(response.content, "html.parser")


def send(client, comment, step="decide", **fields):
    fields = {"version": comment.version, "reason": "", "words": ""} | fields
    return client.post(reverse(f"comments_admin:{step}", args=[comment.pk]), fields)


def logged(comment) -> list[tuple[str, str, str]]:
    entries = registry.get_logs_for_instance(comment).order_by("timestamp", "pk")
    return [(entry.action, entry.user.email, entry.data.get("reason", "")) for entry in entries]


def rows(response) -> list[str]:
    return [text_of(cell) for cell in page_of(response).select(".comment-cell__text")]


class TestQueue:
    def test_shows_what_waits_with_counts_and_age_of_the_oldest(self, moderator, article, make_comment):
        hour = timezone.now() - timedelta(hours=3)
        make_comment(article, "Nieuw", state=State.HELD)
        make_comment(article, "Oud", state=State.HELD, written_at=hour)
        make_comment(article, "Staat er al")
        make_comment(article, "Rommel", state=State.SPAM)

        response = moderator.get(reverse("comments_admin:queue"))

        assert rows(response) == ["Oud", "Nieuw"]
        tabs = [text_of(tab) for tab in page_of(response).select(".comment-tabs__link")]
        assert tabs[0].startswith("Wachten 2")
        assert "3 uur" in tabs[0]
        assert [tab for tab in tabs if tab.startswith(("Spam", "Goedgekeurd"))] == ["Goedgekeurd 1", "Spam 1"]

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ({"state": "spam"}, ["Rommel"]),
            ({"state": "reported"}, ["Gemeld"]),
            ({"state": "all"}, ["Wacht", "Rommel", "Gemeld"]),
            ({"state": "all", "q": "romm"}, ["Rommel"]),
            ({"state": "geen"}, []),
        ],
    )
    def test_is_narrowed_down(self, moderator, article, make_comment, query, expected):
        make_comment(article, "Wacht", state=State.HELD)
        make_comment(article, "Rommel", state=State.SPAM)
        report(make_comment(article, "Gemeld"))

        found = rows(moderator.get(reverse("comments_admin:queue"), query))

        assert found == expected or (not expected and query["state"] == "geen")

    def test_costs_as_many_queries_for_three_as_for_one(
        self, moderator, article, tree, make_comment, django_assert_num_queries
    ):
        make_comment(article, state=State.HELD)
        moderator.get(reverse("comments_admin:queue"))
        with CaptureQueriesContext(connection) as one:
            moderator.get(reverse("comments_admin:queue"))
        for number in range(2):
            make_comment(tree.news(f"Bericht {number}"), f"Tekst {number}", state=State.HELD)

        with django_assert_num_queries(len(one)):
            moderator.get(reverse("comments_admin:queue"))

    def test_names_a_link_to_decide_and_changes_nothing_by_looking(self, moderator, article, make_comment):
        comment = make_comment(article, state=State.HELD)
        desk = reverse("comments_admin:desk", args=[comment.pk])

        page = page_of(moderator.get(reverse("comments_admin:queue")))
        assert page.select_one(f"#comment_{comment.pk}_title")["href"] == desk
        for name in ("decide", "mask", "unmask", "answer", "pin", "block", "dismiss"):
            assert moderator.get(reverse(f"comments_admin:{name}", args=[comment.pk])).status_code == 405
        assert moderator.get(reverse("comments_admin:erase", args=[comment.pk])).status_code == 200
        moderator.get(desk)
        assert Comment.objects.get().state == State.HELD

    @pytest.mark.parametrize("kind", ["csv", "xlsx"])
    def test_T42_selection_can_be_exported_and_holds_no_formula(self, moderator, article, make_comment, kind):
        make_comment(article, '=HYPERLINK("http://evil")', name="+Anna", state=State.HELD)
        make_comment(article, "Staat er al")

        response = moderator.get(reverse("comments_admin:queue"), {"export": kind})

        if kind == "csv":
            lines = b"".join(response.streaming_content).decode().splitlines()
            assert len(lines) == 2
            assert lines[0].startswith("Nummer,Pagina,Stand")
            assert "'=HYPERLINK" in lines[1]
            assert "'+Anna" in lines[1]
        else:
            cells = list(load_workbook(BytesIO(b"".join(response.streaming_content))).active.rows)
            assert len(cells) == 2
            assert {cell.data_type for cell in cells[1]} <= {"s", "inlineStr", "n", "d"}


def report(comment, **fields):
    defaults = {"reason": "insult", "language": "nl", "key": f"report-{comment.pk}"}
    return Report.objects.create(comment=comment, **defaults | fields)


class TestQueueByKeyboard:
    """Wagtail's list is one long row of stops: a decision must not send somebody back to the first one."""

    def test_after_a_decision_the_list_goes_on_at_the_next_comment(self, moderator, article, make_comment):
        first, second, third = (make_comment(article, text, state=State.HELD) for text in "abc")
        queue = reverse("comments_admin:queue")
        page = page_of(moderator.get(queue, {"order": "written_at"}))

        lead = [form.select_one("[name=next]")["value"] for form in page.select("form:has([value=approve])")]

        places = [f"{queue}?order=written_at#comment_{row.pk}_title" for row in (second, third, second)]
        assert lead == places
        assert send(moderator, first, action="approve", next=lead[0])["Location"] == places[0]
        assert page.select_one(f"#comment_{second.pk}_title").name == "a"

    def test_last_comment_of_all_leads_to_the_list(self, moderator, article, make_comment):
        make_comment(article, state=State.HELD)

        page = page_of(moderator.get(reverse("comments_admin:queue")))

        assert page.select_one("form [name=next]")["value"] == reverse("comments_admin:queue") + "?"

    def test_decision_is_named_with_a_way_back_to_undo_it(self, moderator, article, make_comment):
        comment = make_comment(article, name="<b>Bep</b>", state=State.HELD)
        queue = reverse("comments_admin:queue")

        told = page_of(moderator.get(send(moderator, comment, action="spam", next=queue)["Location"]))

        message = told.select_one(".messages")
        assert "Reactie van <b>Bep</b>: spam." in text_of(message)
        desk_page = page_of(moderator.get(message.select_one("a.button")["href"]))
        assert desk_page.select_one("button[value=restore]")

    def test_nothing_has_to_be_decided_on_its_beginning(self, moderator, article, make_comment):
        long = make_comment(article, "Een mooi begin. " * 20 + "\n\nEn een naar einde.", state=State.HELD)
        short = make_comment(article, "Kort.", state=State.HELD)

        cells = page_of(moderator.get(reverse("comments_admin:queue"))).select(".comment-cell")
        whole = [text_of(cell.details) if cell.details else "" for cell in cells]
        asked = page_of(
            moderator.get(f"/admin/bulk/comments/comment/approve/?id={long.pk}&id={short.pk}")
        ).select_one(".comment-bulk")

        assert ["En een naar einde." in text for text in whole] == [True, False]
        assert "En een naar einde." in text_of(asked)


class TestDecisions:
    @pytest.mark.parametrize("action", Action)
    def test_gives_a_state_and_says_who_when_and_why(self, moderator, article, make_comment, action):
        before = State.SPAM if action == Action.RESTORE else State.HELD
        comment = make_comment(article, state=before)

        send(moderator, comment, action=action.value, words="Daarom.")

        comment.refresh_from_db()
        assert (comment.state, comment.version) == (action.leads_to, 2)
        assert logged(comment) == [(f"comments.{action.value}", "moderator@example.org", "Daarom.")]

    def test_refusal_needs_a_reason_and_offers_the_dutch_list(self, moderator, article, make_comment):
        comment = make_comment(article, state=State.HELD)

        response = send(moderator, comment, action="refuse")

        assert response.status_code == 422
        assert Comment.objects.get().state == State.HELD
        reason = RefusalReason.objects.get(name="Reclame")
        send(moderator, comment, action="refuse", reason=reason.pk)
        assert Comment.objects.get().reason == reason.text

    def test_reason_of_the_list_is_in_the_language_of_the_writer(
        self, moderator, article, make_comment, english
    ):
        reason = RefusalReason.objects.first()
        reason.copy_for_translation(english).save()
        RefusalReason.objects.filter(locale=english).update(text="This is an insult.")
        comment = make_comment(article, state=State.HELD, language="en")

        send(moderator, comment, action="refuse", reason=reason.pk, words="So there.")

        assert Comment.objects.get().reason == "This is an insult.\nSo there."

    def test_afterwards_the_next_one_that_waits_is_shown(self, moderator, article, make_comment):
        first, second = (make_comment(article, text, state=State.HELD) for text in ("Een", "Twee"))

        response = send(moderator, first, action="approve")

        assert response["Location"] == reverse("comments_admin:desk", args=[second.pk])

    @pytest.mark.parametrize("version", ["x", "-1", "9" * 5000, "²", ""])
    def test_version_that_is_none_decides_nothing(self, moderator, article, make_comment, version):
        comment = make_comment(article, state=State.HELD)

        response = send(moderator, comment, action="approve", version=version)

        assert (response.status_code, Comment.objects.get().state) == (302, State.HELD)

    def test_unknown_action_changes_nothing(self, moderator, article, make_comment):
        comment = make_comment(article, state=State.HELD)

        response = send(moderator, comment, action="publish")

        assert response.status_code == 422
        assert Comment.objects.get().state == State.HELD

    def test_T37_second_moderator_hears_who_was_first(self, signed_in, article, make_comment):
        first, second = signed_in("moderator"), signed_in("reviewer")
        comment = make_comment(article, state=State.HELD)

        send(first, comment, action="approve")
        page = page_of(second.get(send(second, comment, action="spam")["Location"]))

        assert Comment.objects.get().state == State.APPROVED
        assert "Al gedaan door Moderator" in text_of(page)
        assert len(logged(comment)) == 1

    def test_T37_what_the_writer_just_changed_is_not_approved_unseen(self, moderator, article, make_comment):
        comment = make_comment(article, "Vriendelijk", state=State.HELD)
        change_comment(comment=comment, text="Onvriendelijk")

        send(moderator, comment, action="approve")

        assert Comment.objects.get().state == State.HELD

    @pytest.mark.parametrize(
        ("step", "fields"),
        [
            ("decide", {"action": "trash"}),
            ("mask", {"passage": "feest"}),
            ("unmask", {}),
            ("answer", {"text": "Dank je wel!", "once": "1"}),
            ("pin", {"pin": "yes"}),
            ("block", {"kind": "address"}),
            ("dismiss", {}),
            ("erase", {}),
        ],
    )
    def test_T37_what_its_writer_deleted_just_now_is_no_error(
        self, moderator, article, make_comment, monkeypatch, step, fields
    ):
        comment, load = make_comment(article, email="anna@example.org"), desk._comment

        def load_and_lose(request, pk):
            found = load(request, pk)
            Comment.objects.filter(pk=pk).delete()
            return found

        monkeypatch.setattr(desk, "_comment", load_and_lose)

        response = send(moderator, comment, step, **fields)

        assert response["Location"] == reverse("comments_admin:queue")
        assert not Comment.objects.exists()
        assert not BlockedSender.objects.exists()

    def test_T37_what_was_refused_just_now_is_neither_answered_nor_put_on_top(
        self, moderator, article, make_comment
    ):
        comment = make_comment(article)
        Comment.objects.update(state=State.REFUSED)

        with pytest.raises(AlreadyDone):
            answer_comment(comment=comment, text="Dank je wel!", by=moderator.user, once="1")
        with pytest.raises(AlreadyDone):
            pin_comment(comment=comment, by=moderator.user)

        assert Comment.objects.get() == comment

    def test_in_bulk_with_a_reason_skips_what_somebody_else_did(self, moderator, article, make_comment):
        held = [make_comment(article, f"Reactie {number}", state=State.HELD) for number in range(3)]
        refused = make_comment(article, "Al geweigerd", state=State.REFUSED)
        url = reverse("wagtail_bulk_action", args=["comments", "comment", "refuse"])
        query = "&".join(f"id={comment.pk}" for comment in [*held, refused])

        page = page_of(moderator.get(f"{url}?{query}"))
        assert len(page.select(".comment-bulk li")) == 4
        seen = [field["value"] for field in page.select("[name=seen]")]
        assert moderator.post(f"{url}?{query}", {"words": "", "seen": seen}).status_code == 200
        assert Comment.objects.filter(state=State.REFUSED).count() == 1
        moderator.post(f"{url}?{query}", {"words": "Reclame.", "seen": seen})

        assert {comment.state for comment in Comment.objects.all()} == {State.REFUSED}
        assert [len(logged(comment)) for comment in (*held, refused)] == [1, 1, 1, 0]

    def test_all_in_bulk_does_not_mean_all_of_the_site(self, moderator, article, make_comment):
        comment = make_comment(article, state=State.HELD)
        url = reverse("wagtail_bulk_action", args=["comments", "comment", "spam"])

        moderator.post(f"{url}?id=all", {"words": "", "seen": f"{comment.pk}:1"})

        assert Comment.objects.get().state == State.HELD


class TestTitles:
    @pytest.mark.parametrize(
        ("name", "title"), [("desk", "Reactie {}"), ("erase", "Reactie {} voorgoed wissen?")]
    )
    def test_screen_about_a_comment_says_which_in_tab_and_heading(
        self, moderator, article, make_comment, name, title
    ):
        comment = make_comment(article)

        page = page_of(moderator.get(reverse(f"comments_admin:{name}", args=[comment.pk])))

        title = title.format(comment.pk)
        assert (text_of(page.h1), text_of(page.title)) == (title, f"{title} - LSA bewoners")

    def test_screen_to_try_a_text_has_a_title(self, moderator):
        page = page_of(moderator.get(reverse("comments_admin:trial")))

        assert [text_of(heading) for heading in page.select("h1")] == ["Tekst uitproberen"]


class TestOtherActions:
    def test_passage_is_masked_and_the_original_is_kept_for_staff(
        self, moderator, article, make_comment, visit
    ):
        comment = make_comment(article, "Bel Piet op 06-1234, elke dag.")

        send(moderator, comment, "mask", passage="06-1234", words="Telefoonnummer.")

        comment.refresh_from_db()
        shown = text_of(visit(article.url).select_one(".comment__text"))
        assert shown == "Bel Piet op [weggelaten door de redactie], elke dag."
        assert comment.original == "Bel Piet op 06-1234, elke dag."
        desk = page_of(moderator.get(reverse("comments_admin:desk", args=[comment.pk])))
        assert "06-1234" in text_of(desk.select_one(".desk__original"))
        assert logged(comment) == [("comments.mask", "moderator@example.org", "Telefoonnummer.")]

    def test_masking_twice_keeps_the_first_text(self, moderator, article, make_comment):
        comment = make_comment(article, "Bel Piet op 06-1234.")

        for passage in ("06-1234", "Piet"):
            comment.refresh_from_db()
            send(moderator, comment, "mask", passage=passage)

        comment.refresh_from_db()
        assert comment.original == "Bel Piet op 06-1234."
        assert "Piet" not in comment.text

    def test_masking_too_much_can_be_undone_while_the_original_is_kept(
        self, moderator, article, make_comment, visit
    ):
        comment = make_comment(article, "Een mooi feest op nummer 12.")
        send(moderator, comment, "mask", passage="mooi feest", words="Vergissing.")
        comment.refresh_from_db()
        form = page_of(moderator.get(reverse("comments_admin:desk", args=[comment.pk]))).select_one(
            ".desk__original form"
        )
        assert form["action"] == reverse("comments_admin:unmask", args=[comment.pk])

        send(moderator, comment, "unmask", version=1)  # of before the masking
        assert "weggelaten" in Comment.objects.get().text
        send(moderator, comment, "unmask")

        comment.refresh_from_db()
        assert (comment.text, comment.original, comment.masked_at) == (
            "Een mooi feest op nummer 12.",
            "",
            None,
        )
        assert text_of(visit(article.url).select_one(".comment__text")) == comment.text
        assert [action for action, _by, _why in logged(comment)] == ["comments.mask", "comments.unmask"]
        assert not page_of(moderator.get(reverse("comments_admin:desk", args=[comment.pk]))).select(
            ".desk__original"
        )

    def test_passage_that_is_not_there_is_refused(self, moderator, article, make_comment):
        comment = make_comment(article, "Bel Piet.")

        assert send(moderator, comment, "mask", passage="Jan").status_code == 422
        assert Comment.objects.get().text == "Bel Piet."

    def test_answer_of_staff_has_a_badge_in_words_and_comes_once(
        self, moderator, article, make_comment, visit
    ):
        comment = make_comment(article)
        desk = page_of(moderator.get(reverse("comments_admin:desk", args=[comment.pk])))
        once = desk.select_one("[name=once]")["value"]

        for _click in range(2):
            send(moderator, comment, "answer", text="Dank je wel!", once=once)

        answer = visit(article.url).select(".thread--answers .comment")
        assert len(answer) == 1
        assert text_of(answer[0].select_one(".comment__badge")) == "LSA bewoners"
        assert text_of(answer[0].select_one(".comment__name")) == "Moderator"

    def test_answer_where_nobody_may_write_is_refused(self, moderator, article, make_comment, set_rule):
        comment = make_comment(article)
        set_rule(article, Rule.READ_ONLY)
        assert send(moderator, comment, "answer", text="Nog een antwoord").status_code == 302

        set_rule(article, Rule.CLOSED)
        send(moderator, comment, "answer", text="Te laat")
        assert [answer.text for answer in comment.answers.all()] == ["Nog een antwoord"]

    def test_one_comment_stands_on_top(self, moderator, article, make_comment, visit):
        first, second = make_comment(article, "Eerste"), make_comment(article, "Tweede")

        for comment in (first, second):
            send(moderator, comment, "pin", pin="yes")

        pinned = visit(article.url).select(".comment--pinned")
        assert [text_of(item.select_one(".comment__text")) for item in pinned] == ["Tweede"]
        send(moderator, second, "pin")
        assert not visit(article.url).select(".comment--pinned")

    def test_what_nobody_can_read_is_not_put_on_top(self, moderator, article, make_comment):
        comment = make_comment(article, state=State.HELD)

        send(moderator, comment, "pin", pin="yes")

        comment.conversation.refresh_from_db()
        assert comment.conversation.pinned is None

    def test_what_is_taken_away_stands_no_longer_on_top(self, moderator, article, make_comment, visit):
        comment = make_comment(article)
        send(moderator, comment, "pin", pin="yes")

        decide(comment=comment, action=Action.TRASH, by=moderator.user)

        assert not visit(article.url).select(".comment--pinned")

    @pytest.mark.parametrize(
        ("kind", "value"), [("address", "piet@spam.example"), ("domain", "spam.example")]
    )
    def test_block_makes_spam_of_this_and_the_next(
        self, moderator, article, make_comment, visitor, kind, value
    ):
        comment = make_comment(article, email="piet@spam.example", state=State.HELD)

        send(moderator, comment, "block", kind=kind)

        assert BlockedSender.objects.get().value == value
        assert Comment.objects.get().state == State.SPAM
        visitor.send(article, email="piet@spam.example", text="Weer ik", wants_decision="on")
        assert Comment.objects.get(text="Weer ik").state == State.SPAM

    def test_report_is_answered_by_dismissing_or_by_acting(self, moderator, article, make_comment):
        stays, goes = make_comment(article, "Blijft"), make_comment(article, "Gaat")
        first, second = report(stays, email="lezer@example.org"), report(goes, email="lezer@example.org")

        send(moderator, stays, "dismiss", words="Dit mag.")
        send(moderator, goes, action="refuse", words="Scheldwoord.")

        first.refresh_from_db()
        second.refresh_from_db()
        assert (first.outcome, first.answer) == (ReportOutcome.DISMISSED, "Dit mag.")
        assert (second.outcome, second.answer) == (ReportOutcome.UPHELD, "Scheldwoord.")
        assert Comment.objects.get(pk=stays.pk).state == State.APPROVED

    def test_waiting_and_reported_comments_are_on_the_dashboard(self, moderator, article, make_comment):
        make_comment(article, state=State.HELD)
        report(make_comment(article, "Gemeld"))

        items = page_of(moderator.get("/admin/")).select(".waiting__link")

        assert [(text_of(item), item["href"]) for item in items] == [
            ("1 reactie wacht op controle", "/admin/comments/"),
            ("1 reactie is gemeld", "/admin/comments/?state=reported"),
        ]

    def test_list_of_news_counts_comments(self, signed_in, article, make_comment):
        make_comment(article)
        make_comment(article, "Wacht", state=State.HELD)

        page = page_of(signed_in("reviewer").get("/admin/news/"))

        assert any(text_of(cell) == "1 1 wacht" for cell in page.select("td"))


class TestRights:
    @pytest.fixture
    def of_publications(self, tree, signed_in):
        """A moderator of the publications, and of nothing else."""
        client = signed_in("moderator")
        client.user.groups.clear()
        group = Group.objects.create(name="Moderatoren van publicaties")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        moderate = Permission.objects.get(codename="moderate_comments_page")
        GroupPagePermission.objects.create(group=group, page=tree.publication_index, permission=moderate)
        client.user.groups.add(group)
        return client

    def test_moderator_of_a_section_sees_and_does_nothing_elsewhere(
        self, of_publications, article, tree, make_comment
    ):
        mine = make_comment(tree.publication(), "Van mij", state=State.HELD)
        other = make_comment(article, "Van een ander", state=State.HELD)

        assert rows(of_publications.get(reverse("comments_admin:queue"), {"state": "all"})) == ["Van mij"]
        assert of_publications.get(reverse("comments_admin:desk", args=[mine.pk])).status_code == 200
        assert of_publications.get(reverse("comments_admin:desk", args=[other.pk])).status_code == 302
        for name in ("decide", "mask", "unmask", "answer", "pin", "block", "dismiss", "erase"):
            send(of_publications, other, name, action="approve", text="x", passage="Van", kind="address")
        bulk = reverse("wagtail_bulk_action", args=["comments", "comment", "approve"])
        assert "Van een ander" not in of_publications.get(f"{bulk}?id={other.pk}").content.decode()
        of_publications.post(f"{bulk}?id={other.pk}", {"words": "", "seen": f"{other.pk}:1"})
        other.refresh_from_db()
        assert (other.state, other.version) == (State.HELD, 1)

    def test_moderator_of_a_section_filters_by_its_pages_only(
        self, of_publications, article, tree, make_comment
    ):
        make_comment(tree.publication("Wijkverslag"))
        make_comment(article)

        page = page_of(of_publications.get(reverse("comments_admin:queue"), {"state": "all"}))

        choices = [text_of(option) for option in page.select("[name=page] option, label[for^=id_page]")]
        assert "Wijkverslag" in choices
        assert article.title not in choices

    def test_who_may_not_change_the_block_list_blocks_nobody(self, of_publications, tree, make_comment):
        comment = make_comment(tree.publication(), email="piet@spam.example", state=State.HELD)
        desk = page_of(of_publications.get(reverse("comments_admin:desk", args=[comment.pk])))

        send(of_publications, comment, "block", kind="address")

        assert not desk.select("[name=kind]")
        assert not BlockedSender.objects.exists()
        assert Comment.objects.get().state == State.HELD

    def test_administrator_looks_after_comments_where_nobody_else_does(
        self, admin_client, admin_user, article, make_comment
    ):
        comment = make_comment(article, state=State.HELD)

        assert list(moderators_of(article)) == list(all_moderators()) == [admin_user]
        send(admin_client, comment, action="approve")
        assert Comment.objects.get().state == State.APPROVED

    def test_moderator_of_a_section_makes_rules_for_it_only(self, of_publications, tree):
        url = reverse(SectionRule.snippet_viewset.get_url_name("add"))

        of_publications.post(url, {"page": tree.news_index.pk, "rule": "open", "close_after_days": ""})
        assert not SectionRule.objects.exists()
        of_publications.post(url, {"page": tree.publication_index.pk, "rule": "open", "close_after_days": ""})
        assert SectionRule.objects.get().rule == Rule.OPEN

    def test_rule_of_another_section_is_neither_changed_nor_deleted(self, of_publications, tree, set_rule):
        rule = set_rule(tree.news_index, Rule.HELD)
        views = SectionRule.snippet_viewset

        edit = reverse(views.get_url_name("edit"), args=[rule.pk])
        of_publications.post(
            edit, {"page": tree.publication_index.pk, "rule": "open", "close_after_days": ""}
        )
        of_publications.post(reverse(views.get_url_name("delete"), args=[rule.pk]))

        assert [(rule.page.title, rule.rule) for rule in SectionRule.objects.all()] == [("Nieuws", Rule.HELD)]
        assert "Nieuws" not in of_publications.get(reverse(views.get_url_name("list"))).content.decode()
        for name in ("edit", "delete", "history", "usage"):
            shown = of_publications.get(reverse(views.get_url_name(name), args=[rule.pk]))
            assert (shown.status_code, shown["Location"]) == (302, "/admin/")
        bulk = reverse("wagtail_bulk_action", args=["comments", "sectionrule", "delete"]) + f"?id={rule.pk}"
        of_publications.post(bulk)
        assert SectionRule.objects.exists()

    def test_moderator_changes_and_deletes_an_own_rule(self, of_publications, tree, set_rule):
        rule = set_rule(tree.publication_index, Rule.HELD)
        views = SectionRule.snippet_viewset

        edit = reverse(views.get_url_name("edit"), args=[rule.pk])
        of_publications.post(edit, {"page": rule.page_id, "rule": "open", "close_after_days": ""})
        assert SectionRule.objects.get().rule == Rule.OPEN
        of_publications.post(reverse(views.get_url_name("delete"), args=[rule.pk]))
        assert not SectionRule.objects.exists()

    def test_rule_is_made_for_the_page_of_the_first_language_which_is_chosen_not_listed(
        self, moderator, tree, article, english
    ):
        url = reverse(SectionRule.snippet_viewset.get_url_name("add"))
        tree.home.copy_for_translation(english).save_revision().publish()
        tree.news_index.copy_for_translation(english).save_revision().publish()
        translation = article.copy_for_translation(english)

        form = page_of(moderator.get(url))
        refused = page_of(
            moderator.post(url, {"page": translation.pk, "rule": "open", "close_after_days": ""})
        )

        assert form.select_one("[name=page]")["type"] == "hidden"
        assert article.title not in str(form.main)
        assert "Kies de Nederlandse pagina: haar regel" in text_of(refused.main)
        assert not SectionRule.objects.exists()

    def test_form_of_a_group_offers_the_right_beside_those_of_wagtail(self, admin_client, tree):
        page = page_of(admin_client.get("/admin/groups/new/"))

        assert "Reacties" in [text_of(cell) for cell in page.select("#page-permissions-content th, th")]

    @pytest.mark.parametrize("role", ["editor", "translator"])
    def test_who_is_no_moderator_opens_nothing(self, signed_in, article, make_comment, role, english):
        client = signed_in(role)
        comment = make_comment(article, state=State.HELD)

        for address in (
            reverse("comments_admin:queue"),
            reverse("comments_admin:desk", args=[comment.pk]),
            reverse("comments_admin:trial"),
        ):
            assert client.get(address).status_code == 302
        send(client, comment, action="approve")
        assert Comment.objects.get().state == State.HELD

    def test_anonymous_is_sent_to_the_login(self, client, article, make_comment):
        comment = make_comment(article, state=State.HELD)

        response = client.get(reverse("comments_admin:desk", args=[comment.pk]))

        assert response["Location"].startswith("/admin/login/?next=/admin/comments/")

    def test_T5_decision_without_the_token_of_the_admin_is_refused(self, moderator, article, make_comment):
        comment = make_comment(article, state=State.HELD)
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(moderator.user)

        for name in ("decide", "mask", "unmask", "answer", "pin", "block", "dismiss", "erase"):
            assert send(strict, comment, name, action="approve").status_code == 403
        assert Comment.objects.get().state == State.HELD

    def test_erasing_for_good_asks_first_and_says_what_goes_and_what_stays(
        self, moderator, article, make_comment
    ):
        comment = make_comment(article, "Verhuisbericht", original="Met huisnummer", state=State.APPROVED)
        make_comment(article, "Een antwoord", parent=comment)
        Report.objects.create(comment=comment, reason="private", language="nl", key="melding")
        address = reverse("comments_admin:erase", args=[comment.pk])
        desk_page = page_of(moderator.get(reverse("comments_admin:desk", args=[comment.pk])))
        assert [link["href"] for link in desk_page.select(".desk__main a.no")] == [address]

        asked = page_of(moderator.get(address)).select_one(".desk__ask")
        gone, stays = asked.find_all("ul", recursive=False)

        assert "Verhuisbericht" in text_of(asked)
        assert ["vóór het weglaten" in text_of(gone), "1 melding" in text_of(gone)] == [True, True]
        assert "1 antwoord van een ander" in text_of(stays)
        assert Comment.objects.filter(text="Verhuisbericht").exists()

        done = moderator.post(asked.select_one("form").get("action") or address, follow=True)
        assert f"Reactie {comment.pk} is gewist" in text_of(page_of(done).select_one(".messages"))
        assert [(left.state, left.text) for left in Comment.objects.order_by("pk")] == [
            (State.ERASED, ""),
            (State.APPROVED, "Een antwoord"),
        ]
        assert moderator.get(address).status_code == 302


class TestTrial:
    def test_says_what_would_happen_and_keeps_nothing(self, moderator):
        WordRule.objects.create(phrase="casino*", action="refuse")

        page = page_of(
            moderator.post(
                reverse("comments_admin:trial"),
                {"rule": "open", "text": "Beste CASINOSPELLEN van het land", "proven": "on"},
            )
        )

        assert "geweigerd" in text_of(page.select_one(".help-block[role=status]"))
        assert "casino*" in text_of(page.select_one(".help-block[role=status]"))
        assert not Comment.objects.exists()


def test_moderator_chooses_how_mails_come(moderator):
    page = page_of(moderator.get("/admin/account/"))
    assert page.select_one("[name=comments-mails][checked]")["value"] == "daily"

    fields = {
        field["name"]: field.get("value", "")
        for field in page.select("input[name]")
        if field.get("type") not in ("checkbox", "radio", "file", "submit") or field.has_attr("checked")
    }
    for choice in page.select("select[name]"):
        fields[choice["name"]] = (choice.select_one("[selected]") or choice.select_one("option"))["value"]
    del fields["comments-reminder"]
    fields |= {"comments-mails": "at_once", "name_email-first_name": "Mo", "name_email-last_name": "De Rator"}
    moderator.post("/admin/account/", fields)

    moderator.user.refresh_from_db()
    assert moderator.user.comment_preference.mails == "at_once"
    assert moderator.user.comment_preference.reminder is False


def test_already_done_carries_the_comment_as_it_is_now(article, make_comment, moderator):
    comment = make_comment(article, state=State.SPAM)

    with pytest.raises(AlreadyDone) as caught:
        decide(comment=comment, action=Action.SPAM, by=moderator.user)

    assert caught.value.comment == comment
    assert mail.outbox == []
