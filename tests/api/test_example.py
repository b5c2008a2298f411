"""The example front end in a browser, from another origin, on the API alone; and its types in the compiler."""

import http.server
import shutil
import subprocess
import threading
from functools import partial

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import expect

from headless.services import make_preview_code

EXAMPLE = django_settings.BASE_DIR / "examples" / "headless"
COMPILER = EXAMPLE / "node_modules" / ".bin" / "tsc"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        """Stay silent."""


@pytest.fixture
def front_end(live_server, settings):
    """Serves the example on another port, which the API lists."""
    handler = partial(Quiet, directory=str(EXAMPLE))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        origin = f"http://127.0.0.1:{server.server_port}"
        settings.API_ORIGINS = [origin]
        yield f"{origin}/index.html?api={live_server.url}/api/v1"
        server.shutdown()


def test_front_end_shows_home_news_with_comments_and_members(front_end, tree, page, complaints):
    tree.news("Buurtfeest", slug="buurtfeest", body=[("paragraph", "<p>Iedereen kwam.</p>")])
    tree.member("Buurttuin Zuid", slug="buurttuin-zuid")

    page.goto(front_end)
    expect(page.locator("h1")).to_have_text("LSA bewoners")
    page.get_by_role("link", name="Buurtfeest").first.click()
    expect(page.get_by_text("Iedereen kwam.")).to_be_visible()
    expect(page.get_by_role("heading", name="Reacties (0)")).to_be_visible()
    page.goto(f"{front_end}#/leden/")
    expect(page.get_by_role("link", name="Buurttuin Zuid")).to_be_visible()

    assert complaints == []


def test_front_end_shows_a_preview(front_end, tree, page):
    draft = tree.news("Nog niet", live=False)
    page.goto(f"{front_end}&code={make_preview_code(page=draft)}")

    expect(page.locator("h1")).to_have_text("Nog niet")


def test_page_to_try_the_api_works_within_the_policy(live_server, tree, page, complaints):
    tree.news("Buurtfeest")
    page.goto(f"{live_server.url}/api/v1/")
    page.locator("#list_news summary").click()
    page.locator("#list_news button").click()

    expect(page.locator("#list_news pre")).to_contain_text("Buurtfeest")
    assert complaints == []


if COMPILER.exists() and shutil.which("node"):

    def test_types_compile():
        done = subprocess.run(
            [COMPILER, "--noEmit", "-p", EXAMPLE], capture_output=True, text=True, timeout=120
        )

        assert done.stdout == ""
