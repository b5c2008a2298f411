"""A playground and sports cage among the flats: football, a slide, a swing, parents on a bench."""

from random import Random

from ..mood import Mood
from ..palette import BRICK, GREEN, MOSS, PAPER, SAND, TEAL, TILE
from ..parts.figures import child, sitting, standing, umbrella, wheelchair
from ..parts.person import company
from ..parts.play import ball, cage, gallery_flat, slide, springer, swing
from ..parts.sky import rain, sky
from ..parts.street import bench
from ..parts.trees import LEAVES, bush, round_tree
from ..shapes import Ellipse, Shape, line, place, poly, rect

_GROUND = 610.0


def build(rng: Random, mood: Mood) -> list[Shape]:
    """Return the shapes of a playground."""
    shapes = sky(rng, mood.light, _GROUND)
    shapes += _flats(rng, mood)
    shapes += _trees(rng)
    shapes += _court(rng, mood)
    shapes += _players(rng, mood)
    return shapes + rain(rng, mood.light)


def _flats(rng: Random, mood: Mood) -> list[Shape]:
    shapes: list[Shape] = []
    floors = rng.sample((3, 4, 5), 3)
    for index, x in enumerate((300, 860, 1370)):
        shapes += place(
            gallery_flat(rng, rng.uniform(380, 460), floors[index], mood.light, mood.hues[index]),
            x + rng.uniform(-30, 30),
            _GROUND,
        )
    return shapes


def _trees(rng: Random) -> list[Shape]:
    shapes: list[Shape] = []
    leaf = rng.choice(LEAVES)
    for x, height in ((40, 380), (570, 270), (1130, 290), (1570, 390)):
        shapes += place(round_tree(rng, height, leaf), x + rng.uniform(-24, 24), _GROUND + 16)
    for x in range(60, 1600, 240):
        shapes += place(
            bush(rng, rng.uniform(150, 220), rng.choice((GREEN, MOSS))),
            x + rng.uniform(-40, 40),
            _GROUND + 10,
        )
    return [*shapes, rect(0, _GROUND, 1600, 400, MOSS.light), rect(0, _GROUND, 1600, 12, GREEN.base)]


def _court(rng: Random, mood: Mood) -> list[Shape]:
    """The cage and the court in front of it, painted in a cheerful colour with white lines."""
    floor = rng.choice((TILE, TEAL, mood.hue))
    shapes = place(cage(700, 210, hoop=True), 800, 700)
    return [
        *shapes,
        poly([(450, 700), (1150, 700), (1330, 1000), (270, 1000)], floor.light),
        line([(462, 712), (1138, 712), (1306, 992)], PAPER, 7),
        line([(462, 712), (294, 992)], PAPER, 7),
        Ellipse(800, 870, 170, 52, PAPER, 1.0, 7),
        poly([(0, 830), (250, 830), (330, 900, 250, 1000), (0, 1000)], SAND),
        poly([(1600, 830), (1400, 830), (1290, 920, 1390, 1000), (1600, 1000)], SAND),
    ]


def _players(rng: Random, mood: Mood) -> list[Shape]:
    people = company(rng, mood, 7)
    wet = mood.light.name == "rain"
    shapes = place(slide(mood.hue, mood.accents[0]), rng.uniform(210, 240), 850, 1.1)
    rider = child(people[0], "up", "up", 4)
    shapes += place(swing(mood.accents[1], rider, rng.choice((-60, 60))), 1400, 850, 1.1)
    shapes += place(bench(240), 1180, 800, 1.0)
    shapes += place(
        [*sitting(people[1], "out"), *(place(umbrella(people[1]), 0, 24) if wet else [])], 1150, 806, 1.05
    )
    shapes += place(standing(people[4], "out", "out", 9), rng.uniform(760, 820), 770, 1.15)
    team = (
        place(child(people[2], "out", "up", 10), 0, 0, 1.5),
        place(child(people[3], "up", "out", 12), 0, 0, 1.5),
        place(child(people[5], "wave", "down", 8), 0, 0, 1.5, flip=True),
        place(wheelchair(people[6], "up"), 0, 0, 1.3),
    )
    spots = rng.sample(((620, 850), (940, 890), (475, 955), (1090, 965)), 4)
    for player, (x, y) in zip(team, spots, strict=True):
        shapes += place(player, x + rng.uniform(-24, 24), y)
    shapes += ball(rng.uniform(720, 830), rng.uniform(900, 925), 28, mood.hue)
    return shapes + place(springer(rng.choice((BRICK, TEAL, mood.hue))), 120, 960, 1.1)
