"""The environment: one reader, typed, and a how-to for what is missing or wrong (safety R19, habit 19)."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cms.settings import env
from tests.production import ENVIRONMENT, ROOT, environment


def read_settings(**changes):
    """Import the settings of production in a process of their own."""
    return subprocess.run(
        [sys.executable, "-c", "import cms.settings.base"],
        cwd=ROOT,
        env=environment(**changes),
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("name", ENVIRONMENT)
def test_start_without_a_compulsory_setting_stops_with_one_line(name):
    stopped = read_settings(**{name: None})

    assert stopped.returncode == 1
    assert stopped.stderr.startswith(f"Setting {name} is missing: ")
    assert stopped.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("SECRET_KEY", "short", "fewer than 50 characters"),
        ("SECRET_KEY", "abcd" * 20, "hardly any of its characters differ"),
        ("ALLOWED_HOSTS", "*", "'*' is not the name of one host"),
        ("ALLOWED_HOSTS", "example.org,exa mple", "'exa mple' is not the name of one host"),
        ("ALLOWED_HOSTS", " , ", "an empty list"),
        ("PUBLIC_URL", "example.org", "'example.org' is not a web address"),
        ("PUBLIC_URL", "https://example.org:abc", "its port is not a number from 1 to 65535"),
        ("PUBLIC_URL", "https://exa mple.org", "'https://exa mple.org' is not a web address"),
        ("PUBLIC_URL", "http://example.org", "a public address begins with https://"),
        ("PUBLIC_URL", "https://example.org/site", "it holds more than a scheme and a host"),
        ("DATABASE_URL", "mysql://host/name", "neither SQLite nor PostgreSQL, or it names no database"),
        ("DATABASE_URL", "postgres://host", "neither SQLite nor PostgreSQL, or it names no database"),
        ("DATABASE_URL", "name", "not a database address"),
        ("CACHE_URL", "memcached://host", "the scheme is not one of file, locmem, redis, rediss, unix"),
        ("CACHE_URL", "redis://h:foo/0", "its port is not a number from 1 to 65535"),
        ("CACHE_URL", "file://cache", "a directory is written as file:///srv/site/cache, with three slashes"),
        ("EMAIL_URL", "smtp://mail.example.org:foo", "its port is not a number from 1 to 65535"),
        ("MAIL_FROM", "foo", "'foo' is not a mail address"),
        (
            "MAIL_FROM",
            "site@example.org\nBcc: a@b.nl",
            "'site@example.org\\nBcc: a@b.nl' is not a mail address",
        ),
        ("EMAIL_URL", "mail.example.org", "the scheme is not one of smtp, submission, console, memory"),
        ("TRUSTED_PROXIES", "-1", "'-1' is not a whole number"),
        ("CONTENT_LANGUAGES", "nl,xx", "Django does not know xx"),
        ("MACHINE_TRANSLATOR_URL", "translate", "'translate' is not a web address"),
        ("TASKS", "later", "'later' is not one of immediate, database"),
        ("LOG_LEVEL", "loud", "'loud' is not one of DEBUG, INFO, WARNING, ERROR, CRITICAL"),
    ],
)
def test_start_with_a_wrong_setting_stops_with_one_line(name, value, reason):
    stopped = read_settings(**{name: value})

    assert stopped.returncode == 1
    assert stopped.stderr.startswith(f"Setting {name} is wrong ({reason}): ")
    assert stopped.stderr.count("\n") == 1


def test_start_without_any_setting_names_them_all():
    stopped = read_settings(**dict.fromkeys(ENVIRONMENT))

    assert [line.split()[1] for line in stopped.stderr.splitlines()] == [
        "SECRET_KEY",
        "ALLOWED_HOSTS",
        "PUBLIC_URL",
        "DATABASE_URL",
        "EMAIL_URL",
        "MEDIA_ROOT",
    ]


def test_wrong_database_address_does_not_show_its_password():
    stopped = read_settings(DATABASE_URL="mysql://user:s3cr3t@host/name")

    assert "s3cr3t" not in stopped.stderr


def test_usual_values_are_accepted():
    hosts = [".example.org", "www.example.org", "127.0.0.1", "[::1]"]

    assert env.host_names(",".join(hosts)) == hosts
    assert env.web_address("http://[::1]:8000/") == "http://[::1]:8000"
    assert env.sender("Bewoners <site@example.org>") == "Bewoners <site@example.org>"
    assert env.cache("file:///srv/cache")["LOCATION"] == "/srv/cache"


def test_links_of_one_s_own_site_follow_its_port():
    code = "import cms.settings.dev as s; print(s.WAGTAILADMIN_BASE_URL)"
    own = {"PATH": os.environ["PATH"], "PORT": "8123"}

    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=own, capture_output=True, text=True)

    assert result.stdout == "http://localhost:8123\n"


def test_languages_are_dutch_first_whatever_is_asked():
    assert env.languages("en,nl,fy") == [("nl", "Nederlands"), ("en", "English"), ("fy", "Frysk")]


def test_public_address_on_this_machine_may_do_without_encryption():
    assert env.origin("http://127.0.0.1:8000/") == "http://127.0.0.1:8000"


def test_object_storage_needs_the_address_of_its_files():
    stopped = read_settings(MEDIA_ROOT=None, MEDIA_BUCKET="files")

    assert stopped.stderr.startswith("Setting MEDIA_URL is missing: where visitors reach the files")


def test_object_storage_is_used_and_may_show_its_images():
    code = (
        "import cms.settings.base as s; storage = s.STORAGES['default'];"
        "print(storage['BACKEND'], s.MEDIA_URL, storage['OPTIONS']['custom_domain'],"
        " s.CONTENT_SECURITY_POLICY['DIRECTIVES']['img-src'])"
    )
    settings = {"MEDIA_ROOT": None, "MEDIA_BUCKET": "files", "MEDIA_URL": "https://media.example.org/site/"}

    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment(**settings), capture_output=True, text=True
    )

    assert result.stdout.strip() == (
        "storages.backends.s3.S3Storage https://media.example.org/site/ media.example.org/site "
        "[\"'self'\", 'https://media.example.org']"
    )


def variables() -> set[str]:
    """Return the names that the code reads, from its calls of ``read``."""
    names = set()
    for path in [*Path(ROOT, "cms", "settings").glob("*.py"), ROOT / "gunicorn.conf.py"]:
        for node in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "attr", getattr(node.func, "id", "")) == "read"
            ):
                names.add(node.args[0].value)
    return names


def table(name: str) -> set[str]:
    """Return the first column of the tables of a document."""
    rows = [line for line in (ROOT / name).read_text().splitlines() if line.startswith("| `")]
    return {row.split("`")[1] for row in rows}


def test_every_variable_stands_in_a_table():
    assert variables() - table("README.md") - table("docs/operations.md") == set()


def test_no_variable_stands_in_both_tables():
    assert table("README.md") & table("docs/operations.md") == set()


def test_every_compulsory_variable_stands_in_the_readme():
    assert set(ENVIRONMENT) - table("README.md") == set()


def test_environment_has_one_reader():
    not_ours = {".venv", "var", "scripts", "tests"}
    folders = [path for path in ROOT.iterdir() if path.is_dir() and path.name not in not_ours]
    texts = {path: path.read_text() for folder in folders for path in folder.rglob("*.py")}
    readers = {
        str(path.relative_to(ROOT))
        for path, text in texts.items()
        if re.search("environ|getenv", text)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv")
    }

    # wsgi.py only names the settings module, before there is a reader
    assert readers == {"cms/settings/env.py", "cms/wsgi.py"}
