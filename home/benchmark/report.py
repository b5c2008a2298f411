"""Prints what was measured, for people and for programs."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from home.benchmark.measure import Cost

MOST_RATIO = 25

EXPLANATION = f"""\
How it is measured: in this process, through Django's WSGI handler with the whole middleware, without cookies and
without a page cache, on a scratch database. "queries" are those of one request on a warm process. "ms" is the
processor time of this process (median); "ratio" compares it with a view that only returns "ok" behind the same
middleware, asked in turns with the pages. On PostgreSQL the time of the database server is not in it. "bytes" is
the HTML, "gzip" the same compressed. Of each type the longest page is taken. Goals: at most the number of queries
behind the slash, and a ratio of at most {MOST_RATIO}; "!" marks what is over.
"""


@dataclass(frozen=True)
class Run:
    """All costs on one amount of content."""

    content: str
    bare_milliseconds: float
    costs: Sequence[Cost]


def as_table(run: Run) -> str:
    """The costs of one run, a line per page type."""
    lines = [
        f"{run.content}; a bare view takes {run.bare_milliseconds:.2f} ms",
        f"{'page':<18}{'queries':>12}{'ms':>9}{'ratio':>9}{'bytes':>10}{'gzip':>9}  address",
    ]
    lines += [_line(cost) for cost in run.costs]
    return "\n".join(lines)


def as_json(runs: Sequence[Run]) -> str:
    """All runs, for a program that compares them with earlier ones."""
    return json.dumps([asdict(run) for run in runs], indent=1)


def _line(cost: Cost) -> str:
    queries = f"{cost.queries}/{cost.most_queries}{_mark(cost.queries > cost.most_queries)}"
    ratio = f"{cost.ratio:.1f}{_mark(cost.ratio > MOST_RATIO)}"
    figures = f"{queries:>12}{cost.milliseconds:>9.2f}{ratio:>9}{cost.size:>10}{cost.compressed:>9}"
    return f"{cost.name:<18}{figures}  {cost.path}"


def _mark(is_over: bool) -> str:
    return "!" if is_over else " "
