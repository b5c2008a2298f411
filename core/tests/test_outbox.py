"""Mail that is never lost and never doubled, with a real mail server that has its bad days (R7, R8, T13, P1)."""

import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connections, transaction
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from core.models import OutboxMail, SendingState
from core.outbox import GIVE_UP_AFTER, deliver, deliver_due, forget, post
from tests.forks import run_in_child
from tests.smtp import free_port

pytestmark = [pytest.mark.django_db, pytest.mark.long]

HOUR = timedelta(hours=1)
# The whole thousand tasks of the row take half a minute; as many kills find fewer of them just as well.
TASKS, KILLS = 400, 50


class Page:
    title = "Laat je horen"
    full_url = "https://example.org/laat-je-horen/"


def write(cause="form entry 1", to="redactie@example.org", **options):
    context = {"answers": [("Naam", "<b>Anna</b> & co")], "page": Page, "list_url": "https://example.org/x/"}
    return post(
        to=to,
        cause=cause,
        template="form_entry",
        context={**context, **options.pop("context", {})},
        **options,
    )


@pytest.fixture
def send(django_capture_on_commit_callbacks):
    """Writes a mail in a transaction of its own."""

    def run(**options):
        with django_capture_on_commit_callbacks(execute=True):
            return write(**options)

    return run


def state_of(mail):
    mail.refresh_from_db()
    return mail.state


def test_mail_arrives_as_text_and_html_in_dutch(send, mail_server):
    mail = send(headers={"X-About": "form"}, reply_to="anna@example.org")

    assert state_of(mail) == SendingState.SENT
    (message,) = mail_server.received
    assert message["To"] == "redactie@example.org"
    assert message["Reply-To"] == "anna@example.org"
    assert message["X-About"] == "form"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Subject"].strip() == "Formulier ‘Laat je horen’: nieuw bericht"
    text = message.get_body(("plain",)).get_content()
    assert "<b>Anna</b> & co" in text
    html = BeautifulSoup(message.get_body(("html",)).get_content(), "html.parser")
    assert html.html["lang"] == "nl"
    assert html.dd.get_text() == "<b>Anna</b> & co"
    assert not html.find_all(["script", "img", "link"])


def test_mail_can_be_in_another_language(send, mail_server):
    send(language="en")

    assert mail_server.received[0]["Subject"].strip() == "Form “Laat je horen”: new message"


def test_same_cause_is_mailed_once(send, mail_server):
    first, second = send(), send(to="other@example.org")

    assert first == second
    assert len(mail_server.received) == 1


