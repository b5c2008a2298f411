"""Things of a kitchen garden. Each stands with its foot on the origin."""

from collections.abc import Callable
from random import Random

from ..palette import EARTH, GREEN, INK, INK_SOFT, MOSS, OCHRE, PAPER, ROSE, SKY, STONE, TEAL, TILE, WOOD, Hue
from ..shapes import Ellipse, Shape, circle, line, pill, place, poly, rect


def greenhouse(w: float, h: float) -> list[Shape]:
    """Return a glass house with a pointed roof and tomato plants inside."""
    wall = h * 0.6
    frame = [(-w / 2, 0), (-w / 2, -wall), (0, -h), (w / 2, -wall), (w / 2, 0)]
    shapes: list[Shape] = [poly(frame, SKY.tint)]
    for step in range(5):
        x = -w * 0.38 + w * 0.19 * step
        if step == 2:
            continue
        shapes.append(line([(x, 0), (x, -wall * 0.8)], GREEN.base, 6))
        shapes += [
            circle(x + dx, -wall * y, w * 0.045, GREEN.base)
            for dx, y in ((-12, 0.28), (12, 0.42), (-10, 0.58), (8, 0.74))
        ]
        shapes += [
            circle(x + dx, -wall * y, w * 0.022, TILE.base) for dx, y in ((14, 0.26), (-14, 0.44), (10, 0.6))
        ]
    shapes.append(poly([(-w * 0.5, -wall), (-w * 0.28, 0), (-w * 0.5, 0)], PAPER, 0.5))
    shapes.append(
        poly([(w * 0.06, -h * 0.96), (w * 0.46, -wall), (w * 0.3, -wall), (0, -h * 0.9)], PAPER, 0.5)
    )
    shapes += [
        rect(-w * 0.11, -wall * 0.92, w * 0.22, wall * 0.92, SKY.light),
        line([(w * 0.06, -wall * 0.4), (w * 0.06, -wall * 0.5)], TEAL.deep, 5),
    ]
    bars = [[(x * w, 0), (x * w, -h + abs(x) * (h - wall) * 2)] for x in (-0.31, -0.115, 0.115, 0.31)]
    shapes += [line(points, TEAL.deep, 5) for points in (*bars, [(-w / 2, -wall), (w / 2, -wall)])]
    return [*shapes, line([*frame, frame[0]], TEAL.deep, 8)]


def shed(w: float, h: float, wall: Hue, roof: Hue) -> list[Shape]:
    """Return a garden shed of upright boards with a pitched roof and a heart cut in its door."""
    boards = [
        line([(-w / 2 + w * step / 8, 0), (-w / 2 + w * step / 8, -h * 0.62)], wall.deep, 3, 0.5)
        for step in range(1, 8)
    ]
    return [
        poly([(-w / 2, 0), (-w / 2, -h * 0.62), (0, -h * 0.94), (w / 2, -h * 0.62), (w / 2, 0)], wall.base),
        *boards,
        line([(-w * 0.58, -h * 0.56), (0, -h), (w * 0.58, -h * 0.56)], roof.base, 16),
        rect(-w * 0.36, -h * 0.5, w * 0.36, h * 0.5, PAPER),
        rect(-w * 0.33, -h * 0.48, w * 0.3, h * 0.48, wall.light),
        *heart(-w * 0.18, -h * 0.34, w * 0.06, wall.deep),
        rect(w * 0.1, -h * 0.48, w * 0.28, h * 0.2, PAPER),
        rect(w * 0.12, -h * 0.465, w * 0.24, h * 0.17, INK_SOFT),
        line([(w * 0.24, -h * 0.48), (w * 0.24, -h * 0.28)], PAPER, 4),
    ]


def heart(x: float, y: float, size: float, fill: str) -> list[Shape]:
    """Return a heart around ``x``, ``y``, reaching ``size`` to each side."""
    nodes = [
        (x, y + size),
        (x - size * 1.7, y - size * 0.1, x - size * 0.8, y - size * 0.8),
        (x - size * 0.2, y - size * 1.1, x, y - size * 0.35),
        (x + size * 0.2, y - size * 1.1, x + size * 0.8, y - size * 0.8),
        (x + size * 1.7, y - size * 0.1, x, y + size),
    ]
    return [poly(nodes, fill)]


def watering_can(colour: Hue) -> list[Shape]:
    """Return a watering can, 84 wide, its spout to the right and its handle at the top."""
    return [
        line([(-18, -42), (-4, -74, 16, -46)], colour.deep, 6),
        poly([(20, -18), (56, -52), (62, -46), (24, 0)], colour.deep),
        poly([(50, -58), (66, -44), (70, -50), (56, -64)], colour.deep),
        rect(-28, -46, 54, 46, colour.base, 8),
        line([(-26, -32), (22, -32)], colour.light, 5),
    ]


def bed(rng: Random, w: float, crop: str) -> list[Shape]:
    """Return a raised bed ``w`` wide with one crop, a key of ``CROPS``."""
    count = max(3, round(w / CROPS[crop][1]))
    shapes: list[Shape] = [rect(-w / 2 + 6, -52, w - 12, 14, EARTH)]
    for step in range(count):
        shapes += place(CROPS[crop][0](rng), -w / 2 + w * (step + 0.5) / count, -46)
    return [
        *shapes,
        rect(-w / 2, -42, w, 42, WOOD.base, 3),
        rect(-w / 2, -22, w, 4, WOOD.deep),
        *(rect(x, -48, 12, 48, WOOD.deep) for x in (-w / 2, w / 2 - 12)),
    ]


