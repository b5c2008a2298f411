"""A site as visitors meet it: the production server with a few pages, once for all tests of a worker."""

import pytest

from tests import databases
from tests.production import serve
from tests.tree import Tree


@pytest.fixture(scope="session")
def production(django_db_setup, django_db_blocker, tmp_path_factory):
    """Serve a home page and what stands below it, with one trusted proxy."""
    directory = tmp_path_factory.mktemp("production")
    for name in ("images/foto.jpg", "documents/verslag.pdf"):
        (directory / "media" / name).parent.mkdir(parents=True)
        (directory / "media" / name).write_bytes(b"x" * 1000)
    with django_db_blocker.unblock():
        own = databases.connection.settings_dict["NAME"]
        made = databases.databases(directory, "_production")
        databases.use(made.make_copy())
        Tree().news(slug="buurtfeest")
        where = databases.address()
        databases.use(own)
    with serve(directory, DATABASE_URL=where, MEDIA_ROOT=str(directory / "media")) as server:
        yield server
    with django_db_blocker.unblock():
        made.drop_copy()