def test_nothing_is_mailed_about_what_was_undone(mail_server, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        try:
            with transaction.atomic():
                write()
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass

    assert callbacks == []
    assert not OutboxMail.objects.exists()


def test_T13_no_line_break_gets_into_the_head(send, mail_server):
    class Nasty(Page):
        title = "Hoi\r\nBcc: x@example.org\u2028\x85"

    send(context={"page": Nasty})

    (message,) = mail_server.received
    assert message["Bcc"] is None
    assert "Bcc: x@example.org" in message["Subject"]


@pytest.mark.parametrize("refusal", ["421 4.3.2 try again later", "451 4.7.1 greylisted"])
def test_R7_mail_waits_while_the_server_says_not_now(send, mail_server, freezer, refusal):
    mail_server.refusals["data"] = refusal
    mail = send()
    assert state_of(mail) == SendingState.WAITING

    mail_server.refusals.clear()
    assert deliver_due() == 1  # tried a moment ago: somebody may still be at it
    assert not mail_server.received
    freezer.tick(HOUR)
    assert deliver_due() == 0

    assert state_of(mail) == SendingState.SENT
    assert len(mail_server.received) == 1


def test_R7_mail_survives_a_server_that_is_down(send, mail_server, freezer):
    with override_settings(EMAIL_PORT=free_port()):
        mails = [send(cause=f"cause {number}") for number in range(3)]
    assert {state_of(mail) for mail in mails} == {SendingState.WAITING}
    assert [mail.problem for mail in mails] == ["no connection", "", ""]

    freezer.tick(HOUR)

    assert deliver_due() == 0
    assert len(mail_server.received) == 3


def test_R7_server_that_says_nothing_is_not_waited_for_and_gets_the_mail_later(send, mail_server, freezer):
    mail_server.hangs = 60
    with override_settings(EMAIL_TIMEOUT=0.3):
        mail = send()
    assert state_of(mail) == SendingState.WAITING

    mail_server.hangs = 0
    freezer.tick(HOUR)
    deliver_due()

    assert len(mail_server.received) == 1


def test_R7_request_waits_once_for_a_server_that_says_nothing(
    mail_server, freezer, django_capture_on_commit_callbacks
):
    mail_server.hangs = 60

    with override_settings(EMAIL_TIMEOUT=0.3), django_capture_on_commit_callbacks(execute=True):
        began = time.perf_counter()
        mails = [write(cause=f"answer for follower {number}") for number in range(8)]

    assert {state_of(mail) for mail in mails} == {SendingState.WAITING}
    assert sum(mail.tries for mail in mails) == 1
    assert time.perf_counter() - began < 2

    mail_server.hangs = 0
    freezer.tick(HOUR)
    assert deliver_due() == 0
    assert len(mail_server.received) == 8


def test_R7_slow_server_gets_one_mail_of_a_request_and_the_rest_of_the_next_round(
    mail_server, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr("core.outbox.SLOW_SECONDS", 0)

    with django_capture_on_commit_callbacks(execute=True):
        mails = [write(cause=f"answer for follower {number}") for number in range(4)]

    assert [state_of(mail) for mail in mails] == ["sent", "waiting", "waiting", "waiting"]
    assert deliver_due() == 0
    assert len(mail_server.received) == 4


def test_R7_round_stops_at_a_server_that_does_not_answer_and_goes_on_after_a_refusal(
    send, mail_server, freezer
):
    with override_settings(EMAIL_PORT=free_port()):
        for number in range(4):
            send(cause=f"cause {number}")
        freezer.tick(HOUR)
        assert deliver_due() == 4
    assert sum(OutboxMail.objects.values_list("tries", flat=True)) == 2

    mail_server.refusals["data"] = "421 not now"
    freezer.tick(HOUR)
    assert deliver_due() == 4
    assert sum(OutboxMail.objects.values_list("tries", flat=True)) == 6


@pytest.mark.django_db(transaction=True)
@override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}})
def test_R7_with_a_worker_no_request_speaks_to_the_mail_server(mail_server):
    with transaction.atomic():
        mail = write()
    assert (state_of(mail), mail_server.received) == (SendingState.WAITING, [])

    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)

    assert state_of(mail) == SendingState.SENT
    assert len(mail_server.received) == 1


def test_R7_server_that_hangs_up_gets_the_mail_again_under_the_same_name(send, mail_server, freezer):
    mail_server.hangs_up = True
    send()
    mail_server.hangs_up = False
    freezer.tick(HOUR)
    deliver_due()

    first, second = mail_server.received
    assert first["Message-ID"] == second["Message-ID"]


def test_R7_pauses_grow_and_after_five_days_it_is_given_up(send, mail_server, freezer):
    mail_server.refusals["data"] = "421 not now"
    mail = send()
    tries = [mail.queued_at]
    while state_of(mail) == SendingState.WAITING:
        tries.append(mail.due_at)
        freezer.move_to(mail.due_at)
        deliver_due()

    pauses = [later - earlier for earlier, later in pairwise(tries)]
    assert pauses == sorted(pauses)
    assert mail.ended_at - mail.queued_at > GIVE_UP_AFTER
    assert len(pauses) < 50
    assert mail.problem == "SMTPDataError 421"


def test_address_that_is_refused_for_good_is_given_up_at_once(send, mail_server):
    mail_server.refusals["rcpt"] = "550 5.1.1 no such user nobody@example.org"
    mail = send()

    assert state_of(mail) == SendingState.FAILED
    assert "nobody" not in mail.problem


def test_R8_one_mail_that_cannot_be_made_does_not_stop_the_others(send, mail_server):
    mails = [send(cause=f"cause {number}", reply_to=reply) for number, reply in enumerate(["", "a\nb", ""])]

    assert [state_of(mail) for mail in mails] == [SendingState.SENT, SendingState.FAILED, SendingState.SENT]


