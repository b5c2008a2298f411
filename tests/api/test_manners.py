"""How the API treats other programs: errors, caches, other sites, limits (T10, T28)."""

import json

import pytest

from core.api.schemas import Schema, Sent
from core.throttle import Budget
from headless import limits
from headless.documents import openapi, written

pytestmark = pytest.mark.django_db
READS = [
    "/bootstrap",
    "/news",
    "/events",
    "/publications",
    "/members",
    "/members.geojson",
    "/themes",
    "/tags",
]
READS += [
    "/pages",
    "/forms",
    "/home",
    "/resolve?path=/",
    "/changes?since=2026-01-01T00:00:00Z",
    "/openapi.json",
]
LISTED = "https://app.example.org"


def get(client, path, **headers):
    return client.get(
        f"/api/v1{path}", headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


@pytest.mark.parametrize("path", READS)
def test_unchanged_answer_is_not_sent_again_and_costs_next_to_nothing(
    path, tree, client, django_assert_max_num_queries
):
    get(client, path)  # makes the site settings, once in the life of a site
    first = get(client, path)
    assert first.status_code == 200, first.content
    assert first["Cache-Control"] == "public, max-age=0, s-maxage=60, stale-if-error=86400"

    with django_assert_max_num_queries(3):
        again = get(client, path, If_None_Match=first["ETag"])

    assert (again.status_code, again.content) == (304, b"")
    assert first.cookies == again.cookies == {}


def test_changed_answer_is_sent_at_once(tree, client):
    page = tree.news("Eerst")
    tag = get(client, "/news")["ETag"]
    assert get(client, "/news", If_None_Match=tag).status_code == 304

    page.title = "Daarna"
    page.save_revision().publish()

    assert b"Daarna" in get(client, "/news", If_None_Match=tag).content


@pytest.mark.parametrize(
    ("path", "status", "field"),
    [
        ("/news?colour=red", 400, "colour"),
        ("/news?per_page=101", 400, "per_page"),
        ("/news?sort=owner", 400, "sort"),
        ("/news?fields=latest_revision", 400, "fields.0"),
        ("/news?locale=xx", 400, "locale"),
        ("/news?theme=%00", 400, "theme"),
        ("/news?year=nu", 400, "year"),
        ("/news?changed_since=2026-01-01T00:00:00", 400, "changed_since"),
        ("/members?province=texas", 400, "province"),
        ("/resolve", 400, "path"),
        ("/resolve?path=/a%00b", 400, "path"),
        ("/news/999999", 404, None),
        ("/nowhere", 404, None),
    ],
)
def test_error_is_a_problem_that_names_the_field(path, status, field, tree, client):
    answer = get(client, path)

    problem = json.loads(answer.content)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert problem["status"] == status
    assert [error["field"] for error in problem["errors"]] == ([field] if field else [])
    assert answer["Cache-Control"] == "private, no-store"


def test_error_speaks_the_language_asked_for(tree, client):
    dutch, english = get(client, "/news/0?locale=nl"), get(client, "/news/0?locale=en")

    assert dutch.json()["title"] == "Hier is niets"
    assert english.json()["title"] == "There is nothing here"
    assert (dutch["Content-Language"], english["Content-Language"]) == ("nl", "en")


def test_head_tells_what_get_tells_without_a_body(tree, client):
    head, full = client.head("/api/v1/news"), get(client, "/news")

    assert (head.status_code, head.content, head["ETag"]) == (200, b"", full["ETag"])


def test_other_methods_are_refused_as_problems(tree, client):
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(client, method)("/api/v1/news")
        assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")


def test_only_sites_on_the_list_may_read(tree, client, settings):
    settings.API_ORIGINS = [LISTED]

    listed, other = get(client, "/news", Origin=LISTED), get(client, "/news", Origin="https://evil.example")
    asked = client.options("/api/v1/news", headers={"Origin": LISTED, "Access-Control-Request-Method": "GET"})
    refused = client.options("/api/v1/news", headers={"Origin": "https://evil.example"})

    assert listed["Access-Control-Allow-Origin"] == LISTED
    assert "Access-Control-Allow-Origin" not in other
    assert "Access-Control-Allow-Credentials" not in listed
    assert "Origin" in other["Vary"]
    assert (asked.status_code, asked["Access-Control-Allow-Origin"]) == (204, LISTED)
    assert "Access-Control-Allow-Methods" not in refused


def test_language_comes_from_the_address_alone(tree, client):
    plain = get(client, "/news/0")
    answer = get(client, "/news/0", Accept_Language="en", Cookie="django_language=en")

    assert answer.content == plain.content
    assert "Accept-Language" not in plain["Vary"]


def test_T10_limit_holds_whatever_a_client_says_of_itself(tree, client, monkeypatch):
    monkeypatch.setattr(limits, "PORTION", 2)
    monkeypatch.setattr(limits, "PER_NETWORK", Budget("api_network", amount=2, seconds=3600))

    answers = [get(client, "/tags", X_Forwarded_For=f"192.0.2.{number}") for number in range(8)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 3
    assert int(answers[-1]["Retry-After"]) > 0
    assert answers[-1]["Content-Type"] == "application/problem+json"


def test_staff_session_sees_what_everybody_sees(tree, client, admin_client):
    tree.news("Geheim concept", live=False)

    plain, staff = get(client, "/news"), admin_client.get("/api/v1/news")

    assert staff.content == plain.content
    assert staff.cookies == {}


def test_documents_that_are_committed_are_those_of_the_code(settings):
    for path, text in written().items():
        assert (settings.BASE_DIR / path).read_text() == text, f"{path}: run `make api`"


def test_document_is_complete():
    document = openapi()

    assert document["openapi"] == "3.1.0"
    for path, operations in document["paths"].items():
        for operation in operations.values():
            assert operation["description"], path
            assert operation["summary"], path
            assert all(
                item.get("description") for item in operation["parameters"] if item["in"] == "query"
            ), path


def test_no_two_schemas_share_a_name():
    def below(kind):
        return [*kind.__subclasses__(), *(item for sub in kind.__subclasses__() for item in below(sub))]

    names = [item.__name__ for item in {*below(Schema), *below(Sent)} if "." not in item.__qualname__]
    assert sorted(name for name in names if names.count(name) > 1) == []


def test_documents_name_every_endpoint_and_the_version(settings):
    guide = (settings.BASE_DIR / "docs/api.md").read_text()
    changes = (settings.BASE_DIR / "CHANGELOG.md").read_text()
    document = openapi()

    assert [path for path in document["paths"] if path.removeprefix("/api/v1") not in guide] == []
    assert f"API {document['info']['version']}" in changes


def test_pictures_may_be_shown_elsewhere_only_when_a_site_is_listed(tree, client, settings, make_image):
    address = make_image().get_rendition("fill-400x250|format-webp").url
    policy = "Cross-Origin-Resource-Policy"

    assert client.get(address)[policy] == "same-origin"
    settings.API_ORIGINS = [LISTED]
    assert client.get(address)[policy] == "cross-origin"
    assert client.get("/")[policy] == "same-origin"
