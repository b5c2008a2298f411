"""What stands on a long table: plates, glasses, bowls, pots, flowers. Each has its foot on the origin."""

from collections.abc import Callable
from random import Random

from ..palette import (
    CREAM,
    GREEN,
    INK_SOFT,
    MOSS,
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
from ..shapes import Ellipse, Shape, circle, line, pill, place, poly, rect


def plate(rng: Random) -> list[Shape]:
    """Return a plate with something to eat on it, 84 wide."""
    food = rng.choice((TILE.base, MOSS.base, OCHRE.base, ROSE.base))
    return [Ellipse(0, -4, 42, 10, PAPER), Ellipse(0, -6, 26, 7, food), circle(8, -10, 6, GREEN.light)]


def glass(rng: Random) -> list[Shape]:
    """Return a glass of something cool."""
    drink = rng.choice((OCHRE.light, ROSE.base, SKY.light))
    return [
        poly([(-11, -36), (11, -36), (8, 0), (-8, 0)], PAPER),
        poly([(-9, -24), (9, -24), (7, -2), (-7, -2)], drink),
    ]


def jug(rng: Random) -> list[Shape]:
    """Return a jug of water with lemon."""
    return [
        line([(18, -54), (38, -48, 18, -18)], TEAL.base, 6),
        poly([(-22, -72), (22, -72), (16, -44), (24, 0), (-24, 0), (-16, -44)], TEAL.base),
        line([(-12, -20), (12, -20)], TEAL.light, 5),
    ]


def salad(rng: Random) -> list[Shape]:
    """Return a big bowl of salad."""
    greens = [
        circle(x, -36 - lift, 15, MOSS.base if x % 2 else GREEN.light)
        for x, lift in ((-31, 0), (-12, 6), (9, 7), (30, 0))
    ]
    return [
        *greens,
        circle(-20, -44, 8, TILE.base),
        circle(16, -48, 8, TILE.base),
        poly([(-50, -36), (50, -36), (44, 0, 20, 0), (-20, 0), (-44, 0, -50, -36)], WOOD.base),
    ]


def pan(rng: Random) -> list[Shape]:
    """Return a steaming pan with two ears and a ladle."""
    colour: Hue = rng.choice((TILE, ROSE, SKY))
    return [
        line([(14, -40), (44, -96)], STONE, 6),
        *(
            line([(x, -72), (x - 12, -88, x, -102), (x + 12, -116, x, -130)], PAPER, 4, 0.7)
            for x in (-22, -2)
        ),
        line([(-58, -40), (58, -40)], colour.deep, 10),
        rect(-48, -52, 96, 52, colour.base, 12),
        pill(-50, -58, 100, 12, colour.deep),
    ]


def bread(rng: Random) -> list[Shape]:
    """Return a loaf on a board."""
    return [
        pill(-52, -10, 104, 10, WOOD.deep),
        poly([(-42, -8), (-48, -44, 0, -44), (48, -44, 42, -8)], WOOD.light),
        *(line([(x, -36), (x + 10, -22)], WOOD.tint, 5) for x in (-24, -4, 16)),
    ]


def vase(rng: Random) -> list[Shape]:
    """Return a vase of flowers."""
    bloom = rng.choice((ROSE, OCHRE, VIOLET))
    heads = ((-26, -92), (0, -108), (26, -90), (-12, -74), (14, -72))
    return [
        *(line([(0, -40), (x * 0.6, -70, x, y)], GREEN.base, 4) for x, y in heads[:3]),
        *(circle(x, y, 14, bloom.base if index % 2 else bloom.light) for index, (x, y) in enumerate(heads)),
        poly([(-13, -54), (13, -54), (8, -40), (20, -16, 12, 0), (-12, 0), (-20, -16, -8, -40)], SKY.base),
    ]


def cake(rng: Random) -> list[Shape]:
    """Return a cake on a stand."""
    return [
        poly([(-10, -18), (10, -18), (22, 0), (-22, 0)], CREAM),
        pill(-56, -26, 112, 10, CREAM),
        rect(-42, -66, 84, 42, ROSE.light, 6),
        pill(-44, -70, 88, 14, PAPER),
        *(circle(x, -74, 7, ROSE.base) for x in (-28, 0, 28)),
    ]


def teapot(rng: Random) -> list[Shape]:
    """Return a teapot and two cups."""
    colour: Hue = rng.choice((TEAL, OCHRE, VIOLET))
    return [
        line([(24, -20), (46, -26, 50, -50)], colour.base, 9),
        line([(-24, -46), (-54, -42, -26, -14)], colour.base, 7),
        Ellipse(0, -28, 32, 27, colour.base),
        circle(0, -58, 6, colour.deep),
        line([(-16, -50), (16, -50)], colour.deep, 5),
        *_cups(),
    ]


def _cups() -> list[Shape]:
    """Two cups beside the teapot."""
    return [
        shape
        for x in (74, 112)
        for shape in (
            line([(x + 10, -22), (x + 22, -14, x + 8, -8)], PAPER, 4),
            rect(x - 14, -28, 28, 28, PAPER, 8),
        )
    ]


DISHES: tuple[Callable[[Random], list[Shape]], ...] = (jug, salad, pan, bread, vase, cake, teapot)


def laid(rng: Random, x: float, y: float, step: float, guests: int) -> list[Shape]:
    """Return what is on a table top at ``y``: a plate and a glass for each guest, a dish between each two.

    ``x`` is where the first guest sits and ``step`` the distance to the next.
    """
    shapes: list[Shape] = []
    for index, dish in enumerate(rng.sample(DISHES, guests - 1)):
        shapes += place(dish(rng), x + step * (index + 0.5), y - 10, 0.92)
    for index in range(guests):
        shapes += place(plate(rng), x + step * index, y + 10)
        shapes += place(glass(rng), x + step * index + 58, y + 10)
    return shapes


def lantern(colour: Hue) -> list[Shape]:
    """Return a paper lantern hanging from the origin."""
    return [
        line([(0, 0), (0, 18)], INK_SOFT, 3),
        Ellipse(0, 52, 40, 36, colour.light),
        *(
            line([(-36 + dip, 52 + y), (36 - dip, 52 + y)], colour.base, 3)
            for y, dip in ((-14, 4), (2, 0), (18, 8))
        ),
        rect(-14, 14, 28, 7, INK_SOFT, 3),
    ]
