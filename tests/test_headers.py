"""What every answer tells browsers and caches (safety O1-O10, T7, T28-T32, T35)."""

import time
from pathlib import Path

import pytest

PUBLIC_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; media-src 'self'; "
    "frame-src https://www.youtube-nocookie.com https://player.vimeo.com; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PUBLIC_PATHS = ["/", "/nieuws/", "/nieuws/buurtfeest/", "/publicaties/", "/leden/", "/themas/", "/zoeken/"]
DOORS = ["/admin/login/", "/admin/password_reset/"]
FEEDS = ["/sitemap.xml", "/robots.txt"]

# What a careless set-up leaves lying about, and doors that this site does not have.
NOT_THERE = Path(__file__).with_name("not_there.txt").read_text().splitlines()


@pytest.mark.parametrize("path", [*PUBLIC_PATHS, *DOORS])
def test_answer_carries_the_strict_headers(production, path):
    answer = production.ask(path)

    headers = answer.headers
    assert answer.status == 200
    assert headers["Content-Security-Policy"] == PUBLIC_POLICY
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Permissions-Policy"].startswith("camera=(), ")
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("path", ["/bestaat-niet/", "/test/broken"])
def test_error_page_carries_the_strict_policy_and_is_not_kept(production, path):
    headers = production.ask(path).headers

    assert headers["Content-Security-Policy"] == PUBLIC_POLICY
    assert headers["Cache-Control"] == "private, no-store"
    assert headers.get_all("Set-Cookie") is None


@pytest.mark.parametrize("path", PUBLIC_PATHS)
def test_public_page_is_the_same_for_everybody(production, path):
    headers = production.ask(path).headers

    assert headers["Cache-Control"] == "public, max-age=0, s-maxage=60, stale-if-error=86400"
    assert headers.get_all("Set-Cookie") is None
    assert headers["Vary"] == "Accept-Encoding"


def test_head_gives_the_headers_of_the_page_and_no_complaint_in_the_log(production):
    page = production.ask("/")
    head = production.ask("/", "HEAD")

    assert head.status == 200
    assert head.headers["Content-Length"] == page.headers["Content-Length"]
    production.wait_for_log(method="HEAD", path="/")
    assert "body" not in " ".join(line["message"] for line in production.log())


@pytest.mark.parametrize("path", FEEDS)
def test_file_for_machines_sets_no_cookie(production, path):
    answer = production.ask(path)

    assert answer.status == 200
    assert answer.headers.get_all("Set-Cookie") is None


def test_public_page_asked_again_is_not_sent_again(production):
    tag = production.ask("/nieuws/").headers["ETag"]

    answer = production.ask("/nieuws/", If_None_Match=tag)

    assert (answer.status, answer.body) == (304, "")


def test_page_of_somebody_who_may_be_signed_in_is_not_shared(production):
    answer = production.ask("/", Cookie="sessionid=abcdefghijklmnopqrstuvwxyz012345")

    assert answer.headers["Cache-Control"] == "private, no-store"


def test_text_is_compressed_and_once(production):
    page = production.ask("/", Accept_Encoding="gzip")
    photo = production.ask("/media/images/foto.jpg", Accept_Encoding="gzip")

    assert page.headers["Content-Encoding"] == "gzip"
    assert photo.headers["Content-Encoding"] is None


def test_uploaded_photo_may_be_kept_and_runs_nothing(production):
    photo = production.ask("/media/images/foto.jpg")

    assert (photo.status, photo.headers["Content-Type"]) == (200, "image/jpeg")
    assert photo.headers["Cache-Control"] == "public, max-age=2592000, immutable"
    assert photo.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert photo.headers["X-Content-Type-Options"] == "nosniff"
    assert photo.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_admin_door_sets_only_guarded_cookies(production):
    cookies = production.ask("/admin/login/").headers.get_all("Set-Cookie")

    assert [cookie.split("=")[0] for cookie in cookies] == ["csrftoken"]
    for cookie in cookies:
        attributes = {part.strip() for part in cookie.split(";")}
        assert {"Secure", "HttpOnly", "SameSite=Lax"} <= attributes


def test_admin_allows_its_own_scripts_and_frames_itself(admin_client, db):
    response = admin_client.get("/admin/")

    directives = response.headers["Content-Security-Policy"].split("; ")
    assert response.status_code == 200
    assert "script-src 'self' 'unsafe-inline'" in directives
    styles = next(directive for directive in directives if directive.startswith("style-src "))
    assert "'unsafe-inline'" not in styles
    assert "frame-ancestors 'self'" in directives
    assert "default-src 'none'" in directives
    assert "no-store" in response.headers["Cache-Control"]
    assert "private" in response.headers["Cache-Control"]


