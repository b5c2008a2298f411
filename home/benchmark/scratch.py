"""A database and a media directory for measuring, gone afterwards. The site's own are never touched."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.db import connection
from django.test.utils import override_settings

CACHE = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "benchmark"}}


@contextmanager
def scratch_site() -> Iterator[None]:
    """Everything inside the ``with`` works on an empty, migrated database of the same kind as the site's.

    On SQLite that is a file in a temporary directory, on PostgreSQL a database ``test_<name>``, as for tests.
    """
    own_name = connection.settings_dict["NAME"]
    with TemporaryDirectory(prefix="benchmark-") as name:
        if connection.vendor == "sqlite":
            # A file, as in production: in memory SQLite is quicker than any site will be.
            connection.settings_dict["TEST"]["NAME"] = str(Path(name) / "db.sqlite3")
        with override_settings(MEDIA_ROOT=Path(name) / "media", CACHES=CACHE, DEBUG=False):
            connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
            try:
                yield
            finally:
                connection.creation.destroy_test_db(own_name, verbosity=0)
    settings.DATABASES[connection.alias]["NAME"] = own_name
