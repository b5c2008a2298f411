"""Prints what was measured, for people and for programs."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from home.benchmark.measure import Bare, Cost

MOST_RATIO = 25

EXPLANATION = f"""\
How it is measured: on a scratch database, without cookies and without a page cache, with the whole middleware; of
each type the longest page. "queries" are those of one request on a warm process, "cold" those of the first request
after the cache was emptied (menus, themes, site and settings come from it). "ms" is processor time (median):
"Django" of this process around Django's WSGI handler, "server" of a gunicorn worker around all of its work. "ratio"
compares with a view that only returns "ok", asked in turns with the pages in the same way. On PostgreSQL the time
of the database server is not in it. "bytes" is the HTML, "gzip" the same compressed.
Goals: at most the number of queries behind the slash, and a ratio of at most {MOST_RATIO} on the server; "!" is over.
"""


@dataclass(frozen=True)
class Run:
    """All costs on one amount of content."""

    content: str
    bare: Bare
    costs: Sequence[Cost]


def as_table(run: Run) -> str:
    """The costs of one run, a line per page type."""
    lines = [
        run.content,
        f"{'':<35}{'Django':>17}{'server':>17}",
        f"{'page':<18}{'queries':>12}{'cold':>5}{'ms':>8}{'ratio':>9}{'ms':>8}{'ratio':>9}"
        f"{'bytes':>9}{'gzip':>8}  address",
        f"{'bare view':<35}{run.bare.django_ms:>8.2f}{1:>8.1f}{run.bare.server_ms:>9.2f}{1:>8.1f}",
    ]
    lines += [_line(cost) for cost in run.costs]
    return "\n".join(lines)


def as_json(runs: Sequence[Run]) -> str:
    """All runs, for a program that compares them with earlier ones."""
    return json.dumps([asdict(run) for run in runs], indent=1)


def _line(cost: Cost) -> str:
    queries = f"{cost.queries}/{cost.most_queries}{_mark(cost.queries > cost.most_queries)}"
    django = f"{cost.django_ms:>8.2f}{cost.django_ratio:>8.1f} "
    server = f"{cost.server_ms:>8.2f}{cost.server_ratio:>8.1f}{_mark(cost.server_ratio > MOST_RATIO)}"
    counted = f"{cost.name:<18}{queries:>12}{cost.cold_queries:>5}"
    return f"{counted}{django}{server}{cost.size:>9}{cost.compressed:>8}  {cost.path}"


def _mark(is_over: bool) -> str:
    return "!" if is_over else " "
