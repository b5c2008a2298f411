"""Loosens ``base`` for one's own machine; every line says why."""

from cms.settings import env

_port = env.read("PORT", env.port, default="8000", how_to="the port to listen on") or 8000
env.loosen(
    SECRET_KEY=env.secret_of_this_machine(env.BASE_DIR / "var" / "secret-key"),  # nothing to set up first
    DATABASE_URL=f"sqlite:///{env.BASE_DIR}/var/db.sqlite3",  # no server to install
    CACHE_URL="locmem://",  # one process serves, and a restart starts clean
    EMAIL_URL="console://",  # mail is read in the terminal
    MEDIA_ROOT="var/media",
    ALLOWED_HOSTS="localhost,127.0.0.1,[::1]",  # this machine only
    PUBLIC_URL=f"http://localhost:{_port}",  # where `make run` serves
    LOG_LEVEL="WARNING",  # the terminal shows what needs attention
)

from cms.settings.base import *

# Django's own error pages hide the site's, so they are asked for: `make dev` does.
DEBUG = env.read("DEBUG", env.one_of("0", "1"), default="0", how_to="1 shows Django's error pages") == "1"
env.stop_on_problems()

SECURE_SSL_REDIRECT = False  # there is no certificate for localhost
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False  # the same
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}  # no collecting
STATIC_ROOT = None  # the same
WHITENOISE_USE_FINDERS = True  # the same
WHITENOISE_AUTOREFRESH = DEBUG  # a changed style sheet shows at once
