"""What a search can be narrowed down by, packed into one text per page."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

# The province of a group that works in the whole country.
NATIONWIDE = "*"
SEPARATOR, LIST_SEPARATOR = "|", ","


@dataclass(frozen=True)
class Facts:
    """What is known of a page: language code, type, year, province (or ``NATIONWIDE``) and numbers of themes."""

    language: str
    type: str
    year: str = ""
    province: str = ""
    themes: tuple[str, ...] = ()

    def pack(self) -> str:
        """The facts as one text, equal for pages with equal facts."""
        return SEPARATOR.join(
            [self.language, self.type, self.year, self.province, LIST_SEPARATOR.join(self.themes)]
        )

    def values(self, name: str, provinces: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The values of one facet; a nationwide group has each of ``provinces``."""
        value = getattr(self, name)
        if isinstance(value, tuple):
            return value
        if value == NATIONWIDE:
            return provinces
        return (value,) if value else ()


@lru_cache(2**14)
def unpack(packed: str) -> Facts:
    """The facts that were packed."""
    code, kind, year, province, themes = packed.split(SEPARATOR)
    return Facts(code, kind, year, province, tuple(themes.split(LIST_SEPARATOR)) if themes else ())


NAMES = ("language", "type", "year", "province", "themes")


@lru_cache(2**14)
def pairs(packed: str, provinces: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The name of each facet with each of its values; a nationwide group has each of ``provinces``."""
    facts = unpack(packed)
    return tuple((name, value) for name in NAMES for value in facts.values(name, provinces))


def lacking(
    packed: Iterable[str], chosen: Mapping[str, str], provinces: tuple[str, ...]
) -> dict[str, list[str]]:
    """For each of the packed facts the names of the facets that do not have the chosen value."""
    return {
        text: [name for name, value in chosen.items() if (name, value) not in pairs(text, provinces)]
        for text in packed
    }


def count(packed: Counter, lacks: Mapping[str, list[str]], provinces: tuple[str, ...]) -> dict[str, Counter]:
    """How many pages have each value of each facet, among those that fit the other chosen facets.

    ``packed`` says how many pages have the same packed facts, ``lacks`` what these are ``lacking``.
    """
    counts: dict[str, Counter] = {name: Counter() for name in NAMES}
    for text, number in packed.items():
        for name, value in pairs(text, provinces):
            if not lacks[text] or lacks[text] == [name]:
                counts[name][value] += number
    return counts
