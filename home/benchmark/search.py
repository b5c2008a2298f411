"""Measures how long visitors wait for the search page, the directory and its map, when the site grows."""

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter, process_time
from urllib.parse import urlencode

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.benchmark.measure import Visitor
from home.demo.sources import read
from members.models import MemberIndexPage, MemberPage
from search.models import Entry

WARM_UP = 2


@dataclass(frozen=True)
class Timing:
    """Milliseconds that a visitor waits (median and 95th percentile), those of the processor, and queries."""

    name: str
    median_ms: float
    p95_ms: float
    processor_ms: float
    queries: int


@dataclass(frozen=True)
class SearchRun:
    """The timings on one amount of content."""

    members: int
    pages: int
    timings: Sequence[Timing]


def queries() -> list[dict[str, str]]:
    """What is asked: one word, several, a mistake, an unfinished word, a phrase, filters, nothing found."""
    lists = read("words")
    words = [*lists["groups"], *lists["neighbourhoods"], *lists["headings"]]
    asked = [{"q": word} for word in words[:30]]
    asked += [{"q": f"{group} {name}"} for group, name in zip(lists["groups"], lists["names"], strict=False)]
    asked += [{"q": subject} for subject in lists["subjects"][:10]]
    asked += [{"q": f'"{predicate}"'} for predicate in lists["predicates"][:5]]
    asked += [{"q": group[:3] + group[4:]} for group in lists["groups"][:10]]
    asked += [{"q": group[:4]} for group in lists["groups"][:10]]
    asked += [{"q": "bewoners", "soort": "nieuws"}, {"q": "buurt", "provincie": "utrecht", "p": "3"}]
    return [*asked, {"q": "zebrapad olifant"}, {"q": "wat is er te doen in de buurt"}]


def settle() -> None:
    """Does what else happens by itself on a site: the database tidies up, and a server sets aside what is loaded.

    PostgreSQL's own tidying comes up to a minute after so much was written, in the middle of the measuring.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    gc.collect()
    gc.freeze()


def measure_search(*, rounds: int) -> SearchRun:
    """The timings on the content that is there. Raises ``BrokenPageError`` when a page does not answer 200."""
    visitor = Visitor()
    directory = MemberIndexPage.objects.published().order_by("path").first().url
    timings = [
        _time("search", [f"{reverse('search')}?{urlencode(query)}" for query in queries()], visitor, rounds),
        _time(
            "suggestions",
            [f"{reverse('search_suggestions')}?q={word}" for word in ("bu", "buurt", "wijkc")],
            visitor,
            rounds,
        ),
        _time("directory", [directory], visitor, rounds * 5),
        _time(
            "directory, near",
            [f"{directory}?{urlencode({'plaats': 'Utrecht', 'km': '25'})}"],
            visitor,
            rounds * 5,
        ),
        _time("directory, words", [f"{directory}?{urlencode({'q': 'buurttuin'})}"], visitor, rounds * 5),
        _time("map of a province", [f"{directory}?provincie=gelderland"], visitor, rounds * 5),
    ]
    return SearchRun(MemberPage.objects.count(), Entry.objects.count(), timings)


def _time(name: str, addresses: Sequence[str], visitor: Visitor, rounds: int) -> Timing:
    for address in list(addresses[:10]) * WARM_UP:
        visitor.get(address)
    waits, works = [], []
    for address in list(addresses) * rounds:
        start, worked = perf_counter(), process_time()
        visitor.get(address)
        waits.append((perf_counter() - start) * 1000)
        works.append((process_time() - worked) * 1000)
    # What every page needs is remembered for a minute; that is not what this counts.
    visitor.get(addresses[0])
    with CaptureQueriesContext(connection) as captured:
        visitor.get(addresses[0])
    return Timing(name, median(waits), quantiles(waits, n=20)[-1], median(works), len(captured))


def as_text(runs: Sequence[SearchRun]) -> str:
    """The runs as tables, and the last compared with the first."""
    lines = [f"Database: {connection.vendor}"]
    for run in runs:
        lines += ["", f"{run.members} members, {run.pages} pages in the index"]
        lines.append(f"{'':<20}{'median ms':>11}{'p95 ms':>9}{'processor ms':>14}{'queries':>9}")
        lines += [
            f"{item.name:<20}{item.median_ms:>11.1f}{item.p95_ms:>9.1f}{item.processor_ms:>14.1f}{item.queries:>9}"
            for item in run.timings
        ]
    if len(runs) > 1:
        lines += ["", "How many times longer (p95) with the large content than with the small:"]
        for small, large in zip(runs[0].timings, runs[-1].timings, strict=True):
            lines.append(f"{small.name:<20}{large.p95_ms / small.p95_ms:>11.1f}")
    return "\n".join(lines)
