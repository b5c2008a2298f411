"""Mails to writers, followers, reporters and moderators: when, to whom, once, and without a word of a visitor."""

from datetime import datetime

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from comments import mails
from comments.enums import Action, MailChoice, Rule, State
from comments.models import Comment, ModeratorPreference, Report
from comments.services.moderating import answer_comment, decide, mask_passage
from comments.services.privacy import erase_person
from comments.services.writing import erase_comment
from comments.workdays import workdays_since
from core.models import Contact, OutboxMail, SiteSettings
from core.outbox import deliver_due
from core.throttle import Budget
from tests.tree import text_of

pytestmark = pytest.mark.django_db


def posted(cause: str = "") -> list[OutboxMail]:
    """What is in the outbox, the oldest first."""
    return list(OutboxMail.objects.filter(cause__contains=cause).order_by("pk"))


def path_in(mail_row: OutboxMail, part: str) -> str:
    """The path of the link in a mail that contains ``part``."""
    links = BeautifulSoup(mail_row.html, "html.parser").select("a[href]")
    return next(link["href"] for link in links if part in link["href"]).removeprefix("http://localhost")


@pytest.fixture
def moderator(signed_in):
    return signed_in("moderator").user


ANNA = {"email": "Anna@Example.org", "wants_decision": "on", "wants_replies": "on"}


class TestConfirming:
    def test_address_is_confirmed_with_a_button_and_not_by_looking(self, visitor, client, article):
        visitor.send(article, **ANNA)
        (asked,) = posted()
        link = path_in(asked, "bevestig")

        for _scanner in range(3):
            page = BeautifulSoup(client.get(link).content, "html.parser")
        assert (asked.recipient, Comment.objects.get().confirmed_at) == ("anna@example.org", None)
        assert page.select_one("main form button")

        client.post(link)

        assert Comment.objects.get().confirmed_at

    def test_P2_address_without_a_wish_for_mail_gets_none(self, visitor, article, visit):
        sent = visitor.send(article, email="anna@example.org")

        assert posted() == []
        assert "We stuurden u een mail" not in text_of(visit(sent["Location"]).main)

    def test_one_address_is_asked_three_times_a_day(self, visitor, article):
        for number in range(5):
            visitor.send(article, text=f"Reactie {number}", **ANNA)

        assert Comment.objects.count() == 5
        assert len(posted()) == 3

    def test_T12_who_gets_no_mail_because_others_used_the_address_is_told_so(self, visitor, article, visit):
        pages = [
            text_of(visit(visitor.send(article, text=f"Reactie {number}", **ANNA)["Location"]).main)
            for number in range(4)
        ]

        assert ["We stuurden u een mail" in page for page in pages] == [True, True, True, False]
        assert ["kreeg vandaag al drie mails" in page for page in pages] == [False, False, False, True]

    def test_known_writer_appears_at_once_after_confirming_again(
        self, visitor, client, article, set_rule, make_comment
    ):
        set_rule(article, Rule.AFTER_FIRST)
        make_comment(article, "Eerder", email="anna@example.org", confirmed_at=timezone.now())

        visitor.send(article, solved=True, text="Opnieuw", **ANNA)

        again = Comment.objects.get(text="Opnieuw")
        assert again.state == State.HELD
        client.post(path_in(posted()[-1], "bevestig"))
        again.refresh_from_db()
        assert again.state == State.APPROVED

    def test_somebody_who_types_the_address_of_a_known_writer_stays_held(
        self, visitor, article, set_rule, make_comment
    ):
        set_rule(article, Rule.AFTER_FIRST)
        make_comment(article, "Eerder", email="anna@example.org", confirmed_at=timezone.now())

        visitor.send(article, solved=True, text="Vermomd", **ANNA)

        assert Comment.objects.get(text="Vermomd").state == State.HELD

    def test_first_comment_of_an_address_waits_also_after_confirming(
        self, visitor, client, article, set_rule
    ):
        set_rule(article, Rule.AFTER_FIRST)

        visitor.send(article, solved=True, **ANNA)
        client.post(path_in(posted()[-1], "bevestig"))

        assert Comment.objects.get().state == State.HELD


