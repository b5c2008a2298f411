"""What the directory and its map have to know of every member, without the member itself."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple


class Spot(NamedTuple):
    """A place of members: slug, name, province, latitude and longitude."""

    slug: str
    name: str
    province: str
    latitude: float
    longitude: float


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


def read_facts(members) -> list[Fact]:
    """The facts of all ``members`` (a queryset) by name: one query, however many there are."""
    return list(_facts(members.facts()))


def _facts(rows: Iterable[tuple]) -> Iterable[Fact]:
    spots: dict[str, Spot] = {}
    themes: dict[str, frozenset[str]] = {}
    for pk, keys, nationwide, since, slug, *rest in rows:
        if keys not in themes:
            themes[keys] = frozenset((keys or "").split(",")) - {""}
        if slug and slug not in spots:
            spots[slug] = Spot(slug, *rest)
        yield Fact(pk, themes[keys], nationwide, since, spots.get(slug))
