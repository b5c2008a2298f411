"""The only reader of ``os.environ``: typed, and a bad or missing value stops the start with a how-to.

``base`` calls ``read`` for each variable and ``stop_on_problems`` in the end, so that each problem is told.
"""

import os
import re
import secrets
import sys
from collections.abc import Callable
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

import dj_database_url
import dj_email_url
from django.conf.locale import LANG_INFO
from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATABASE_ENGINES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")
CACHE_BACKENDS = {
    "file": "cms.cache.ForgivingFileCache",
    "locmem": "django.core.cache.backends.locmem.LocMemCache",
    "redis": "cms.cache.ForgivingRedisCache",
    "rediss": "cms.cache.ForgivingRedisCache",
    "unix": "cms.cache.ForgivingRedisCache",
}
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
MAIL_SCHEMES = ("smtp", "submission", "console", "memory")
THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
MIN_SECRET_LENGTH = 50
MIN_SECRET_VARIETY = 5
HOST = re.compile(r"[a-z0-9._:-]+", re.IGNORECASE)
HOST_NAME = re.compile(
    r"\[[a-f0-9:.]+\]|[a-z0-9._-]+", re.IGNORECASE
)  # a dot in front: those below it as well
MAIL_ADDRESS = re.compile(r"[^@\s]+@[a-z0-9.-]+", re.IGNORECASE)

_env = Env()
_problems: list[str] = []


def loosen(**values: str) -> None:
    """Fill in variables that are not set; for ``dev``, before it imports ``base``."""
    for name, value in values.items():
        os.environ.setdefault(name, value)


def overrule(**values: str) -> None:
    """Fill in variables whatever is set, so that no test depends on a shell; for ``test``."""
    os.environ.update(values)


def stop_on_problems() -> None:
    """End the process with status 1 and one line per missing or wrong variable, without a traceback."""
    if _problems:
        sys.exit("\n".join(_problems))


def read(name: str, parse: Callable[[str], Any], *, how_to: str, default: str | None = None) -> Any:
    """Return ``parse(value)`` of one variable; note a problem and return None when that cannot be done.

    Without a ``default`` the variable is compulsory. ``parse`` says what is wrong by raising ValueError.
    """
    value = _env.str(name, "").strip() or default
    if value is None:
        _problems.append(f"Setting {name} is missing: {how_to}.")
        return None
    try:
        return parse(value)
    except ValueError as error:
        _problems.append(f"Setting {name} is wrong ({error}): {how_to}.")
        return None


def text(value: str) -> str:
    """Accept anything."""
    return value


def secret(value: str) -> str:
    """Accept a key of at least 50 characters, 5 of them different, which is what Django's ``check --deploy`` asks."""
    if len(value) < MIN_SECRET_LENGTH:
        raise ValueError(f"fewer than {MIN_SECRET_LENGTH} characters")
    if len(set(value)) < MIN_SECRET_VARIETY:
        raise ValueError("hardly any of its characters differ")
    return value


def words(value: str) -> list[str]:
    """Split ``a, b`` into its parts."""
    parts = [part.strip() for part in value.split(",") if part.strip()]
    if not parts:
        raise ValueError("an empty list")
    return parts


def host_names(value: str) -> list[str]:
    """Accept host names; "any host" would let a visitor choose the host in links that the site makes."""
    names = words(value)
    for name in names:
        if not HOST_NAME.fullmatch(name):
            raise ValueError(f"{name!r} is not the name of one host")
    return names


