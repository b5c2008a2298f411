"""The door of staff: passwords are counted, and a second factor can be switched on."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from users.models import User
from users.second_factor import is_on

pytestmark = pytest.mark.django_db

DOOR, CHECK, OWN = "/admin/login/", "/admin/login/code/", "/admin/account/second-factor/"


@pytest.fixture
def boss(tree):
    return User.objects.create_superuser("beheer@example.org", "koffie-in-de-straat")


def enter(client, password="koffie-in-de-straat", email="beheer@example.org"):
    return client.post(DOOR, {"username": email, "password": password})


def shown_by(device: TOTPDevice, steps: int = 0) -> str:
    """What the app shows, now or some half minutes later."""
    return f"{totp(device.bin_key, t0=-30 * steps):06}"


@pytest.fixture
def second_factor(boss):
    """Switches the second factor of the administrator on; gives the recovery codes."""
    client = Client()
    client.force_login(boss)
    client.get(OWN)
    response = client.post(OWN, {"token": shown_by(TOTPDevice.objects.get())})
    return [code.get_text() for code in BeautifulSoup(response.content, "html.parser").select("li code")]


def test_right_password_lets_in(boss, client):
    assert enter(client)["Location"] == "/admin/"


# A budget is one of a quarter of an hour: in its last minute the wait is told in seconds.
@pytest.mark.parametrize(
    ("clock", "told"), [("10:00:00", "te vaak geprobeerd"), ("10:14:30", "over 30 seconden opnieuw")]
)
def test_password_is_throttled_also_when_it_is_right_at_last(boss, client, freezer, clock, told):
    freezer.move_to(f"2026-03-02 {clock}")
    for _try in range(10):
        enter(client, "verkeerd")

    response = enter(client)

    assert "_auth_user_id" not in client.session
    assert told in response.content.decode()


def test_unknown_account_is_throttled_alike(boss, client, freezer):
    freezer.move_to("2026-03-02 10:00:00")
    for _try in range(10):
        enter(client, email="nobody@example.org")

    assert "te vaak geprobeerd" in enter(client, email="nobody@example.org").content.decode()


def test_second_factor_is_asked_before_anybody_is_in(boss, second_factor, client, freezer):
    freezer.tick(60)
    response = enter(client)

    assert response["Location"] == CHECK
    assert client.get("/admin/").status_code == 302
    client.post(CHECK, {"token": shown_by(TOTPDevice.objects.get())})
    assert client.get("/admin/").status_code == 200


def test_wrong_figures_do_not_let_in(boss, second_factor, client):
    enter(client)

    assert client.post(CHECK, {"token": "000000"}).status_code == 422
    assert client.get("/admin/").status_code == 302


def test_recovery_code_works_once(boss, second_factor):
    assert len(second_factor) == 8
    for expected in (200, 302):
        client = Client()
        enter(client)
        client.post(CHECK, {"token": second_factor[0]})
        assert client.get("/admin/").status_code == expected


def test_second_door_without_the_first_leads_back(boss, second_factor, client):
    assert client.get(CHECK)["Location"].startswith(DOOR)


def test_switching_off_takes_a_code(boss, second_factor, client, freezer):
    client.force_login(boss)

    client.post(OWN, {"token": "nee"})
    assert is_on(boss)
    freezer.tick(5)  # after a wrong code the library waits a moment
    client.post(OWN, {"token": second_factor[1]})

    assert not is_on(boss)


def test_administrator_helps_who_lost_the_telephone(boss, signed_in, client):
    person = signed_in("editor").user
    TOTPDevice.objects.create(user=person, confirmed=True)

    assert signed_in("reviewer").post(f"/admin/users/{person.pk}/second-factor/").status_code == 302
    assert is_on(person)
    client.force_login(boss)
    client.post(f"/admin/users/{person.pk}/second-factor/")

    assert not is_on(person)


def test_members_never_come_through_this_door(tree, client):
    member = User.objects.create_user("lid@example.org")
    client.force_login(member)

    assert client.get("/admin/").status_code == 302
    assert not member.has_usable_password()
