"""Every scene by name: how it is built, how large it is, and in what light it is seen."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from ..mood import ANY_TIME, DRY, MOSTLY_EVENING, Mood
from ..shapes import Shape
from . import (
    canal,
    centre,
    cover,
    dinner,
    energy,
    garden,
    market,
    meeting,
    playground,
    portrait,
    repair,
    street,
    village,
)


@dataclass(frozen=True)
class Kind:
    """One kind of scene. ``mirrored`` says that half of its drawings may be flipped left to right."""

    build: Callable[[Random, Mood], list[Shape]]
    width: int = 1600
    height: int = 1000
    odds: tuple[int, ...] = ANY_TIME
    mirrored: bool = True


#: Landscapes, for any page.
VIEWS: dict[str, Kind] = {
    "canal": Kind(canal.build),
    "centre": Kind(centre.build),
    "dinner": Kind(dinner.build, odds=MOSTLY_EVENING),
    "energy": Kind(energy.build),
    "garden": Kind(garden.build, odds=DRY),
    "market": Kind(market.build),
    "meeting": Kind(meeting.build, odds=DRY),
    "playground": Kind(playground.build),
    "repair": Kind(repair.build, odds=DRY),
    "street": Kind(street.build),
    "village": Kind(village.build),
}

#: Drawn only when asked for by name.
SPECIALS: dict[str, Kind] = {
    "cover": Kind(cover.build, width=900, height=1200, mirrored=False),
    "portrait": Kind(portrait.build, width=1000, height=1000),
}
