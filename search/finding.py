"""From a visitor's text to results: matching, staff's picks, order, facets and the passage to quote."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

from django.utils import timezone
from wagtail.models import Page

from core.enums import Province
from core.querysets import readable_pages
from search import facets
from search.content import IN_TITLE
from search.matching import Match, get_matcher
from search.models import Entry, EntryText
from search.passages import Passage, passage, said, stands_in_text
from search.picks import Pick, picked_for
from search.plan import Plan, make_plan
from search.query import parse
from search.scores import scores
from search.words import Group

# Where in a ``Match`` they stand.
PAGE: Final = 0
DAY: Final = 2
FACETS: Final = 3
PROVINCES = tuple(Province.values)
# News of today counts a quarter more; after four years a page counts as one without a date.
FRESH, FRESH_DAYS = 0.25, 4 * 365
SUGGESTIONS = 6


@dataclass(frozen=True)
class Result:
    """One page of the results: the page itself, its facts, its day, and what to quote."""

    page: Page
    facts: facets.Facts
    day: date | None
    passage: Passage
    is_pick: bool

    @property
    def province(self) -> str:
        """The name of the province of a group; empty for other pages and for groups that work everywhere."""
        return Province(self.facts.province).label if self.facts.province in PROVINCES else ""


@dataclass
class Found:
    """All that a search found: page numbers best first, counts per facet, and what was done to the query.

    ``picks`` are staff's picks: pages with what staff say of them; ``links`` lead to other sites. ``is_partial`` tells
    that no page has all words, and that these have some.
    """

    plan: Plan
    pages: list[int] = field(default_factory=list)
    counts: dict[str, Counter] = field(default_factory=dict)
    picks: dict[int, str] = field(default_factory=dict)
    links: list[Pick] = field(default_factory=list)
    is_partial: bool = False

    @property
    def total(self) -> int:
        return len(self.pages)


def find(text: str, *, code: str, chosen: Mapping[str, str] | None = None) -> Found:
    """The pages that answer ``text``, a query in the language ``code``; ``chosen`` are values of facets by name.

    Finds nothing, and asks the database nothing, for a text without words. Some pages may be gone since they were
    indexed; ``results`` leaves those out.
    """
    query = parse(text, code)
    if not query:
        return Found(Plan([]))
    plan = make_plan(query)
    picked = picked_for(query.terms, code)
    picks = {pick.page: pick.description for pick in picked if pick.page}
    matcher = get_matcher()
    matches = matcher.match(plan)
    is_partial = not matches and len(plan.groups) > 1 and not plan.phrases
    if is_partial:
        matches = matcher.match(plan, some=True)
    if picks:
        known = {match[PAGE] for match in matches}
        matches += _entries_of([pk for pk in picks if pk not in known])
    counted = Counter(match[FACETS] for match in matches)
    lacks = facets.lacking(counted, chosen or {}, PROVINCES)
    ordered = _ordered([match for match in matches if not lacks[match[FACETS]]], list(picks))
    links = [pick for pick in picked if not pick.page]
    return Found(plan, ordered, facets.count(counted, lacks, PROVINCES), picks, links, is_partial)


def results(found: Found, pages: Collection[int]) -> list[Result]:
    """What to show of ``pages`` (some of ``found.pages``), in their order; those that visitors may not see are gone."""
    entries = {entry.pk: entry for entry in Entry.objects.for_result(_public(pages))}
    texts = _texts(found.plan.groups)
    _load_documents(entries.values(), texts, found.plan.phrases)
    return [
        Result(
            page=entries[pk].page,
            facts=facets.unpack(entries[pk].facets),
            day=date.fromordinal(entries[pk].day) if entries[pk].day else None,
            passage=said(found.picks.get(pk)) or passage(entries[pk], texts, found.plan.phrases),
            is_pick=pk in found.picks,
        )
        for pk in pages
        if pk in entries
    ]


def _load_documents(entries: Collection[Entry], texts: Collection[str], phrases: Collection[str]) -> None:
    """The texts of files, large as they are, only for pages that were found by those alone; one query for all."""
    by_file = [entry for entry in entries if not stands_in_text(entry, texts, phrases)]
    if by_file:
        loaded = EntryText.objects.in_bulk([entry.pk for entry in by_file])
        for entry in by_file:
            entry.written = loaded[entry.pk]


def suggest(text: str, *, code: str) -> list[Page]:
    """Up to six pages whose titles hold the words of ``text``, the last of which may be unfinished."""
    query = parse(text, code)
    groups = [group.words for group in make_plan(query).groups] if query else []
    if len(groups) < len(query.terms):
        return []
    rows = [row for row in scores(groups, weight=IN_TITLE) if facets.unpack(row[FACETS]).language == code]
    best = _ordered(rows)[:SUGGESTIONS]
    pages = {page.pk: page for page in _public(best)}
    return [pages[pk] for pk in best if pk in pages]


def _public(pages: Collection[int]):
    """Those that visitors may still see: the index follows a change a little later where a worker keeps it."""
    return readable_pages().filter(pk__in=pages).select_related("locale")


def _entries_of(pages: Collection[int]) -> list[Match]:
    """Pages that staff picked although the index would not have found them."""
    if not pages:
        return []
    rows = Entry.objects.filter(pk__in=pages).values_list("pk", "day", "facets")
    return [(pk, 0, day, packed) for pk, day, packed in rows]


def _ordered(matches: Collection[Match], picks: Sequence[int] = ()) -> list[int]:
    """The pages: staff's picks in their order, then by score, in which news counts more; of equals the newest first."""
    today = timezone.localdate().toordinal()
    fresh = {day: _freshness(day, today) for day in {match[DAY] for match in matches}}
    ranked = [(score * fresh[day], day, page) for page, score, day, _facets in matches]
    ranked.sort(reverse=True)
    pages = [page for _score, _day, page in ranked]
    found = set(pages) if picks else set()
    first = [pk for pk in picks if pk in found]
    return first + [page for page in pages if page not in first] if first else pages


@lru_cache(2**14)
def _freshness(day: int, today: int) -> float:
    age = max(0, today - day) if day else FRESH_DAYS
    return 1 + FRESH * max(0, 1 - age / FRESH_DAYS)


def _texts(groups: Collection[Group]) -> set[str]:
    return {text for group in groups for text in (*group.texts, group.term)}
