"""The door for the production server: ``gunicorn cms.wsgi``."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")

application = get_wsgi_application()
# Before the server makes its processes: each would read a second long at its first visitor, and keep its own copy.
import_module(settings.ROOT_URLCONF)
