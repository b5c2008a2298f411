"""Residents round a table with a model of their street: a plan on the wall, notes, coffee."""

from random import Random

from ..mood import Mood
from ..palette import HUES
from ..parts.arrange import hang
from ..parts.figures import child, from_behind, seated, standing, wheelchair
from ..parts.interior import (
    coffee,
    counter,
    house_plant,
    model,
    notes,
    pendant,
    plan_board,
    room,
    window_view,
)
from ..parts.person import company
from ..parts.street import bunting
from ..shapes import Shape, place

_FLOOR = 790.0
_TABLE = 650.0


def build(rng: Random, mood: Mood) -> list[Shape]:
    """Return the shapes of a residents' meeting."""
    shapes = room(mood, _FLOOR)
    shapes += _wall(rng, mood)
    shapes += _round_the_table(rng, mood)
    return shapes + _front(rng, mood)


def _wall(rng: Random, mood: Mood) -> list[Shape]:
    pieces = [
        (480, plan_board(rng, mood, 480, 310)),
        (340, window_view(rng, mood.light, 340, 290)),
        (300, notes(rng, 5, 5, (*mood.hues, HUES["rose"]))),
    ]
    shapes = hang(rng, pieces, 130, 1470, 124)
    if rng.random() < 0.5:
        shapes += bunting((-20, 20), (1620, 20), 56, mood.hues, 19)
    for index, x in enumerate((480, 1120)):
        shapes += place(pendant(rng.uniform(70, 100), mood.accents[index]), x, 0)
    return shapes


def _round_the_table(rng: Random, mood: Mood) -> list[Shape]:
    people = company(rng, mood, 6)
    poses = [("hold", "out"), ("out", "hold"), ("hold", "hold"), ("hold", "up"), ("hip", "out")]
    rng.shuffle(poses)
    shapes = place(standing(people[0], "out", "hold", 4), 1410, 880, 1.72)
    for index in range(4):
        x = 370 + index * 270 + rng.uniform(-18, 18)
        shapes += place(seated(people[index + 1], *poses[index]), x, _TABLE + 146, 1.72)
    shapes += place(counter(1080, 250, mood.accents[0]), 780, _TABLE)
    shapes += place(model(rng, mood.hues), 800, _TABLE - 4, 1.15)
    shapes += place(coffee(mood.accents[0]), 330, _TABLE - 4)
    return shapes + place(child(people[5], "up", "hold", 4), 205, 900, 1.8)


def _front(rng: Random, mood: Mood) -> list[Shape]:
    people = company(rng, mood, 3)
    shapes = place(from_behind(people[0]), rng.uniform(540, 580), 1030, 1.7)
    shapes += place(from_behind(people[1]), rng.uniform(880, 920), 1030, 1.7)
    shapes += place(wheelchair(people[2], "out"), 1240, 985, 1.5, flip=True)
    return shapes + place(house_plant(360, mood.accents[1]), 70, 960)
