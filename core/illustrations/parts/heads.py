"""Heads: hair behind, face, hair in front. Drawn around the middle of the face, at face radius 17."""

from collections.abc import Callable

from ..palette import INK, OCHRE, PAPER, SKINS
from ..shapes import Ellipse, Shape, circle, line, poly, rect
from .person import Person

#: Half the width and half the height of a face.
FACE_W, FACE_H = 16.0, 18.0
#: The width of the lines of a face: all alike, so that they share one path.
_PEN = 2.6


def hair_behind(person: Person) -> list[Shape]:
    """Return what of the hair hangs behind head and shoulders; it is drawn before the body."""
    back = _BACK.get(person.style)
    return back(person) if back else []


def head(person: Person) -> list[Shape]:
    """Return the head of ``person`` around the origin, looking at us; ``place`` scales it."""
    return [*skull(person), *_face(person), *hair_in_front(person)]


def skull(person: Person) -> list[Shape]:
    """Return ears, face and beard, without eyes or mouth."""
    shapes: list[Shape] = []
    if person.style != "scarf":
        # One wide flat ellipse behind the face leaves an ear on either side.
        shapes.append(Ellipse(0, 1, FACE_W + 4.5, 5, person.skin))
    shapes.append(Ellipse(0, 0, FACE_W, FACE_H, person.skin))
    return [*shapes, *_beard(person.hair)] if person.extra == "beard" else shapes


def hair_in_front(person: Person) -> list[Shape]:
    """Return the hair, cloth or cap that lies over the face."""
    return _FRONT[person.style](person)


def _face(person: Person) -> list[Shape]:
    shapes: list[Shape] = [line([(x, -1), (x, 1)], INK, _PEN) for x in (-5.5, 5.5)]
    if person.extra == "glasses":
        shapes += glasses(person)
    pale_lips = is_dark(person) or person.extra == "beard"
    return [*shapes, line([(-5, 7.5), (0, 12, 5, 7.5)], PAPER if pale_lips else INK, _PEN)]


def is_dark(person: Person) -> bool:
    """Return whether ink would hardly show on the skin of ``person``."""
    return SKINS.index(person.skin) >= 4


def glasses(person: Person) -> list[Shape]:
    """Return a pair of round glasses, gilt on a dark skin, where ink would not show."""
    frame = OCHRE.base if is_dark(person) else INK
    return [Ellipse(side * 6.5, 0, 5.5, 5.5, frame, 1.0, 1.5) for side in (-1, 1)]


def _beard(hair: str) -> list[Shape]:
    return [poly([(-16, 2), (-10, 5), (0, 2, 10, 5), (16, 2), (17, 20, 0, 22), (-17, 20, -16, 2)], hair)]


def _cap_of_hair(hair: str, drop: float = -4) -> Shape:
    """Hair over the crown, down to ``drop`` at the temples."""
    return poly(
        [
            (-17.5, drop),
            (-20, -22, 0, -22),
            (20, -22, 17.5, drop),
            (14, -9, 6, -10),
            (-6, -8, -11, -11),
            (-15, -9, -17.5, drop),
        ],
        hair,
    )


def _short(person: Person) -> list[Shape]:
    return [_cap_of_hair(person.hair, -2)]


def _side(person: Person) -> list[Shape]:
    sweep = [
        (-18, -2),
        (-19, -24, 2, -23),
        (20, -22, 18, -3),
        (15, -13, 4, -14),
        (-8, -8, -14, -10),
        (-16, -6, -18, -2),
    ]
    return [poly(sweep, person.hair), circle(-10, -17, 6, person.hair)]


def _fringe(person: Person) -> list[Shape]:
    return [
        poly(
            [
                (-18, 3),
                (-20, -22, 0, -22),
                (20, -22, 18, 3),
                (15, -7, 9, -9),
                (0, -6, -9, -9),
                (-15, -7, -18, 3),
            ],
            person.hair,
        )
    ]


