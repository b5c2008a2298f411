"""The results of a search as a list that a visitor narrows down with links."""

from collections import Counter
from collections.abc import Iterator, Mapping

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Locale

from core.enums import PageKind, Province
from core.listing import PAGE_PARAMETER, Facet, ListPaginator, Option, PageLinks, address
from core.models import Theme
from search.finding import Found, Result, find, results
from search.picks import Pick
from search.text import language, words_of

# The parameter in the address of each facet.
PARAMETERS = {"type": "soort", "themes": "thema", "year": "jaar", "province": "provincie", "language": "taal"}
QUERY = "q"


class SearchListing(PageLinks):
    """One page of results with everything that its template prints.

    ``text`` is the query, ``parameters`` those of the request, of which values that do not exist are ignored;
    ``locale`` is the language of the page, in which results are unless the visitor chose another one.
    """

    def __init__(self, text: str, *, parameters: Mapping[str, str], locale: Locale, per_page: int):
        self.text = text
        self.code = locale.language_code
        self.themes = {theme.slug: theme for theme in Theme.objects.shown_in(locale)}
        self.labels = self._labels()
        self.chosen = {
            name: parameters[parameter]
            for name, parameter in PARAMETERS.items()
            if parameters.get(parameter) in self.labels[name] and parameters[parameter] != self.code
        }
        self.found: Found = find(
            text, code=self.code, chosen={"language": self.code} | self._values(self.chosen)
        )
        self.page = ListPaginator(self.found.pages, per_page).get_page(parameters.get(PAGE_PARAMETER))

    @property
    def count(self) -> int:
        return self.found.total

    @property
    def is_filtered(self) -> bool:
        return bool(self.chosen)

    @cached_property
    def results(self) -> list[Result]:
        return results(self.found, list(self.page))

    @property
    def corrected_text(self) -> str:
        """The query with its mistakes mended, or empty when there are none."""
        return self.found.plan.corrected_text

    @property
    def corrected_href(self) -> str:
        return self._href(q=self.corrected_text)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Words of the query that no page has."""
        return self.found.plan.unknown

    @property
    def links(self) -> list[Pick]:
        """Links to other sites that staff put first: at the top of the first page, whatever else was chosen."""
        return self.found.links if self.page.number == 1 else []

    @cached_property
    def named_themes(self) -> list[Theme]:
        """Themes with all words of the query in their names: each has a landing page, which is none of the index."""
        spoken = language(self.code)
        asked = set(map(spoken.stem, filter(spoken.is_searched, self.found.plan.terms)))
        if not asked or self.page.number > 1:
            return []
        return [
            theme for theme in self.themes.values() if asked <= set(map(spoken.stem, words_of(theme.name)))
        ]

    @property
    def is_partial(self) -> bool:
        """Whether no page has all words that some page has."""
        return self.found.is_partial

    @cached_property
    def facets(self) -> list[Facet]:
        """What there is to choose from; a facet that would change nothing is left out."""
        shown = [self._facet(name, self.found.counts.get(name, Counter())) for name in PARAMETERS]
        return [
            facet
            for facet in shown
            if (facet.selected and facet.clear_href)
            or any(
                option.count < self.count or not facet.clear_href
                for option in facet.options
                if not option.selected
            )
        ]

    @property
    def other_languages(self) -> list[Option]:
        """Languages in which there are results too."""
        return [
            option
            for option in self._facet("language", self.found.counts.get("language", Counter())).options
            if not option.selected
        ]

    def page_href(self, number: int) -> str:
        return self._href(p=str(number))

    @property
    def unfiltered_href(self) -> str:
        return address({QUERY: self.text})

    def _labels(self) -> dict[str, dict[str, str]]:
        """The label of each value that a facet can have; years are labels of themselves."""
        return {
            "type": dict(PageKind.choices),
            "themes": {slug: theme.name for slug, theme in self.themes.items()},
            "year": _Years(),
            "province": dict(Province.choices),
            "language": {
                code: get_language_info(code)["name_local"].capitalize()
                for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
            },
        }

    def _values(self, chosen: Mapping[str, str]) -> dict[str, str]:
        """The chosen values as the index has them: a theme by its number."""
        values = dict(chosen)
        if "themes" in values:
            values["themes"] = str(self.themes[values["themes"]].number)
        return values

    def _facet(self, name: str, counts: Counter) -> Facet:
        chosen = self.chosen.get(name, self.code if name == "language" else "")
        options = [
            Option(value, label, number, self._href(**{PARAMETERS[name]: value}), chosen == value)
            for value, label, number in self._choices(name, counts)
        ]
        clear = "" if name == "language" else self._href(**{PARAMETERS[name]: ""})
        return Facet(PARAMETERS[name], self._names()[name], options, clear, "{label}")

    def _choices(self, name: str, counts: Counter) -> Iterator[tuple[str, str, int]]:
        if name == "year":
            yield from ((year, year, counts[year]) for year in sorted(counts, reverse=True))
            return
        for value, label in self.labels[name].items():
            number = counts[str(self.themes[value].number)] if name == "themes" else counts[value]
            if number:
                yield value, label, number

    def _names(self) -> dict[str, str]:
        return {
            "type": _("Type"),
            "themes": _("Theme"),
            "year": _("Year"),
            "province": _("Province"),
            "language": _("Language"),
        }

    def _href(self, **changed: str) -> str:
        """The address of this search with other parameters; a facet starts at the first page again."""
        chosen = {PARAMETERS[name]: value for name, value in self.chosen.items()}
        parameters = {QUERY: self.text, **chosen, **changed}
        if parameters.get(PARAMETERS["language"]) == self.code:
            del parameters[PARAMETERS["language"]]
        return address(parameters)


class _Years(dict):
    """Any year of four digits is one."""

    def __contains__(self, value) -> bool:
        return isinstance(value, str) and value.isascii() and value.isdigit() and len(value) == 4
