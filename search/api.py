"""The search of the site for other front ends: the same words, the same order, the same visibility."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from django.conf import settings
from django.http import HttpRequest
from django.utils.html import escape
from django.utils.translation import get_language_info
from ninja import Field, Query, Router

from core.api.answers import ERRORS, answer, answer_list, fields_of, fields_parameter, list_schemas
from core.api.pages import PageLink, link_fields
from core.api.params import EARLIEST, LATEST, MOST_PAGES, MOST_PER_PAGE, SLUG, Params, ProvinceName
from core.api.reading import Reading, reading_in
from core.api.schemas import Schema
from core.enums import PageKind, Province
from core.models import Theme
from search.finding import PROVINCES, Found, Result, find, results, suggest
from search.forms import SHORTEST_SUGGESTION, SearchForm
from search.misses import note_miss
from search.models import LONGEST_QUERY
from search.passages import Passage

router = Router(tags=["Search"])

KINDS = {kind.name.lower(): kind for kind in PageKind}
FoundKind = Literal[tuple(KINDS)]
QUERY_HELP = (
    f"What to look for, as a visitor types it; what comes after {LONGEST_QUERY} characters is left out."
)


class Hit(PageLink):
    """A page that was found."""

    passage: str = Field(
        description="HTML without any element but `<mark>`: where the words stand in the text.",
        examples=["De <mark>buurttuin</mark> is elke zaterdag open."],
    )
    in_document: bool = Field(description="The passage stands in a file that the page offers.")
    recommended: bool = Field(description="The editors put this page first for these words.")
    date: dt.date | None = Field(description="The date of the page, for kinds that have one.")
    province: ProvinceName | None = Field(description="Of a member that does not work in the whole country.")


class Choice(Schema):
    """One value to narrow a search down with, and how many pages it leaves."""

    value: str = Field(description="What the parameter takes.")
    label: str
    count: int


class Facets(Schema):
    """What a search can be narrowed down by, each under the name of its parameter; values without pages are absent."""

    kind: list[Choice]
    theme: list[Choice]
    year: list[Choice]
    province: list[Choice]
    locale: list[Choice] = Field(description="In how many languages there is something to be found.")


class PickedLink(Schema):
    """A link to another site that the editors put first for these words."""

    title: str
    href: str
    description: str


class SearchHead(Schema):
    """What a search tells beside the pages that it found."""

    query: str = Field(description="What was looked for: without control characters, and not too long.")
    did_you_mean: str = Field(
        description="The query with its typing mistakes mended; empty without mistakes."
    )
    unknown: list[str] = Field(description="Words of the query that no page has.")
    partial: bool = Field(
        description="No page has all words that some page has: these pages have some of them."
    )
    links: list[PickedLink] = Field(description="Other sites that the editors recommend for these words.")
    facets: Facets


class SearchParams(Params):
    """What to look for, and among what."""

    q: str = Field(description=QUERY_HELP, examples=["buurttuin"])
    kind: FoundKind | None = Field(
        None, description="Only this kind; `other` are all pages of no other kind."
    )
    theme: str | None = Field(
        None, pattern=SLUG, description="The slug of a theme.", examples=["zorg-voor-elkaar"]
    )
    year: int | None = Field(None, ge=EARLIEST.year, le=LATEST.year, description="Dated in this year.")
    province: ProvinceName | None = Field(None, description="In this province, or in the whole country.")
    page: int = Field(1, ge=1, le=MOST_PAGES, description="Which page of the results.")
    per_page: int = Field(20, ge=1, le=MOST_PER_PAGE, description="How many results on a page.")
    fields: fields_of(Hit) = fields_parameter()

    @property
    def narrowed(self) -> bool:
        """Whether anything but the query was asked for."""
        return any([self.kind, self.theme, self.year, self.province])


class SuggestionParams(Params):
    """What was typed so far."""

    q: str = Field(description="What was typed so far; the last word may be unfinished.", examples=["buurtt"])


class Suggestions(Schema):
    """At most six pages."""

    items: list[PageLink]


@router.get(
    "", response={200: list_schemas(Hit, SearchHead), **ERRORS}, summary="Search", operation_id="search"
)
def search(request: HttpRequest, params: Query[SearchParams]):
    """Pages of one language that have the words of a query, the best first, as the search of our own site."""
    with reading_in(request, params.locale) as reading:
        text = SearchForm.text_of({"q": params.q})
        themes = Theme.objects.shown_in(reading.locale)
        found = find(text, code=params.locale, chosen=_chosen(params, themes))
        if text and not found.total and not found.links and not params.narrowed and params.page == 1:
            note_miss(text=text)
        head = SearchHead(
            query=text,
            did_you_mean=found.plan.corrected_text,
            unknown=list(found.plan.unknown),
            partial=found.is_partial,
            links=[
                PickedLink(title=link.title, href=link.href, description=link.description)
                for link in found.links
            ],
            facets=_facets(found, themes),
        )
        return answer_list(
            request,
            found.pages,
            params,
            lambda pages: [_hit(reading, result) for result in results(found, pages)],
            head=head,
        )


@router.get(
    "/suggestions",
    response={200: Suggestions, **ERRORS},
    summary="Suggest pages",
    operation_id="suggest_pages",
)
def suggest_pages(request: HttpRequest, params: Query[SuggestionParams]):
    """Pages whose titles go on as the visitor typed; nothing for a single letter."""
    with reading_in(request, params.locale) as reading:
        text = SearchForm.text_of({"q": params.q})
        pages = suggest(text, code=params.locale) if len(text) >= SHORTEST_SUGGESTION else []
        return answer(Suggestions(items=[PageLink(**link_fields(reading, page)) for page in pages]))


def _chosen(params: SearchParams, themes: Iterable[Theme]) -> dict[str, str]:
    """The values of facets as the index has them; a theme that there is not is a number that no page has."""
    chosen = {"language": params.locale}
    if params.kind:
        chosen["type"] = KINDS[params.kind].value
    if params.theme:
        numbers = {theme.slug: str(theme.number) for theme in themes}
        chosen["themes"] = numbers.get(params.theme, "")
    if params.year:
        chosen["year"] = str(params.year)
    if params.province:
        chosen["province"] = params.province
    return chosen


def _facets(found: Found, themes: Iterable[Theme]) -> Facets:
    years = found.counts.get("year", {})
    languages = (code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)
    return Facets(
        kind=_choices(found, "type", ((value, name, value.label) for name, value in KINDS.items())),
        theme=_choices(found, "themes", ((str(theme.number), theme.slug, theme.name) for theme in themes)),
        year=_choices(found, "year", ((year, year, year) for year in sorted(years, reverse=True))),
        province=_choices(found, "province", ((slug, slug, name) for slug, name in Province.choices)),
        locale=_choices(found, "language", ((code, code, _name_of(code)) for code in languages)),
    )


def _choices(found: Found, facet: str, values: Iterator[tuple[str, str, str]]) -> list[Choice]:
    """The values of a facet that some page has; each comes as the index has it, as the API has it, and in words."""
    counts = found.counts.get(facet, Counter())
    return [
        Choice(value=value, label=str(label), count=counts[key])
        for key, value, label in values
        if counts[key]
    ]


def _name_of(code: str) -> str:
    return get_language_info(code)["name_local"].capitalize()


def _hit(reading: Reading, result: Result) -> Hit:
    return Hit(
        **link_fields(reading, result.page),
        passage=_marked(result.passage),
        in_document=result.passage.in_document,
        recommended=result.is_pick,
        date=result.day,
        province=result.facts.province if result.facts.province in PROVINCES else None,
    )


def _marked(passage: Passage) -> str:
    """The passage as HTML: every piece is escaped, and those that were looked for are marked."""
    pieces = [f"<mark>{escape(text)}</mark>" if found else escape(text) for text, found in passage.pieces]
    return f"{'… ' if passage.before else ''}{''.join(pieces)}{' …' if passage.after else ''}"