class TestDecisions:
    @pytest.fixture
    def comment(self, article, make_comment):
        return make_comment(
            article,
            "Geheime tekst",
            state=State.HELD,
            email="anna@example.org",
            wants_decision=True,
            confirmed_at=timezone.now(),
        )

    def test_P12_writer_hears_a_refusal_with_its_reason(self, comment, moderator, client):
        decide(comment=comment, action=Action.REFUSE, by=moderator, reason="Dit is reclame.")

        (told,) = posted(" refused")
        assert told.recipient == "anna@example.org"
        assert "Dit is reclame." in told.text
        page = BeautifulSoup(client.get(path_in(told, "stand")).content, "html.parser")
        assert "Dit is reclame." in text_of(page.main)

    @pytest.mark.parametrize(("action", "number"), [("approve", 1), ("spam", 0), ("trash", 0)])
    def test_writer_hears_an_approval_but_not_about_spam(self, comment, moderator, action, number):
        decide(comment=comment, action=Action(action), by=moderator)

        assert len(posted(f"comment {comment.pk} ")) == number

    def test_writer_hears_that_a_passage_was_left_out(self, comment, moderator):
        decide(comment=comment, action=Action.APPROVE, by=moderator)

        mask_passage(comment=comment, passage="Geheime", by=moderator, reason="Privé.")

        assert "Privé." in posted("masked")[0].text
        assert "De rest staat op de site." in posted("masked")[0].text

    def test_passage_of_what_still_waits_is_not_said_to_be_on_the_site(self, comment, moderator):
        mask_passage(comment=comment, passage="Geheime", by=moderator, reason="Privé.")

        (told,) = posted("masked")
        assert "op de site" not in told.text + told.html

    def test_only_who_may_disagree_is_asked_to(self, comment, moderator):
        decide(comment=comment, action=Action.APPROVE, by=moderator)
        decide(comment=comment, action=Action.REFUSE, by=moderator, reason="Toch niet.")

        asked = ["niet mee eens" in told.text and "niet mee eens" in told.html for told in posted()]
        assert asked == [False, True]

    @pytest.mark.parametrize(
        ("mailbox", "asked"),
        [("info@example.org", "Beantwoord dan deze mail"), ("", "contact op via de site")],
    )
    def test_P12_who_disagrees_writes_to_the_mailbox_of_the_association(
        self, comment, moderator, mailbox, asked
    ):
        chosen = SiteSettings.for_site(Site.objects.get(is_default_site=True))
        chosen.contact = Contact.objects.create(name="Kantoor", email=mailbox) if mailbox else None
        chosen.save()

        decide(comment=comment, action=Action.REFUSE, by=moderator, reason="Dit is reclame.")

        (told,) = posted(" refused")
        assert told.reply_to == mailbox
        assert asked in told.text
        assert asked in text_of(BeautifulSoup(told.html, "html.parser"))

    @pytest.mark.parametrize("missing", [{"wants_decision": False}, {"confirmed_at": None}, {"email": ""}])
    def test_who_did_not_ask_or_confirm_hears_nothing(self, comment, moderator, missing):
        Comment.objects.filter(pk=comment.pk).update(**missing)

        decide(comment=comment, action=Action.REFUSE, by=moderator, reason="Nee.")

        assert posted() == []

    def test_decision_before_the_confirmation_is_told_after_it(self, visitor, client, article, moderator):
        visitor.send(article, **ANNA)
        decide(comment=Comment.objects.get(), action=Action.APPROVE, by=moderator)
        assert posted(" approved") == []

        client.post(path_in(posted("confirm")[0], "bevestig"))

        assert len(posted(" approved")) == 1


