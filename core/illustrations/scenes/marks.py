"""The site's own marks: the house of the favicon, the app icon and the default picture for sharing."""

from random import Random

from ..mood import DAY, Mood, chance
from ..palette import BRICK, GREEN, HUES, MOSS, OCHRE, PAPER, SAND, SAND_DEEP, SKY, STONE, TEAL
from ..parts.facade import Wall
from ..parts.figures import child, standing, wheelchair
from ..parts.houses import canal_house, flat, gable_row
from ..parts.person import company
from ..parts.sky import sky
from ..parts.street import lamp_post, paving
from ..parts.trees import round_tree
from ..parts.vehicles import bike, cargo_bike, cyclist
from ..shapes import Scene, Shape, circle, place, poly, rect


def house_mark(front: str, glass: str, door: str) -> list[Shape]:
    """Return a stepped gable house, 40 wide and 56 high, inside a field of 64 by 64.

    All its edges lie on a grid of 4, so that it stays sharp at 16 pixels.
    """
    left = [(12, 60), (12, 32), (16, 32), (16, 24), (20, 24), (20, 16), (24, 16), (24, 8), (28, 8), (28, 4)]
    return [
        poly([*left, *((64 - x, y) for x, y in reversed(left))], front),
        rect(28, 16, 8, 8, glass),
        *(rect(x, 32, 8, 12, glass) for x in (20, 36)),
        rect(28, 48, 8, 12, door),
    ]


def favicon() -> Scene:
    """Return the favicon, 64 by 64, on no ground at all."""
    return Scene("favicon", tuple(house_mark(BRICK.base, PAPER, OCHRE.light)), 64, 64)


def app_icon() -> Scene:
    """Return the icon for a home screen, 512 by 512, its ground filled to the edges."""
    wall = Wall(BRICK.base, BRICK.deep, PAPER, OCHRE)
    house = canal_house(chance("icon"), (131, 54, 250, 390), "stepped", wall, DAY)
    shapes = [
        rect(0, 0, 512, 512, SKY.light),
        circle(256, 250, 212, SKY.tint),
        *flat([house]),
        rect(0, 444, 512, 68, GREEN.base),
        rect(0, 444, 512, 10, SAND),
    ]
    return Scene("app-icon", tuple(shapes), 512, 512)


def social() -> Scene:
    """Return the default picture for sharing, 1600 by 840: a street of houses under a wide sky."""
    rng = chance("social")
    mood = Mood(DAY, HUES["brick"], (TEAL, OCHRE))
    shapes = sky(rng, mood.light, 690)
    shapes += gable_row(rng, mood, 690, (300, 400), (158, 210))
    shapes += [rect(0, 690, 1600, 150, SAND), rect(0, 690, 1600, 12, STONE)]
    shapes += paving(rng, 706, 840, SAND_DEEP)
    for x, leaf in ((180, GREEN), (560, MOSS), (1090, GREEN), (1470, MOSS)):
        shapes += place(round_tree(rng, 260, leaf), x, 730)
    shapes += place(lamp_post(190, mood.light), 760, 730)
    return Scene("social", tuple(shapes + _neighbours(rng, mood)), 1600, 840)


def _neighbours(rng: Random, mood: Mood) -> list[Shape]:
    people = company(rng, mood, 7)
    return [
        *place(bike(TEAL, crate=True), 330, 752, 0.9),
        *place(standing(people[0], "down", "wave", 5), 660, 770, 0.95),
        *place(child(people[1], "up", "down", 5), 720, 776, 0.95),
        *place(wheelchair(people[2], "wave"), 930, 778, 0.95),
        *place(standing(people[3], "out", "down", 4), 1046, 772, 0.95, flip=True),
        *place(cyclist(people[4], mood.hue), 1260, 786, 0.95),
        *place(cargo_bike(people[5], OCHRE, [child(people[6], "up", "hold")]), 440, 800, 0.95),
    ]
