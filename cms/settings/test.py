"""Loosens ``base`` for the test suite; every line says why."""

from cms.settings import env

env.overrule(
    SECRET_KEY="only-for-tests-" * 5,
    DATABASE_URL=env.read(
        "TEST_DATABASE_URL",
        env.text,
        default=f"sqlite:///{env.BASE_DIR}/var/test/unused.sqlite3",  # each worker gets a copy of a template
        how_to="such as postgres://user:password@host/name",
    ),
    CACHE_URL="locmem://",  # emptied between tests
    EMAIL_URL="memory://",  # tests read django.core.mail.outbox
    MEDIA_ROOT="var/test/media",  # each worker gets a directory of its own
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",  # Django's test client and the live server
    PUBLIC_URL="http://localhost",
    TRUSTED_PROXIES="0",
    CONTENT_LANGUAGES="nl,en",
    MACHINE_TRANSLATOR_URL="",
    TASKS="immediate",
    LOG_LEVEL="WARNING",
)

from cms.settings.base import *

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False  # browser tests use plain HTTP on this machine
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}  # no collecting
STATIC_ROOT = None  # the same
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True  # the same, without a scan for each test client
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a safe one is slow by design
if "init_command" in DATABASE["OPTIONS"]:
    DATABASE["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL;PRAGMA synchronous=OFF;"  # may be lost
TASKS["default"]["BACKEND"] = "tests.tasks.Backend"  # few tests need an index
