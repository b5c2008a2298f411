"""What the directory and its map have to know of every member, without the member itself."""

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from core.enums import Province


class Spot(NamedTuple):
    """A place of members: slug, name, province, latitude, longitude and municipality."""

    slug: str
    name: str
    province: str
    latitude: float
    longitude: float
    municipality: str = ""


class Fact(NamedTuple):
    """One member: primary key, primary keys of its themes as text, whether it works everywhere, since when, where."""

    pk: int
    themes: frozenset[str]
    nationwide: bool
    since: datetime | None
    spot: Spot | None

    def is_in(self, province: str) -> bool:
        """Whether the group is found in ``province``: it is there, or it works in the whole country."""
        return self.nationwide or (self.spot is not None and self.spot.province == province)


@dataclass(frozen=True, eq=False)
class Selection:
    """Some of the members, by name, and how many of them have what; counted once, when it is asked.

    ``stamp`` tells one selection from another. Kept between requests: not to be changed.
    """

    facts: list[Fact]
    stamp: str = field(default_factory=lambda: uuid.uuid4().hex)

    @cached_property
    def themes(self) -> Counter[str]:
        """How many members have each theme, by its primary key as text."""
        return Counter(key for fact in self.facts for key in fact.themes)

    @cached_property
    def provinces(self) -> Counter[str]:
        """How many are found in each province; who works in the whole country counts in each."""
        counts = Counter(fact.spot.province for fact in self.facts if fact.spot and not fact.nationwide)
        return Counter({province: counts[province] + self.nationwide for province in Province.values})

    @cached_property
    def spots(self) -> Counter[Spot]:
        """How many are in each place."""
        return Counter(fact.spot for fact in self.facts if fact.spot)

    @cached_property
    def nationwide(self) -> int:
        """How many work in the whole country."""
        return sum(fact.nationwide for fact in self.facts)


def read_facts(members) -> Selection:
    """The facts of all ``members`` (a queryset) by name: one query, however many there are."""
    return Selection(list(_facts(members.facts())))


def _facts(rows: Iterable[tuple]) -> Iterable[Fact]:
    spots: dict[str, Spot] = {}
    themes: dict[str, frozenset[str]] = {}
    for pk, keys, nationwide, since, slug, *rest in rows:
        if keys not in themes:
            themes[keys] = frozenset((keys or "").split(",")) - {""}
        if slug and slug not in spots:
            spots[slug] = Spot(slug, *rest)
        yield Fact(pk, themes[keys], nationwide, since, spots.get(slug))
