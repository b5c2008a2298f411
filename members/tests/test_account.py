"""Correcting the own name and address (T12, T14-T17, T24, T43)."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from core.models import OutboxMail
from members.models import Application, Invitation
from members.services.account import ask_new_address
from members.services.privacy import delete_account, everything_about
from tests.portal import code_in, link_in
from tests.tree import text_of
from users.models import AddressChange, User

pytestmark = pytest.mark.django_db

NAME, ADDRESS, DATA = "/mijn/gegevens/naam/", "/mijn/gegevens/adres/", "/mijn/gegevens/"
OLD, NEW = "oud@example.org", "nieuw@example.org"


@pytest.fixture
def member(make_writer):
    return make_writer(email=OLD)


@pytest.fixture
def ask(member, mailed):
    """Asks for another address and gives the mails: ``ask()``, ``ask(email)``."""
    return lambda email=NEW: mailed(lambda: member.client.post(ADDRESS, {"email": email}))


def account(member) -> User:
    return User.objects.get(pk=member.user.pk)


def facts(client) -> str:
    return text_of(BeautifulSoup(client.get(DATA).content, "html.parser").select_one(".facts__list"))


def test_name_is_corrected_where_it_stands(member):
    form = member.client.get(NAME).context["form"]
    assert form["name"].value() == member.user.first_name

    response = member.client.post(NAME, {"name": "  Fatima  de Wit "})

    assert response["Location"] == DATA
    assert (account(member).first_name, account(member).last_name) == ("Fatima", "de Wit")
    assert "Fatima de Wit" in member.get("mensen/").content.decode()
    assert ModelLogEntry.objects.get(action="users.renamed").data == {"before": member.user.first_name}


@pytest.mark.parametrize("name", ["", "   ", "Fatima\r\nBcc: x@example.org", "x" * 121])
def test_T13_name_that_cannot_be_one_is_refused(member, name):
    assert member.client.post(NAME, {"name": name}).status_code == 422
    assert account(member).first_name == member.user.first_name


def test_address_changes_by_the_button_in_the_mail_to_it_and_the_old_one_is_told(member, ask, mailed):
    (message,) = ask("Nieuw@Example.org")
    link = link_in(message)
    assert message.to == [NEW]
    assert f"{NEW} (wacht op de knop in de mail aan dit adres)" in facts(member.client)
    for _visit in range(3):
        assert "Ja, dit is mijn adres" in member.client.get(link).content.decode()
    assert account(member).email == OLD

    (told,) = mailed(lambda: member.client.post(link))

    assert account(member).email == NEW
    assert (told.to, told.subject) == ([OLD], "U logt nu in met een ander adres")
    assert NEW not in told.body  # who reads the old mailbox need not know
    assert "wacht op" not in facts(member.client)
    assert ModelLogEntry.objects.get(action="users.address_changed").data == {"before": OLD}


def test_T24_other_sessions_and_codes_at_the_old_address_end(member, ask, mailed):
    other, thief = Client(), Client()
    other.force_login(member.user)
    code = code_in(mailed(lambda: thief.post("/inloggen/", {"email": OLD}))[0])

    member.client.post(link_in(ask()[0]))
    thief.post("/inloggen/code/", {"code": code})

    assert member.client.get(DATA).status_code == 200
    assert other.get(DATA).status_code == 302
    assert "_auth_user_id" not in thief.session
    assert code_in(mailed(lambda: Client().post("/inloggen/", {"email": NEW}))[0])


def test_T16_address_of_another_account_gets_the_same_answer_for_the_same_work(member, make_writer, mailed):
    make_writer(email="bezet@example.org")
    member.client.post(ADDRESS, {"email": "eerder@example.org"}, follow=True)
    counts, pages, mails = [], [], []
    for email in ("vrij.0@example.org", "bezet@example.org"):
        with CaptureQueriesContext(connection) as queries:
            mails += mailed(lambda email=email: member.client.post(ADDRESS, {"email": email}))
        counts.append(len(queries))
        pages.append(
            [member.client.get(path).content.decode().replace(email, "") for path in (DATA, ADDRESS)]
        )

    assert counts[0] == counts[1]
    assert [text_of(BeautifulSoup(page, "html.parser").main) for page in pages[0]] == [
        text_of(BeautifulSoup(page, "html.parser").main) for page in pages[1]
    ]
    assert mails[1].subject == "Bij dit adres hoort al een account"
    assert "/mijn/" not in mails[1].body


def test_T15_link_works_once_for_a_day_for_who_asked_and_only_the_newest(member, ask, make_writer, freezer):
    first, second = (link_in(ask(f"{n}@example.org")[0]) for n in "ab")
    stranger = make_writer()
    for client, link in ((member.client, first), (stranger.client, second), (member.client, f"{ADDRESS}x/")):
        response = client.post(link)
        assert response.status_code == 410
        assert "Een link werkt één keer" in response.content.decode()
    assert Client().post(second)["Location"].startswith("/inloggen/?next=")
    freezer.tick(timedelta(days=1, seconds=1))
    member.client.force_login(account(member))
    assert member.client.post(second).status_code == 410
    third = link_in(ask("c@example.org")[0])
    assert member.client.post(third).status_code == 302
    assert member.client.post(third).status_code == 410

    assert account(member).email == "c@example.org"
    assert User.objects.get(pk=stranger.user.pk).email == stranger.user.email


def test_address_that_somebody_else_got_meanwhile_is_not_taken(member, ask):
    link = link_in(ask()[0])
    User.objects.create_user(NEW)

    assert member.client.post(link).status_code == 410
    assert account(member).email == OLD


def test_old_address_can_be_kept(member, ask):
    link = link_in(ask()[0])

    member.client.post(ADDRESS, {"action": "forget"})

    assert member.client.post(link).status_code == 410
    assert "wacht op" not in facts(member.client)


def test_T43_asking_is_throttled_for_an_account_and_for_an_address(member, make_writer, mailed):
    for _colleague in range(3):
        make_writer().client.post(ADDRESS, {"email": NEW})
    refused = member.client.post(ADDRESS, {"email": NEW})
    for number in range(4):
        member.client.post(ADDRESS, {"email": f"{number}@example.org"})

    assert (refused.status_code, "Retry-After" in refused) == (429, True)
    assert OutboxMail.objects.filter(recipient=NEW).count() == 3
    assert member.client.post(ADDRESS, {"email": "5@example.org"}).status_code == 429


@pytest.mark.parametrize("email", ["", "geen adres", OLD.upper(), "a@b.nl\r\nBcc: x@y.zz"])
def test_address_that_cannot_be_a_new_one_is_refused(member, email):
    response = member.client.post(ADDRESS, {"email": email})

    assert response.status_code == 422
    assert not AddressChange.objects.exists()


def test_old_address_in_the_contact_details_is_pointed_out(member, ask):
    member.fill("stap/contact/", email=OLD)

    response = member.client.post(link_in(ask()[0]), follow=True)

    assert f"Bij Contact van {member.page.title} staat nog uw oude adres." in response.content.decode()


def test_staff_change_theirs_in_the_admin(signed_in):
    client = signed_in("editor")

    assert [client.get(path).status_code for path in (NAME, ADDRESS)] == [404, 404]
    assert "Veranderen" not in facts(client)


def test_what_was_under_the_old_name_and_address_goes_along_and_is_erased_with_the_rest(member, ask, mailed):
    Application.objects.create(
        organisation="x", contact_name="x", email=OLD, about="x", told="x", key="k", token="t"
    )
    Invitation.objects.create(page=member.page, email=OLD, token="t", accepted_at=member.user.date_joined)
    member.client.post(NAME, {"name": "Fatima Kanarie"})
    member.client.post(NAME, {"name": "Fatima Postma"})
    member.write_story(f"Bel Fatima Kanarie, {OLD}.")
    member.client.post(link_in(ask()[0]))
    data = everything_about(account(member))
    assert len(data["applications"]) == len(data["invitations"]) == 1
    assert {row["action"] for row in data["account_log"]} >= {"users.renamed", "users.address_changed"}

    mailed(lambda: delete_account(user=account(member), pages_too=False))

    assert "Bel een van ons, ." in str(member.draft().body)
    assert not Application.objects.exists()
    assert not Invitation.objects.exists()
    assert not OutboxMail.objects.naming(OLD).exists()
    assert not [data for data in ModelLogEntry.objects.values_list("label", "data") if OLD in str(data)]


def test_link_that_nobody_used_is_forgotten(member, freezer):
    ask_new_address(user=member.user, email=NEW, address="127.0.0.1")
    freezer.tick(timedelta(days=2))

    call_command("housekeep")

    assert not AddressChange.objects.exists()
