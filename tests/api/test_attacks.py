"""What somebody sends who means harm: every answer is a plain refusal or the answer that everybody gets."""

import json

import pytest

from core.throttle import Budget
from headless import limits
from headless.enums import Scope
from headless.services import make_preview_code, make_token

pytestmark = pytest.mark.django_db
JSON = "application/json"
LISTED = "https://app.example.org"


def bearer(secret) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


@pytest.mark.parametrize(
    "header",
    [
        {"X-Forwarded-Host": "evil.example"},
        {"X-Forwarded-Proto": "https"},
        {"X-Forwarded-Port": "1"},
        {"X-Original-URL": "/api/v1/kanarie"},
        {"X-Rewrite-URL": "/api/v1/kanarie"},
        {"X-HTTP-Method-Override": "POST"},
        {"X-Forwarded-Prefix": "/kanarie"},
        {"Accept-Language": "en"},
        {"Cookie": "django_language=en; sessionid=kanarie"},
        {"Range": "bytes=0-1"},
        {"Origin": "https://evil.example"},
        {"Forwarded": "host=evil.example"},
    ],
)
def test_T7_header_that_is_no_part_of_the_address_changes_nothing(header, tree, client):
    tree.news("Buurtfeest")
    plain = client.get("/api/v1/news?per_page=1")

    attacked = client.get("/api/v1/news?per_page=1", headers=header)

    assert (attacked.status_code, attacked.content, attacked["ETag"]) == (200, plain.content, plain["ETag"])
    assert {name: attacked.get(name) for name in plain.headers} == dict(plain.headers)


def test_T28_cookie_of_a_session_is_neither_read_nor_dropped(tree, client):
    for value in ("kanarie", "a" * 32):
        answer = client.get("/api/v1/news", headers={"Cookie": f"sessionid={value}"})
        assert not answer.cookies
        assert "Cookie" not in answer["Vary"]


def test_T7_host_that_is_not_ours_is_refused(tree, client):
    answer = client.get("/api/v1/news", headers={"Host": "evil.example"})

    assert answer.status_code == 400
    assert b"evil.example" not in answer.content
    assert answer["Cache-Control"] == "private, no-store"


def test_body_of_a_question_counts_for_nothing(tree, client):
    plain = client.get("/api/v1/news")

    fat = client.generic("GET", "/api/v1/news", '{"locale": "en"}', content_type=JSON)

    assert fat.content == plain.content


@pytest.mark.parametrize(
    "origin",
    [
        "https://app.example.org.evil.example",
        "https://evil.example/https://app.example.org",
        "http://app.example.org",
        "https://app.example.org:444",
        "https://sub.app.example.org",
        "https://APP.example.org",
        "null",
        "*",
    ],
)
def test_origin_that_looks_like_a_listed_one_is_not_on_the_list(origin, tree, client, settings):
    settings.API_ORIGINS = [LISTED]

    answer = client.get("/api/v1/news", headers={"Origin": origin})

    assert "Access-Control-Allow-Origin" not in answer
    assert "Origin" in answer["Vary"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("[" * 100_000 + "]" * 100_000, 400),
        ('{"answers":' * 50_000, 400),
        ('{"answers": {"name": ' + '{"a":' * 400 + "1" + "}" * 400 + "}}", 422),
        ('{"token": ' + "9" * 5000 + "}", 400),
        ('{"token": NaN}', 422),
        ('{"token": "\\ud800", "answers": {}}', 422),
        ("\xff", 400),
        ("", 422),
        ("null", 422),
        ("x" * 1_100_000, 413),
        (json.dumps({"token": "x", "answers": {f"q{n}": "" for n in range(50_000)}}), None),
    ],
    ids=[
        "deep",
        "open",
        "nested",
        "digits",
        "nan",
        "surrogate",
        "bytes",
        "empty",
        "null",
        "large",
        "crowded",
    ],
)
def test_T35_body_made_to_hurt_is_refused_as_a_problem(body, status, tree, client):
    form = tree.form_page()
    for path in (f"/forms/{form.pk}", f"/comments/{tree.news().pk}", "/preview"):
        answer = client.post(f"/api/v1{path}", body.encode("latin-1"), content_type=JSON)

        assert answer["Content-Type"] == "application/problem+json"
        assert answer.status_code in ({status} if status else {403, 422})


