"""A bust of one person on a tinted ground, for a face beside a name. Safe in a square and in a circle."""

from dataclasses import replace
from random import Random

from ..mood import Mood
from ..palette import BRICK, INK, OCHRE, PAPER, ROSE, Hue
from ..parts.gables import GABLES
from ..parts.heads import FACE_W, glasses, hair_behind, hair_in_front, is_dark, skull
from ..parts.person import Person, someone
from ..shapes import Shape, circle, line, place, poly, rect

#: The middle of the face, and how much larger it is than on a figure in a street.
_X, _Y, _SCALE = 500.0, 430.0, 10.5


def build(rng: Random, mood: Mood) -> list[Shape]:
    """Return the shapes of a portrait."""
    person = someone(rng, mood)
    if person.top is mood.hue:
        person = replace(person, top=mood.accents[0])
    ears = (
        []
        if person.style == "scarf"
        else [circle(side * (FACE_W + 0.6), 1, 4.6, person.skin) for side in (-1, 1)]
    )
    face = [*ears, *skull(person), *_features(rng, person), *hair_in_front(person), *_earrings(rng, person)]
    return [
        *_ground(rng, mood.hue),
        *place(hair_behind(person), _X, _Y, _SCALE),
        *_shoulders(rng, person),
        *place(face, _X, _Y, _SCALE),
    ]


def _ground(rng: Random, hue: Hue) -> list[Shape]:
    """A tinted ground with one large quiet form behind the head."""
    form = rng.choice(("disc", "bell", "stepped", "spout"))
    shapes: list[Shape] = [rect(0, 0, 1000, 1000, hue.tint)]
    if form == "disc":
        return [*shapes, circle(500, 470, 400, hue.light)]
    outline = GABLES[form](120, 760, 560, 470)
    return [*shapes, poly([(120, 1010), *outline, (880, 1010)], hue.light)]


def _shoulders(rng: Random, person: Person) -> list[Shape]:
    """Shoulders, what is worn on them, and the neck."""
    body = [(110, 1010), (120, 790, 345, 738), (655, 738), (880, 790, 890, 1010)]
    shapes: list[Shape] = [poly(body, person.top.base), *_cloth(rng, person)]
    if person.style == "scarf":
        return shapes
    neck = [
        (428, 540),
        (572, 540),
        (572, 690),
        (590, 726, 650, 738),
        (560, 806, 500, 806),
        (440, 806, 350, 738),
        (410, 726, 428, 690),
    ]
    shade = [(428, 590), (500, 690, 572, 590), (572, 650), (500, 740, 428, 650)]
    return [*shapes, poly(neck, person.skin), poly(shade, INK, 0.14), *_collar(rng, person)]


def _cloth(rng: Random, person: Person) -> list[Shape]:
    """A striped jumper, a jacket over a light shirt, or plain cloth."""
    top = person.top
    cut = rng.choice(("stripes", "jacket", "plain"))
    if cut == "stripes":
        return [
            line([(start, y), (500, y + 30, 1000 - start, y)], top.light, 22)
            for start, y in ((190, 856), (160, 914), (146, 972))
        ]
    if cut == "jacket":
        shirt = poly([(350, 736), (650, 736), (580, 1010), (420, 1010)], PAPER)
        lapels = [
            [(345, 738), (350, 734), (470, 1010), (330, 1010), (280, 780)],
            [(655, 738), (650, 734), (530, 1010), (670, 1010), (720, 780)],
        ]
        return [shirt, *(poly(lapel, top.deep) for lapel in lapels)]
    return []


def _collar(rng: Random, person: Person) -> list[Shape]:
    top = person.top
    if rng.random() < 0.4:
        left = [(424, 690), (500, 812), (420, 872), (340, 740)]
        right = [(1000 - x, y) for x, y in left]
        return [poly(left, top.light), poly(right, top.light)]
    return [line([(356, 742), (440, 818, 500, 818), (560, 818, 644, 742)], top.deep, 26)]


def _features(rng: Random, person: Person) -> list[Shape]:
    """Eyes, brows, nose, cheeks and a smile, in the units of a head."""
    brow = person.hair if person.style not in ("scarf", "cap") else INK
    shapes: list[Shape] = [circle(side * 9.5, 5.5, 2.9, ROSE.base, 0.28) for side in (-1, 1)]
    shapes += [circle(side * 5.6, 0, 1.5, INK) for side in (-1, 1)]
    shapes += [circle(side * 5.6 + 0.5, -0.5, 0.5, PAPER) for side in (-1, 1)]
    if person.extra == "glasses":
        frame = glasses(person)
        shapes += [*frame, line([(-1.2, -0.6), (0, -1.4, 1.2, -0.6)], frame[0].fill, 1)]
    else:
        shapes += [line([(side * 3.6, -4), (side * 5.6, -5.2, side * 7.8, -4)], brow, 1) for side in (-1, 1)]
    shapes.append(line([(0.6, 0.8), (2, 4, -0.4, 4)], INK, 0.9, 0.4))
    # A closed mouth hardly shows on the darkest skins; a laugh does.
    if is_dark(person) or rng.random() < 0.5:
        return [
            *shapes,
            poly([(-5, 7.4), (5, 7.4), (4.6, 13, 0, 13), (-4.6, 13, -5, 7.4)], BRICK.deep),
            poly([(-4.4, 7.4), (4.4, 7.4), (3.6, 9.4), (-3.6, 9.4)], PAPER),
        ]
    return [*shapes, line([(-4.6, 8), (0, 12, 4.6, 8)], BRICK.deep, 1.3)]


def _earrings(rng: Random, person: Person) -> list[Shape]:
    if person.style not in ("bun", "tail", "afro") or rng.random() < 0.4:
        return []
    return [circle(side * 17.6, 7, 1.6, OCHRE.base) for side in (-1, 1)]
