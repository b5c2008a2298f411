"""A long table in the street: neighbours eating together under strings of lights."""

from random import Random

from ..mood import Mood
from ..palette import INK, SAND, STONE, WOOD
from ..parts.figures import child, from_behind, seated, standing
from ..parts.houses import gable_row
from ..parts.person import company
from ..parts.sky import rain, sky
from ..parts.street import bunting, lamp_post, paving, string_lights
from ..parts.table import cake, laid, lantern
from ..parts.trees import LEAVES, pot, round_tree
from ..shapes import Ellipse, Shape, line, place, poly, rect

_GROUND = 640.0
_TOP = 752.0


def build(rng: Random, mood: Mood) -> list[Shape]:
    """Return the shapes of a street dinner."""
    shapes = sky(rng, mood.light, _GROUND)
    shapes += gable_row(rng, mood, _GROUND, (430, 540), (240, 320))
    shapes += [rect(0, _GROUND, 1600, 370, SAND), rect(0, _GROUND, 1600, 12, STONE, opacity=0.6)]
    shapes += paving(rng, _GROUND + 20, 1000)
    shapes += _edges(rng, mood)
    shapes += _lights(rng, mood)
    shapes += _table(rng, mood)
    return shapes + rain(rng, mood.light)


def _edges(rng: Random, mood: Mood) -> list[Shape]:
    leaf = rng.choice(LEAVES)
    shapes = place(round_tree(rng, 440, leaf), rng.uniform(20, 90), _GROUND + 60)
    shapes += place(round_tree(rng, 420, leaf), rng.uniform(1510, 1580), _GROUND + 60)
    shapes += place(lamp_post(250, mood.light), 205, _GROUND + 50)
    shapes += place(pot(rng, 90, mood.accents[0]), 1400, _GROUND + 66)
    return shapes


def _lights(rng: Random, mood: Mood) -> list[Shape]:
    if rng.random() < 0.45:
        shapes = bunting((40, 330), (1560, 330), 120, mood.hues, 19)
        spots = [(400, 405), (800, 440), (1200, 405)]
        return shapes + [
            part for index, (x, y) in enumerate(spots) for part in place(lantern(mood.hues[index]), x, y)
        ]
    return [*string_lights((30, 320), (800, 350), 90, 9), *string_lights((800, 350), (1570, 320), 90, 9)]


def _table(rng: Random, mood: Mood) -> list[Shape]:
    """Guests behind, the table, then two or three guests with their backs to us."""
    people = company(rng, mood, 9)
    poses = [("hold", "hold"), ("hold", "out"), ("wave", "hold"), ("out", "hold"), ("hold", "up")]
    rng.shuffle(poses)
    shapes: list[Shape] = []
    for index in range(5):
        x = 320 + index * 240 + rng.uniform(-12, 12)
        shapes += place(seated(people[index], *poses[index]), x, _TOP + 96, 1.4)
    shapes += place(
        [*standing(people[5], "out", "down", 4), *place(cake(rng), -66, -108, 0.8)], 1510, _TOP + 170, 1.4
    )
    shapes += place(child(people[6], "out", "wave", 6), 110, _TOP + 180, 1.6)
    shapes += _cloth(mood)
    shapes += laid(rng, 320, _TOP, 240, 5)
    for x, person in ((rng.uniform(420, 470), people[7]), (rng.uniform(1130, 1180), people[8])):
        shapes += place(from_behind(person), x, 1020, 1.5)
    return shapes


def _cloth(mood: Mood) -> list[Shape]:
    """A cloth over a long board, its hem in waves."""
    hem: list[tuple[float, ...]] = [(1440, _TOP + 104)]
    for step in range(9):
        x = 1440 - step * 142
        hem.append((x - 71, _TOP + 138, x - 142, _TOP + 104))
    stripe = [line([(196, y), (1404, y)], mood.hue.light, 7) for y in (_TOP + 58, _TOP + 76)]
    return [
        *(rect(x, _TOP + 80, 18, 150, WOOD.deep) for x in (230, 790, 1352)),
        Ellipse(800, _TOP + 226, 640, 16, INK, 0.14),
        poly([(160, _TOP + 24), (1440, _TOP + 24), *hem], mood.hue.base),
        *stripe,
        poly([(200, _TOP - 34), (1400, _TOP - 34), (1440, _TOP + 26), (160, _TOP + 26)], mood.hue.tint),
        poly([(196, _TOP - 12), (1404, _TOP - 12), (1416, _TOP + 6), (184, _TOP + 6)], mood.hue.light),
    ]
