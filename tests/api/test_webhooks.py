"""Who hears of what changed, how it is proven to be ours, and to where nothing is ever sent."""

import json
import socket

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from comments.models import Comment
from core.chores import all_chores
from core.models import SendingState
from headless import addresses, webhooks
from headless.addresses import NotAllowed, is_public
from headless.enums import WebhookEvent
from headless.models import Delivery, Webhook
from home.models import Navigation
from tests.tree import text_of

pytestmark = pytest.mark.django_db


class OtherSite:
    """The site that listens: what it heard, and what it answers next (204 when nothing is said)."""

    def __init__(self):
        self.heard = []
        self.answers = []

    def send(self, url, body, headers):
        self.heard.append((url, body, headers))
        return self.answers.pop(0) if self.answers else 204

    @property
    def events(self):
        return [json.loads(body)["event"] for _url, body, _headers in self.heard]

    @property
    def last(self):
        return json.loads(self.heard[-1][1])


@pytest.fixture
def webhook(tree):
    return Webhook.objects.create(
        name="App", url="https://app.example.org/hook", events=[event.value for event in WebhookEvent]
    )


@pytest.fixture
def other_site(webhook, monkeypatch):
    site = OtherSite()
    monkeypatch.setattr(webhooks, "send", site.send)
    return site


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_publishing_is_told_with_paths_and_languages_and_a_signature(tree, webhook, other_site, committed):
    page = tree.news("Buurtfeest", slug="buurtfeest", live=False)
    with committed():
        page.save_revision().publish()

    url, body, headers = other_site.heard[0]
    told = json.loads(body)
    assert (url, told["event"], told["languages"]) == (webhook.url, "page.published", ["nl"])
    assert told["paths"] == ["/nieuws/buurtfeest/"]
    assert told["about"] == {"kind": "news", "id": page.pk}
    moment = int(headers["Webhook-Timestamp"])
    assert headers["Webhook-Signature"] == f"v1={webhooks.signature(webhook.secret, moment, body)}"
    assert webhook.secret not in str(Webhook.objects.values())


def test_what_was_undone_is_not_told(tree, other_site):
    page = tree.news(live=False)
    page.save_revision().publish()  # the transaction of a test is never committed

    assert other_site.heard == []


def test_every_event_is_told(tree, other_site, committed, make_theme):
    page = tree.standard("Over ons", slug="over-ons")
    below = tree.standard("Daaronder", slug="daaronder")
    with committed():
        page.slug = "wie-wij-zijn"
        page.save_revision().publish()
    assert set(other_site.events) == {"page.published", "page.moved"}
    moved = next(json.loads(body) for _u, body, _h in other_site.heard if b"page.moved" in body)
    assert moved["paths"] == ["/over-ons/", "/wie-wij-zijn/"]
    page.refresh_from_db()
    with committed():
        below.move(page, pos="last-child")
    assert other_site.last["paths"] == ["/daaronder/", "/wie-wij-zijn/daaronder/"]
    with committed():
        below.refresh_from_db()
        below.unpublish()
    assert (other_site.events[-1], other_site.last["paths"]) == (
        "page.unpublished",
        ["/wie-wij-zijn/daaronder/"],
    )
    with committed():
        page.refresh_from_db()
        page.delete()
    assert other_site.events[-1] == "page.deleted"
    with committed():
        Navigation.objects.create()
    assert other_site.events[-1] == "menu.changed"
    with committed():
        make_theme()
    assert (other_site.events[-1], other_site.last["about"]["kind"]) == ("snippet.changed", "theme")


def test_scheduled_page_is_told_when_the_clock_publishes_it(tree, other_site, committed, freezer):
    freezer.move_to("2026-11-21 12:00:00")
    page = tree.news(live=False, go_live_at=timezone.now() + timezone.timedelta(hours=1))
    page.save_revision(approved_go_live_at=page.go_live_at).publish()
    freezer.move_to("2026-11-21 14:00:00")

    with committed():
        call_command("publish_scheduled")

    assert "page.published" in other_site.events


def test_comment_is_told_when_a_moderator_approves_it_and_not_before(
    tree, webhook, other_site, committed, client, signed_in, freezer
):
    page = tree.news("Buurtfeest", slug="buurtfeest")
    guard = client.get(f"/api/v1/comments/{page.pk}/form").json()
    words = {"name": "Fatima", "text": "Kanarie", "email": "fatima@lsabewoners.example"}
    freezer.tick(10)
    with committed():
        sent = client.post(
            f"/api/v1/comments/{page.pk}",
            words | {name: guard[name] for name in ("notice_version", "once", "token")},
            content_type="application/json",
        )
    assert (sent.status_code, other_site.events) == (202, [])
    comment = Comment.objects.get()

    moderator = signed_in("moderator")
    address = reverse("comments_admin:decide", args=[comment.pk])
    with committed():
        moderator.post(address, {"action": "approve", "version": comment.version})

    _url, body, headers = other_site.heard[0]
    assert other_site.events == ["comment.approved"]
    assert (other_site.last["paths"], other_site.last["languages"]) == (["/nieuws/buurtfeest/"], ["nl"])
    assert other_site.last["about"] == {"kind": "comment", "id": comment.pk, "page": page.pk}
    moment = int(headers["Webhook-Timestamp"])
    assert headers["Webhook-Signature"] == f"v1={webhooks.signature(webhook.secret, moment, body)}"
    assert b"Kanarie" not in body
    assert b"fatima" not in body.lower()


def test_drafts_and_private_pages_are_not_told(tree, other_site, committed):
    with committed():
        draft = tree.news("Concept", live=False)
        draft.save_revision()
        draft.delete()
        private = tree.standard("Besloten", slug="besloten", live=False)
        private.view_restrictions.create(restriction_type="login")
        private.save_revision().publish()
        private.unpublish()

    assert other_site.events == []


