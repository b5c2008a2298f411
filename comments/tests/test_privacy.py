"""What is kept of people, for how long, and how they get a copy or have it erased (P1, P2, P5, P7, P12, P13)."""

from datetime import timedelta
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from comments.enums import Action, Rule, State
from comments.models import Comment, DataRequest, Report, SpentProof, WordRule
from comments.services.moderating import decide
from comments.services.privacy import erase_person
from comments.tests.conftest import fields_of
from core.models import DailyKey, OutboxMail
from core.throttle import Budget
from tests.tree import text_of

pytestmark = pytest.mark.django_db

CANARY = "kanarie@example.org"


@pytest.fixture
def moderator(signed_in):
    return signed_in("moderator").user


def housekeep() -> None:
    call_command("housekeep", stdout=StringIO())


def found_in_database(canary: str) -> list[str]:
    """The tables that hold ``canary`` anywhere."""
    tables = connection.introspection.table_names()
    found = []
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            if any(canary.lower() in str(row).lower() for row in cursor.fetchall()):
                found.append(table)
    return found


class TestClock:
    @pytest.mark.parametrize("state", [State.REFUSED, State.SPAM, State.TRASHED])
    def test_P1_rejected_comment_goes_after_the_period(self, article, make_comment, freezer, state):
        make_comment(article, "KANARIE", state=state, decided_at=timezone.now())
        make_comment(article, "Blijft")
        make_comment(article, "Wacht", state=State.HELD)

        freezer.tick(timedelta(days=29))
        housekeep()
        assert Comment.objects.count() == 3
        freezer.tick(timedelta(days=2))
        housekeep()

        assert {comment.text for comment in Comment.objects.all()} == {"Blijft", "Wacht"}
        assert found_in_database("KANARIE") == []

    def test_P1_rejected_comment_with_answers_leaves_an_empty_place(
        self, article, make_comment, freezer, client
    ):
        root = make_comment(article, "KANARIE", state=State.TRASHED, decided_at=timezone.now())
        make_comment(article, "Antwoord", parent=root)

        freezer.tick(timedelta(days=31))
        housekeep()

        assert found_in_database("KANARIE") == []
        assert "Antwoord" in client.get(article.url).content.decode()

    def test_P1_address_that_nobody_confirmed_goes_after_a_day(self, article, make_comment, freezer):
        comment = make_comment(article, email=CANARY, wants_replies=True)

        freezer.tick(timedelta(hours=23))
        housekeep()
        assert Comment.objects.get().email
        freezer.tick(timedelta(hours=2))
        housekeep()

        comment.refresh_from_db()
        assert (comment.email, comment.wants_replies, comment.text) == ("", False, "Wat een mooi feest.")

    @pytest.mark.parametrize(("follows", "days"), [(False, 30), (True, 365)])
    def test_P1_confirmed_address_goes_after_the_decision_or_later_for_who_follows(
        self, article, make_comment, freezer, follows, days
    ):
        now = timezone.now()
        make_comment(article, email=CANARY, wants_replies=follows, confirmed_at=now, decided_at=now)

        freezer.tick(timedelta(days=days, hours=-1))
        housekeep()
        assert found_in_database(CANARY) != []
        freezer.tick(timedelta(hours=2))
        housekeep()

        assert found_in_database(CANARY) == []

    def test_P1_masked_passage_and_reports_go(self, article, make_comment, freezer):
        comment = make_comment(article, original="KANARIE", masked_at=timezone.now())
        Report.objects.create(
            comment=comment, reason="other", explanation="KANARIE", email=CANARY, language="nl", key="r",
            outcome="dismissed", decided_at=timezone.now(),
        )  # fmt: skip
        SpentProof.objects.create(signature="s", until=timezone.now())
        DataRequest.objects.create(email=CANARY)

        freezer.tick(timedelta(days=31))
        housekeep()
        assert (found_in_database(CANARY), found_in_database("KANARIE")) == ([], ["comments_report"])
        freezer.tick(timedelta(days=60))
        housekeep()

        assert found_in_database("KANARIE") == []
        assert not SpentProof.objects.exists()


