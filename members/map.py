"""The map of members: an addition to the list, drawn by the server, of which every part is a link."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil, sqrt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.enums import Province
from members.directory import DISTANCES, Directory
from members.distance import km_between
from members.facts import Selection, Spot
from members.labels import BOLD_LETTER_WIDTH, Rectangle, places_of_names
from members.outlines import Box, country, outlines, point

# More dots than this lie on top of each other: then neighbours become one.
MOST_DOTS = 70
# The side of the square whose places become one dot, as a part of the width of the map.
CELL = 1 / 11
MARGIN, ASPECT = 14, 1.15
SHADES = 4
# Parts of the width of the map: half a house for one group and for the place with most, half a circle, a letter.
SMALLEST_DOT, LARGEST_DOT, LARGEST_CIRCLE, LETTERS = 0.012, 0.026, 0.042, 0.028
# The largest letters on a phone of the name of a province (``.map__name``), and of that of a place that is pointed at
# (``.map__label``): room is kept for those.
NAME_LETTERS, LABEL_LETTERS = 0.031, 0.037
FULL_SIZE = 12
# What a finger needs (WCAG 2.2, 2.5.8): 24 pixels on a map of 300 pixels wide.
TARGET = 0.04
LISTED_PLACES = 8
RESULTS, MAP = "#results", "#kaart"


@dataclass(frozen=True)
class Area:
    """A province on the map and in the list below: how many groups are found there, and where most are."""

    slug: str
    name: str
    count: int
    counted: str
    shade: int
    href: str
    selected: bool
    path: str
    label: tuple[float, float] | None
    places: list["Dot"] = field(default_factory=list)
    more: int = 0


@dataclass(frozen=True)
class Dot:
    """A place with groups, or several places near each other, on the map."""

    name: str
    count: int
    counted: str
    href: str
    x: float = 0
    y: float = 0
    label: float = 0
    radius: float = 0
    target: float = 0
    gathers: bool = False

    @property
    def shape(self) -> Rectangle:
        """What it covers of the map: a house has a roof that stands out (see ``map_tags``)."""
        high = self.radius if self.gathers else self.radius * 1.2
        return Rectangle(self.x - self.radius, self.y - high, self.x + self.radius, self.y + self.radius)


class MemberMap:
    """The map that belongs to one state of the directory: the same groups, in the chosen province or everywhere.

    Provinces and places count the groups that fit the words and the theme; who works in the whole country has no dot
    and counts in each province.
    """

    def __init__(self, directory: Directory):
        self.directory = directory
        self.province = directory.province

    @cached_property
    def selection(self) -> Selection:
        return self.directory.fitting("provincie", "plaats")

    @cached_property
    def box(self) -> Box:
        part = outlines()[self.province].box if self.province else country()
        return part.around(MARGIN, aspect=ASPECT)

    @property
    def province_name(self) -> str:
        return Province(self.province).label if self.province else ""

    @property
    def letters(self) -> float:
        """The size of a name, in units of the map."""
        return round(self.box.width * LETTERS, 1)

    @property
    def whole_country(self) -> str:
        """The address of the same list and map without a province."""
        return self.directory.href(provincie="") + MAP

    @property
    def nationwide(self) -> int:
        """How many groups work in the whole country."""
        return self.selection.nationwide

    @cached_property
    def counts(self) -> Mapping[Spot, int]:
        """How many groups are in each place, in the chosen province or everywhere."""
        spots = self.selection.spots
        if not self.province:
            return spots
        return Counter({spot: count for spot, count in spots.items() if spot.province == self.province})

    @cached_property
    def areas(self) -> list[Area]:
        """The provinces by name, those with most groups in the strongest colour."""
        counts = self.selection.provinces
        most = max([1, *counts.values()])
        labels = places_of_names(
            self.box, self.box.width * NAME_LETTERS, tuple(dot.shape for dot in self.dots)
        )
        by_province = defaultdict(list)
        for spot in self.counts:
            by_province[spot.province].append(spot)
        return [
            self._area(value, label, counts[value], most, by_province[value], labels.get(value))
            for value, label in sorted(Province.choices, key=lambda choice: choice[1])
        ]

    @cached_property
    def dots(self) -> list[Dot]:
        """A dot for each place, or for each square with places when there are too many; the largest lie below."""
        groups: dict[object, list[Spot]] = defaultdict(list)
        cell = self.box.width * CELL
        gather = len(self.counts) > MOST_DOTS
        for spot in self.counts:
            x, y = point(spot.latitude, spot.longitude)
            groups[(x // cell, y // cell) if gather else spot.slug].append(spot)
        # A place with one group stays small where no place has many.
        most = max([FULL_SIZE, *(self._total(spots) for spots in groups.values())])
        dots = [self._dot(spots, most) for spots in groups.values()]
        return sorted(dots, key=lambda dot: (-dot.radius, dot.name))

    @property
    def drawn_areas(self) -> list[Area]:
        """The provinces as they lie on each other: the border of the chosen one on top.

        Those that a map of one province leaves out are no stops of the keyboard either.
        """
        in_sight = [area for area in self.areas if self.box.holds(outlines()[area.slug].corners)]
        return sorted(in_sight, key=lambda area: area.selected)

    def _area(
        self,
        slug: str,
        name: str,
        count: int,
        most: int,
        spots: list[Spot],
        label: tuple[float, float] | None,
    ) -> Area:
        spots = sorted(spots, key=lambda spot: (-self.counts[spot], spot.name))
        listed = len(spots) if self.province else LISTED_PLACES
        return Area(
            slug=slug,
            name=name,
            count=count,
            counted=_counted(count),
            shade=ceil(SHADES * count / most),
            href=self.directory.href(provincie="" if slug == self.province else slug, plaats="", km="") + MAP,
            selected=slug == self.province,
            path=outlines()[slug].path,
            label=label,
            places=[
                Dot(spot.name, self.counts[spot], _counted(self.counts[spot]), self._place_href(spot, 0))
                for spot in spots[:listed]
            ],
            more=max(0, len(spots) - listed),
        )

    def _dot(self, spots: list[Spot], most: int) -> Dot:
        """One dot for ``spots``, at the place with most groups."""
        largest = max(spots, key=lambda spot: (self.counts[spot], spot.slug))
        count = self._total(spots)
        x, y = point(largest.latitude, largest.longitude)
        share = sqrt(count / most)
        gathers = len(spots) > 1
        largest_size = LARGEST_CIRCLE if gathers else LARGEST_DOT
        name = _("Around {place}").format(place=largest.name) if gathers else largest.name
        return Dot(
            name=name,
            count=count,
            counted=_counted(count),
            href=self._place_href(largest, _reach(largest, spots)),
            x=x,
            y=y,
            label=self._middle_of_label(x, name),
            radius=round(self.box.width * (SMALLEST_DOT + (largest_size - SMALLEST_DOT) * share), 1),
            target=round(self.box.width * TARGET, 1),
            gathers=gathers,
        )

    def _middle_of_label(self, x: float, name: str) -> float:
        """Where the name of a place has its middle: above the place, unless it would run off the map."""
        half = len(name) * BOLD_LETTER_WIDTH * LABEL_LETTERS * self.box.width / 2
        left, right = self.box.left + half, self.box.left + self.box.width - half
        return round(max(left, min(x, right)), 1)

    def _total(self, spots: list[Spot]) -> int:
        return sum(self.counts[spot] for spot in spots)

    def _place_href(self, spot: Spot, km: int) -> str:
        return self.directory.href(plaats=spot.slug, km=km, provincie="", sorteer="") + RESULTS


def _reach(middle: Spot, spots: list[Spot]) -> int:
    """The distance of the directory within which all ``spots`` lie; the largest when none is large enough."""
    here = (middle.latitude, middle.longitude)
    farthest = max(km_between(here, (spot.latitude, spot.longitude)) for spot in spots)
    return next((km for km in DISTANCES if km >= farthest), DISTANCES[-1])


def _counted(count: int) -> str:
    return ngettext("{n} group", "{n} groups", count).format(n=count)
