"""Caches that a page can do without: when the store fails, reading finds nothing and writing is dropped.

So nothing that must hold may rest on them: limits and one-time codes belong in the database.
"""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, ClassVar

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

logger = logging.getLogger(__name__)

FAILURES = (RedisError, OSError)
PAUSE = 5.0  # seconds in which a failed store is left alone, so that a request waits for it at most once
STORE_TIMEOUT = 0.25  # seconds that a request may lose to a slow store


class ForgivingMixin:
    """Stands before a cache backend and swallows the failures of its store."""

    away_until: ClassVar[float] = (
        0.0  # shared by the threads of a process, each of which has its own instance
    )

    def _try(self, operation: Callable, fallback: Any, *args: Any) -> Any:
        if time.monotonic() < self.away_until:
            return fallback
        try:
            return operation(*args)
        except FAILURES as error:
            type(self).away_until = time.monotonic() + PAUSE
            logger.warning("cache is away: %s", type(error).__name__)
            return fallback

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        """Store a value that is not there yet; False when it was, or the store is away."""
        return self._try(super().add, False, key, value, timeout, version)

    def get(self, key, default=None, version=None):
        """Return the value, or ``default`` when it or the store is not there."""
        return self._try(super().get, default, key, default, version)

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        """Store a value."""
        self._try(super().set, None, key, value, timeout, version)

    def touch(self, key, timeout=DEFAULT_TIMEOUT, version=None):
        """Give a value a new time to live; False when it or the store is not there."""
        return self._try(super().touch, False, key, timeout, version)

    def delete(self, key, version=None):
        """Drop a value; False when it or the store is not there."""
        return self._try(super().delete, False, key, version)

    def get_many(self, keys, version=None):
        """Return the values that are there."""
        return self._try(super().get_many, {}, keys, version)

    def has_key(self, key, version=None):
        """Tell whether the value is there."""
        return self._try(super().has_key, False, key, version)

    def incr(self, key, delta=1, version=None):
        """Add to a number; raises ValueError when it or the store is not there."""
        value = self._try(super().incr, None, key, delta, version)
        if value is None:
            raise ValueError(f"Key {key!r} not found")
        return value

    def set_many(self, data, timeout=DEFAULT_TIMEOUT, version=None):
        """Store values; return the keys that were not stored."""
        return self._try(super().set_many, list(data), data, timeout, version)

    def delete_many(self, keys, version=None):
        """Drop values."""
        self._try(super().delete_many, None, keys, version)

    def clear(self):
        """Drop everything."""
        return self._try(super().clear, False)


class ForgivingRedisCache(ForgivingMixin, RedisCache):
    """Redis, for a site on one or more machines."""

    def __init__(self, server, params):
        """Give up at once: no second try, no waiting beyond ``STORE_TIMEOUT``."""
        super().__init__(server, params)
        self._options = {
            "socket_timeout": STORE_TIMEOUT,
            "socket_connect_timeout": STORE_TIMEOUT,
            "retry": Retry(NoBackoff(), 0),
            **self._options,
        }


class ForgivingFileCache(ForgivingMixin, FileBasedCache):
    """A directory, shared by the processes of one machine."""

    def __init__(self, directory, params):
        """Start also when the directory cannot be made; it is tried again at each writing."""
        with suppress(OSError):
            super().__init__(directory, params)
