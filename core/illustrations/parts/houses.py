"""Whole houses: a gabled canal house, and rows of them along a quay or a square."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from ..mood import Light, Mood
from ..palette import (
    BRICK,
    CREAM,
    GREEN,
    INK,
    INK_SOFT,
    OCHRE,
    PAPER,
    ROSE,
    SAND,
    SAND_DEEP,
    SKY,
    STONE,
    TEAL,
    TILE,
    VIOLET,
)
from ..shapes import Node, Shape, circle, dome, line, poly, rect
from .facade import Box, Wall, bricks, door, windows
from .gables import GABLES

#: A house in layers from back to front: walls, marks on them, trim, openings.
Layers = tuple[list[Shape], list[Shape], list[Shape], list[Shape]]

#: Paintwork seen along Dutch streets; dark and light walls alternate, so neighbours stay apart.
DARK_WALLS: tuple[Wall, ...] = (
    Wall(BRICK.base, BRICK.deep, PAPER, GREEN),
    Wall(BRICK.deep, INK, CREAM, TEAL),
    Wall(TILE.base, TILE.deep, PAPER, SKY),
    Wall(INK_SOFT, INK, PAPER, BRICK),
    Wall(TEAL.base, TEAL.deep, PAPER, OCHRE),
    Wall(ROSE.base, ROSE.deep, PAPER, VIOLET),
)
LIGHT_WALLS: tuple[Wall, ...] = (
    Wall(CREAM, SAND_DEEP, PAPER, GREEN),
    Wall(OCHRE.light, OCHRE.base, PAPER, TEAL),
    Wall(BRICK.light, BRICK.base, PAPER, TEAL),
    Wall(ROSE.light, ROSE.base, PAPER, BRICK),
    Wall(SAND, SAND_DEEP, PAPER, BRICK),
    Wall(TEAL.light, TEAL.base, PAPER, ROSE),
)


@dataclass(frozen=True)
class House:
    """Where a house stands and how it is built; ``eave`` and ``base`` are y, ``style`` is a gable's."""

    x: float
    w: float
    eave: float
    base: float
    gable_h: float
    style: str
    wall: Wall

    @property
    def middle(self) -> float:
        """The x of its middle."""
        return self.x + self.w / 2


def canal_house(rng: Random, box: Box, style: str, wall: Wall, light: Light) -> Layers:
    """Return one gabled house filling ``box`` (x, top, width, height); ``style`` is a key of ``GABLES``."""
    x, top, w, h = box
    base = top + h
    gable_h = w * {"stepped": 0.8, "bell": 0.85, "neck": 0.9, "spout": 0.75, "cornice": 0.3}[style]
    eave = top + gable_h
    house = House(x, w, eave, base, gable_h, style, wall)
    outline = GABLES[style](x, w, eave, gable_h)
    mass = [
        *_chimney(house, at_right=rng.random() < 0.5),
        poly([(x, base), *outline, (x + w, base)], wall.face),
    ]
    marks = [
        *bricks(rng, (x, eave, w, base - eave), wall.shade, 3),
        rect(x + w - 9, eave, 9, base - eave, wall.shade, opacity=0.5),
        rect(x, base - 16, w, 16, wall.shade),
    ]
    trim = [*_gable_trim(house, outline), *_attic(house, light)]
    return mass, marks, trim, _front(rng, house, light)


def _chimney(house: House, at_right: bool) -> list[Shape]:
    if house.style not in ("cornice", "spout"):
        return []
    w = house.w * 0.15
    left = house.x + house.w * (0.7 if at_right else 0.12)
    top = house.eave - house.gable_h * (0.75 if house.style == "cornice" else 0.6)
    return [rect(left, top, w, house.eave - top, BRICK.deep), rect(left - 4, top - 6, w + 8, 10, STONE)]


def _gable_trim(house: House, outline: Sequence[Node]) -> list[Shape]:
    """A white edge along the gable; on a stepped one, a cap on each step."""
    trim = house.wall.trim
    if house.style != "stepped":
        return [line(outline, trim, 8)]
    return [
        rect(left[0] - 4, left[1] - 5, right[0] - left[0] + 8, 9, trim)
        for left, right in pairwise(outline)
        if left[1] == right[1]
    ]