class TestFollowing:
    @pytest.fixture
    def root(self, article, make_comment):
        return make_comment(
            article, email="anna@example.org", wants_replies=True, confirmed_at=timezone.now()
        )

    def test_follower_hears_an_answer_when_it_is_approved_and_not_before(
        self, root, article, make_comment, moderator
    ):
        reply = make_comment(article, "Antwoord", parent=root, state=State.HELD)
        assert posted() == []

        decide(comment=reply, action=Action.APPROVE, by=moderator)
        decide(comment=reply, action=Action.TRASH, by=moderator)
        decide(comment=reply, action=Action.APPROVE, by=moderator)

        assert [told.recipient for told in posted("answers")] == ["anna@example.org"]

    def test_follower_hears_an_answer_of_staff_and_of_nobody_else_than_others(self, root, moderator):
        answer_comment(comment=root, text="Dank!", by=moderator, once="1")

        assert len(posted("answers")) == 1

    def test_who_wrote_twice_in_a_conversation_hears_once(self, root, article, make_comment, moderator):
        make_comment(
            article,
            "Nog iets",
            parent=root,
            email=root.email,
            wants_replies=True,
            confirmed_at=timezone.now(),
        )

        answer_comment(comment=root, text="Dank!", by=moderator, once="1")

        assert len(posted("answers")) == 1

    @pytest.mark.parametrize("missing", [{"wants_replies": False}, {"confirmed_at": None}])
    def test_who_did_not_ask_or_confirm_hears_nothing(self, root, moderator, missing):
        Comment.objects.filter(pk=root.pk).update(**missing)

        answer_comment(comment=root, text="Dank!", by=moderator, once="1")

        assert posted() == []

    @pytest.mark.parametrize("action", [Action.REFUSE, Action.SPAM, Action.TRASH])
    def test_who_was_refused_no_longer_hears_of_answers(self, root, moderator, action):
        decide(comment=root, action=action, by=moderator)
        answer = Comment.objects.create(
            conversation=root.conversation, parent=root, name="Jan", text="Ja", language="nl", key="later"
        )

        decide(comment=answer, action=Action.APPROVE, by=moderator)

        assert posted("answers") == []

    def test_own_answer_is_no_news(self, root, article, make_comment, moderator):
        own = make_comment(article, "Van mijzelf", parent=root, email=root.email, state=State.HELD)

        decide(comment=own, action=Action.APPROVE, by=moderator)

        assert posted("answers") == []

    @pytest.mark.parametrize(("part", "left"), [("/afmelden/", 1), ("alles-afmelden", 0)])
    def test_P2_unsubscribing_takes_a_button_or_one_click_of_a_mail_program(
        self, root, article, tree, make_comment, moderator, client, part, left
    ):
        other = make_comment(
            tree.news("Ander bericht"),
            email=root.email,
            wants_replies=True,
            confirmed_at=timezone.now(),
        )
        answer_comment(comment=root, text="Dank!", by=moderator, once="1")
        (told,) = posted("answers")
        assert told.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert told.headers["List-Unsubscribe"].startswith("<http://localhost/reacties/afmelden/")

        link = path_in(told, part)
        for _scanner in range(5):
            assert client.get(link).status_code == 200
        assert Comment.objects.filter(wants_replies=True).count() == 2
        response = client.post(link, {"List-Unsubscribe": "One-Click"})

        assert response.status_code == 200
        assert Comment.objects.filter(wants_replies=True).count() == left
        assert other.pk


class TestReports:
    def test_P12_reporter_gets_a_receipt_and_hears_the_decision(
        self, client, article, make_comment, moderator, visit
    ):
        comment = make_comment(article)
        form = reverse("comments:report", args=[comment.pk])
        fields = {
            field["name"]: field.get("value", "")
            for field in visit(form).select("main form input")
            if field.get("type") == "hidden"
        }

        response = client.post(
            form, fields | {"reason": "private", "explanation": "Mijn adres", "email": "lezer@example.org"}
        )

        receipt = visit(response["Location"])
        assert "We hebben uw melding" in text_of(receipt.main)
        again = client.post(
            form, fields | {"reason": "private", "explanation": "Mijn adres", "email": "lezer@example.org"}
        )
        assert again["Location"] == response["Location"]
        decide(comment=comment, action=Action.REFUSE, by=moderator, reason="U had gelijk.")
        assert [told.recipient for told in posted("report")] == ["lezer@example.org"]
        assert "U had gelijk." in posted("report")[0].text
        assert "U had gelijk." in text_of(visit(response["Location"]).main)

    @pytest.mark.parametrize("erased_by", ["writer", "moderator", "request"])
    def test_P12_reporter_hears_that_the_comment_is_gone(self, article, make_comment, moderator, erased_by):
        comment = make_comment(article, email="anna@example.org", confirmed_at=timezone.now())
        for number, outcome in enumerate(("open", "dismissed")):
            Report.objects.create(
                comment=comment, reason="private", language="nl", key=f"{number}", outcome=outcome,
                email=f"lezer{number}@example.org",
            )  # fmt: skip

        if erased_by == "request":
            erase_person(email="anna@example.org")
        else:
            erase_comment(comment=comment, by=moderator if erased_by == "moderator" else None)

        (told,) = posted("gone")
        assert told.recipient == "lezer0@example.org"
        for form in (told.text, told.html):
            assert ["verwijderd" in form, "/melding/" in form] == [True, False]

    def test_report_without_a_reason_is_asked_again(self, client, article, make_comment, visit):
        form = reverse("comments:report", args=[make_comment(article).pk])
        fields = {
            field["name"]: field.get("value", "")
            for field in visit(form).select("main form input")
            if field.get("type") == "hidden"
        }

        response = client.post(form, fields | {"explanation": "Zomaar"})

        page = BeautifulSoup(response.content, "html.parser")
        assert response.status_code == 422
        assert page.select_one(page.select_one(".form-problems a")["href"])["name"] == "reason"
        assert "Zomaar" in text_of(page.main)

    @pytest.mark.parametrize("state", [State.HELD, State.REFUSED, State.SPAM, State.TRASHED, State.ERASED])
    def test_what_nobody_can_read_cannot_be_reported(self, client, article, make_comment, state):
        comment = make_comment(article, state=state)

        assert client.get(reverse("comments:report", args=[comment.pk])).status_code == 404


