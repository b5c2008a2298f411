"""Terraced houses: brick, a tiled roof, a broad front window, a small front garden."""

from dataclasses import dataclass
from random import Random

from ..mood import Mood
from ..palette import (
    BRICK,
    GREEN,
    INK_SOFT,
    MOSS,
    OCHRE,
    PAPER,
    ROSE,
    SKY,
    SLATE,
    STONE,
    TILE,
    VIOLET,
    WOOD,
    Hue,
)
from ..shapes import Shape, line, place, poly, rect
from .facade import bricks, door, wide_window, windows
from .street import hedge
from .trees import bush, hollyhock

WALLS: tuple[Hue, ...] = (BRICK, TILE, OCHRE, ROSE, WOOD)


@dataclass(frozen=True)
class Row:
    """How a terrace is built: its place, its sizes in units, and its materials."""

    x: float
    base: float
    unit: float
    count: int
    wall_h: float
    roof_h: float
    wall: Hue
    roof: Hue


def terrace(rng: Random, mood: Mood, row: Row, panels: float = 0.0) -> list[Shape]:
    """Return a terrace; ``panels`` is the share of its roofs that carry solar panels (0 to 1)."""
    width = row.unit * row.count
    eave = row.base - row.wall_h
    shapes: list[Shape] = _roof(row, eave, width)
    for index in range(row.count):
        shapes += _on_roof(rng, row, eave, index, rng.random() < panels)
    shapes.append(rect(row.x, eave, width, row.wall_h, row.wall.base))
    shapes += bricks(rng, (row.x, eave, width, row.wall_h), row.wall.deep, row.count * 4)
    shapes.append(rect(row.x - 10, eave - 6, width + 20, 14, PAPER))
    for index in range(row.count):
        shapes += _unit(rng, mood, row, row.x + index * row.unit, eave)
    return shapes


def _roof(row: Row, eave: float, width: float) -> list[Shape]:
    """A broad tiled slope, with a few courses of tiles picked out."""
    ridge = eave - row.roof_h
    lean = row.roof_h * 0.22
    shapes: list[Shape] = [
        poly(
            [
                (row.x - 14, eave),
                (row.x - 14 + lean, ridge),
                (row.x + width + 14 - lean, ridge),
                (row.x + width + 14, eave),
            ],
            row.roof.base,
        ),
    ]
    courses = 5
    for course in range(1, courses):
        y = ridge + row.roof_h * course / courses
        inset = lean * (1 - course / courses)
        shapes.append(line([(row.x + inset, y), (row.x + width - inset, y)], row.roof.deep, 3, 0.55))
    return [*shapes, line([(row.x - 10 + lean, ridge), (row.x + width + 10 - lean, ridge)], row.roof.deep, 9)]


def _on_roof(rng: Random, row: Row, eave: float, index: int, panels: bool) -> list[Shape]:
    """A chimney, and either solar panels, a dormer or a skylight."""
    left = row.x + index * row.unit
    ridge = eave - row.roof_h
    shapes: list[Shape] = []
    if index > 0:
        shapes += [
            rect(left - 17, ridge - 40, 34, 60, row.wall.deep),
            rect(left - 21, ridge - 44, 42, 9, STONE),
            rect(left - 11, ridge - 58, 9, 16, TILE.deep),
            rect(left + 3, ridge - 58, 9, 16, TILE.deep),
        ]
    if panels:
        return shapes + solar(
            left + row.unit * 0.16, ridge + row.roof_h * 0.16, row.unit * 0.68, row.roof_h * 0.68
        )
    if rng.random() < 0.6:
        return shapes + _dormer(
            left + row.unit * 0.26, eave - row.roof_h * 0.16, row.unit * 0.48, row.roof_h * 0.52
        )
    return [
        *shapes,
        rect(left + row.unit * 0.4, ridge + row.roof_h * 0.3, row.unit * 0.2, row.roof_h * 0.34, INK_SOFT),
        rect(
            left + row.unit * 0.4 + 5,
            ridge + row.roof_h * 0.3 + 5,
            row.unit * 0.2 - 10,
            row.roof_h * 0.34 - 10,
            SKY.light,
        ),
    ]


def _dormer(x: float, foot: float, w: float, h: float) -> list[Shape]:
    pane = (w - 26) / 2
    return [
        rect(x, foot - h, w, h, PAPER),
        rect(x - 7, foot - h - 8, w + 14, 12, STONE),
        *(rect(x + 8 + (pane + 10) * step, foot - h + 13, pane, h - 22, SLATE) for step in range(2)),
    ]


def solar(x: float, y: float, w: float, h: float, columns: int = 4, rows: int = 2) -> list[Shape]:
    """Return a field of solar panels filling the given box."""
    step_x, step_y = w / columns, h / rows
    panes = [
        rect(x + step_x * c + 3, y + step_y * r + 3, step_x - 6, step_y - 6, SKY.deep)
        for r in range(rows)
        for c in range(columns)
    ]
    shine = [
        line(
            [
                (x + step_x * c + 12, y + step_y * r + step_y - 14),
                (x + step_x * c + step_x * 0.55, y + step_y * r + 14),
            ],
            SKY.base,
            4,
        )
        for r in range(rows)
        for c in range(columns)
        if (r + c) % 2 == 0
    ]
    return [rect(x - 3, y - 3, w + 6, h + 6, STONE), *panes, *shine]


def _unit(rng: Random, mood: Mood, row: Row, x: float, eave: float) -> list[Shape]:
    """One home: upstairs windows, a front window and a door under a small roof."""
    w, h = row.unit, row.wall_h
    up_h = h * 0.3
    upstairs = [(x + w * place_x, eave + h * 0.12, w * 0.26, up_h) for place_x in (0.14, 0.6)]
    colour = rng.choice((*mood.hues, GREEN, SKY, ROSE, VIOLET))
    door_left = rng.random() < 0.3
    door_x = x + w * (0.12 if door_left else 0.7)
    window_x = x + w * (0.38 if door_left else 0.1)
    shapes = windows(rng, upstairs, mood.light)
    shapes += wide_window(rng, (window_x, row.base - h * 0.44, w * 0.5, h * 0.3), mood.light, 3)
    shapes += door(door_x, row.base, w * 0.18, h * 0.43, colour, PAPER, mood.light.lit > 0.3)
    shapes.append(rect(door_x - w * 0.05, row.base - h * 0.5, w * 0.28, 10, colour.deep, 3))
    shapes.append(rect(x + w - 3, eave + 8, 6, h - 8, STONE))
    return shapes


def front_gardens(rng: Random, row: Row, y: float) -> list[Shape]:
    """Return a strip of hedges, bushes and hollyhocks along the foot of a terrace, standing on ``y``."""
    shapes: list[Shape] = []
    for index in range(row.count):
        x = row.x + index * row.unit
        kind = rng.randint(0, 2)
        if kind == 0:
            shapes += hedge(x + row.unit * 0.08, y, row.unit * 0.5, 40)
        elif kind == 1:
            shapes += place(
                bush(rng, row.unit * 0.3, rng.choice((GREEN, MOSS)), rng.choice((ROSE, OCHRE, VIOLET))),
                x + row.unit * 0.22,
                y,
            )
            shapes += place(bush(rng, row.unit * 0.24, MOSS), x + row.unit * 0.48, y)
        else:
            flower = rng.choice((ROSE, VIOLET, OCHRE))
            shapes += [
                part
                for step in range(3)
                for part in place(
                    hollyhock(rng, rng.uniform(80, 120), flower), x + row.unit * (0.14 + 0.16 * step), y
                )
            ]
    return shapes
