"""Rooms: walls and floor, a window on the street, lamps, shelves, plants, a plan of the neighbourhood."""

from random import Random

from ..mood import Light, Mood
from ..palette import (
    CREAM,
    GREEN,
    INK_SOFT,
    MOSS,
    OCHRE,
    PAPER,
    ROSE,
    SAND,
    SKY,
    STONE,
    TEAL,
    TILE,
    VIOLET,
    WOOD,
    Hue,
)
from ..shapes import Ellipse, Shape, circle, line, poly, rect
from .gables import GABLES


def room(mood: Mood, floor_y: float) -> list[Shape]:
    """Return a wall in the tint of the leading hue, panelled below, and a boarded floor from ``floor_y``."""
    hue = mood.hue
    boards = [
        line([(x, floor_y), (800 + (x - 800) * 1.7, 1000)], WOOD.base, 3, 0.5) for x in range(-400, 2001, 160)
    ]
    return [
        rect(0, 0, 1600, floor_y, hue.tint),
        rect(0, floor_y - 210, 1600, 210, hue.light),
        rect(0, floor_y - 216, 1600, 12, PAPER),
        *(rect(x, floor_y - 176, 150, 138, hue.base, 6, 0.25) for x in range(20, 1600, 185)),
        rect(0, floor_y - 18, 1600, 18, PAPER),
        rect(0, floor_y, 1600, 1000 - floor_y, WOOD.light),
        *boards,
    ]


def window_view(rng: Random, light: Light, w: float, h: float) -> list[Shape]:
    """Return a large window on the gables across the street, top left corner on the origin."""
    count = max(2, round(w / 130))
    step = w / count
    walls = rng.sample((TILE.light, ROSE.light, OCHRE.light, TEAL.light, SAND), count)
    shapes: list[Shape] = [
        rect(-16, -16, w + 32, h + 32, PAPER),
        rect(0, 0, w, h, light.top),
        circle(w * 0.74, h * 0.26, h * 0.12, light.sun),
    ]
    for index, wall in enumerate(walls):
        style = rng.choice(sorted(GABLES))
        left, eave = index * step, h * rng.uniform(0.5, 0.62)
        outline = GABLES[style](left, step, eave, step * (0.26 if style == "cornice" else 0.5))
        shapes.append(poly([(left, h), *outline, (left + step, h)], wall))
        shapes += [rect(left + step * dx, eave + 18, step * 0.2, h * 0.16, PAPER) for dx in (0.18, 0.6)]
    shapes += [rect(w * part - 5, 0, 10, h, PAPER) for part in (1 / 3, 2 / 3)]
    return [*shapes, rect(0, h * 0.3, w, 8, PAPER), rect(-30, h + 12, w + 60, 18, PAPER, 4)]


def pendant(length: float, colour: Hue) -> list[Shape]:
    """Return a hanging lamp, its cord at the origin."""
    return [
        line([(0, 0), (0, length)], INK_SOFT, 4),
        Ellipse(0, length + 42, 26, 18, OCHRE.light),
        poly(
            [(-62, length + 42), (-54, length - 6, 0, length - 8), (54, length - 6, 62, length + 42)],
            colour.base,
        ),
        line([(-60, length + 40), (60, length + 40)], colour.deep, 5),
    ]


def shelf(rng: Random, w: float) -> list[Shape]:
    """Return a shelf with jars, books and a plant standing on it; the board's top is on the origin."""
    shapes: list[Shape] = []
    x = -w / 2 + 16
    while x < w / 2 - 50:
        hue = rng.choice((TILE, OCHRE, TEAL, VIOLET, ROSE, SKY, GREEN))
        kind = rng.choice(("jar", "books", "jar", "plant"))
        if kind == "jar":
            shapes += [rect(x, -46, 34, 46, hue.light, 6), rect(x + 2, -54, 30, 10, hue.deep, 3)]
        elif kind == "books":
            shapes += [
                rect(x + step * 13, -height, 11, height, fill)
                for step, (height, fill) in enumerate(((58, hue.base), (50, CREAM), (62, hue.deep)))
            ]
        else:
            shapes += [
                circle(x + 6, -44, 14, MOSS.base),
                circle(x + 28, -46, 15, MOSS.base),
                circle(x + 17, -58, 15, MOSS.base),
                poly([(x + 2, -34), (x + 32, -34), (x + 27, 0), (x + 7, 0)], hue.base),
            ]
        x += 52
    return [
        *shapes,
        rect(-w / 2, 0, w, 13, WOOD.deep, 3),
        *(line([(s * w * 0.4, 13), (s * w * 0.4, 34)], WOOD.deep, 7) for s in (-1, 1)),
    ]


def house_plant(height: float, pot: Hue) -> list[Shape]:
    """Return a large plant in a pot, for a corner."""
    u = height / 300
    tips = ((-110, -190), (-66, -262), (0, -300), (70, -256), (112, -180), (-84, -120), (90, -112))
    leaves = []
    for index, (x, y) in enumerate(tips):
        bend, rise = x * 0.25, y * 0.75
        leaves.append(
            poly(
                [
                    (0, -80 * u),
                    (bend * u - 30 * u, rise * u, x * u, y * u),
                    (bend * u + 44 * u, rise * u, 0, -80 * u),
                ],
                GREEN.base if index % 2 else GREEN.deep,
            )
        )
    return [
        Ellipse(0, 0, 62 * u, 9 * u, INK_SOFT, 0.2),
        *leaves,
        poly([(-52 * u, -92 * u), (52 * u, -92 * u), (40 * u, 0), (-40 * u, 0)], pot.base),
        rect(-58 * u, -98 * u, 116 * u, 22 * u, pot.deep, 4),
    ]


