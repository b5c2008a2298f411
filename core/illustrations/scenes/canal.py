"""A canal: a row of gabled houses on the quay, their reflections, a boat and passers-by."""

from random import Random

from ..mood import Mood
from ..palette import BRICK, OCHRE, PAPER, SAND, SAND_DEEP, STONE
from ..parts.figures import child, standing, umbrella
from ..parts.houses import gable_row
from ..parts.person import company
from ..parts.sky import rain, sky, spire
from ..parts.street import bollard, lamp_post
from ..parts.trees import LEAVES, round_tree
from ..parts.vehicles import bike, cyclist, duck, houseboat, sloop
from ..shapes import Area, Shape, line, place, poly, rect

_QUAY = 640.0
_WATER = 742.0


def build(rng: Random, mood: Mood) -> list[Shape]:
    """Return the shapes of a canal scene."""
    light = mood.light
    row = gable_row(rng, mood, _QUAY, rng.choice(((330, 440), (360, 500), (400, 530))))
    shapes = sky(rng, light, _QUAY)
    shapes += place(spire(light), rng.uniform(400, 1200), _QUAY)
    shapes += row
    shapes += _quay(rng, mood)
    shapes += _water(rng, mood, row)
    shapes += _afloat(rng, mood)
    return shapes + rain(rng, light)


def _quay(rng: Random, mood: Mood) -> list[Shape]:
    shapes: list[Shape] = [rect(0, _QUAY, 1600, 70, SAND), rect(0, _QUAY, 1600, 14, STONE, opacity=0.5)]
    leaf = rng.choice(LEAVES)
    for x in (rng.uniform(150, 300), rng.uniform(620, 900), rng.uniform(1270, 1440)):
        shapes += place(round_tree(rng, rng.uniform(250, 300), leaf), x, _QUAY + 34)
    shapes += place(lamp_post(190, mood.light), rng.uniform(440, 560), _QUAY + 36)
    shapes += _passers_by(rng, mood)
    for x in range(70, 1600, 180):
        shapes += place(bollard(), x + rng.uniform(-15, 15), _QUAY + 66, 0.75)
    return shapes


def _passers_by(rng: Random, mood: Mood) -> list[Shape]:
    people = company(rng, mood, 4)
    wet = mood.light.name == "rain"
    walker = standing(people[0], "down", "hold" if wet else "wave", 7) + (umbrella(people[0]) if wet else [])
    shapes = place(bike(mood.accents[0], crate=True), rng.uniform(960, 1010), _QUAY + 42, 0.72)
    shapes += place(walker, rng.uniform(590, 640), _QUAY + 56, 0.68)
    shapes += place(child(people[1], "down", "out", 6), rng.uniform(545, 570), _QUAY + 58, 0.7)
    shapes += place(standing(people[2], "hold", "down", 3), rng.uniform(1120, 1180), _QUAY + 52, 0.68)
    return shapes + place(cyclist(people[3], mood.hue), rng.uniform(330, 420), _QUAY + 60, 0.7)


def _water(rng: Random, mood: Mood, row: list[Shape]) -> list[Shape]:
    """The quay wall, the water, and the row of houses mirrored in it, crossed by ripples."""
    tone = mood.light.water
    shapes: list[Shape] = [
        rect(0, _QUAY + 70, 1600, 36, BRICK.deep),
        rect(0, _QUAY + 66, 1600, 12, SAND_DEEP),
        rect(0, _WATER, 1600, 260, tone.base),
    ]
    for shape in row:
        if isinstance(shape, Area) and _is_front(shape):
            tint = tone.light if _brightness(shape.fill) > 150 else tone.deep
            shapes.append(poly(shape.moved(1, -0.6, 0, _WATER + 0.6 * _QUAY).nodes, tint, 0.42))
    shapes.append(rect(0, _WATER, 1600, 16, tone.deep, opacity=0.5))
    for band in range(7):
        for _ in range(5):
            x, w = rng.uniform(-60, 1560), rng.uniform(30, 110) * (0.7 + band * 0.12)
            y = _WATER + 30 + band * 34 + rng.uniform(-8, 8)
            shapes.append(line([(x, y), (x + w, y)], tone.light if band % 2 else tone.base, 5))
    return shapes + _glints(rng, mood)


def _glints(rng: Random, mood: Mood) -> list[Shape]:
    """Lamplight on the water, once the lamps are on."""
    if mood.light.lit < 0.3:
        return []
    spots = [(rng.uniform(60, 1540), _WATER + rng.uniform(24, 120)) for _ in range(16)]
    return [line([(x, y), (x + 34, y)], OCHRE.light, 5) for x, y in spots]


def _brightness(colour: str) -> float:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return 0.3 * red + 0.59 * green + 0.11 * blue


def _is_front(shape: Area) -> bool:
    """Tell the front of a house, the only large area in a row, from its windows and trim."""
    xs = [node[-2] for node in shape.nodes]
    ys = [node[-1] for node in shape.nodes]
    return max(xs) - min(xs) > 150 and max(ys) - min(ys) > 200


def _afloat(rng: Random, mood: Mood) -> list[Shape]:
    crew = company(rng, mood, 2)[: rng.randint(1, 2)]
    flip = rng.random() < 0.5
    shapes: list[Shape] = []
    if rng.random() < 0.5:
        shapes += place(houseboat(mood.accents[1]), rng.choice((250, 1340)), _WATER + 62)
    shapes += place(sloop(mood.hue, crew), rng.uniform(700, 900), _WATER + 156, 1.1, flip)
    for _ in range(rng.randint(2, 4)):
        shapes += place(
            duck(rng.choice((PAPER, SAND_DEEP))),
            rng.uniform(330, 1270),
            _WATER + rng.uniform(196, 226),
            0.8,
            not flip,
        )
    return shapes
