"""What staff put first for certain words (“promoted search results” in the admin)."""

from collections.abc import Collection

from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from core.remembered import forget_on_change, remembered
from search.query import parse
from search.text import language

KEY = "search-picks"


def picked_for(terms: Collection[str], code: str) -> list[int]:
    """The pages that staff picked for these words, in their order; another form of a word counts as the same."""
    return remembered(f"{KEY}", _all_picks).get((code, _stems(terms, code)), [])


def _all_picks() -> dict[tuple[str, frozenset[str]], list[int]]:
    """The picked pages by the language of the page and the stems of the words."""
    picks: dict[tuple[str, frozenset[str]], list[int]] = {}
    rows = (
        SearchPromotion.objects.filter(page__isnull=False)
        .order_by("sort_order", "pk")
        .values_list("query__query_string", "page", "page__locale__language_code")
    )
    for text, page, code in rows:
        stems = _stems(parse(text, code).terms, code)
        if stems:
            picks.setdefault((code, stems), []).append(page)
    return picks


def _stems(terms: Collection[str], code: str) -> frozenset[str]:
    return frozenset(map(language(code).stem, terms))


forget_on_change(KEY, SearchPromotion, Query)
