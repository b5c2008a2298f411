"""A woonerf: a terrace seen from across the street, a bench by the door, children chalking, a bakfiets."""

from random import Random

from ..mood import Mood
from ..palette import HAIRS, PANTILE, PAPER, SAND, STONE, TILE, Hue
from ..parts.figures import child, sitting, standing, umbrella
from ..parts.person import Person, company
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
    leaf = rng.choice([hue for hue in LEAVES if hue is not wall])
    shapes += _neighbours(rng, mood, leaf)
    return shapes + rain(rng, mood.light)


def _neighbours(rng: Random, mood: Mood, leaf: Hue) -> list[Shape]:
    """Three groups along the houses, and in the road a bakfiets and children at play."""
    people = company(rng, mood, 8)
    shapes = place(street_tree(rng, 430, leaf), rng.uniform(90, 170), _BASE + 110)
    shapes += place(street_tree(rng, 400, leaf), rng.uniform(1430, 1510), _BASE + 104)
    left, middle, right = rng.sample((0, 1, 2), 3)
    slots = (480.0, 815.0, 1130.0)
    shapes += place(_bench(rng, mood, people), slots[left], 0)
    shapes += place(planter(rng, 220, 52, mood.hue), slots[middle], _BASE + 84)
    shapes += place(_chat(people, mood.light.name == "rain"), slots[right], 0)
    shapes += place(bike(mood.hue, crate=True), rng.uniform(1310, 1350), _BASE + 92, 1.1)
    # The bakfiets rides where only the planter is behind it.
    ride = cargo_bike(people[4], mood.accents[1], [child(people[5], "hold", "up")])
    shapes += _play(people[6:], slots[right] - 50)
    return shapes + place(ride, slots[middle] - 30, 960, 1.3, rng.random() < 0.5)


def _bench(rng: Random, mood: Mood, people: list[Person]) -> list[Shape]:
    return [
        *place(bench(260, mood.accents[0]), 0, _BASE + 96, 1.1),
        *place(sitting(people[0], "out"), -60, _BASE + 102, 1.15),
        *place(sitting(people[1], "wave"), 70, _BASE + 102, 1.15, flip=True),
        *place(pot(rng, 74), -176, _BASE + 90),
        *place(cat(rng.choice(HAIRS[:4])), 172, _BASE + 92, 1.1),
    ]


def _chat(people: list[Person], wet: bool) -> list[Shape]:
    cover = umbrella(people[2]) if wet else []
    return [
        *place([*standing(people[2], "hip", "hold" if wet else "out", 4), *cover], -66, _BASE + 112, 1.2),
        *place(standing(people[3], "down", "hold", 4), 66, _BASE + 116, 1.2, flip=True),
    ]


def _play(people: list[Person], x: float) -> list[Shape]:
    """Two children at a hopscotch grid."""
    return [
        *_hopscotch(x, 960),
        *place(child(people[0], "up", "out", 8), x - 50, 950, 1.4),
        *place(child(people[1], "wave", "down", 4), x + 200, 974, 1.4),
    ]


def _hopscotch(x: float, y: float) -> list[Shape]:
    """Chalk squares on the paving, leaning as they recede."""
    lines = [
        [(x - 60, y - 34), (x + 220, y - 34)],
        [(x - 84, y + 22), (x + 196, y + 22)],
        [(x - 72, y - 6), (x + 20, y - 6)],
    ]
    lines += [[(x - 60 + step * 70, y - 34), (x - 84 + step * 70, y + 22)] for step in range(5)]
    return [line(points, PAPER, 6, 0.85) for points in lines]
