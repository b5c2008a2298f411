"""The community centre with its door open: people inside and out, a bench, a parasol, bunting."""

from random import Random

from ..mood import Mood
from ..palette import GREEN, MOSS, SAND, SAND_DEEP, STONE
from ..parts.figures import child, sitting, standing, umbrella, wheelchair
from ..parts.hall import hall
from ..parts.person import company
from ..parts.sky import rain, sky, skyline
from ..parts.stalls import parasol
from ..parts.street import bench, bunting, dog, paving
from ..parts.trees import LEAVES, bush, planter, pot, round_tree
from ..parts.vehicles import bike
from ..shapes import Shape, place, rect

_BASE = 730.0


def build(rng: Random, mood: Mood) -> list[Shape]:
    """Return the shapes of a community centre scene."""
    guests = company(rng, mood, 4)
    shapes = sky(rng, mood.light, _BASE)
    shapes += skyline(rng, mood.light, _BASE, 420)
    leaf = rng.choice(LEAVES)
    for x, height in ((110, 470), (1490, 500)):
        shapes += place(round_tree(rng, height, leaf), x + rng.uniform(-40, 40), _BASE + 10)
    for x in (20, 200, 1400, 1580):
        shapes += place(bush(rng, rng.uniform(150, 210), rng.choice((GREEN, MOSS))), x, _BASE + 8)
    shapes += place(hall(rng, mood, rng.uniform(1000, 1060), 300, guests), 800, _BASE)
    shapes += [rect(0, _BASE, 1600, 270, SAND), rect(0, _BASE, 1600, 10, STONE)]
    shapes += paving(rng, _BASE + 24, 1000, SAND_DEEP)
    shapes += bunting((150, 420), (700, 400), 60, mood.hues, 10)
    shapes += bunting((900, 400), (1450, 420), 60, mood.hues, 10)
    shapes += _forecourt(rng, mood)
    return shapes + rain(rng, mood.light)


def _forecourt(rng: Random, mood: Mood) -> list[Shape]:
    people = company(rng, mood, 7)
    wet = mood.light.name == "rain"
    shapes = place(pot(rng, 84, mood.accents[0]), 640, _BASE + 24)
    shapes += place(pot(rng, 84, mood.accents[0]), 960, _BASE + 24)
    shapes += place(planter(rng, 240, 56, mood.accents[1]), rng.uniform(1120, 1160), _BASE + 30)
    x = rng.uniform(400, 430)
    shapes += place(bench(270, mood.accents[1]), x, _BASE + 70, 1.1)
    shapes += place(sitting(people[0], "out"), x - 70, _BASE + 76, 1.15)
    shapes += place(sitting(people[1], "wave"), x + 80, _BASE + 76, 1.15, flip=True)
    shapes += place(
        [*standing(people[2], "wave", "hold", 3), *(umbrella(people[2]) if wet else [])],
        rng.uniform(770, 800),
        _BASE + 30,
        1.1,
    )
    shapes += place(wheelchair(people[3], "wave"), rng.uniform(590, 630), _BASE + 190, 1.3)
    shapes += place(standing(people[4], "out", "down", 4), rng.uniform(920, 940), _BASE + 180, 1.3)
    shapes += place(child(people[5], "up", "down", 6), rng.uniform(1010, 1030), _BASE + 196, 1.3)
    if not wet:
        shapes += place(parasol(mood.hue, 300), 1230, _BASE + 170, 1.0)
        shapes += place(sitting(people[6], "out"), 1300, _BASE + 176, 1.15, flip=True)
    if rng.random() < 0.5:
        shapes += place(dog(), rng.uniform(740, 800), _BASE + 214, 1.2, flip=True)
    return shapes + place(bike(mood.accents[0], crate=True), rng.uniform(180, 220), _BASE + 110, 1.2)
