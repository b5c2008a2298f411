"""Test databases without waiting for migrations and for the pages that nearly every test needs.

Running all migrations takes about twenty seconds, and the fixed pages a third of a second for each test. They
are made once, in a template: a file in var/test for SQLite, a database for PostgreSQL, named after a hash of
what they depend on. Each worker gets a
copy, and so does a test that commits (a browser test), when it is over: Django itself would empty the tables,
and Wagtail's root page, the languages, the places and the roles with them.

``pytest --create-db`` makes the template anew.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection

CACHE_DIR = Path(__file__).resolve().parent.parent / "var" / "test"


class SQLiteDatabases:
    """The template is a file, a copy is made with SQLite's own backup."""

    def __init__(self, name: str, copy: Path) -> None:
        self.template = CACHE_DIR / f"{name}.sqlite3"
        self.copy = copy

    def has_template(self) -> bool:
        return self.template.exists()

    def drop_template(self) -> None:
        self.template.unlink(missing_ok=True)

    @contextmanager
    def new_template(self) -> Iterator[str]:
        """Give the name of an empty database, which becomes the template if all goes well."""
        partial = self.template.with_suffix(f".{os.getpid()}")
        yield str(partial)
        with closing(sqlite3.connect(partial)) as database:
            database.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
        partial.rename(self.template)

    def make_copy(self) -> str:
        shutil.copyfile(self.template, self.copy)
        return str(self.copy)

    def restore_copy(self) -> None:
        with closing(sqlite3.connect(self.template)) as source, closing(sqlite3.connect(self.copy)) as target:
            source.backup(target)

    def drop_copy(self) -> None:
        self.copy.unlink()


class PostgreSQLDatabases:
    """Template and copies are databases on the server of TEST_DATABASE_URL, whose user may make them."""

    def __init__(self, name: str, copy: str) -> None:
        self.template = name
        self.copy = copy

    def _execute(self, *statements: str) -> list[tuple]:
        with connection._nodb_cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def has_template(self) -> bool:
        return bool(self._execute(f"SELECT 1 FROM pg_database WHERE datname = '{self.template}'"))

    def drop_template(self) -> None:
        self._execute(f'DROP DATABASE IF EXISTS "{self.template}"')

    @contextmanager
    def new_template(self) -> Iterator[str]:
        """Give the name of an empty database, which becomes the template if all goes well."""
        partial = f"{self.template}_partial"
        self._execute(f'DROP DATABASE IF EXISTS "{partial}"', f'CREATE DATABASE "{partial}"')
        yield partial
        self._execute(f'ALTER DATABASE "{partial}" RENAME TO "{self.template}"')

    def make_copy(self) -> str:
        self._execute(f'CREATE DATABASE "{self.copy}" TEMPLATE "{self.template}"')
        return self.copy

    def restore_copy(self) -> None:
        self.drop_copy()
        self.make_copy()

    def drop_copy(self) -> None:
        self._execute(f'DROP DATABASE "{self.copy}" WITH (FORCE)')


def databases(directory: Path, purpose: str = "") -> SQLiteDatabases | PostgreSQLDatabases:
    """Return the template and a copy for this process; ``purpose`` tells one copy from another."""
    name = f"bewoners_test_{_fingerprint()}"
    if connection.vendor == "sqlite":
        return SQLiteDatabases(name, directory / "database.sqlite3")
    return PostgreSQLDatabases(name, f"bewoners_test_{os.getpid()}{purpose}")


def make_template(
    made: SQLiteDatabases | PostgreSQLDatabases, fill: Callable[[], None], *, anew: bool = False
) -> None:
    """Run the migrations and ``fill`` into the template, unless this or another process did so before."""
    CACHE_DIR.mkdir(parents=True, exist_ok=True)
    with (CACHE_DIR / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if anew:
            made.drop_template()
        if made.has_template():
            return
        with made.new_template() as name:
            use(name)
            call_command("migrate", interactive=False, verbosity=0)
            fill()
            connection.close()


@contextmanager
def another(directory: Path, purpose: str) -> Iterator[str]:
    """Turn Django's connection to a further copy of the template for a while; gives its DATABASE_URL.

    For what several tests of a module share and may keep: ``purpose`` tells one copy of this process from another.
    """
    own, made = connection.settings_dict["NAME"], databases(directory, f"_{purpose}")
    use(made.make_copy())
    try:
        yield address()
    finally:
        use(own)
        made.drop_copy()


def use(name: str) -> None:
    """Turn Django's connection, which must be closed, to another database."""
    connection.close()
    connection.settings_dict["NAME"] = name


def _fingerprint() -> str:
    """Hash every migration, the tables, texts and roles that our own migrations fill in, and the fixed pages."""
    digest = hashlib.sha256(Path(__file__).with_name("fixed_pages.py").read_bytes())
    for catalogue in sorted(settings.BASE_DIR.glob("locale/*/LC_MESSAGES/django.po")):
        digest.update(catalogue.read_bytes())
    for app in sorted(apps.get_app_configs(), key=lambda app: app.label):
        for part in ("migrations", "data", "defaults.py", "roles.py", "apps.py"):
            place = Path(app.path, part)
            for path in sorted(place.rglob("*.*")) if place.is_dir() else [place]:
                if path.is_file() and path.suffix != ".pyc":
                    digest.update(f"{app.label}/{path.name}".encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def address() -> str:
    """Return the DATABASE_URL of the database that Django's connection is turned to."""
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    login = ":".join(quote(found[part]) for part in ("USER", "PASSWORD") if found[part])
    return f"postgres://{login}@{found['HOST']}:{found['PORT']}/{found['NAME']}"
