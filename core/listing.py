"""Lists of pages that a visitor narrows down with links: filters, counts and pages of results."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from core.changes import remembered_of_content
from core.converters import row_number
from core.models import Theme

PAGE_PARAMETER = "p"
YEAR = re.compile("[12][0-9]{3}")


@dataclass(frozen=True)
class Option:
    """One choice of a filter: its value in the address, what a reader sees, and how many pages it leaves."""

    value: str
    label: str
    count: int
    href: str
    selected: bool
    lang: str = ""


@dataclass(frozen=True)
class Facet:
    """A filter with its choices, ready to print."""

    name: str
    label: str
    options: list[Option]
    clear_href: str
    phrase: str

    @property
    def selected(self) -> Option | None:
        return next((option for option in self.options if option.selected), None)

    @property
    def words(self) -> str:
        """The choice as the end of “12 articles …”, for example “from 2024”; empty without a choice."""
        return self.phrase.format(label=self.selected.label) if self.selected else ""


class Filter:
    """One way to narrow a list down. ``name`` is the query parameter, ``phrase`` the choice in a sentence."""

    name: str
    label: str
    phrase: str
    # Whether each page is counted once, so that the counts tell how many pages there are in all.
    counts_all = False

    def counts(self, pages) -> dict:
        """How many of ``pages`` have each value that occurs: one query."""
        raise NotImplementedError

    def choices(self, counts: dict) -> Iterable[tuple[str, str, int]]:
        """The values, labels and counts to offer."""
        raise NotImplementedError

    def with_value(self, counts: dict, value: str) -> dict:
        """``counts``, also with the ``value`` that somebody asked for if it is one, though no page has it."""
        return counts

    def narrow(self, pages, value: str):
        """The pages that fit ``value``, one of the values that ``choices`` gave."""
        raise NotImplementedError


class YearOf(ExtractYear):
    """The year of a date. Django calls back into Python for each row of SQLite; the text starts with the year."""

    def as_sqlite(self, compiler, connection, **context):
        sql, params = compiler.compile(self.lhs)
        return f"CAST(SUBSTR({sql}, 1, 4) AS INTEGER)", params


class YearFilter(Filter):
    """By the year of the date."""

    name = "jaar"
    label = _("Year")
    phrase = _("from {label}")

    counts_all = True

    def counts(self, pages):
        return dict(pages.order_by().annotate(year=YearOf("date")).values_list("year").annotate(Count("pk")))

    def choices(self, counts):
        return [(str(year), str(year), counts[year]) for year in sorted(counts, reverse=True)]

    def with_value(self, counts, value):
        return {int(value): 0} | counts if YEAR.fullmatch(value) else counts

    def narrow(self, pages, value):
        return pages.filter(date__year=int(value))


class ThemeFilter(Filter):
    """By theme, in whichever language it is chosen."""

    name = "thema"
    label = _("Theme")
    phrase = _("with the theme {label}")

    def __init__(self, locale: Locale):
        self.locale = locale

    def counts(self, pages):
        return dict(
            pages.order_by()
            .filter(themes__isnull=False)
            .values_list("themes__translation_key")
            .annotate(Count("pk"))
        )

    def choices(self, counts):
        shown = Theme.objects.shown_in(self.locale)
        self.themes = {theme.slug: theme for theme in shown}
        return [(theme.slug, theme.name, counts.get(theme.translation_key, 0)) for theme in shown]

    def narrow(self, pages, value):
        return pages.about(self.themes[value])


class ListPaginator(Paginator):
    """Divides a list into pages."""

    def get_page(self, number: str | None) -> Page:
        """The page with a number that somebody sent: the first for what is no number, else at most the last."""
        return self.page(min(max(row_number(number or ""), 1), self.num_pages))


class PageLinks:
    """Links from one page of a list to the others. A list has ``page``, one of Django's paginator."""

    page: Page

    @property
    def is_filtered(self) -> bool:
        """Whether the list was narrowed down."""
        raise NotImplementedError

    def page_href(self, number: int) -> str:
        """The address of another page of the same list."""
        raise NotImplementedError

    @property
    def page_links(self) -> list[tuple[int | str, str]]:
        """Number and address of each page to offer; an ellipsis has no address."""
        numbers = self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1, on_ends=1)
        return [(number, self.page_href(number) if isinstance(number, int) else "") for number in numbers]

    @property
    def previous_href(self) -> str:
        return self.page_href(self.page.number - 1) if self.page.has_previous() else ""

    @property
    def next_href(self) -> str:
        return self.page_href(self.page.number + 1) if self.page.has_next() else ""


class Listing(PageLinks):
    """One page of a filtered list, with everything that its template prints.

    ``pages`` is the whole list in order, ``query`` the query parameters of the request, ``filters`` what a
    visitor may narrow down by. A value that makes no sense is ignored, so that old links keep working; with one
    that no page has the list is empty. ``name`` tells one list from another: under it the counts of the filters
    are remembered until a page changes.
    """

    def __init__(
        self,
        pages,
        *,
        query: Mapping[str, str],
        name: str,
        filters: Sequence[Filter] = (),
        per_page: int = 12,
    ):
        self.query = query
        self.facets: list[Facet] = []
        chosen: dict[str, str] = {}
        narrowed = pages
        counts = remembered_of_content(f"counts-{name}", lambda: [item.counts(pages) for item in filters])
        prepared = [
            (item, list(item.choices(item.with_value(counted, query.get(item.name, "")))))
            for item, counted in zip(filters, counts, strict=True)
        ]
        for item, choices in prepared:
            value = query.get(item.name, "")
            if any(value == choice[0] for choice in choices):
                chosen[item.name] = value
                narrowed = item.narrow(narrowed, value)
        for item, choices in prepared:
            self.facets.append(_facet(item, choices, chosen))
        self.chosen = chosen
        paginator = ListPaginator(narrowed, per_page)
        totals = [
            sum(counted.values()) for item, counted in zip(filters, counts, strict=True) if item.counts_all
        ]
        if totals and not chosen:
            paginator.count = totals[0]
        self.page = paginator.get_page(query.get(PAGE_PARAMETER))

    @property
    def count(self) -> int:
        return self.page.paginator.count

    @property
    def is_filtered(self) -> bool:
        return bool(self.chosen)

    @property
    def words(self) -> str:
        """What was chosen, as the end of “12 articles …”."""
        return " ".join(facet.words for facet in self.facets if facet.selected)

    def page_href(self, number: int) -> str:
        return address({**self.chosen, PAGE_PARAMETER: str(number)})


def address(parameters: Mapping[str, str]) -> str:
    """A relative address with the given query, in a fixed order so that equal lists have equal addresses."""
    kept = {
        name: value
        for name, value in sorted(parameters.items())
        if value and (name, value) != (PAGE_PARAMETER, "1")
    }
    return "?" + urlencode(kept) if kept else "."


def _facet(item: Filter, choices: list[tuple[str, str, int]], chosen: Mapping[str, str]) -> Facet:
    others = {name: value for name, value in chosen.items() if name != item.name}
    options = [
        Option(value, label, count, address({**others, item.name: value}), chosen.get(item.name) == value)
        for value, label, count in choices
        if count or chosen.get(item.name) == value
    ]
    return Facet(item.name, item.label, options, address(others), item.phrase)
