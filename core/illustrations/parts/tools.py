"""Tools on a pegboard, which hang from the origin, and things on a repair bench, which stand on it."""

from collections.abc import Callable
from random import Random

from ..palette import (
    CREAM,
    GREEN,
    INK,
    INK_SOFT,
    OCHRE,
    PAPER,
    ROSE,
    SKY,
    STONE,
    TEAL,
    TILE,
    VIOLET,
    WOOD,
    Hue,
)
from ..shapes import Ellipse, Shape, circle, line, pill, place, poly, rect, ring


def hammer() -> list[Shape]:
    """Return a claw hammer."""
    return [
        rect(-6, 10, 12, 96, WOOD.base, 5),
        poly([(-30, 0), (26, 0), (34, 10), (26, 24), (-30, 24)], INK_SOFT),
    ]


def wrench() -> list[Shape]:
    """Return an open spanner."""
    return [
        line([(0, 22), (0, 92)], STONE, 13),
        circle(0, 16, 19, STONE),
        rect(-7, -6, 14, 22, WOOD.light),
        circle(0, 96, 14, STONE),
        circle(0, 96, 6, WOOD.light),
    ]


def saw() -> list[Shape]:
    """Return a hand saw."""
    return [
        poly([(-12, 26), (14, 26), (4, 118), (-12, 118)], STONE),
        rect(-20, -6, 42, 36, TILE.base, 10),
        rect(-8, 4, 18, 15, WOOD.light, 6),
    ]


def screwdriver() -> list[Shape]:
    """Return a screwdriver."""
    return [line([(0, 44), (0, 104)], INK_SOFT, 6), rect(-10, 0, 20, 48, ROSE.base, 8)]


def pliers() -> list[Shape]:
    """Return a pair of pliers."""
    return [
        line([(0, 34), (-16, 70, -12, 104)], TEAL.base, 10),
        line([(0, 34), (16, 70, 12, 104)], TEAL.base, 10),
        poly([(-13, 34), (-6, 0), (6, 0), (13, 34), (0, 46)], INK_SOFT),
    ]


def roll() -> list[Shape]:
    """Return a roll of tape."""
    return [ring(0, 34, 24, OCHRE.base, 18)]


TOOLS: tuple[Callable[[], list[Shape]], ...] = (hammer, wrench, saw, screwdriver, pliers, roll)


def pegboard(rng: Random, w: float, h: float) -> list[Shape]:
    """Return a board hung with two rows of tools, top left corner on the origin."""
    dots = [circle(x, y, 2.5, WOOD.base) for y in range(24, int(h), 40) for x in range(24, int(w), 52)]
    shapes: list[Shape] = [rect(-10, -10, w + 20, h + 20, WOOD.deep, 6), rect(0, 0, w, h, WOOD.light), *dots]
    columns = max(3, round(w / 82))
    for row in range(2):
        order = rng.sample(range(len(TOOLS)), len(TOOLS))
        for column in range(columns):
            shapes += place(
                TOOLS[order[column % len(order)]](), w * (column + 0.5) / columns, h * (0.1 + 0.48 * row)
            )
    return shapes


def toaster(rng: Random) -> list[Shape]:
    """Return a toaster with two slices."""
    colour: Hue = rng.choice((TILE, TEAL, ROSE))
    return [
        *(rect(x, -88, 40, 44, WOOD.light, 12) for x in (-46, 6)),
        rect(-62, -66, 124, 66, colour.base, 18),
        rect(-50, -14, 100, 7, colour.deep, 3),
        line([(62, -46), (76, -46)], INK_SOFT, 8),
        circle(40, -32, 8, PAPER),
    ]


def radio(rng: Random) -> list[Shape]:
    """Return a portable radio."""
    colour: Hue = rng.choice((OCHRE, VIOLET, GREEN))
    return [
        line([(40, -80), (72, -142)], STONE, 4),
        rect(-72, -84, 144, 84, colour.base, 12),
        circle(-30, -42, 28, colour.deep),
        circle(-30, -42, 15, colour.light),
        rect(14, -66, 44, 18, CREAM, 4),
        circle(24, -24, 9, PAPER),
        circle(50, -24, 9, PAPER),
    ]


def sewing_machine(rng: Random) -> list[Shape]:
    """Return a sewing machine with cloth under its needle."""
    cloth: Hue = rng.choice((ROSE, SKY, OCHRE))
    return [
        poly([(-120, -16), (-40, -30, 20, -18), (20, -10), (-116, 0)], cloth.light),
        rect(-60, -18, 150, 18, INK, 4),
        rect(44, -104, 42, 90, INK_SOFT, 8),
        rect(-54, -112, 140, 36, INK_SOFT, 16),
        rect(-54, -80, 28, 34, INK_SOFT, 6),
        line([(-40, -46), (-40, -20)], STONE, 4),
        ring(96, -90, 17, OCHRE.base, 7),
        line([(-20, -94), (40, -94)], OCHRE.light, 5),
        rect(10, -132, 14, 22, cloth.base, 3),
    ]


def desk_lamp(rng: Random) -> list[Shape]:
    """Return a jointed desk lamp."""
    colour: Hue = rng.choice((TEAL, TILE, VIOLET))
    return [
        pill(-40, -12, 80, 12, colour.deep),
        line([(0, -10), (-30, -74), (26, -132)], colour.deep, 7),
        poly([(14, -150), (40, -126), (84, -92), (22, -88)], colour.base),
        Ellipse(56, -92, 20, 11, OCHRE.light),
        circle(-30, -74, 7, INK_SOFT),
    ]


def laptop(rng: Random) -> list[Shape]:
    """Return an open laptop seen from behind, with a heart-shaped sticker's worth of colour."""
    sticker: Hue = rng.choice((ROSE, OCHRE, GREEN))
    return [
        rect(-66, -88, 132, 82, STONE, 8),
        pill(-80, -10, 160, 11, INK_SOFT),
        circle(0, -46, 13, sticker.base),
        circle(0, -46, 6, sticker.light),
    ]


def clock(rng: Random) -> list[Shape]:
    """Return a mantel clock."""
    return [
        poly([(-46, 0), (-46, -60), (-40, -104, 0, -108), (40, -104, 46, -60), (46, 0)], WOOD.deep),
        circle(0, -58, 33, PAPER),
        line([(0, -80), (0, -58), (14, -48)], INK, 5),
    ]


THINGS: tuple[Callable[[Random], list[Shape]], ...] = (
    toaster,
    radio,
    sewing_machine,
    desk_lamp,
    laptop,
    clock,
)


def toolbox(colour: Hue) -> list[Shape]:
    """Return an open toolbox on the floor, 150 wide."""
    return [
        *place(hammer(), -34, -118, 0.9),
        *place(screwdriver(), 12, -96),
        *place(wrench(), 44, -106, 0.8),
        line([(-54, -52), (0, -104, 54, -52)], INK_SOFT, 7),
        rect(-75, -58, 150, 58, colour.base, 6),
        rect(-75, -58, 150, 13, colour.deep, 4),
        rect(-16, -40, 32, 12, STONE, 4),
    ]


def bike_stand() -> list[Shape]:
    """Return a repair stand that holds a bike off the floor."""
    return [
        line([(0, -150), (0, 0)], INK_SOFT, 10),
        line([(-60, 0), (60, 0)], INK_SOFT, 10),
        line([(0, -150), (28, -150)], INK_SOFT, 12),
    ]
