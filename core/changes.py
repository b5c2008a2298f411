"""Remembers what follows from the pages and snippets of the site, until one of them changes."""

import uuid
from collections.abc import Callable
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import PageViewRestriction, Site, TranslatableMixin
from wagtail.signals import page_published, page_unpublished

from core.remembered import forget, remembered

VERSION = "content-version"


def remembered_of_content(key: str, build: Callable[[], Any]) -> Any:
    """What ``build`` returned under this key since a page, snippet, restriction or site last changed.

    At most ``core.remembered.SECONDS`` ago. Not for what a change of something else, such as a comment, changes too.
    """
    version = remembered(VERSION, lambda: uuid.uuid4().hex)
    return remembered(f"{key}-{version}", build)


@receiver([post_save, post_delete, page_published, page_unpublished])
def forget_content(sender, **kwargs) -> None:
    """Lets everything be built anew. What belongs to a page is saved after it, hence also when it is published."""
    if issubclass(sender, (TranslatableMixin, PageViewRestriction, Site)):
        forget(VERSION)
