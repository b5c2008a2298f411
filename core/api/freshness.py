"""When an answer may be called unchanged without building it: as long as nothing was saved that any answer shows.

Every save of content starts a new generation. What answered an address in this generation is remembered by its
ETag, so a client that asks again hears 304 without a query. The cache may forget or be away: then the answer is
built and compared, which only costs time. What the clock alone changes shows within ``SECONDS``.
"""

import hashlib
import uuid

from django.apps import apps
from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from django.http import HttpRequest

SECONDS = 60
GENERATION = "api-generation"
# Whose rows some answer shows; and of these apps, what no answer shows.
SHOWN_APPS = {"comments", "core", "home", "members", "news", "publications", "taggit", "wagtail_footnotes"}
SHOWN_APPS |= {"wagtailcore", "wagtaildocs", "wagtailimages", "wagtailredirects", "wagtailsearchpromotions"}
SILENT_MODELS = {"core.dailykey", "core.outboxmail", "core.rendition", "core.spending", "home.formentry"}
SILENT_MODELS |= {"wagtailcore.modellogentry", "wagtailcore.pagelogentry", "wagtailcore.pagesubscription"}
SILENT_MODELS |= {"wagtailcore.referenceindex", "wagtailcore.revision", "wagtailcore.uploadedfile"}
SILENT_MODELS |= {
    "wagtailcore.task",
    "wagtailcore.taskstate",
    "wagtailcore.workflow",
    "wagtailcore.workflowstate",
}


@receiver([post_save, post_delete, m2m_changed])
def something_changed(sender, **kwargs) -> None:
    """Starts a new generation at once, and another when the change is there for everybody."""
    label = sender._meta.label_lower
    if apps.ready and label.partition(".")[0] in SHOWN_APPS and label not in SILENT_MODELS:
        start_anew()
        transaction.on_commit(start_anew, robust=True)


def start_anew() -> None:
    """Starts a new generation, for what changes without one of those signals."""
    cache.set(GENERATION, _new(), None)


def key_of(request: HttpRequest) -> str:
    """Under what the ETag of this address is kept; to be asked before the answer is built, never after."""
    generation = cache.get_or_set(GENERATION, _new, None)
    address = f"{generation} {request.scheme} {request.get_host()} {request.get_full_path()}"
    return f"api-tag-{hashlib.sha256(address.encode()).hexdigest()}"


def remembered_tag(key: str) -> str | None:
    """The ETag that was kept, or ``None``."""
    return cache.get(key)


def remember_tag(key: str, tag: str) -> None:
    """Keeps an ETag for as long as it can be trusted."""
    cache.set(key, tag, SECONDS)


def _new() -> str:
    return uuid.uuid4().hex
