"""A market on the square: three stalls, shoppers, houses and a church tower behind."""

from random import Random

from ..mood import Mood
from ..palette import BRICK, PAPER, SAND, SAND_DEEP, STONE
from ..parts.arrange import spread
from ..parts.backdrop import backdrop
from ..parts.figures import child, standing, umbrella, wheelchair
from ..parts.landmarks import church
from ..parts.person import company
from ..parts.sky import rain, sky
from ..parts.stalls import GOODS, shopping_bag, stall
from ..parts.street import bunting, dog, paving
from ..shapes import Ellipse, Shape, circle, place, poly, rect

_GROUND = 540.0


def build(rng: Random, mood: Mood) -> list[Shape]:
    """Return the shapes of a market scene."""
    tower = rng.uniform(520, 1080)
    shapes = sky(rng, mood.light, _GROUND)
    shapes += place(church(rng.uniform(470, 500), BRICK, nave=False), tower, _GROUND - 10)
    shapes += backdrop(rng, mood.light, _GROUND, (300, 390), (150, 210))
    shapes += [rect(0, _GROUND, 1600, 470, SAND), rect(0, _GROUND, 1600, 26, SAND_DEEP, opacity=0.6)]
    shapes += paving(rng, _GROUND + 40, 1000, SAND_DEEP)
    shapes += bunting((-20, 120), (800, 190), 46, mood.hues, 13)
    shapes += bunting((800, 190), (1620, 110), 50, mood.hues, 13)
    shapes += _stalls(rng, mood)
    shapes += _shoppers(rng, mood)
    return shapes + rain(rng, mood.light)


def _stalls(rng: Random, mood: Mood) -> list[Shape]:
    sellers = company(rng, mood, 3)
    goods = rng.sample(GOODS, 3)
    awnings = rng.sample(mood.hues, 3)
    places = ((270, 780), (800, 800), (1330, 780))
    shapes: list[Shape] = []
    for index, (x, y) in enumerate(places):
        shapes += place(
            stall(rng, 340, awnings[index], sellers[index], goods[index]), x + rng.uniform(-20, 20), y, 1.24
        )
    return shapes


def _shoppers(rng: Random, mood: Mood) -> list[Shape]:
    """Four groups in front of the stalls, their feet between 905 and 955."""
    people = company(rng, mood, 5)
    cover = umbrella(people[2]) if mood.light.name == "rain" else []
    bags = [place(shopping_bag(hue), 27, -86) for hue in (mood.hue, mood.accents[1])]
    family = [
        *place([*standing(people[0], "out", "down", 4), *bags[0]], -50, 0, 1.34),
        *place(child(people[1], "down", "up", 5), 66, 14, 1.34),
    ]
    alone = place([*standing(people[2], "hip", "hold", 4), *cover], 0, 0, 1.34)
    rolling = place(wheelchair(people[3], "out"), 0, 0, 1.34, rng.random() < 0.5)
    waving = place([*standing(people[4], "wave", "down", 6), *bags[1]], 0, 0, 1.34, rng.random() < 0.5)
    groups = [place(group, 0, rng.uniform(908, 952)) for group in (family, alone, rolling, waving)]
    shapes = spread(rng, groups, (360, 590, 1010, 1230))
    if rng.random() < 0.6:
        shapes += place(dog(), rng.uniform(770, 850), 930, 1.3, rng.random() < 0.5)
    return shapes + _pigeons(rng)


def _pigeons(rng: Random) -> list[Shape]:
    shapes: list[Shape] = []
    for _ in range(rng.randint(2, 4)):
        bird: list[Shape] = [
            Ellipse(0, -9, 16, 9, STONE),
            circle(13, -18, 6, STONE),
            poly([(18, -19), (25, -17), (18, -15)], BRICK.base),
            poly([(-30, -14), (-10, -12), (-12, -4)], PAPER),
        ]
        shapes += place(bird, rng.uniform(640, 1000), rng.uniform(945, 985), 1.0, rng.random() < 0.5)
    return shapes
