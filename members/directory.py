"""The directory of members: what a visitor asked for, the members that fit, and how to ask for something else."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import cached_property

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from core.enums import PageKind, Province
from core.listing import PAGE_PARAMETER, Facet, ListPaginator, Option, PageLinks, address
from core.models import Theme
from core.remembered import kept
from core.text import one_line
from members.distance import km_between
from members.facts import Fact, Selection, read_facts
from members.models.places import Place
from search.finding import find

DISTANCES = (0, 5, 10, 25, 50)
USUAL_DISTANCE = 10
LONGEST_TEXT = 100
# In which order; without a choice the most fitting: by the words, else by distance, else by name.
FITTING, BY_NAME, BY_DISTANCE, NEWEST = "", "naam", "afstand", "nieuw"
SORTS = {
    FITTING: gettext_lazy("most fitting"),
    BY_NAME: gettext_lazy("by name"),
    NEWEST: gettext_lazy("newest first"),
    BY_DISTANCE: gettext_lazy("nearest first"),
}
# What somebody may call a province in the field for a place.
PROVINCES = {slug: slug for slug in Province.values} | {"brabant": "noord-brabant", "fryslan": "friesland"}
LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Chip:
    """One thing that was asked, and the address of the list without it."""

    label: str
    href: str


class Directory(PageLinks):
    """One page of the members that fit what the address asks, with everything that the template prints.

    ``members`` is a queryset of all members in ``locale``, ``query`` the parameters of the request. A value that does
    not exist is ignored, so that old links keep working; a place that nobody knows is told to the visitor.
    """

    def __init__(self, members, *, query: Mapping[str, str], locale: Locale, per_page: int):
        self.locale = locale
        self.members = members
        self.everybody: Selection = kept(facts_key(locale.language_code), lambda: read_facts(members))
        self.themes = {theme.slug: theme for theme in Theme.objects.shown_in(locale)}
        self.text = one_line(query.get("q", ""), LONGEST_TEXT)
        self.place_text = one_line(query.get("plaats", ""), LONGEST_TEXT)
        self.place = Place.objects.meant_by(self.place_text) if self.place_text else None
        self.km = _distance(query.get("km"))
        self.chosen_km = self.km if query.get("km") or self.place else USUAL_DISTANCE
        self.theme = query.get("thema") if query.get("thema") in self.themes else ""
        self.province = query.get("provincie") if query.get("provincie") in Province.values else ""
        self.sort = query.get("sorteer", "") if query.get("sorteer") in self._possible_sorts else FITTING
        self.page = ListPaginator([fact.pk for fact in self._sorted(self.found)], per_page).get_page(
            query.get(PAGE_PARAMETER)
        )

    @cached_property
    def ranks(self) -> dict[int, int]:
        """The members that hold the words, best first: primary key and place in the row."""
        chosen = {"language": self.locale.language_code, "type": PageKind.MEMBER.value}
        pages = find(self.text, code=self.locale.language_code, chosen=chosen).pages
        return {pk: rank for rank, pk in enumerate(pages)}

    @cached_property
    def distances(self) -> dict[str, float]:
        """Kilometres from the chosen place to each place of members, by slug."""
        here = (self.place.latitude, self.place.longitude)
        return {spot.slug: km_between(here, (spot.latitude, spot.longitude)) for spot in self.everybody.spots}

    @cached_property
    def found(self) -> list[Fact]:
        return self.fitting().facts

    def fitting(self, *without: str) -> Selection:
        """The members that fit all that was asked, apart from the filters named in ``without``."""
        rules = {
            "q": self._has_words if self.text else None,
            "thema": self._has_theme if self.theme else None,
            "provincie": self._is_in_province if self.province else None,
            "plaats": self._is_near if self.place else None,
        }
        asked: list[Callable[[Fact], bool]] = [
            rule for name, rule in rules.items() if rule and name not in without
        ]
        if not asked:
            return self.everybody
        facts = self.everybody.facts
        for fits in asked:
            facts = [fact for fact in facts if fits(fact)]
        return Selection(facts)

    @property
    def count(self) -> int:
        return len(self.found)

    @cached_property
    def cards(self) -> list:
        return self.members.cards(list(self.page))

    @property
    def chosen(self) -> dict[str, str]:
        """What the list is narrowed down by: the parameters of the address, without order and distance."""
        asked = {
            "q": self.text,
            "thema": self.theme,
            "provincie": self.province,
            "plaats": self.place.slug if self.place else "",
        }
        return {name: value for name, value in asked.items() if value}

    @property
    def is_filtered(self) -> bool:
        return bool(self.chips)

    @property
    def is_plain(self) -> bool:
        """Whether nothing was asked, no order either: the state in which nearly everybody comes in."""
        return self.href() == address({})

    @property
    def unknown_place(self) -> bool:
        return bool(self.place_text) and self.place is None

    @cached_property
    def alike_places(self) -> list[tuple[str, str]]:
        """Names that look like the place that nobody knows, with the address of the list there."""
        provinces = get_close_matches(slugify(self.place_text), PROVINCES, 1, cutoff=0.85)
        return [
            (
                _("the province {name}").format(name=Province(PROVINCES[name]).label),
                self.href(provincie=PROVINCES[name]),
            )
            for name in provinces
        ] + [
            (name, self.href(plaats=slug, km=self.km)) for slug, name in Place.objects.alike(self.place_text)
        ]

    @property
    def wider(self) -> Option | None:
        """When nobody is near enough: the least distance within which somebody is."""
        if not self.place or self.found:
            return None
        away = [self._distance(fact) for fact in self.fitting("plaats").facts]
        for km in DISTANCES[1:]:
            near = sum(distance <= km for distance in away)
            if near:
                return Option(str(km), self._near_words(km), near, self.href(km=km), False)
        return None

    @property
    def words(self) -> str:
        """What was asked, as the end of “12 members …”."""
        return " ".join(chip.label for chip in self.chips)

    @cached_property
    def chips(self) -> list[Chip]:
        """What was asked, part by part."""
        chips = []
        if self.text:
            chips.append(Chip(_("with the words “{text}”").format(text=self.text), self.href(q="")))
        if self.theme:
            label = _("with the theme {label}").format(label=self.themes[self.theme].name)
            chips.append(Chip(label, self.href(thema="")))
        if self.province:
            label = _("in {label}").format(label=Province(self.province).label)
            chips.append(Chip(label, self.href(provincie="")))
        if self.place:
            chips.append(Chip(self._near_words(self.km), self.href(plaats="", km="")))
        return chips

    @cached_property
    def facets(self) -> list[Facet]:
        """Themes and provinces, each with the number of members that it leaves."""
        by_theme: Counter = Counter()
        for key, number in self.fitting("thema").themes.items():
            by_theme[self._theme_of.get(key)] += number
        themes = [
            Option(slug, theme.name, number, self.href(thema=slug), slug == self.theme)
            for slug, theme in self.themes.items()
            if (number := by_theme[theme.translation_key]) or slug == self.theme
        ]
        counts = self.fitting("provincie").provinces
        provinces = [
            Option(value, label, counts[value], self.href(provincie=value), value == self.province)
            for value, label in Province.choices
            if counts[value] or value == self.province
        ]
        return [
            Facet("thema", _("Theme"), themes, self.href(thema=""), ""),
            Facet("provincie", _("Province"), provinces, self.href(provincie=""), ""),
        ]

    @property
    def sorts(self) -> list[tuple[str, str, bool]]:
        """Value, label and whether it is the present one, of each order that makes sense now."""
        return [(value, str(SORTS[value]), value == self.sort) for value in self._possible_sorts]

    @property
    def radii(self) -> list[tuple[int, str, bool]]:
        """Value, label and whether it is the present one, of each distance."""
        labels = {0: _("only this place")}
        return [
            (km, labels.get(km) or _("within {km} km").format(km=km), km == self.chosen_km)
            for km in DISTANCES
        ]

    def page_href(self, number: int) -> str:
        return self.href(p=number)

    def href(self, **changed) -> str:
        """The address of this list with other parameters; whatever changes, it starts at the first page."""
        asked = self.chosen | {"km": self.km if self.place else "", "sorteer": self.sort}
        parameters = {name: str(value) for name, value in (asked | changed).items() if value}
        return address(parameters)

    def _near_words(self, km: int) -> str:
        if not km:
            return _("in {label}").format(label=self.place.name)
        return _("within {km} km of {place}").format(km=km, place=self.place.name)

    def _has_words(self, fact: Fact) -> bool:
        return fact.pk in self.ranks

    def _has_theme(self, fact: Fact) -> bool:
        wanted = self.themes[self.theme].translation_key
        return any(self._theme_of.get(key) == wanted for key in fact.themes)

    def _is_in_province(self, fact: Fact) -> bool:
        return fact.is_in(self.province)

    def _is_near(self, fact: Fact) -> bool:
        if fact.spot is None:
            return False
        if self.km:
            return self.distances[fact.spot.slug] <= self.km
        if self.place.is_municipality:
            return fact.spot.municipality == self.place.municipality
        return fact.spot.slug == self.place.slug

    @cached_property
    def _theme_of(self) -> dict:
        """The translation key of each theme by its primary key, as text, whichever language version it is."""
        return {str(theme.pk): theme.translation_key for theme in Theme.objects.terms()}

    @property
    def _possible_sorts(self) -> list[str]:
        return [sort for sort in SORTS if sort != BY_DISTANCE or self.place]

    def _sorted(self, facts: list[Fact]) -> list[Fact]:
        """The members in the chosen order; they come by name, and stay so where the order leaves a choice."""
        if self.sort == NEWEST:
            return sorted(facts, key=lambda fact: fact.since or LONG_AGO, reverse=True)
        if self.sort == FITTING and self.text:
            return sorted(facts, key=lambda fact: self.ranks[fact.pk])
        if self.place and self.sort in (FITTING, BY_DISTANCE):
            return sorted(facts, key=self._distance)
        return facts

    def _distance(self, fact: Fact) -> float:
        return self.distances[fact.spot.slug] if fact.spot else float("inf")


def facts_key(code: str) -> str:
    """Under which the facts of the members in a language are remembered; a change forgets them."""
    return f"member-facts-{code}"


def _distance(value: str | None) -> int:
    """One of ``DISTANCES``; 0, only the place itself, for anything else."""
    return int(value) if value in map(str, DISTANCES) else 0