def test_plain_http_is_sent_to_https(production):
    answer = production.ask("/nieuws/?jaar=2026", https=False)

    assert (answer.status, answer.headers["Location"]) == (301, "https://localhost/nieuws/?jaar=2026")


def test_health_is_asked_without_encryption(production):
    assert production.ask("/gezond/klaar", https=False).status == 200


@pytest.mark.parametrize("path", ["/nieuws", "/nieuws/buurtfeest?van=mail", "/zoeken", "/admin", "/en"])
def test_address_without_its_last_slash_leads_to_the_page(production, path):
    answer = production.ask(path)

    there, _, query = path.partition("?")
    assert (answer.status, answer.headers["Location"]) == (301, f"{there}/{query and '?' + query}")


def test_T7_unknown_host_is_refused(production):
    answer = production.ask("/", Host="evil.example")

    assert answer.status == 400
    assert "evil.example" not in answer.body


@pytest.mark.parametrize(
    "header",
    [
        {"X_Forwarded_Host": "evil.example"},
        {"X_Forwarded_Port": "4443"},
        {"X_Forwarded_Server": "evil.example"},
        {"X_Host": "evil.example"},
        {"Forwarded": "host=evil.example;proto=http"},
        {"X_Original_URL": "/admin/evil.example"},
        {"X_Rewrite_URL": "/admin/evil.example"},
        {"X_HTTP_Method_Override": "POST"},
        {"Accept_Language": "en"},
        {"Cookie": "django_language=en; evil=evil.example"},
        {"Origin": "https://evil.example"},
        {"Range": "bytes=0-9"},
        {"X_Forwarded_Proto": "https, evil.example"},
        {"X_Script_Name": "/evil.example"},
        {"SCRIPT_NAME": "/evil.example"},
    ],
    ids=lambda header: next(iter(header)),
)
def test_T7_unkeyed_input_changes_no_answer(production, header):
    plain = production.ask("/nieuws/")

    answer = production.ask("/nieuws/", **header)

    assert (answer.status, answer.body) == (plain.status, plain.body)
    assert answer.headers["Vary"] == plain.headers["Vary"]
    assert "evil" not in str(answer.headers)


def test_T7_body_of_a_get_changes_no_answer(production):
    answer = production.ask("/nieuws/", body=b"thema=evil.example")

    assert answer.body == production.ask("/nieuws/").body


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("203.0.113.9, 192.0.2.7", "192.0.2.7"),
        ("192.0.2.7, 2001:db8::7", "2001:db8::7"),
        ("192.0.2.7, unknown", "127.0.0.1"),
        ("", "127.0.0.1"),
    ],
)
def test_address_of_the_visitor_is_the_one_that_the_proxy_added(production, forwarded, address):
    assert production.ask("/test/address", X_Forwarded_For=forwarded).body == f"{address} https localhost"


def test_without_a_proxy_no_forwarded_header_counts(client, settings):
    settings.SECURE_SSL_REDIRECT = False
    settings.ROOT_URLCONF = "tests.production_urls"

    response = client.get(
        "/test/address",
        headers={
            "X-Forwarded-For": "192.0.2.7",
            "X-Forwarded-Proto": "https",
            "X-Forwarded-Host": "evil.example",
        },
    )

    assert response.content == b"127.0.0.1 http testserver"


@pytest.mark.parametrize("path", NOT_THERE)
def test_T32_path_that_gives_the_site_away_is_not_there(production, path):
    answer = production.ask(path)

    assert answer.status == 404
    assert "Traceback" not in answer.body


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "DEBUG", "PROPFIND", "PUT", "DELETE"])
def test_T32_strange_method_is_refused(production, method):
    assert production.ask("/nieuws/", method=method).status in (400, 403, 405)


def test_T32_server_does_not_tell_its_version(production):
    headers = production.ask("/").headers

    assert headers["Server"] == "gunicorn"
    assert "X-Powered-By" not in headers


@pytest.mark.parametrize(
    ("body", "status"), [(b"x" * 10_000_000, 413), (b"a&" * 20_000, 400), (b"a=1&" * 1_000, 400)]
)
def test_T35_large_post_is_refused_at_once(production, body, status):
    began = time.monotonic()

    answer = production.ask(
        "/zoeken/", method="POST", body=body, Content_Type="application/x-www-form-urlencoded"
    )

    assert answer.status == status
    assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    ("path", "framed_by"),
    [
        ("/", "'none'"),
        ("/zoeken/", "'none'"),
        ("/inloggen/", "'none'"),
        ("/admin/login/", "'none'"),
        ("/admin/", "'self'"),
    ],
)
def test_T31_page_cannot_be_framed_by_another_site(production, path, framed_by):
    policy = production.ask(path).headers["Content-Security-Policy"]

    assert policy.endswith(f"frame-ancestors {framed_by}")
