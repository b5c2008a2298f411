"""Small things that every page needs and that seldom change, kept in the cache between requests."""

from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.db.models import Model
from django.db.models.signals import post_delete, post_save

# A change empties the cache at once; this bounds what a request that was reading meanwhile may put back.
SECONDS = 60


def remembered(key: str, build: Callable[[], Any]) -> Any:
    """What ``build`` returned at most ``SECONDS`` ago under this key, else what it returns now."""
    return cache.get_or_set(key, build, SECONDS)


def forget_on_change(key: str, *models: type[Model]) -> None:
    """Drops what is remembered under ``key`` whenever an object of one of the models is saved or deleted."""
    for model in models:
        for signal in (post_save, post_delete):
            signal.connect(
                lambda **kwargs: cache.delete(key), sender=model, weak=False, dispatch_uid=(key, model)
            )
