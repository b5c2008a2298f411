"""A woonerf: a terrace seen from across the street, a bench by the door, children chalking, a bakfiets."""

from random import Random

from ..mood import Mood
from ..palette import HAIRS, PANTILE, PAPER, SAND, STONE, TILE
from ..parts.figures import child, sitting, standing, umbrella
from ..parts.person import company
from ..parts.sky import rain, sky, skyline
from ..parts.street import bench, bunting, cat, paving
from ..parts.terrace import WALLS, Row, front_gardens, terrace
from ..parts.trees import LEAVES, planter, pot, street_tree
from ..parts.vehicles import bike, cargo_bike
from ..shapes import Shape, line, place, rect

_BASE = 690.0


def build(rng: Random, mood: Mood) -> list[Shape]:
    """Return the shapes of a street where people live outside."""
    shapes = sky(rng, mood.light, _BASE)
    shapes += skyline(rng, mood.light, 420, 200)
    wall, roof = rng.choice(WALLS), rng.choice((TILE, PANTILE))
    row = Row(rng.uniform(-160, -40), _BASE, 440, 4, 300, 180, wall, TILE if roof is wall else roof)
    shapes += terrace(rng, mood, row, panels=0.25)
    shapes += [rect(0, _BASE, 1600, 310, SAND), rect(0, _BASE + 42, 1600, 12, STONE)]
    shapes += paving(rng, _BASE + 54, 1000)
    shapes += front_gardens(rng, row, _BASE + 22)
    shapes += bunting((rng.uniform(60, 200), 400), (rng.uniform(1400, 1540), 400), 70, mood.hues, 17)
    shapes += _neighbours(rng, mood)
    return shapes + rain(rng, mood.light)


def _neighbours(rng: Random, mood: Mood) -> list[Shape]:
    people = company(rng, mood, 8)
    wet = mood.light.name == "rain"
    leaf = rng.choice(LEAVES)
    shapes = place(street_tree(rng, 430, leaf), rng.uniform(110, 200), _BASE + 110)
    shapes += place(street_tree(rng, 400, leaf), rng.uniform(1420, 1500), _BASE + 104)
    x = rng.uniform(440, 520)
    shapes += place(bench(260, mood.accents[0]), x, _BASE + 96, 1.1)
    shapes += place(sitting(people[0], "out"), x - 60, _BASE + 102, 1.15)
    shapes += place(sitting(people[1], "wave"), x + 70, _BASE + 102, 1.15, flip=True)
    shapes += place(pot(rng, 74), x - 190, _BASE + 90)
    shapes += place(planter(rng, 220, 52, mood.hue), rng.uniform(800, 840), _BASE + 84)
    shapes += place(cat(rng.choice(HAIRS[:4])), x + 176, _BASE + 92, 1.1)
    shapes += place(bike(mood.hue, crate=True), rng.uniform(1330, 1370), _BASE + 92, 1.1)
    shapes += place(
        [*standing(people[2], "hip", "hold" if wet else "out", 4), *(umbrella(people[2]) if wet else [])],
        rng.uniform(1050, 1080),
        _BASE + 120,
        1.2,
    )
    shapes += place(standing(people[3], "down", "hold", 4), 1200, _BASE + 124, 1.2, flip=True)
    return shapes + _play(rng, mood, people[4:])


def _play(rng: Random, mood: Mood, people: list) -> list[Shape]:
    """Children at a hopscotch grid, and one family riding by."""
    x = rng.uniform(390, 470)
    shapes = _hopscotch(x, 955)
    shapes += place(child(people[0], "up", "out", 8), x - 40, 930, 1.4)
    shapes += place(child(people[1], "wave", "down", 4), x + 190, 966, 1.4)
    kids = [child(people[3], "hold", "up")]
    return shapes + place(cargo_bike(people[2], mood.accents[1], kids), rng.uniform(760, 820), 960, 1.3)


def _hopscotch(x: float, y: float) -> list[Shape]:
    """Chalk squares on the paving, leaning as they recede."""
    lines = [
        [(x - 60, y - 34), (x + 220, y - 34)],
        [(x - 84, y + 22), (x + 196, y + 22)],
        [(x - 72, y - 6), (x + 20, y - 6)],
    ]
    lines += [[(x - 60 + step * 70, y - 34), (x - 84 + step * 70, y + 22)] for step in range(5)]
    return [line(points, PAPER, 6, 0.85) for points in lines]