def test_message_that_was_not_taken_is_offered_again_later(tree, other_site, committed, freezer):
    freezer.move_to("2026-11-21 12:00:00")
    other_site.answers += [500, 302]
    with committed():
        tree.standard(live=False).save_revision().publish()
    identity = other_site.heard[0][2]["Webhook-Id"]
    assert Delivery.objects.get().state == SendingState.WAITING
    webhooks.deliver_due()
    assert len(other_site.heard) == 1

    freezer.move_to("2026-11-21 12:02:00")
    webhooks.deliver_due()
    freezer.move_to("2026-11-21 12:10:00")
    webhooks.deliver_due()

    assert [headers["Webhook-Id"] for _u, _b, headers in other_site.heard] == [identity] * 3
    assert (Delivery.objects.get().state, Delivery.objects.get().tries) == (SendingState.SENT, 3)


def test_message_is_given_up_and_sent_again_by_hand(tree, other_site, committed, freezer, admin_client):
    freezer.move_to("2026-11-21 12:00:00")
    other_site.answers += [500] * 9
    with committed():
        tree.standard(live=False).save_revision().publish()
    for day in range(22, 26):
        freezer.move_to(f"2026-11-{day} 12:00:00")
        webhooks.deliver_due()
    message = Delivery.objects.get()
    assert (message.state, message.status) == (SendingState.FAILED, 500)
    other_site.answers.clear()

    log = text_of(BeautifulSoup(admin_client.get("/admin/reports/webhook-messages/").content, "html.parser"))
    assert [text for text in ("HTTP-status", "mislukt", "500") if text not in log] == []
    with committed():
        admin_client.post(f"/admin/reports/webhook-messages/{message.pk}/send-again/")

    message.refresh_from_db()
    assert message.state == SendingState.SENT


def test_messages_go_after_a_month(tree, other_site, committed, freezer):
    freezer.move_to("2026-10-01 12:00:00")
    with committed():
        tree.standard(live=False).save_revision().publish()
    freezer.move_to("2026-11-21 12:00:00")

    for chore in all_chores():
        chore()

    assert not Delivery.objects.exists()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.3.4",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2002:0808:0808::",
        "::7f00:1",
        "::ffff:0:7f00:1",
        "64:ff9b:1::7f00:1",
        "2001:0:7f00:1::",
        "fec0::1",
        "2001:db8::1",
        "3fff::1",
        "fe80::1%eth0",
        "ff02::1",
        "x",
    ],
)
def test_T27_private_address_is_never_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "::ffff:8.8.8.8", "2606:4700::1111"])
def test_public_address_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1:{port}/",
        "https://[::1]:{port}/",
        "https://2130706433:{port}/",
        "https://0x7f000001:{port}/",
        "https://017700000001:{port}/",
        "https://127.1:{port}/",
        "https://[::ffff:127.0.0.1]:{port}/",
        "https://①②⑦.⓪.⓪.①:{port}/",
        "https://localhost:{port}/",
        "http://example.org/",
        "https://user@example.org/",
        "https://example.org:99999/",
        "ftp://example.org/",
    ],
)
def test_T27_nothing_is_sent_to_this_machine(url):
    with socket.socket() as canary:
        canary.bind(("127.0.0.1", 0))
        canary.listen()
        canary.settimeout(0.01)

        with pytest.raises(NotAllowed):
            addresses.send(url.format(port=canary.getsockname()[1]), b"{}", {})
        with pytest.raises(TimeoutError):
            canary.accept()


def test_T27_name_with_one_private_address_is_refused(monkeypatch):
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 443)) for ip in ("93.184.216.34", "10.0.0.5")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: answers)

    with pytest.raises(NotAllowed):
        addresses.checked("https://rebinding.example.org/")


def test_T27_connection_goes_to_the_address_that_was_checked(monkeypatch):
    answers = [[(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443))]]
    asked = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: answers.pop(0))
    monkeypatch.setattr(socket, "create_connection", lambda where, timeout: asked.append(where) or 1 / 0)

    with pytest.raises(ZeroDivisionError):
        addresses.send("https://app.example.org/", b"{}", {})

    assert asked == [("93.184.216.34", 443)]


def test_T27_staff_cannot_save_a_webhook_to_a_private_network(admin_client):
    data = {"name": "x", "events": ["page.published"], "active": "on"}
    for url in (
        "https://127.0.0.1/",
        "https://localhost/",
        "https://169.254.169.254/latest/",
        "http://example.org/",
    ):
        answer = admin_client.post("/admin/webhooks/new/", {**data, "url": url})
        assert answer.status_code == 200
    assert not Webhook.objects.exists()


def test_key_for_the_signature_is_shown_to_staff(webhook, admin_client):
    assert webhook.secret in admin_client.get(f"/admin/webhooks/inspect/{webhook.pk}/").content.decode()


def test_log_says_in_dutch_what_went_wrong(webhook, tree, committed, admin_client):
    webhook.url = "https://127.0.0.1/"
    webhook.save()
    with committed():
        tree.standard(live=False).save_revision().publish()

    assert Delivery.objects.get().problem == "het adres ligt in een eigen netwerk"
    assert (
        "het adres ligt in een eigen netwerk"
        in admin_client.get("/admin/reports/webhook-messages/").content.decode()
    )


def test_address_with_letters_of_other_scripts_is_asked_in_ascii(monkeypatch):
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: answers)

    assert (
        addresses.checked("https://app.example.org/café?naam=é&a=%C3%A9")[3]
        == "/caf%C3%A9?naam=%C3%A9&a=%C3%A9"
    )