def _cabbage(rng: Random) -> list[Shape]:
    return [
        circle(-16, -12, 16, GREEN.base),
        circle(16, -12, 16, GREEN.base),
        circle(0, -16, 18, GREEN.light),
        circle(0, -16, 10, MOSS.tint, 0.7),
    ]


def _carrot(rng: Random) -> list[Shape]:
    h = rng.uniform(34, 48)
    return [
        *(line([(0, 0), (dx * 0.3, -h * 0.7, dx, -h)], GREEN.base, 5) for dx in (-14, 0, 14)),
        circle(0, 0, 8, TILE.base),
    ]


def _lettuce(rng: Random) -> list[Shape]:
    return [circle(-12, -8, 13, MOSS.base), circle(12, -8, 13, MOSS.base), circle(0, -14, 14, MOSS.light)]


def _tomato(rng: Random) -> list[Shape]:
    return [
        line([(0, 0), (0, -118)], WOOD.light, 5),
        *(circle(dx, y, 16, GREEN.base) for dx, y in ((-11, -34), (12, -54), (-10, -78), (6, -100))),
        *(circle(dx, y, 9, TILE.base) for dx, y in ((13, -32), (-16, -56), (14, -76))),
    ]


def _beans(rng: Random) -> list[Shape]:
    canes = [line([(dx, 0), (0, -150)], WOOD.light, 5) for dx in (-34, 0, 34)]
    leaves = [
        pill(dx - 13, y - 9, 26, 18, GREEN.base if index % 2 else GREEN.light)
        for index, (dx, y) in enumerate(
            ((-28, -26), (4, -36), (26, -46), (-18, -66), (12, -84), (-10, -104), (4, -126))
        )
    ]
    return [*canes, *leaves, *(circle(dx, y, 5, ROSE.base) for dx, y in ((-8, -50), (20, -70), (-2, -96)))]


def _pumpkin(rng: Random) -> list[Shape]:
    return [
        Ellipse(-26, -6, 18, 9, GREEN.base),
        Ellipse(26, -8, 18, 9, GREEN.base),
        Ellipse(-10, -16, 16, 18, OCHRE.base),
        Ellipse(10, -16, 16, 18, OCHRE.base),
        Ellipse(0, -16, 12, 19, TILE.light),
        line([(0, -34), (4, -42)], GREEN.deep, 6),
    ]


#: Each crop with the room, in units, that one plant takes.
CROPS: dict[str, tuple[Callable[[Random], list[Shape]], float]] = {
    "cabbage": (_cabbage, 66),
    "carrot": (_carrot, 46),
    "lettuce": (_lettuce, 56),
    "tomato": (_tomato, 64),
    "beans": (_beans, 110),
    "pumpkin": (_pumpkin, 96),
}
LOW_CROPS = ("cabbage", "carrot", "lettuce", "pumpkin")
TALL_CROPS = ("tomato", "beans")


def basket(colour: Hue) -> list[Shape]:
    """Return a harvest basket, 90 wide, full of vegetables."""
    return [
        line([(-38, -36), (0, -104, 38, -36)], WOOD.deep, 6),
        *(circle(x, -42, 13, fill) for x, fill in ((-26, TILE.base), (0, OCHRE.base), (26, MOSS.base))),
        line([(-14, -44), (-26, -76)], GREEN.base, 6),
        line([(14, -44), (24, -74)], GREEN.light, 6),
        poly([(-46, -38), (46, -38), (34, 0), (-34, 0)], colour.base),
        line([(-42, -20), (42, -20)], colour.deep, 4),
    ]


def fence(x: float, base: float, w: float, fill: str = PAPER) -> list[Shape]:
    """Return a picket fence from ``x``, ``w`` wide, 70 high."""
    rails = [line([(x, base - y), (x + w, base - y)], fill, 6) for y in (48, 18)]
    pickets = [line([(x + step, base - 64), (x + step, base)], fill, 12) for step in range(0, int(w), 34)]
    return [*rails, *pickets]


def rain_barrel() -> list[Shape]:
    """Return a rain barrel with a tap, 110 high."""
    return [
        poly([(-38, 0), (-46, -55, -38, -110), (38, -110), (46, -55, 38, 0)], WOOD.base),
        *(line([(-40, y), (40, y)], INK_SOFT, 6) for y in (-88, -24)),
        Ellipse(0, -110, 38, 8, SKY.light),
        line([(0, -40), (0, -34)], STONE, 8),
    ]


def beehive(colour: Hue) -> list[Shape]:
    """Return a wooden beehive on legs with two bees about it, 120 high."""
    return [
        line([(-28, 0), (-28, -24)], WOOD.deep, 7),
        line([(28, 0), (28, -24)], WOOD.deep, 7),
        rect(-40, -62, 80, 40, colour.light),
        rect(-40, -100, 80, 36, colour.base),
        rect(-47, -112, 94, 14, PAPER, 4),
        rect(-14, -34, 28, 6, INK),
        *(Ellipse(x, y, 8, 6, OCHRE.base) for x, y in ((60, -90), (-66, -60), (72, -40))),
        *(line([(x, y - 4), (x, y + 4)], INK, 3) for x, y in ((60, -90), (-66, -60), (72, -40))),
    ]