class TestModerators:
    def prefer(self, user, choice, **fields):
        ModeratorPreference.objects.update_or_create(user=user, defaults={"mails": choice, **fields})

    @pytest.mark.parametrize(("choice", "number"), [("at_once", 1), ("daily", 0), ("none", 0)])
    def test_is_told_at_once_by_choice(self, visitor, article, moderator, choice, number):
        self.prefer(moderator, choice)

        visitor.send(article)

        assert len(posted("waits")) == number

    def test_link_opens_the_comment_after_the_login_and_changes_nothing(
        self, visitor, client, article, moderator
    ):
        self.prefer(moderator, MailChoice.AT_ONCE)
        visitor.send(article)
        link = path_in(posted("waits")[0], "/admin/comments/")

        assert client.get(link)["Location"] == f"/admin/login/?next={link}"
        client.force_login(moderator)
        assert client.get(link).status_code == 200
        assert Comment.objects.get().state == State.HELD

    def test_spam_is_mailed_to_nobody(self, visitor, article, moderator):
        from comments.models import BlockedSender

        self.prefer(moderator, MailChoice.AT_ONCE)
        BlockedSender.objects.create(kind="domain", value="spam.example")

        visitor.send(article, text="Kijk op www.spam.example/nu")

        assert Comment.objects.get().state == State.SPAM
        assert posted() == []

    def test_change_of_what_was_on_the_site_is_told(self, visitor, client, article, moderator):
        private = visitor.send(article)["Location"]
        decide(comment=Comment.objects.get(), action=Action.APPROVE, by=moderator)
        self.prefer(moderator, MailChoice.AT_ONCE)

        client.post(f"{private}verander/", {"text": "Heel anders"})

        assert len(posted("waits")) == 1

    def test_busy_hour_does_not_fill_a_mailbox(self, article, make_comment, moderator):
        self.prefer(moderator, MailChoice.AT_ONCE)

        for number in range(15):
            mails.tell_moderators(make_comment(article, f"Reactie {number}", state=State.HELD))

        assert len(posted("waits")) == 12

    def test_digest_comes_once_a_day_when_something_waits(self, article, make_comment, moderator, freezer):
        freezer.move_to("2026-11-25 09:00:00+01:00")
        assert mails.send_digests() == 0
        make_comment(article, state=State.HELD)

        mails.send_digests()
        mails.send_digests()
        freezer.tick(24 * 3600)
        mails.send_digests()

        assert [told.recipient for told in posted("comments for")] == [moderator.email] * 2
        assert posted("comments for")[0].subject == "1 reactie wacht op controle"

    def test_digest_waits_for_the_morning(self, article, make_comment, moderator, freezer):
        freezer.move_to("2026-11-25 03:00:00+01:00")
        make_comment(article, state=State.HELD)

        assert mails.send_digests() == 0

    def test_reminder_comes_after_working_days_and_for_who_wants_it(
        self, article, make_comment, moderator, freezer
    ):
        freezer.move_to("2026-11-20 12:00:00+01:00")  # a Friday
        make_comment(article, state=State.HELD)

        freezer.move_to("2026-11-25 12:00:00+01:00")  # three working days later
        assert mails.send_reminders() == 0
        freezer.move_to("2026-11-26 12:00:00+01:00")
        assert mails.send_reminders() == 1
        self.prefer(moderator, MailChoice.NONE, reminder=False)
        freezer.move_to("2026-11-27 12:00:00+01:00")
        assert mails.send_reminders() == 0
        assert [told.recipient for told in posted("reminder")] == [moderator.email]

    @pytest.mark.parametrize(
        ("today", "days"),
        [("2026-11-20", 0), ("2026-11-21", 0), ("2026-11-22", 0), ("2026-11-23", 1), ("2026-11-28", 5)],
    )
    def test_weekend_is_no_working_time(self, today, days):
        friday = datetime.fromisoformat("2026-11-20T17:00:00+01:00")

        assert workdays_since(friday, datetime.fromisoformat(today).date()) == days


