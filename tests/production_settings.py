"""The settings of production for a server that a test starts; what differs has a reason."""

from cms.settings.base import *

ROOT_URLCONF = "tests.production_urls"  # the site, and a slow and a broken page beside it
# Collecting and compressing the static files takes a minute.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
