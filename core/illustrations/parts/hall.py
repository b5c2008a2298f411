"""Community buildings: four fronts for a place where a neighbourhood meets."""

from random import Random

from ..mood import Mood
from ..palette import (
    BRICK,
    CREAM,
    GREEN,
    INK,
    INK_SOFT,
    MOSS,
    OCHRE,
    PANTILE,
    PAPER,
    SAND_DEEP,
    STONE,
    TILE,
    WOOD,
    Hue,
)
from ..shapes import Shape, circle, dome, line, place, poly, rect
from .facade import bricks
from .figures import seated
from .garden import heart
from .person import Person
from .terrace import solar


def hall(rng: Random, mood: Mood, w: float, h: float, guests: list[Person]) -> list[Shape]:
    """Return a hall ``w`` wide with walls ``h`` high, guests behind its windows and its door open."""
    wall = rng.choice((BRICK, mood.hue, WOOD))
    half = w / 2
    roof = rng.choice(_ROOFS)(w, h, wall)
    shapes: list[Shape] = [
        *roof,
        rect(-half, -h, w, h, wall.base),
        *bricks(rng, (-half, -h, w, h), wall.deep, 10),
    ]
    shapes.append(rect(-half, -22, w, 22, wall.deep))
    for side in (-1, 1):
        shapes += _shop_window(
            rng, mood, side * w * 0.29, w * 0.3, h * 0.56, guests[:2] if side < 0 else guests[2:4]
        )
    return [*shapes, *_entrance(mood, h), *_sign(mood, half, h)]


def _shop_window(rng: Random, mood: Mood, x: float, w: float, h: float, guests: list[Person]) -> list[Shape]:
    """A broad lit window with two people at a table behind it."""
    foot = -h * 0.34
    shapes: list[Shape] = [
        rect(x - w / 2 - 9, foot - h - 9, w + 18, h + 18, PAPER),
        rect(x - w / 2, foot - h, w, h, OCHRE.tint),
    ]
    for side in (-1, 1):
        shapes += [
            line([(x + side * w * 0.22, foot - h), (x + side * w * 0.22, foot - h * 0.86)], INK_SOFT, 3),
            dome(x + side * w * 0.22 - 16, foot - h * 0.88, 32, 18, mood.accents[0].base),
        ]
    for index, guest in enumerate(guests):
        shapes += place(
            seated(guest, "hold", "out" if index else "hold"),
            x - w * 0.22 + w * 0.44 * index,
            foot + h * 0.5,
            h * 0.0056,
            index == 1,
        )
    shapes += [
        rect(x - w / 2, foot - h * 0.14, w, h * 0.14, WOOD.base),
        rect(x - w / 2, foot - h * 0.14, w, 5, WOOD.light),
        rect(x - 3, foot - h, 6, h, PAPER),
        rect(x - w / 2 - 15, foot + 6, w + 30, 10, PAPER),
    ]
    return shapes


def _entrance(mood: Mood, h: float) -> list[Shape]:
    """An open double door with light falling out."""
    door = mood.accents[1]
    return [
        rect(-74, -h * 0.74, 148, h * 0.74, PAPER),
        rect(-62, -h * 0.7, 124, h * 0.7, OCHRE.light),
        poly([(-62, -h * 0.7), (-62, 0), (-104, 10), (-104, -h * 0.74)], door.base),
        poly([(62, -h * 0.7), (62, 0), (104, 10), (104, -h * 0.74)], door.base),
        *(
            poly(
                [(s * 70, -h * 0.6), (s * 96, -h * 0.63), (s * 96, -h * 0.36), (s * 70, -h * 0.34)],
                door.light,
            )
            for s in (-1, 1)
        ),
        rect(-128, -h * 0.8, 256, 14, door.deep, 4),
        poly([(-90, 0), (90, 0), (120, 26), (-120, 26)], SAND_DEEP),
    ]