@pytest.mark.django_db(transaction=True)
def test_R8_two_workers_send_one_mail_once(mail_server):
    mail = OutboxMail.objects.create(
        cause="two", recipient="a@example.org", subject="Hoi", text="Hoi", html="Hoi"
    )

    def work(_number):
        deliver.call(mail.pk)
        connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))

    assert len(mail_server.received) == 1


@pytest.mark.django_db(transaction=True)
def test_R8_killed_workers_lose_nothing_and_double_hardly_anything(mail_server):
    rows = [
        OutboxMail(cause=f"cause {number}", recipient="a@example.org", subject="Hoi", text="Hoi", html="Hoi")
        for number in range(TASKS)
    ]
    OutboxMail.objects.bulk_create(rows)

    for _kill in range(KILLS):
        kill_a_worker_at_work()
        # What it had in hand is offered again after a pause, which is over now.
        OutboxMail.objects.waiting().update(due_at=timezone.now())
    assert OutboxMail.objects.waiting().exists()
    deliver_due()

    assert set(OutboxMail.objects.values_list("state", flat=True)) == {SendingState.SENT}
    names = [message["Message-ID"] for message in mail_server.received]
    assert len(set(names)) == TASKS
    # Only what was killed between the answer of the server and the note of it went twice, under the same name.
    assert len(names) <= TASKS + KILLS


def kill_a_worker_at_work() -> None:
    """Let a process send what is due, until it is killed at some moment within a fraction of a second."""

    def until_death() -> None:
        signal.setitimer(signal.ITIMER_REAL, random.uniform(0.005, 0.03))
        deliver_due()

    assert run_in_child(until_death) in {0, signal.SIGALRM}


def test_P1_text_and_address_are_deleted_and_the_cause_is_remembered(send, mail_server, freezer):
    mail = send(reply_to="anna@example.org")
    freezer.tick(timedelta(days=6, hours=23))
    assert forget() == 0
    freezer.tick(HOUR * 2)
    assert forget() == 1

    mail.refresh_from_db()
    assert [mail.recipient, mail.reply_to, mail.subject, mail.text, mail.html] == [""] * 5
    send()
    assert len(mail_server.received) == 1

    freezer.tick(timedelta(days=400))
    forget()
    assert not OutboxMail.objects.exists()


def test_mail_that_waits_is_not_forgotten(send, mail_server, freezer):
    mail_server.refusals["data"] = "421 not now"
    send()
    freezer.tick(timedelta(days=60))

    assert forget() == 0


# --- For the staff ---


@pytest.fixture
def failed(send, mail_server):
    mail_server.refusals["rcpt"] = "550 no such user"
    mail = send()
    mail_server.refusals.clear()
    return mail


def test_R7_staff_see_what_failed_and_send_it_again(
    signed_in, failed, mail_server, django_capture_on_commit_callbacks
):
    reviewer = signed_in("reviewer")
    address = reverse("site_reports:mails") + "?state=failed"
    assert address in reviewer.get("/admin/").content.decode()
    page = BeautifulSoup(reviewer.get(address).content, "html.parser")
    assert failed.subject in page.main.get_text()

    form = page.select_one(".answers form")
    with django_capture_on_commit_callbacks(execute=True):
        response = reviewer.post(form["action"], {"next": address})

    assert response.url == address
    assert state_of(failed) == SendingState.SENT
    assert len(mail_server.received) == 1


def test_nothing_is_sent_by_looking(signed_in, failed, mail_server):
    response = signed_in("reviewer").get(reverse("site_reports:send_mail_again", args=[failed.pk]))

    assert response.status_code == 405
    assert not mail_server.received


@pytest.mark.parametrize("role", ["editor", "translator", "moderator"])
def test_others_see_no_mails(signed_in, failed, role):
    browser = signed_in(role)

    assert failed.subject not in browser.get(reverse("site_reports:mails"), follow=True).content.decode()
    assert gettext("Mails") not in browser.get("/admin/").content.decode()
    browser.post(reverse("site_reports:send_mail_again", args=[failed.pk]))
    assert state_of(failed) == SendingState.FAILED


def test_list_of_mails_costs_the_same_for_one_and_three(admin_client, tree, send, mail_server):
    def queries():
        with CaptureQueriesContext(connections["default"]) as found:
            admin_client.get(reverse("site_reports:mails"))
        return len(found)

    send(cause="one")
    queries()
    one = queries()
    send(cause="two")
    send(cause="three")

    assert queries() == one