class TestPerson:
    @pytest.fixture
    def link(self, client, article, make_comment):
        """The address in the mail to somebody with two comments and a report."""
        root = make_comment(article, "KANARIE een", name="KANARIE", email=CANARY, confirmed_at=timezone.now())
        make_comment(article, "Antwoord van een ander", name="Piet", parent=root)
        other = make_comment(article, "KANARIE twee", name="KANARIE", email=CANARY, state=State.REFUSED)
        Report.objects.create(
            comment=other, reason="other", explanation="KANARIE melding", email=CANARY, language="nl", key="r"
        )
        ask = reverse("comments:ask_data")
        client.post(ask, fields_of(client.get(ask)) | {"email": CANARY})
        html = OutboxMail.objects.get(cause__contains="comment data").html
        (href,) = [a["href"] for a in BeautifulSoup(html, "html.parser").select("a.button")]
        return href.removeprefix("http://localhost")

    def test_P5_copy_holds_everything(self, client, link):
        assert "2 reacties" in text_of(BeautifulSoup(client.get(link).content, "html.parser").main)

        response = client.post(link, {"wish": "copy"})

        data = response.json()
        assert [comment["text"] for comment in data["comments"]] == ["KANARIE een", "KANARIE twee"]
        assert [report["explanation"] for report in data["reports"]] == ["KANARIE melding"]
        assert response.headers["Cache-Control"] == "private, no-store"
        assert "attachment" in response.headers["Content-Disposition"]

    def test_P5_erasure_leaves_nothing_but_the_answers_of_others(self, client, link, article):
        for _scanner in range(3):
            client.get(link)
        assert Comment.objects.filter(email=CANARY).count() == 2

        asked = BeautifulSoup(client.post(link, {"wish": "erase"}).content, "html.parser").main
        assert text_of(asked.h1) == "Alles voorgoed wissen?"
        assert ["2 reacties" in text_of(asked), "Wat anderen antwoordden" in text_of(asked)] == [True, True]
        client.post(link)  # no, back
        assert Comment.objects.filter(email=CANARY).count() == 2

        client.post(link, {"wish": asked.select_one("button[name=wish]")["value"]})

        assert found_in_database("KANARIE") == []
        page = BeautifulSoup(client.get(article.url).content, "html.parser")
        assert text_of(page.select_one(".comment__gone")) == "Verwijderd op verzoek van de schrijver."
        assert text_of(page.select_one(".comment__text")) == "Antwoord van een ander"
        assert client.get(link).status_code == 410

    def test_P5_link_works_for_a_day_and_for_one_address(self, client, link, freezer):
        pk = DataRequest.objects.get().pk
        assert client.get(link.replace(f"/{pk}.", f"/{pk + 1}.")).status_code == 404

        freezer.tick(timedelta(days=1, minutes=1))

        for wish in ("copy", "erase", "erase-for-good"):
            response = client.post(link, {"wish": wish})
            page = BeautifulSoup(response.content, "html.parser")
            assert response.status_code == 410
            assert page.select_one("main a.button")["href"] == reverse("comments:ask_data")
        assert Comment.objects.filter(email=CANARY).count() == 2

    def test_answer_is_the_same_for_an_unknown_address(self, client, article, make_comment):
        make_comment(article, email=CANARY)
        ask = reverse("comments:ask_data")

        answers = [
            client.post(ask, fields_of(client.get(ask)) | {"email": email}).content
            for email in (CANARY, "niemand@example.org")
        ]

        assert answers[0] == answers[1]

    def test_network_that_asks_too_often_must_wait(self, client, db, monkeypatch):
        few = Budget("comment_data_network", amount=2, seconds=3600)
        monkeypatch.setattr("comments.services.privacy.REQUEST_PER_NETWORK", few)
        ask = reverse("comments:ask_data")

        answers = [
            client.post(ask, fields_of(client.get(ask)) | {"email": f"a{number}@example.org"})
            for number in range(3)
        ]

        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert OutboxMail.objects.count() == 2

    def test_one_address_gets_three_links_a_day(self, client, db, monkeypatch):
        many = Budget("comment_data_network", amount=99, seconds=3600)
        monkeypatch.setattr("comments.services.privacy.REQUEST_PER_NETWORK", many)
        ask = reverse("comments:ask_data")

        for _time in range(5):
            client.post(ask, fields_of(client.get(ask)) | {"email": CANARY})

        assert OutboxMail.objects.count() == 3

    def test_P5_mails_that_wait_are_not_sent_to_who_was_erased(self, article, make_comment, moderator):
        comment = make_comment(
            article, email=CANARY, wants_decision=True, confirmed_at=timezone.now(), state=State.HELD
        )
        decide(comment=comment, action=Action.APPROVE, by=moderator)
        assert OutboxMail.objects.filter(recipient=CANARY).exists()

        erase_person(email=CANARY.upper())

        assert found_in_database(CANARY) == []


def test_P7_nothing_is_kept_of_the_network(visitor, article):
    visitor.client.defaults["REMOTE_ADDR"] = "192.0.2.77"

    visitor.send(article, email=CANARY, wants_decision="on")

    assert found_in_database("192.0.2.77") == []
    assert "core_spending" not in found_in_database(CANARY)


def test_P7_key_of_two_days_ago_is_nowhere(visitor, article, freezer):
    visitor.send(article)
    key = DailyKey.objects.get().key
    assert "core_dailykey" in found_in_database(key)

    freezer.tick(timedelta(days=2))
    housekeep()

    assert found_in_database(key) == []


def test_P14_log_names_no_person_and_no_text(visitor, article, moderator):
    visitor.send(article, name="KANARIE", text="KANARIE KANARIE")
    comment = Comment.objects.get()

    decide(comment=comment, action=Action.TRASH, by=moderator, reason="Kort")
    erase_person(email="")
    comment.delete()

    assert ModelLogEntry.objects.exists()
    assert found_in_database("KANARIE") == []


def test_P13_form_asks_not_to_write_private_things_of_others(visitor, article, visit):
    page = visit(reverse("comments:write", args=[article.pk]))

    assert "privégegevens van anderen" in text_of(page.select_one(".form__notice"))


def test_P13_word_list_holds_what_may_tell_of_health_and_shows_the_moderator(
    visitor, article, set_rule, signed_in, cheap_proof
):
    set_rule(article, Rule.OPEN)
    WordRule.objects.create(phrase="diagnose*", action="hold")

    visitor.send(article, solved=True, text="De diagnose van mijn buurman is bekend.")

    comment = Comment.objects.get()
    assert comment.state == State.HELD
    desk = signed_in("moderator").get(reverse("comments_admin:desk", args=[comment.pk]))
    assert "een woord van de lijst" in text_of(BeautifulSoup(desk.content, "html.parser"))