def _sign(mood: Mood, half: float, h: float) -> list[Shape]:
    """A board with a house and a heart over the door, and a round one on an arm at the corner."""
    top = -h * 0.98
    return [
        rect(-150, top - 52, 300, 58, PAPER, 10),
        rect(-140, top - 43, 280, 40, mood.hue.deep, 6),
        poly([(-112, top - 10), (-112, top - 24), (-98, top - 38), (-84, top - 24), (-84, top - 10)], PAPER),
        *heart(98, top - 22, 12, PAPER),
        line([(-58, top - 23), (58, top - 23)], mood.hue.light, 9),
        line([(half, -h * 0.82), (half + 52, -h * 0.82)], INK_SOFT, 6),
        circle(half + 40, -h * 0.82 + 40, 31, PAPER),
        circle(half + 40, -h * 0.82 + 40, 25, mood.accents[1].base),
        *heart(half + 40, -h * 0.82 + 38, 12, PAPER),
    ]


def _pitched(w: float, h: float, wall: Hue) -> list[Shape]:
    top = -h - w * 0.16
    return [
        rect(w * 0.24, top - 40, 40, 90, wall.deep),
        rect(w * 0.24 - 5, top - 46, 50, 12, STONE),
        poly([(-w * 0.54, -h + 6), (-w * 0.42, top), (w * 0.42, top), (w * 0.54, -h + 6)], TILE.base),
        *(
            line(
                [
                    (-w * (0.42 + 0.12 * s), top - top * s - h * s),
                    (w * (0.42 + 0.12 * s), top - top * s - h * s),
                ],
                TILE.deep,
                3,
                0.55,
            )
            for s in (0.3, 0.62)
        ),
        poly([(-w * 0.17, -h + 6), (0, top - 34), (w * 0.17, -h + 6)], wall.base),
        line([(-w * 0.19, -h + 10), (0, top - 40), (w * 0.19, -h + 10)], PAPER, 12),
        circle(0, -h - w * 0.1, w * 0.032, PAPER),
        circle(0, -h - w * 0.1, w * 0.024, INK_SOFT),
    ]


def _saw(w: float, h: float, wall: Hue) -> list[Shape]:
    teeth = 4
    step = w / teeth
    shapes: list[Shape] = []
    for tooth in range(teeth):
        x = -w / 2 + step * tooth
        shapes += [
            poly([(x, -h), (x, -h - 120), (x + step, -h)], PANTILE.base),
            poly([(x, -h + 4), (x, -h - 112), (x + 20, -h - 104), (x + 20, -h + 4)], OCHRE.tint),
            line([(x, -h - 120), (x + step, -h)], STONE, 9),
        ]
    return shapes


def _flat(w: float, h: float, wall: Hue) -> list[Shape]:
    shapes: list[Shape] = [
        circle(
            -w * 0.46 + step * w * 0.084,
            -h - 26,
            w * 0.03 + step % 3 * 5,
            MOSS.base if step % 2 else GREEN.base,
        )
        for step in range(12)
    ]
    shapes += [*solar(-w * 0.42, -h - 124, w * 0.3, 74, 4, 1), *solar(w * 0.12, -h - 124, w * 0.3, 74, 4, 1)]
    shapes += [line([(x * w, -h - 50), (x * w, -h - 20)], INK, 5) for x in (-0.36, -0.18, 0.18, 0.36)]
    return [
        *shapes,
        rect(-w * 0.53, -h - 24, w * 1.06, 30, CREAM, 4),
        rect(-w * 0.53, -h + 2, w * 1.06, 7, SAND_DEEP),
    ]


def _curved(w: float, h: float, wall: Hue) -> list[Shape]:
    return [
        poly(
            [
                (-w * 0.54, -h + 6),
                (-w * 0.3, -h - w * 0.3, 0, -h - w * 0.17),
                (w * 0.3, -h - w * 0.04, w * 0.54, -h + 6),
            ],
            PANTILE.light,
        ),
        line(
            [
                (-w * 0.54, -h + 6),
                (-w * 0.3, -h - w * 0.3, 0, -h - w * 0.17),
                (w * 0.3, -h - w * 0.04, w * 0.54, -h + 6),
            ],
            PAPER,
            12,
        ),
        *(
            circle(x * w, -h - w * y, w * 0.022, OCHRE.tint)
            for x, y in ((-0.3, 0.1), (-0.16, 0.1), (-0.02, 0.09))
        ),
    ]


_ROOFS = (_pitched, _saw, _flat, _curved)
