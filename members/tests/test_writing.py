"""Visitors write to a group by form; its address is nowhere (P9, T13)."""

import json

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from core.models import OutboxMail

pytestmark = pytest.mark.django_db

ADDRESS = "info@buurttuin.example"
MESSAGE = {"name": "Henk", "email": "henk@example.org", "message": "Mag ik komen kijken?"}


@pytest.fixture
def group(tree):
    return tree.member(email=ADDRESS, email_public=True)


@pytest.fixture
def write(client, freezer, mailed):
    """Sends the form as a visitor; gives the answer and the mails."""

    def send(group, **changes):
        path = f"/schrijf/{group.pk}/"
        token = client.get(path).context["token"]
        freezer.tick(10)
        answers = {}
        messages = mailed(
            lambda: answers.setdefault("it", client.post(path, MESSAGE | {"guard-token": token} | changes))
        )
        return answers["it"], messages

    return send


def test_P9_address_is_never_shown_and_the_form_reaches_the_group(group, write, client):
    page = client.get(group.url).content.decode()
    assert BeautifulSoup(page, "html.parser").select_one(f'a[href="/schrijf/{group.pk}/"]')
    for path in (
        group.url,
        "/leden/",
        f"/schrijf/{group.pk}/",
        f"/api/v1/members/{group.pk}",
        "/sitemap.xml",
    ):
        assert ADDRESS not in client.get(path).content.decode(), path

    response, messages = write(group)

    assert response["Location"] == "/schrijf/verstuurd/"
    assert [(m.to, m.reply_to) for m in messages] == [([ADDRESS], ["henk@example.org"])]
    assert "Mag ik komen kijken?" in messages[0].body
    assert "Henk" not in messages[0].subject


def test_P9_who_did_not_tick_it_gets_no_mail(tree, client):
    for group in (
        tree.member(email=ADDRESS),
        tree.member(email_public=True),
        tree.member(email=ADDRESS, email_public=True, live=False),
        tree.member(email=ADDRESS, email_public=True, state="paused"),
    ):
        assert client.get(f"/schrijf/{group.pk}/").status_code == 404
        assert client.get(f"/api/v1/members/{group.pk}/message").status_code == 404


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"guard-website": "x"}, 422),
        ({"guard-token": "vals"}, 403),
        ({"email": "a@b.nl\r\nBcc: x@y.z"}, 422),
        ({"name": "a\u2028b"}, 422),
        ({"message": ""}, 422),
    ],
)
def test_message_that_is_refused_is_not_mailed_and_kept_in_the_form(group, write, changes, status):
    response, messages = write(group, **changes)

    assert (response.status_code, messages) == (status, [])
    assert 'value="Henk"' in response.content.decode() or "name" in changes


def test_reading_the_form_sets_no_cookie_and_another_site_cannot_send_it(group, client):
    assert not client.get(f"/schrijf/{group.pk}/").cookies
    assert (
        Client().post(f"/schrijf/{group.pk}/", MESSAGE, HTTP_SEC_FETCH_SITE="cross-site").status_code == 403
    )


def test_flood_is_stopped_and_the_same_message_goes_once(group, write, client, freezer):
    freezer.move_to("2026-11-20 12:00")  # budgets begin anew with the hour
    token = client.get(f"/schrijf/{group.pk}/").context["token"]
    freezer.tick(10)
    for _time in range(2):
        client.post(f"/schrijf/{group.pk}/", MESSAGE | {"guard-token": token})
    assert OutboxMail.objects.filter(recipient=ADDRESS).count() == 1

    statuses = [write(group, message=f"Nog {number}")[0].status_code for number in range(4)]

    assert statuses == [302, 302, 302, 429]


def test_other_front_end_sends_the_same_message(group, client, freezer):
    path = f"/api/v1/members/{group.pk}/message"
    token = client.get(path).json()["token"]
    freezer.tick(10)

    def send(**changes):
        body = json.dumps(MESSAGE | {"token": token} | changes)
        return client.post(path, body, content_type="application/json")

    assert send(email="geen adres").status_code == 422
    assert send(token="vals").status_code == 403
    assert send().status_code == 202
    assert OutboxMail.objects.get(recipient=ADDRESS).reply_to == "henk@example.org"
    assert client.get(f"/api/v1/members/{group.pk}").json()["contact"]["takes_messages"] is True