def plan_board(rng: Random, mood: Mood, w: float, h: float) -> list[Shape]:
    """Return a board with a plan of the neighbourhood, top left corner on the origin."""
    shapes: list[Shape] = [rect(-14, -14, w + 28, h + 28, WOOD.base, 6), rect(0, 0, w, h, CREAM)]
    blocks = [TILE.light, OCHRE.light, ROSE.light, mood.hue.light, mood.accents[0].light]
    columns, rows = 4, 3
    step_x, step_y = w / columns, h / rows
    park = rng.randrange(columns * rows)
    for index in range(columns * rows):
        x, y = index % columns * step_x + 12, index // columns * step_y + 12
        green = index == park
        shapes.append(
            rect(x, y, step_x - 24, step_y - 24, MOSS.light if green else blocks[index % len(blocks)], 6)
        )
        if green:
            shapes += [
                circle(x + step_x * dx, y + step_y * dy, 13, GREEN.base)
                for dx, dy in ((0.2, 0.3), (0.5, 0.5), (0.62, 0.22))
            ]
    canal = h * rng.uniform(0.3, 0.7)
    shapes.append(line([(0, canal), (w * 0.5, canal - h * 0.3, w, canal + h * 0.1)], SKY.base, 16))
    pins = [(rng.uniform(0.1, 0.9) * w, rng.uniform(0.15, 0.85) * h) for _ in range(4)]
    return [
        *shapes,
        *(circle(x, y, 11, TILE.base) for x, y in pins),
        *(circle(x, y, 4, PAPER) for x, y in pins),
    ]


def notes(rng: Random, columns: int, rows: int, hues: tuple[Hue, ...]) -> list[Shape]:
    """Return sticky notes in rough rows, top left corner on the origin, 62 apart."""
    shapes: list[Shape] = []
    for index in range(columns * rows):
        if rng.random() < 0.15:
            continue
        x, y = index % columns * 62 + rng.uniform(-4, 4), index // columns * 62 + rng.uniform(-4, 4)
        tilt = rng.uniform(-4, 4)
        fill = rng.choice(hues).light
        shapes.append(
            poly(
                [
                    (x, y + tilt),
                    (x + 46, y - tilt),
                    (x + 46 + tilt, y + 46 - tilt),
                    (x + tilt, y + 46 + tilt),
                ],
                fill,
            )
        )
        shapes += [line([(x + 10, y + step), (x + 34, y + step)], INK_SOFT, 3, 0.6) for step in (16, 28)]
    return shapes


def counter(w: float, h: float, front: Hue) -> list[Shape]:
    """Return a long table with a painted front, ``w`` wide and ``h`` high, its top edge on the origin."""
    return [
        Ellipse(0, h, w * 0.52, 14, INK_SOFT, 0.2),
        rect(-w / 2 + 26, 14, w - 52, h - 30, front.base),
        *(
            rect(-w / 2 + 56 + step * (w - 112) / 3 + 12, 36, (w - 112) / 3 - 24, 62, front.deep, 6)
            for step in range(3)
        ),
        *(
            rect(-w / 2 + 56 + (step + 0.5) * (w - 112) / 3 - 22, 60, 44, 10, OCHRE.light, 5)
            for step in range(3)
        ),
        *(rect(x, 14, 26, h - 14, front.deep) for x in (-w / 2 + 14, w / 2 - 40)),
        rect(-w / 2, -8, w, 26, WOOD.light, 5),
    ]


def model(rng: Random, hues: tuple[Hue, ...]) -> list[Shape]:
    """Return a scale model of a neighbourhood on a board 560 wide, standing on the origin."""
    shapes: list[Shape] = [
        poly([(-280, 0), (-250, -20), (250, -20), (280, 0)], MOSS.light),
        rect(-280, -2, 560, 12, PAPER),
    ]
    x = -226.0
    index = rng.randrange(3)
    while x < 220:
        if index % 4 == 3:
            shapes += [rect(x + 12, -26, 5, 18, WOOD.deep), circle(x + 14, -40, 20, GREEN.base)]
            x += 44
        else:
            w, h = rng.uniform(42, 60), rng.uniform(34, 62)
            hue = hues[index % len(hues)]
            shapes += [
                rect(x, -12 - h, w, h, PAPER),
                poly([(x - 5, -12 - h), (x + w / 2, -12 - h - w * 0.55), (x + w + 5, -12 - h)], hue.base),
                rect(x + w * 0.36, -34, w * 0.28, 22, hue.light),
            ]
            x += w + 12
        index += 1
    return shapes


def coffee(colour: Hue) -> list[Shape]:
    """Return a coffee flask with two mugs, standing on the origin."""
    mugs = [
        shape
        for x in (46, 88)
        for shape in (
            line([(x + 12, -24), (x + 24, -16, x + 10, -8)], PAPER, 5),
            rect(x - 15, -32, 30, 32, colour.light, 5),
        )
    ]
    return [
        rect(-26, -98, 52, 98, colour.base, 10),
        rect(-18, -114, 36, 20, STONE, 6),
        line([(-26, -72), (-46, -58, -26, -34)], colour.deep, 7),
        rect(-26, -60, 52, 12, colour.deep),
        *mugs,
    ]
