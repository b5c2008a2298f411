"""What every test of the site stands on: a database, no network, and a browser when the machine has one."""

import gc
import os
import shutil
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.test import TransactionTestCase, override_settings
from django.utils import translation
from django.utils.translation.reloader import translation_file_changed
from playwright.sync_api import expect

from scripts import catalogues
from tests import databases, fixed_pages
from tests.tasks import Backend

pytest_plugins = ["tests.portal", "tests.smtp", "tests.staff", "tests.tree"]

# The browser without windows, where there is one, takes three quarters of the time of the whole one.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
BROWSER_FIXTURES = {"browser", "context", "page"}

# Playwright runs an event loop in the main thread, which Django takes for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_configure(config):
    """Compile the translations, and forget those that Django read before they were there."""
    catalogues.compile_all()
    translation_file_changed(sender=None, file_path=Path("django.mo"))


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers():
    """Run one process more than there are cores: a journey waits for the browser for a part of its time."""
    return (yield) + 1


def pytest_report_header(config):
    """Say at the top whether journeys run."""
    return f"browser journeys: {CHROMIUM or 'left out, no Chromium on this machine'}"


def pytest_collection_modifyitems(config, items):
    """Leave out what needs a browser on a machine without one, and choose the order of the files.

    Those with journeys and those that say that they are ``long`` come first: at the end one process would wait for
    another. The first of them makes the database; meanwhile the others have those that need none.
    """
    journeys = [item for item in items if BROWSER_FIXTURES & set(item.fixturenames)]
    if not CHROMIUM:
        config.hook.pytest_deselected(items=journeys)
        items[:] = [item for item in items if item not in journeys]
    files = dict.fromkeys(item.path for item in items)
    with_database = {item.path for item in items if _needs_database(item)}
    first, *long = dict.fromkeys(item.path for item in items if _is_long(item)) or [None]
    without = [path for path in files if path not in with_database]
    place = {path: number for number, path in enumerate(dict.fromkeys([first, *without, *long, *files]))}
    items.sort(key=lambda item: place[item.path])


def _is_long(item) -> bool:
    return bool(BROWSER_FIXTURES & set(item.fixturenames)) or item.get_closest_marker("long") is not None


def _needs_database(item) -> bool:
    fixtures = {"db", "transactional_db", "live_server", "django_db_setup", "production"}
    return bool(fixtures & set(item.fixturenames)) or item.get_closest_marker("django_db") is not None


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_blocker, tmp_path_factory):
    """Give this process a copy of the template (see tests/databases.py), and media of its own."""
    with django_db_blocker.unblock():
        made = databases.databases(tmp_path_factory.mktemp("database"))
        original = databases.connection.settings_dict["NAME"]
        databases.make_template(made, fixed_pages.plant, anew=request.config.getvalue("create_db"))
        databases.use(made.make_copy())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: _restore(made))
        yield
    with django_db_blocker.unblock():
        databases.use(original)
        made.drop_copy()


def _restore(made):
    """Bring back the database as the template has it, after a test that committed."""
    databases.connection.close()
    made.restore_copy()
    ContentType.objects.clear_cache()


@pytest.fixture
def indexed(monkeypatch):
    """Keep the indexes of search and of references up to date in this test."""
    monkeypatch.setattr(Backend, "indexing", True)


@pytest.fixture(scope="session", autouse=True)
def addresses():
    """Read the table of addresses before a test stops the clock: the schemas of the API need the real dates.

    What is in memory then stays: to look for garbage in it takes half a second, at any moment.
    """
    import_module(settings.ROOT_URLCONF)
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def media(tmp_path_factory):
    """Keep uploads of the tests in a directory that pytest throws away."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield


@pytest.fixture(autouse=True)
def empty_cache():
    """Start each test with nothing remembered."""
    cache.clear()


@pytest.fixture(autouse=True)
def speak_dutch():
    """Begin in Dutch: a request leaves the language of its address behind."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Use the machine's own Chromium; nothing is downloaded. A busy machine gets time to show a page."""
    expect.set_options(timeout=20_000)
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": arguments}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """Be a visitor in the Netherlands."""
    return {**browser_context_args, "locale": "nl-NL", "timezone_id": "Europe/Amsterdam"}


@pytest.fixture
def complaints(page):
    """Return what the browser objected to so far: errors, refused requests, breaches of the security policy.

    A journey ends with ``assert complaints == []``.
    """
    found = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda message: message.type == "error" and found.append(message.text))
    # A request that was still under way when the journey went on to the next page is aborted, not refused.
    page.on(
        "requestfailed",
        lambda request: "ERR_ABORTED" in request.failure or found.append(f"{request.url}: {request.failure}"),
    )
    return found
