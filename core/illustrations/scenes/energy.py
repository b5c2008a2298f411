"""Energy together: a terrace with solar panels, turbines on the polder horizon, a shared car, neighbours."""

from math import pi
from random import Random

from ..mood import Mood
from ..palette import GREEN, INK_SOFT, MOSS, OCHRE, PANTILE, PAPER, SAND, SAND_DEEP, SKY, STONE, TILE, WOOD
from ..parts.figures import child, standing
from ..parts.landmarks import turbine
from ..parts.person import company
from ..parts.sky import rain, sky
from ..parts.terrace import WALLS, Row, front_gardens, terrace
from ..parts.trees import LEAVES, poplar, street_tree
from ..parts.vehicles import car, cargo_bike
from ..shapes import Shape, circle, line, place, poly, rect

_HORIZON = 590.0
_PAVEMENT = 760.0


def build(rng: Random, mood: Mood) -> list[Shape]:
    """Return the shapes of an energy scene."""
    shapes = sky(rng, mood.light, _HORIZON)
    shapes += _polder(rng, mood)
    roof = rng.choice((TILE, TILE, PANTILE))
    count, unit = rng.choice(((3, 336), (3, 336), (2, 450), (4, 262)))
    left = 800 - count * unit / 2 + rng.uniform(-24, 24)
    wall = rng.choice([hue for hue in WALLS if hue is not roof])
    row = Row(left, _PAVEMENT - 24, unit, count, 226, 186, wall, roof)
    shapes += terrace(rng, mood, row, panels=0.85)
    shapes += [rect(0, _PAVEMENT - 24, 1600, 30, MOSS.base)]
    shapes += front_gardens(rng, row, _PAVEMENT)
    shapes += _street(rng, mood)
    shapes += _neighbours(rng, mood)
    return shapes + rain(rng, mood.light)


def _polder(rng: Random, mood: Mood) -> list[Shape]:
    """Flat fields with ditches running to the horizon, turbines and poplars on it."""
    # White turbines would be lost in the pale sky of a morning.
    white = mood.light.far if mood.light.name == "morning" else PAPER
    shapes: list[Shape] = []
    for x, height in (
        (rng.uniform(130, 230), 520),
        (rng.uniform(680, 920), 620),
        (rng.uniform(1360, 1460), 560),
    ):
        shapes += place(turbine(height, rng.uniform(0, 2 * pi / 3), white), x, _HORIZON + 6)
    for x in (30, 72, 1530, 1572):
        shapes += place(poplar(rng.uniform(110, 150), MOSS), x, _HORIZON + 6)
    shapes.append(rect(0, _HORIZON, 1600, 190, MOSS.light))
    for step in range(-3, 4):
        x = 800 + step * 190
        shapes.append(
            poly(
                [
                    (x - 3, _HORIZON),
                    (x + 3, _HORIZON),
                    (800 + step * 420 + 16, 780),
                    (800 + step * 420 - 16, 780),
                ],
                SKY.light,
            )
        )
    return [*shapes, rect(0, _HORIZON, 1600, 10, GREEN.light)]


def _street(rng: Random, mood: Mood) -> list[Shape]:
    shapes: list[Shape] = [
        rect(0, _PAVEMENT, 1600, 60, SAND),
        rect(0, _PAVEMENT + 52, 1600, 12, STONE),
        rect(0, _PAVEMENT + 64, 1600, 200, SAND_DEEP),
        *(rect(x, 940, 90, 8, PAPER, 3) for x in range(40, 1600, 220)),
    ]
    leaf = rng.choice(LEAVES[:-1])
    shapes += place(street_tree(rng, 330, leaf), rng.uniform(170, 230), _PAVEMENT + 30)
    shapes += place(street_tree(rng, 300, leaf), rng.uniform(1370, 1430), _PAVEMENT + 30)
    return shapes


def _neighbours(rng: Random, mood: Mood) -> list[Shape]:
    people = company(rng, mood, 6)
    ladder_x = rng.uniform(700, 900)
    shapes = _ladder(ladder_x)
    shapes += place(standing(people[0], "hold", "up"), ladder_x + 6, _PAVEMENT - 170, 0.98)
    shapes += place(standing(people[1], "out", "down", 4), ladder_x + 90, _PAVEMENT + 44, 0.98, flip=True)
    car_x = rng.choice((510, 1090))
    bike_x = 1600 - car_x
    shapes += _charger(car_x + 190)
    shapes += place(standing(people[2], "wave", "hip", 3), car_x - 30, _PAVEMENT + 46, 0.98)
    shapes += place(car(mood.hue), car_x, 905, 1.1)
    kids = [child(people[3], "up", "hold"), child(people[4], "hold", "up")][: rng.randint(1, 2)]
    return shapes + place(
        cargo_bike(people[5], mood.accents[0], kids), bike_x - 40, 915, 1.12, flip=car_x < 800
    )


def _ladder(x: float) -> list[Shape]:
    top, foot = _PAVEMENT - 340, _PAVEMENT + 30
    rungs = [line([(x - 20, y), (x + 20, y)], WOOD.light, 5) for y in range(int(top) + 20, int(foot), 30)]
    return [
        line([(x - 22, top), (x - 22, foot)], WOOD.deep, 6),
        line([(x + 22, top), (x + 22, foot)], WOOD.deep, 6),
        *rungs,
    ]


def _charger(x: float) -> list[Shape]:
    """A charging post with its cable, for the shared car."""
    foot = _PAVEMENT + 50
    return [
        rect(x - 15, foot - 120, 30, 120, INK_SOFT, 8),
        circle(x, foot - 92, 9, OCHRE.light),
        line([(x - 10, foot - 60), (x - 60, foot + 40, x - 74, foot + 44)], INK_SOFT, 5),
    ]
