"""Where the names of the provinces stand on the map: in their province, not on a house and not on each other."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from core.enums import Province
from members.outlines import Box, outlines, rings

# How wide a letter is for its height, on average.
LETTER_WIDTH, BOLD_LETTER_WIDTH = 0.56, 0.66
# In how many rows and columns of a province a name is tried.
STEPS = 10
# What counts against a spot: a square of the map that something else has too, a step out of the province, and one
# away from its middle.
COVERED, OUTSIDE, ASIDE = 1.0, 2.0, 0.4


class Rectangle(NamedTuple):
    """A part of the map that a name or a house takes."""

    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: "Rectangle") -> float:
        """How much of the map both take."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0


class Spot(NamedTuple):
    """A point of a province where the middle of its name may stand, and how far the province reaches to both sides."""

    x: float
    y: float
    left: float
    right: float


@lru_cache(64)  # wherever somebody looks for groups nearby, the houses on the map are the same
def places_of_names(
    box: Box, letters: float, taken: tuple[Rectangle, ...]
) -> Mapping[str, tuple[float, float]]:
    """The middle of the name of each province by slug, for letters of this height; ``taken`` is better left free.

    A province of which ``box`` shows too little for its name is left out.
    """
    whole = Rectangle(box.left, box.top, box.left + box.width, box.top + box.height)
    full = list(taken)
    found: dict[str, tuple[float, float]] = {}
    # Who has least room chooses first.
    for slug in sorted(outlines(), key=lambda slug: outlines()[slug].box.width):
        width = len(Province(slug).label) * LETTER_WIDTH * letters
        best = _best_spot(slug, width, letters, whole, full)
        if best:
            full.append(_around(best.x, best.y, width, letters))
            found[slug] = round(best.x, 1), round(best.y, 1)
    return found


def _best_spot(
    slug: str, width: float, height: float, whole: Rectangle, full: list[Rectangle]
) -> Spot | None:
    box = outlines()[slug].box
    middle = box.left + box.width / 2, box.top + box.height / 2
    reach = _around(*middle, box.width + width, box.height + height)
    near = [other for other in full if other.shared(reach)]
    best, least = None, float("inf")
    for cost, spot, name in _free_spots(slug, width, height, whole):
        if cost >= least:
            break
        cost += COVERED * sum(map(name.shared, near))
        if cost < least:
            best, least = spot, cost
    return best


@lru_cache(256)  # for each province on the map of the country and on that of each province
def _free_spots(
    slug: str, width: float, height: float, whole: Rectangle
) -> list[tuple[float, Spot, Rectangle]]:
    """What counts against each spot of an empty map, least first, with the spot and what the name would take."""
    middle_x, middle_y = outlines()[slug].label
    free = []
    for spot in _spots(slug):
        name = _around(spot.x, spot.y, width, height)
        if name.shared(whole) >= width * height * 0.99:
            outside = max(0, width / 2 - spot.left) + max(0, width / 2 - spot.right)
            aside = abs(spot.x - middle_x) + abs(spot.y - middle_y)
            free.append((OUTSIDE * outside + ASIDE * aside, spot, name))
    return sorted(free)


def _around(x: float, y: float, width: float, height: float) -> Rectangle:
    return Rectangle(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


@cache
def _spots(slug: str) -> list[Spot]:
    """Points in rows and columns over a province, and the middle that our script found."""
    outline = outlines()[slug]
    box = outline.box
    rows = [box.top + box.height * (row + 0.5) / STEPS for row in range(STEPS)]
    columns = [box.left + box.width * (column + 0.5) / STEPS for column in range(STEPS)]
    middle_x, middle_y = outline.label
    points = [(x, y) for y in rows for x in columns] + [(middle_x, middle_y)]
    stretches = {y: list(_stretches(outline.path, y)) for y in {y for _x, y in points}}
    return [
        Spot(x, y, x - left, right - x) for x, y in points for left, right in stretches[y] if left < x < right
    ]


def _stretches(path: str, y: float) -> Iterator[tuple[float, float]]:
    """From where to where a province reaches at this height of the map."""
    crossed = sorted(
        x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for ring in rings(path)
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])
        if (y1 > y) != (y2 > y)
    )
    yield from zip(crossed[::2], crossed[1::2], strict=True)