@pytest.mark.parametrize("number", [2**31, 2**63, 10**40])
@pytest.mark.parametrize(
    "path", ["/news/{}", "/comments/{}", "/comments/reports/{}", "/comments/{}/form", "/drafts/{}"]
)
def test_number_that_no_database_holds_is_not_found(path, number, tree, client, admin_user):
    _token, secret = make_token(name="App", scopes=[Scope.DRAFTS], by=admin_user)

    assert client.get(f"/api/v1{path.format(number)}", headers=bearer(secret)).status_code == 404


def test_parameter_that_is_said_twice_means_one_thing(tree, client):
    twice = client.get("/api/v1/news/0?locale=nl&locale=en")
    page = client.get("/api/v1/news?per_page=5&per_page=101")

    assert (twice.json()["title"], twice["Content-Language"]) == ("There is nothing here", "en")
    assert page.status_code == 400


def test_who_guesses_tokens_spends_what_its_network_has(tree, client, monkeypatch):
    monkeypatch.setattr(limits, "PORTION", 2)
    monkeypatch.setattr(limits, "PER_NETWORK", Budget("api_network", amount=2, seconds=3600))

    answers = [client.get("/api/v1/tags", headers=bearer(f"lsa_{number}")) for number in range(8)]

    assert [answer.status_code for answer in answers] == [401] * 5 + [429] * 3
    assert {answer["Cache-Control"] for answer in answers} == {"private, no-store"}


def test_token_is_asked_for_by_its_hash_alone(tree, client, admin_user, django_assert_num_queries):
    token, secret = make_token(name="App", scopes=[Scope.READ], by=admin_user)
    with django_assert_num_queries(1) as asked:
        client.get("/api/v1/tags", headers=bearer(f"{secret[:-1]}x"))

    # So no answer is slower for a guess that begins well.
    assert secret[:10] not in asked.captured_queries[0]["sql"]
    for guess in ("", token.digest, token.hint, secret.upper(), f"{secret} x", "preview_"):
        assert client.get("/api/v1/drafts/1", headers=bearer(guess)).status_code == 401


def test_answer_of_a_token_is_not_given_to_another_reader(tree, client, admin_user):
    page = tree.news("Kanarie", live=False)
    _token, drafts = make_token(name="A", scopes=[Scope.DRAFTS], by=admin_user)
    _token, reads = make_token(name="B", scopes=[Scope.READ], by=admin_user)
    read = client.get(f"/api/v1/drafts/{page.pk}", headers=bearer(drafts))
    code = client.post("/api/v1/preview", {"code": make_preview_code(page=page)}, content_type=JSON).json()
    preview = client.get("/api/v1/preview", headers=bearer(code["token"]))

    assert b"Kanarie" in read.content
    assert b"Kanarie" in preview.content
    assert "ETag" not in read
    assert "ETag" not in preview
    for path, headers, status in [
        (f"/drafts/{page.pk}", bearer(reads), 403),
        (f"/drafts/{page.pk}", {}, 401),
        (f"/drafts/{page.pk}", bearer(code["token"]), 401),
        ("/preview", bearer(drafts), 401),
        ("/preview", {}, 401),
    ]:
        answer = client.get(f"/api/v1{path}", headers={**headers, "If-None-Match": "*"})
        assert (answer.status_code, answer["Cache-Control"]) == (status, "private, no-store")
        assert b"Kanarie" not in answer.content
        assert "Authorization" in answer["Vary"]


def test_preview_token_reads_nothing_but_its_page(tree, client):
    page, other = tree.news("Kanarie een", live=False), tree.news("Kanarie twee", live=False)
    code = make_preview_code(page=page)
    token = client.post("/api/v1/preview", {"code": code}, content_type=JSON).json()["token"]

    for path in (f"/news/{page.pk}", f"/news/{other.pk}", f"/drafts/{other.pk}", f"/comments/{page.pk}"):
        answer = client.get(f"/api/v1{path}", headers=bearer(token))
        assert answer.status_code in {401, 404}
        assert b"Kanarie" not in answer.content