BAD_FIELDS = [
    "a@b.nl\r\nBcc: x@y.z",
    "a@b.nl\nSubject: hoi",
    "a@b.nl%0d%0aBcc: x@y.z",
    "a@b.nl\u2028Bcc: x@y.z",
    "a@b.nl\u0085Bcc: x@y.z",
    '"a\r\nBcc: x@y.z"@b.nl',
]


@pytest.fixture
def delivered(mail_server):
    """Sends what is in the outbox, and gives what the mail server got."""

    def deliver() -> list:
        deliver_due()
        return mail_server.received

    return deliver


def hidden_fields(page: BeautifulSoup) -> dict:
    return {field["name"]: field.get("value", "") for field in page.select("main form input[type=hidden]")}


def test_T13_no_field_adds_a_header_or_a_receiver(
    visitor, article, make_comment, moderator, delivered, visit, monkeypatch
):
    for budget in ("posting.PER_NETWORK", "posting.PER_ADDRESS", "reporting.PER_NETWORK"):
        monkeypatch.setattr(f"comments.services.{budget}", Budget("many", amount=999, seconds=3600))
    ModeratorPreference.objects.create(user=moderator, mails=MailChoice.AT_ONCE)
    report = reverse("comments:report", args=[make_comment(article, "Staat er al").pk])
    ask = reverse("comments:ask_data")
    guards = {path: hidden_fields(visit(path)) for path in (report, ask)}
    fields = visitor.form(article)

    answers = []
    for value in BAD_FIELDS:
        for field in ("name", "email", "text"):
            words = {"email": "anna@example.org", "wants_decision": "on", "text": f"{value!r}"}
            answers.append(visitor.send(article, fields=fields, **words | {field: value}))
        about = guards[report] | {"reason": "other"}
        answers.append(visitor.client.post(report, about | {"explanation": value}))
        answers.append(visitor.client.post(report, about | {"email": value}))
        answers.append(visitor.client.post(ask, guards[ask] | {"email": value}))

    assert {answer.status_code for answer in answers} <= {200, 302, 422}
    received = delivered()
    assert len(received) >= 10
    for message in received:
        assert message["To"] in {"anna@example.org", moderator.email}
        assert message["Cc"] is message["Bcc"] is None
        assert len(message.get_all("Subject")) == 1
        assert "hoi" not in message["Subject"]
    assert mail_receivers(received) == {"anna@example.org", moderator.email}


def mail_receivers(messages) -> set[str]:
    return {receiver for message in messages for receiver in message["X-Envelope-To"].split(", ")}


ENDING = [settings.WAGTAIL_SITE_NAME, settings.WAGTAILADMIN_BASE_URL]


def test_T44_no_mail_holds_a_word_of_a_visitor(visitor, article, make_comment, moderator, delivered):
    ModeratorPreference.objects.create(user=moderator, mails=MailChoice.AT_ONCE)
    canary = "KANARIE http://evil.example/inloggen"
    root = make_comment(article, email="anna@example.org", wants_replies=True, confirmed_at=timezone.now())

    visitor.send(
        article, answers=root, name="KANARIE", text=canary, email="piet@example.org", wants_decision="on"
    )
    reply = Comment.objects.get(text=canary)
    Comment.objects.filter(pk=reply.pk).update(confirmed_at=timezone.now())
    decide(comment=reply, action=Action.APPROVE, by=moderator)
    Report.objects.create(
        comment=reply, reason="other", explanation=canary, email="lezer@example.org", language="nl", key="r"
    )
    decide(comment=reply, action=Action.REFUSE, by=moderator, reason="Nee.")

    assert {told.cause.split()[-1] for told in posted()} >= {"confirm"}
    assert len(posted()) == 6
    for told in posted():
        everything = f"{told.subject}{told.text}{told.html}{told.headers}{told.reply_to}"
        assert "KANARIE" not in everything
        assert "evil.example" not in everything
    received = delivered()
    assert len(received) == 6
    for message in received:
        assert message.get_body(("plain",)).get_content().splitlines()[-2:] == ENDING
        links = BeautifulSoup(message.get_body(("html",)).get_content(), "html.parser").select("a[href]")
        assert {link["href"].partition("/")[2].split("/")[1] for link in links} == {"localhost"}
        assert message["Reply-To"] is None
        assert "KANARIE" not in message.get_body(("plain",)).get_content()