def _attic(house: House, light: Light) -> list[Shape]:
    """What fills the gable: a round window or a hatch under the hoisting beam, or a cornice."""
    x, w, eave, h, wall = house.x, house.w, house.eave, house.gable_h, house.wall
    middle, size = house.middle, house.w * 0.2
    if house.style == "cornice":
        brackets = [rect(x + w * step - 4, eave + 6, 8, 12, wall.trim) for step in (0.08, 0.36, 0.64, 0.92)]
        return [rect(x - 6, eave - h * 0.06, w + 12, 12, wall.trim), *brackets]
    beam: list[Shape] = [
        line([(middle, eave - h * 0.74), (middle, eave - h * 0.62)], INK, 3),
        rect(middle - 5, eave - h * 0.76, 10, 9, INK),
    ]
    if house.style == "bell":
        pane = eave - h * 0.42
        return [
            circle(middle, pane, size * 0.62, wall.trim),
            circle(middle, pane, size * 0.44, light.glass),
            *beam,
        ]
    top = eave - h * 0.52
    return [
        dome(middle - size / 2, top, size, size * 1.5, wall.trim),
        dome(middle - size / 2 + 5, top + 6, size - 10, size * 1.5 - 11, wall.door.base),
        *beam,
    ]


def _front(rng: Random, house: House, light: Light) -> list[Shape]:
    """Lay out windows floor by floor, each floor lower than the one below it, with a door at the foot."""
    height = house.base - house.eave
    columns = 3 if house.w > 212 else 2
    weights = [1.3 - 0.16 * floor for floor in range(max(2, round(height / 132)))]
    unit = (height - 40) / sum(weights)
    slot = (house.w - 24) / columns
    door_column = rng.choice((0, columns - 1))
    boxes: list[Box] = []
    foot = house.base - 20.0
    for floor, weight in enumerate(weights):
        storey = unit * weight
        w, h = slot * 0.66, storey * 0.68
        lefts = [house.x + 12 + slot * column + (slot - w) / 2 for column in range(columns)]
        if floor == 0:
            del lefts[door_column]
        boxes += [(left, foot - storey * 0.14 - h, w, h) for left in lefts]
        foot -= storey
    door_x = house.x + 12 + slot * (door_column + 0.2)
    lamp = light.lit > 0.3
    entrance = door(door_x, house.base, slot * 0.6, unit * 1.2, house.wall.door, house.wall.trim, lamp)
    return [*windows(rng, boxes, light, house.wall.trim), *entrance]


def gable_row(
    rng: Random,
    mood: Mood,
    base: float,
    heights: tuple[float, float],
    widths: tuple[float, float] = (185, 262),
) -> list[Shape]:
    """Return a full-width row of gabled houses on ``base``, the tallest around the middle.

    ``heights`` is the lowest and the highest house, ``widths`` the narrowest and the broadest. One house near
    the middle wears the leading hue.
    """
    houses: list[Layers] = []
    x = rng.uniform(-70, -20)
    index = rng.randint(0, 1)
    walls = {0: rng.sample(DARK_WALLS, len(DARK_WALLS)), 1: rng.sample(LIGHT_WALLS, len(LIGHT_WALLS))}
    style = ""
    led = False
    while x < 1600:
        w = rng.uniform(*widths)
        middle = 1 - abs(x + w / 2 - 800) / 900
        height = heights[0] + (heights[1] - heights[0]) * (0.55 * middle + 0.45 * rng.random())
        style = rng.choice([name for name in GABLES if name != style])
        wall = walls[index % 2][index // 2 % 6]
        if not led and x + w > 760:
            led, wall = True, Wall(mood.hue.base, mood.hue.deep, PAPER, mood.accents[0])
        houses.append(canal_house(rng, (x, base - height, w, height), style, wall, mood.light))
        x, index = x + w, index + 1
    return flat(houses)


def flat(houses: Sequence[Layers]) -> list[Shape]:
    """Return the shapes of a row of houses layer by layer: all walls first, all windows last."""
    return [shape for layer in zip(*houses, strict=True) for part in layer for shape in part]
