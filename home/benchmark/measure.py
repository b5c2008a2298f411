"""Asks the site for pages as a server would, in this process, and measures what each costs."""

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from statistics import median
from time import process_time
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.benchmark.bare import BARE
from home.benchmark.server import REQUESTS, measure_on_server

WARM_UP = 3
OK = 200


@dataclass(frozen=True)
class Target:
    """A page to measure. ``most_queries`` is the number of queries that it may do."""

    name: str
    path: str
    most_queries: int


@dataclass(frozen=True)
class Bare:
    """Milliseconds of a view that does nothing, in Django alone and on a server."""

    django_ms: float
    server_ms: float


@dataclass(frozen=True)
class Cost:
    """What one page costs: queries, milliseconds of processor time, and the length of its HTML in bytes.

    ``cold_queries`` are those of the first request after the cache was emptied. A ratio compares the milliseconds
    with those of the bare view.
    """

    name: str
    path: str
    queries: int
    most_queries: int
    cold_queries: int
    django_ms: float
    django_ratio: float
    server_ms: float
    server_ratio: float
    size: int
    compressed: int


class BrokenPageError(Exception):
    """A page that should be measured does not answer 200."""


class Visitor:
    """A visitor without cookies who talks to the WSGI application, the whole middleware included."""

    def __init__(self):
        self.application = WSGIHandler()
        self.site = urlsplit(settings.WAGTAILADMIN_BASE_URL)

    def get(self, address: str) -> bytes:
        """The uncompressed body at ``address``. Raises ``BrokenPageError`` when that is no page."""
        path, _, query = address.partition("?")
        statuses: list[str] = []
        response = self.application(
            {
                "REQUEST_METHOD": "GET",
                "PATH_INFO": path,
                "QUERY_STRING": query,
                "SERVER_NAME": self.site.hostname,
                "SERVER_PORT": str(self.site.port or 80),
                "SERVER_PROTOCOL": "HTTP/1.1",
                "HTTP_HOST": self.site.netloc,
                "REMOTE_ADDR": "127.0.0.1",
                "wsgi.url_scheme": self.site.scheme,
                "wsgi.input": BytesIO(),
            },
            lambda status, headers: statuses.append(status),
        )
        body = b"".join(response)
        response.close()
        if not statuses[0].startswith(str(OK)):
            raise BrokenPageError(f"{address} answers {statuses[0]}")
        return body


def measure(targets: Sequence[Target], *, rounds: int) -> tuple[Bare, list[Cost]]:
    """The cost of a view that does nothing, and of each target.

    Processor time is taken twice: of this process around Django alone, and of a production server around
    everything. Each is the median of ``rounds``, after some to warm up, in which all targets and the bare view
    take turns, so that a busy moment of the machine weighs on each alike. Raises ``BrokenPageError`` or ``OSError``.
    """
    visitor = Visitor()
    paths = [f"/{BARE}", *(target.path for target in targets)]
    bodies = [visitor.get(path) for path in paths]
    bare, *django = _measure_django(visitor, paths, rounds)
    bare_on_server, *server = measure_on_server(paths, rounds=rounds // REQUESTS + 1)
    costs = [
        Cost(
            name=target.name,
            path=target.path,
            cold_queries=_count_queries(visitor, target.path, cold=True),
            queries=_count_queries(visitor, target.path),
            most_queries=target.most_queries,
            django_ms=django_ms,
            django_ratio=django_ms / bare,
            server_ms=server_ms,
            server_ratio=server_ms / bare_on_server,
            size=len(body),
            compressed=len(gzip.compress(body)),
        )
        for target, django_ms, server_ms, body in zip(targets, django, server, bodies[1:], strict=True)
    ]
    return Bare(bare, bare_on_server), costs


def _measure_django(visitor: Visitor, paths: Sequence[str], rounds: int) -> list[float]:
    """Milliseconds of this process for each path."""

    def milliseconds(path: str) -> float:
        start = process_time()
        visitor.get(path)
        return (process_time() - start) * 1000

    for path in paths * WARM_UP:
        visitor.get(path)
    found = [[milliseconds(path) for path in paths] for _ in range(rounds)]
    return [median(times) for times in zip(*found, strict=True)]


def _count_queries(visitor: Visitor, path: str, *, cold: bool = False) -> int:
    if cold:
        cache.clear()
    with CaptureQueriesContext(connection) as queries:
        visitor.get(path)
    return len(queries)
