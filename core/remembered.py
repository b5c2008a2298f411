"""Small things that every page needs and that seldom change, kept in the cache between requests."""

import threading
import uuid
from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

# A change empties the cache at once; this bounds what a request that was reading meanwhile may put back.
SECONDS = 60

# What this thread has fetched for the request that it answers: the cache is asked once for each key. ``None``
# outside a request.
_answering = threading.local()

# What this process keeps, with the stamp under which it was made.
_kept: dict[str, tuple[str, Any]] = {}


@receiver(request_started)
def start_of_request(**kwargs) -> None:
    """Begins with nothing."""
    _answering.fetched = {}


@receiver(request_finished)
def end_of_request(**kwargs) -> None:
    """Keeps nothing for whatever the thread does next."""
    _answering.fetched = None


def remembered(key: str, build: Callable[[], Any]) -> Any:
    """What ``build`` returned at most ``SECONDS`` ago under this key, else what it returns now.

    Within one request it is the same object each time.
    """
    fetched = getattr(_answering, "fetched", None)
    if fetched is None:
        return cache.get_or_set(key, build, SECONDS)
    if key not in fetched:
        fetched[key] = cache.get_or_set(key, build, SECONDS)
    return fetched[key]


def kept(key: str, build: Callable[[], Any]) -> Any:
    """What ``build`` returned in this process since ``key`` was last forgotten, at most ``SECONDS`` ago.

    For what is large: the cache holds only a stamp, which all processes share. All threads get the same object, so
    nobody may change it.
    """
    stamp = remembered(key, lambda: uuid.uuid4().hex)
    if key not in _kept or _kept[key][0] != stamp:
        _kept[key] = stamp, build()
    return _kept[key][1]


def forget(key: str) -> None:
    """Drops what is remembered under ``key``."""
    cache.delete(key)
    (getattr(_answering, "fetched", None) or {}).pop(key, None)


def forget_on_change(key: str, *models: type[Model]) -> None:
    """Drops what is remembered under ``key`` whenever an object of one of the models is saved or deleted."""
    for model in models:
        for signal in (post_save, post_delete):
            signal.connect(lambda **kwargs: forget(key), sender=model, weak=False, dispatch_uid=(key, model))