def _parting(person: Person) -> list[Shape]:
    left = [(-18, 6), (-21, -22, 0, -22), (1, -10, -12, -6), (-16, -2, -18, 6)]
    right = [(18, 6), (21, -22, 0, -22), (0, -12, 12, -6), (16, -2, 18, 6)]
    return [poly(left, person.hair), poly(right, person.hair)]


def _bob_back(person: Person) -> list[Shape]:
    return [
        poly(
            [
                (-21, 16),
                (-26, -25, 0, -24),
                (26, -25, 21, 16),
                (12, 20, 10, 14),
                (-10, 14),
                (-12, 20, -21, 16),
            ],
            person.hair,
        )
    ]


def _long_back(person: Person) -> list[Shape]:
    return [poly([(-23, 36), (-27, -25, 0, -24), (27, -25, 23, 36), (0, 44, -23, 36)], person.hair)]


def _bun_back(person: Person) -> list[Shape]:
    return [circle(0, -25, 9.5, person.hair)]


def _afro_back(person: Person) -> list[Shape]:
    return [circle(0, -9, 25, person.hair), circle(-17, 0, 12, person.hair), circle(17, 0, 12, person.hair)]


def _tail_back(person: Person) -> list[Shape]:
    return [poly([(6, -16), (38, -22, 30, 16), (24, 22, 22, 10), (22, -6, 6, -6)], person.hair)]


def _curls(person: Person) -> list[Shape]:
    spots = ((-17, -4), (-15, -13), (-7, -19), (3, -20), (12, -16), (17, -6))
    return [circle(x, y, 7.5, person.hair) for x, y in spots]


def _curls_back(person: Person) -> list[Shape]:
    return [circle(0, -8, 20, person.hair), circle(-18, 6, 7, person.hair), circle(18, 6, 7, person.hair)]


def _bald(person: Person) -> list[Shape]:
    return [
        poly([(-18, 3), (-20, -8, -14, -11), (-15, -4, -15, 3)], person.hair),
        poly([(18, 3), (20, -8, 14, -11), (15, -4, 15, 3)], person.hair),
    ]


def _scarf_back(person: Person) -> list[Shape]:
    return [
        poly(
            [
                (-20, 2),
                (-22, -25, 0, -24),
                (22, -25, 20, 2),
                (30, 34, 22, 36),
                (0, 42, -22, 36),
                (-30, 34, -20, 2),
            ],
            person.top.base,
        )
    ]


def _scarf(person: Person) -> list[Shape]:
    """The edge of the cloth round the face, and its fold under the chin."""
    cloth = person.top
    return [
        poly(
            [(-17, 4), (-22, -23, 0, -23), (22, -23, 17, 4), (15, -14, 0, -14), (-15, -14, -17, 4)],
            cloth.base,
        ),
        poly([(-17, 3), (-14, 18, 0, 18), (14, 18, 17, 3), (22, 26, 0, 27), (-22, 26, -17, 3)], cloth.base),
        line([(-13, 25), (0, 31, 14, 24)], cloth.deep, 2),
    ]


def _cap(person: Person) -> list[Shape]:
    return [
        poly([(-18, -6), (-20, -25, 0, -25), (20, -25, 18, -6)], person.top.deep),
        rect(-19, -9, 38, 5, person.top.deep, 2.5),
        circle(0, -25, 3.5, person.top.light),
    ]


_BACK: dict[str, Callable[[Person], list[Shape]]] = {
    "bob": _bob_back,
    "long": _long_back,
    "bun": _bun_back,
    "afro": _afro_back,
    "curls": _curls_back,
    "scarf": _scarf_back,
    "tail": _tail_back,
}
_FRONT: dict[str, Callable[[Person], list[Shape]]] = {
    "short": _short,
    "bob": _fringe,
    "long": _parting,
    "bun": _parting,
    "afro": _short,
    "bald": _bald,
    "curls": _curls,
    "scarf": _scarf,
    "cap": _cap,
    "tail": _short,
    "side": _side,
}