def optional(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    """Make a parser that also accepts nothing."""
    return lambda value: parse(value) if value else value


def whole_number(value: str) -> int:
    """Accept 0 and upwards."""
    if not value.isdecimal():
        raise ValueError(f"{value!r} is not a whole number")
    return int(value)


def count(value: str) -> int:
    """Accept 1 and upwards."""
    number = whole_number(value)
    if not number:
        raise ValueError("0 is too few")
    return number


def port(value: str) -> int:
    """Accept the number of a port."""
    number = whole_number(value)
    if not 0 < number < 65536:
        raise ValueError(f"{value} is not from 1 to 65535")
    return number


def sender(value: str) -> str:
    """Accept ``name@host`` or ``Somebody <name@host>``."""
    if not value.isprintable() or not MAIL_ADDRESS.fullmatch(parseaddr(value)[1]):
        raise ValueError(f"{value!r} is not a mail address")
    return value


def one_of(*choices: str) -> Callable[[str], str]:
    """Make a parser that accepts the given words only."""

    def parse(value: str) -> str:
        if value not in choices:
            raise ValueError(f"{value!r} is not one of {', '.join(choices)}")
        return value

    return parse


def _split(value: str) -> SplitResult:
    """Take an address apart; ValueError, without showing its password, when a part makes no sense."""
    parts = urlsplit(value)
    try:
        _ = parts.port
    except ValueError:
        raise ValueError("its port is not a number from 1 to 65535") from None
    return parts


def web_address(value: str) -> str:
    """Accept ``https://host/path`` or ``http://…``; the result ends without a slash."""
    parts = _split(value)
    if parts.scheme not in ("http", "https") or not HOST.fullmatch(parts.hostname or ""):
        raise ValueError(f"{value!r} is not a web address")
    return value.rstrip("/")


def origin(value: str) -> str:
    """Accept ``https://host``; without encryption only on this machine, to try things out."""
    address = web_address(value)
    parts = urlsplit(address)
    if parts.path or parts.query:
        raise ValueError("it holds more than a scheme and a host")
    if parts.scheme == "http" and parts.hostname not in THIS_MACHINE:
        raise ValueError("a public address begins with https://")
    return address


def origins(value: str) -> list[str]:
    """Accept web origins or none; "any site" would let every site send forms in the name of its visitors."""
    return [origin(part) for part in words(value)] if value else []


def languages(value: str) -> list[tuple[str, str]]:
    """Turn ``nl,en`` into pairs of code and own name; Dutch is always there and first."""
    codes = ["nl", *(code for code in words(value) if code != "nl")]
    unknown = [code for code in codes if "name_local" not in LANG_INFO.get(code, {})]
    if unknown:
        raise ValueError(f"Django does not know {', '.join(unknown)}")
    return [(code, LANG_INFO[code]["name_local"].capitalize()) for code in codes]


def database(value: str) -> dict[str, Any]:
    """Turn an address into Django's database settings; SQLite and PostgreSQL only."""
    try:
        config = dj_database_url.parse(value, conn_max_age=600, conn_health_checks=True)
    except (ValueError, KeyError) as error:
        raise ValueError("not a database address") from error
    if config["ENGINE"] not in DATABASE_ENGINES or not config["NAME"]:
        raise ValueError("neither SQLite nor PostgreSQL, or it names no database")
    return dict(config)


def cache(value: str) -> dict[str, Any]:
    """Turn an address into Django's cache settings: Redis, a directory, or the memory of each process."""
    parts = _split(value)
    if parts.scheme not in CACHE_BACKENDS:
        raise ValueError(f"the scheme is not one of {', '.join(CACHE_BACKENDS)}")
    if parts.scheme == "file" and (parts.netloc or not parts.path):
        raise ValueError("a directory is written as file:///srv/site/cache, with three slashes")
    location = parts.path if parts.scheme == "file" else value
    return {"BACKEND": CACHE_BACKENDS[parts.scheme], "LOCATION": location, "KEY_PREFIX": "bewoners"}


def mail(value: str) -> dict[str, Any]:
    """Turn an address into Django's ``EMAIL_*`` settings."""
    if _split(value).scheme not in MAIL_SCHEMES:
        raise ValueError(f"the scheme is not one of {', '.join(MAIL_SCHEMES)}")
    config = dj_email_url.parse(value)
    return {name: setting for name, setting in config.items() if name.startswith("EMAIL_")}


def directory(value: str) -> Path:
    """Accept a directory; a relative one is taken from the root of the project."""
    return BASE_DIR / value


def media() -> dict[str, Any]:
    """Read where uploads are kept: a directory, or a bucket of object storage when MEDIA_BUCKET is set.

    Returns ``root``, ``url``, ``storage`` (a value for Django's STORAGES) and ``origins`` (other hosts that
    serve images, for the content security policy).
    """
    bucket = read("MEDIA_BUCKET", text, default="", how_to="the name of a bucket")
    if not bucket:
        how_to = "a directory for uploads, such as /srv/site/media; or set MEDIA_BUCKET for object storage"
        root = read("MEDIA_ROOT", directory, how_to=how_to)
        storage: dict[str, Any] = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
        return {"root": root, "url": "/media/", "storage": storage, "origins": []}
    how_to = "where visitors reach the files in the bucket, such as https://media.example.org"
    url = urlsplit(read("MEDIA_URL", web_address, how_to=how_to) or "")
    options = {
        "bucket_name": bucket,
        "endpoint_url": read("MEDIA_ENDPOINT", optional(web_address), default="", how_to="its server")
        or None,
        "region_name": read("MEDIA_REGION", text, default="", how_to="its region") or None,
        "access_key": read("MEDIA_ACCESS_KEY", text, default="", how_to="a key that may write") or None,
        "secret_key": read("MEDIA_SECRET_KEY", text, default="", how_to="the secret of that key") or None,
        "custom_domain": url.netloc + url.path,
        "url_protocol": f"{url.scheme}:",
        "querystring_auth": False,  # addresses that do not expire, so that pages can be cached
        "file_overwrite": False,
        "object_parameters": {"CacheControl": "public, max-age=2592000, immutable"},
    }
    storage = {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    return {
        "root": "",
        "url": f"{url.geturl()}/",
        "storage": storage,
        "origins": [f"{url.scheme}://{url.netloc}"],
    }


def secret_of_this_machine(path: Path) -> str:
    """Return the development key kept in ``path`` (which git ignores), made at the first call."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(secrets.token_urlsafe(MIN_SECRET_LENGTH))
        path.chmod(0o600)
    return path.read_text().strip()
