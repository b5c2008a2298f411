"""Reads the texts of the demo, and gives everything that they describe an identity that outlives an edit."""

import tomllib
from functools import cache
from pathlib import Path
from uuid import UUID, uuid5

from django.db.models import Model
from wagtail.fields import StreamField

CONTENT = Path(__file__).parent / "content"
FILES = Path(__file__).parent / "files"
NAMESPACE = UUID("5b1ff0a0-57a4-5b8e-9f0e-6c0c1986a001")


@cache
def read(name: str) -> dict:
    """The file ``content/<name>.toml``; not to be changed by the caller.

    Raises ``OSError`` when there is none and ``tomllib.TOMLDecodeError`` when it is no TOML.
    """
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


def identity(reference: str) -> UUID:
    """The translation key of what the texts call ``reference``, for example ``news/a-slug`` or ``author/b-slug``.

    The same on every site, so that the second run of the loader knows a page after a change of its slug or place.
    """
    return uuid5(NAMESPACE, reference)


def plain_values(model: type[Model], entry: dict) -> dict:
    """What ``entry`` says about the fields of ``model`` that hold a value of their own: no relation, no story."""
    fields = model._meta.concrete_fields
    names = {field.name for field in fields if not field.is_relation and not isinstance(field, StreamField)}
    return {name: value for name, value in entry.items() if name in names}
