"""Asks the site for pages as a server would, in this process, and measures what each costs."""

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from statistics import median
from time import process_time
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.benchmark.bare import BARE

WARM_UP = 3
OK = 200


@dataclass(frozen=True)
class Target:
    """A page to measure. ``most_queries`` is the number of queries that it may do."""

    name: str
    path: str
    most_queries: int


@dataclass(frozen=True)
class Cost:
    """What one page costs: queries, milliseconds of processor time, and the length of its HTML in bytes."""

    name: str
    path: str
    queries: int
    most_queries: int
    milliseconds: float
    ratio: float
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


def measure(targets: Sequence[Target], *, rounds: int) -> tuple[float, list[Cost]]:
    """The milliseconds of a view that does nothing, and the cost of each target.

    Processor time is that of this process, and the median of ``rounds`` requests after some to warm up. All
    targets and the bare view take turns, so that a busy moment of the machine weighs on each alike. Raises
    ``BrokenPageError``.
    """
    visitor = Visitor()
    bare = f"/{BARE}"
    paths = [bare, *(target.path for target in targets)]
    bodies = {path: visitor.get(path) for path in paths for _ in range(WARM_UP)}
    times: dict[str, list[float]] = {path: [] for path in paths}
    for _ in range(rounds):
        for path in paths:
            start = process_time()
            visitor.get(path)
            times[path].append((process_time() - start) * 1000)
    milliseconds = {path: median(found) for path, found in times.items()}
    return milliseconds[bare], [
        Cost(
            target.name,
            target.path,
            _count_queries(visitor, target.path),
            target.most_queries,
            milliseconds[target.path],
            milliseconds[target.path] / milliseconds[bare],
            len(bodies[target.path]),
            len(gzip.compress(bodies[target.path])),
        )
        for target in targets
    ]


def _count_queries(visitor: Visitor, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        visitor.get(path)
    return len(queries)
