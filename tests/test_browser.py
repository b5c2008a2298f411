"""What a browser objects to: nothing, on public pages and in the admin (safety T28-T31)."""

import http.server
import re
import threading

import pytest
from playwright.sync_api import expect
from wagtail.rich_text import RichText

PUBLIC_PATHS = [
    "/",
    "/nieuws/",
    "/nieuws/buurtfeest/",
    "/publicaties/",
    "/leden/",
    "/themas/",
    "/zoeken/?q=buurt",
]
ADMIN_PATHS = [
    "/admin/",
    "/admin/pages/",
    "/admin/pages/{page}/",
    "/admin/pages/{page}/edit/",
    "/admin/pages/{page}/history/",
    "/admin/pages/add/news/newspage/{parent}/",
    "/admin/images/",
    "/admin/images/add/",
    "/admin/documents/",
    "/admin/snippets/",
    "/admin/users/",
    "/admin/redirects/",
    "/admin/reports/site-history/",
    "/admin/account/",
]


@pytest.fixture
def article(live_server, tree):
    return tree.news(slug="buurtfeest")


def sign_in(page, live_server):
    page.goto(f"{live_server.url}/admin/login/")
    page.locator("#id_username").fill("admin@example.com")
    page.locator("#id_password").fill("password")
    page.locator("button[type=submit]").click()
    expect(page).to_have_url(f"{live_server.url}/admin/")


def test_T28_public_page_asks_nothing_of_others_and_keeps_nothing(
    live_server, article, page, context, complaints
):
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    for path in PUBLIC_PATHS:
        page.goto(live_server.url + path)
        page.wait_for_load_state("networkidle")

    assert complaints == []
    assert [url for url in asked if not url.startswith(live_server.url)] == []
    assert context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_admin_works_within_its_policy(live_server, article, admin_user, page, complaints):
    sign_in(page, live_server)

    for path in ADMIN_PATHS:
        page.goto(live_server.url + path.format(page=article.pk, parent=article.get_parent().pk))
        page.wait_for_load_state("networkidle")
        if not page.locator("h1, h2").count():
            complaints.append(f"nothing at {path}")

    assert complaints == []


def test_editor_sees_the_preview_beside_the_form(live_server, article, admin_user, page, complaints):
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/admin/pages/{article.pk}/edit/")

    page.get_by_role("button", name="Voorvertoning").first.click()

    frame = page.frame_locator("#w-preview-iframe")
    expect(frame.locator("h1")).to_have_text(article.title)
    # Wagtail's checker reports what it found on the page to the console, as an error
    assert [complaint for complaint in complaints if not complaint.startswith("axe.run results")] == []


def test_empty_text_says_what_to_do_within_the_policy(live_server, article, admin_user, page, complaints):
    article.body = [("paragraph", RichText("<ol><li>Een<ol><li>Daarin</li></ol></li></ol>"))]
    article.save_revision()
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/admin/pages/{article.pk}/edit/")
    text = page.locator("[data-contentpath=body] [contenteditable=true]")

    def before(selector):
        return text.locator(selector).evaluate("item => getComputedStyle(item, '::before').content")

    assert "counter(ol1, lower-alpha)" in before(".public-DraftStyleDefault-depth1")
    text.click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Backspace")  # out of the list
    assert before(".Draftail-block--empty") == '"Schrijf hier. Typ ‘/’ voor meer."'
    page.keyboard.type("Buren")
    assert before(".Draftail-block--unstyled") == "none"
    assert complaints == []


def test_editor_makes_a_footnote_where_it_belongs(live_server, article, admin_user, page):
    article.body = [("paragraph", RichText("<p>Honderd buren kwamen.</p>"))]
    article.save_revision()
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/admin/pages/{article.pk}/edit/")

    page.locator("[data-contentpath=body] [contenteditable=true]").click()
    page.keyboard.press("End")
    page.keyboard.type("/voet")
    page.get_by_role("option", name="Voetnoot").click()
    page.get_by_role("button", name="Een nieuwe voetnoot maken").click()
    expect(page.locator("#footnotes-modal")).to_be_hidden()
    note = page.locator("#id_footnotes-FORMS [contenteditable=true]")
    note.click()
    page.keyboard.type("Geteld aan de deur.")
    # the editor hands the text to the form when nobody has typed for a moment
    expect(page.locator("[name=footnotes-0-text]")).to_have_value(re.compile("Geteld aan de deur"))

    mark = page.locator("sup.footnote-ref-sup")
    expect(mark).to_have_text(re.compile(r"\[[0-9a-f]{6}\]"))
    expect(mark).to_have_attribute("title", "Naar de noot")
    page.get_by_role("button", name="Bewaar concept").click()
    expect(page.get_by_text(f"Pagina '{article.title}' is gewijzigd.")).to_be_visible()
    expect(page.get_by_role("button", name="Naar de tekst")).to_be_visible()
    article.refresh_from_db()
    latest = article.get_latest_revision_as_object()
    assert "Honderd buren kwamen.<footnote id=" in latest.body[0].value.source
    assert ["Geteld aan de deur." in note.text for note in latest.footnotes.all()] == [True]


def test_translator_sees_each_text_beside_its_translation(
    live_server, english, translate, article, admin_user, page, complaints
):
    for above in (article.get_parent().get_parent(), article.get_parent(), article):
        translate(above)
    translated = article.get_translation(english)
    sign_in(page, live_server)

    page.goto(f"{live_server.url}/admin/pages/{translated.pk}/edit/")

    expect(page.get_by_text(f"English: {article.title}").first).to_be_visible()
    expect(page.get_by_role("heading", name="Van Nederlands naar English").first).to_be_visible()
    expect(page.get_by_role("button", name="Meer acties")).to_be_visible()
    expect(page.get_by_role("button", name="Publiceer in English")).to_be_visible()
    assert complaints == []


def test_page_cannot_be_framed_by_another_site(live_server, article, page):
    frames = "".join(f'<iframe src="{live_server.url}{path}"></iframe>' for path in ("/", "/admin/login/"))

    class OtherSite(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(frames.encode())

        def log_message(self, *arguments):
            """Stay silent."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), OtherSite) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        page.goto(f"http://127.0.0.1:{other.server_port}/")
        page.wait_for_load_state("networkidle")
        shown = [frame.url for frame in page.frames[1:]]
        other.shutdown()

    assert shown == ["chrome-error://chromewebdata/"] * 2
