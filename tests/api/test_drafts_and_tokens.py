"""Tokens and previews: who may read what is not published."""

import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from headless.enums import Scope
from headless.models import ApiToken, PreviewCode
from headless.services import make_preview_code, make_token
from news.models import NewsPage
from tests.tree import text_of

JSON = "application/json"


@pytest.fixture
def with_token(client, admin_user):
    """Asks with a new token: ``with_token("/drafts/3", Scope.DRAFTS)``."""

    def get(path, *scopes, **fields):
        _token, secret = make_token(name="App", scopes=scopes, by=admin_user, **fields)
        return client.get(f"/api/v1{path}", headers={"Authorization": f"Bearer {secret}"})

    return get


def exchange(client, code):
    return client.post("/api/v1/preview", json.dumps({"code": code}), content_type=JSON)


def test_draft_is_read_with_the_right_scope_only(tree, client, with_token):
    page = tree.news("Nog geheim", live=False)

    read = with_token(f"/drafts/{page.pk}", Scope.DRAFTS)

    assert read.json()["page"]["title"] == "Nog geheim"
    assert (read["X-Robots-Tag"], read["Cache-Control"]) == ("noindex", "private, no-store")
    assert with_token(f"/drafts/{page.pk}", Scope.READ).status_code == 403
    assert client.get(f"/api/v1/drafts/{page.pk}").status_code == 401


def test_token_that_ended_or_was_revoked_opens_nothing(tree, client, with_token, admin_client):
    past = timezone.now() - timedelta(minutes=1)
    assert with_token("/news", Scope.READ, expires_at=past).status_code == 401
    answer = with_token("/news", Scope.READ)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")

    token = ApiToken.objects.get(expires_at=None)
    assert token.last_used_at is not None
    revoke = f"/admin/api-tokens/delete/{token.pk}/"
    for page in ("/admin/api-tokens/", f"/admin/api-tokens/edit/{token.pk}/"):
        link = BeautifulSoup(admin_client.get(page).content, "html.parser").select_one(f"a[href^='{revoke}']")
        assert text_of(link) == "Intrekken"
    admin_client.post(revoke)

    token.refresh_from_db()
    assert not token.is_valid


def test_token_is_shown_once_and_kept_as_a_hash(admin_client):
    made = admin_client.post("/admin/api-tokens/new/", {"name": "App", "scopes": ["drafts"]})
    token = ApiToken.objects.get()
    secret = made.content.decode().partition('class="token-made">')[2].partition("<")[0]

    assert secret.startswith("lsa_")
    assert secret not in str(ApiToken.objects.values())
    assert secret.encode() not in admin_client.get("/admin/api-tokens/").content
    assert token.scopes == ["drafts"]


def test_editor_may_not_make_tokens(signed_in):
    assert signed_in("editor").get("/admin/api-tokens/").status_code == 302
    assert signed_in("administrator").get("/admin/api-tokens/").status_code == 200


def test_preview_code_works_once_and_shows_that_version(tree, client):
    page = tree.news("Zo staat het er")
    page.title = "Zo wordt het"
    code = make_preview_code(page=page)

    begun = exchange(client, code)
    token = begun.json()["token"]
    read = client.get("/api/v1/preview", headers={"Authorization": f"Bearer {token}"})

    assert read.json()["page"]["title"] == "Zo wordt het"
    assert NewsPage.objects.get().title == "Zo staat het er"
    assert (read["X-Robots-Tag"], read["Cache-Control"]) == ("noindex", "private, no-store")
    assert exchange(client, code).status_code == 403
    assert not PreviewCode.objects.filter(token_digest=token).exists()


def test_preview_ends_after_a_quarter_of_an_hour(tree, client, freezer):
    freezer.move_to("2026-11-21 12:00:00")
    late, code = (make_preview_code(page=tree.news()) for _ in range(2))
    token = exchange(client, code).json()["token"]
    authorization = {"Authorization": f"Bearer {token}"}

    freezer.move_to("2026-11-21 12:14:00")
    assert client.get("/api/v1/preview", headers=authorization).status_code == 200
    freezer.move_to("2026-11-21 12:16:00")
    assert client.get("/api/v1/preview", headers=authorization).status_code == 401
    assert exchange(client, late).status_code == 403


def test_preview_panel_opens_the_other_front_end(tree, admin_client, client, settings):
    settings.PREVIEW_URL = "https://app.example.org/preview"
    page = tree.news("Voorbeeld")
    page.save_revision()
    edit = f"/admin/pages/{page.pk}/edit/preview/"
    admin_client.post(
        edit, {"title": "Voorbeeld", "slug": page.slug, "lead": "x", "date": "2026-11-21", **EMPTY_FORMS}
    )

    ways = BeautifulSoup(admin_client.get(f"/admin/pages/{page.pk}/edit/").content, "html.parser")
    assert [text_of(way) for way in ways.select("#id_preview_mode option")] == [
        "Op deze site",
        "Op de andere site",
    ]
    shown = admin_client.get(f"{edit}?mode=other_site").content.decode()
    code = shown.partition("https://app.example.org/preview?code=")[2].partition('"')[0]

    assert exchange(client, code).status_code == 200


# What the page editor sends for lists that hold nothing.
EMPTY_FORMS = {
    f"{name}-{field}": "0"
    for name in ("body", "footnotes", "related_pages", "comments")
    for field in ("count", "TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
}
