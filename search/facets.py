"""What a search can be narrowed down by, packed into one text per page."""

from collections import Counter
from collections.abc import Mapping
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


def fits(facts: Facts, chosen: Mapping[str, str]) -> bool:
    """Whether a page with ``facts`` has every chosen value."""
    return all(value in facts.values(name, (value,)) for name, value in chosen.items())


def count(packed: Counter, chosen: Mapping[str, str], provinces: tuple[str, ...]) -> dict[str, Counter]:
    """How many pages have each value of each facet, among those that fit the other chosen facets.

    ``packed`` says how many pages have the same packed facts.
    """
    counts: dict[str, Counter] = {name: Counter() for name in NAMES}
    for text, number in packed.items():
        facts = unpack(text)
        missing = [name for name, value in chosen.items() if not fits(facts, {name: value})]
        for name in NAMES:
            if not missing or missing == [name]:
                for value in facts.values(name, provinces):
                    counts[name][value] += number
    return counts
