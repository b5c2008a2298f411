"""What staff put first for certain words (“promoted search results” in the admin): pages, and links to other sites."""

from collections.abc import Collection
from typing import NamedTuple

from django.conf import settings
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from core.remembered import forget_on_change, remembered
from search.query import parse
from search.text import language

KEY = "search-picks"


class Pick(NamedTuple):
    """A page by its primary key, or else a link with its text; ``description`` says what it is, if staff wrote that."""

    page: int | None
    title: str
    href: str
    description: str


def picked_for(terms: Collection[str], code: str) -> list[Pick]:
    """What staff picked for these words, in their order; another form of a word counts as the same."""
    return remembered(KEY, _all_picks).get((code, _stems(terms, code)), [])


def _all_picks() -> dict[tuple[str, frozenset[str]], list[Pick]]:
    """The picks by language and stems of the words: pages in their own language, links in each."""
    picks: dict[tuple[str, frozenset[str]], list[Pick]] = {}
    every_language = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    rows = SearchPromotion.objects.order_by("sort_order", "pk").values_list(
        "query__query_string",
        "page__locale__language_code",
        "page",
        "external_link_text",
        "external_link_url",
        "description",
    )
    for text, own, page, *words in rows:
        for code in [own] if page else every_language:
            stems = _stems(parse(text, code).terms, code)
            if stems:
                picks.setdefault((code, stems), []).append(Pick(page, *(word or "" for word in words)))
    return picks


def _stems(terms: Collection[str], code: str) -> frozenset[str]:
    return frozenset(map(language(code).stem, terms))


forget_on_change(KEY, SearchPromotion, Query)
