"""Bikes, boats and other things on wheels or water. Each stands with its foot on the origin, facing right."""

from ..palette import CREAM, INK, INK_SOFT, OCHRE, PAPER, SKY, STONE, WOOD, Hue
from ..shapes import Ellipse, Shape, circle, line, pill, place, poly, rect, ring
from .figures import HEAD_Y, arm
from .heads import hair_behind, head
from .person import Person, seatable


def bike(colour: Hue, crate: bool = False) -> list[Shape]:
    """Return a parked omafiets, 150 long and 96 high, with a crate in front when ``crate``."""
    shapes: list[Shape] = [
        *_wheel(-50, 31),
        *_wheel(50, 31),
        line([(-50, -31), (-8, -28), (-26, -78)], colour.base, 5),
        line([(-8, -28), (22, -34, 37, -74)], colour.base, 5),
        line([(-50, -31), (-24, -70)], colour.base, 4),
        line([(50, -31), (36, -88)], colour.base, 5),
        line([(36, -88), (34, -97, 18, -92)], INK, 5),
        line([(-38, -82), (-16, -80)], INK, 9),
        line([(-68, -66), (-34, -66)], INK_SOFT, 4),
        circle(-8, -28, 7, INK_SOFT),
    ]
    if crate:
        shapes += [rect(40, -92, 38, 26, WOOD.base, 3), line([(44, -79), (74, -79)], WOOD.deep, 3)]
    return shapes


def _wheel(x: float, r: float) -> list[Shape]:
    return [ring(x, -r, r - 3, INK, 5), circle(x, -r, 4, INK_SOFT)]


def cyclist(person: Person, colour: Hue) -> list[Shape]:
    """Return ``person`` riding a bike to the right; the head is about 205 above the ground."""
    upper = place([*_body_leaning(person), *place(head(person), 6, HEAD_Y)], -22, -10)
    return [
        Ellipse(0, 0, 86, 7, INK, 0.16),
        *place(hair_behind(person), -16, HEAD_Y - 10),
        line([(-20, -92), (14, -68), (2, -22)], INK_SOFT, 17),
        *bike(colour),
        line([(-22, -94), (18, -86), (-4, -30)], person.legs, 18),
        pill(-12, -32, 28, 11, INK),
        *upper,
        line([(-2, -150), (8, -112, 28, -100)], person.top.deep, 14),
        circle(30, -99, 7, person.skin),
    ]


def _body_leaning(person: Person) -> list[Shape]:
    top = person.top.base
    return [
        rect(-1, -166, 14, 20, person.skin),
        poly(
            [
                (-22, -76),
                (-24, -120, -20, -142),
                (-18, -158, -2, -158),
                (12, -158),
                (28, -158, 28, -140),
                (26, -110, 24, -78),
            ],
            top,
        ),
    ]


def cargo_bike(person: Person, colour: Hue, children: list[list[Shape]]) -> list[Shape]:
    """Return ``person`` riding a bakfiets, its wooden box holding the given drawn children."""
    riders = [shape for index, kid in enumerate(children) for shape in place(kid, 62 + 46 * index, -22, 0.95)]
    return [
        Ellipse(40, 0, 150, 8, INK, 0.16),
        *riders,
        poly([(30, -92), (150, -92), (136, -30), (44, -30)], colour.base),
        line([(30, -92), (150, -92)], colour.deep, 7),
        line([(38, -62), (144, -62)], colour.deep, 4),
        *_wheel(132, 25),
        line([(-8, -26), (60, -24)], INK_SOFT, 6),
        *cyclist_on_frame(person, colour),
    ]


def cyclist_on_frame(person: Person, colour: Hue) -> list[Shape]:
    """Return the rear half of a bakfiets with its rider."""
    return [
        *place(hair_behind(person), -16, HEAD_Y - 10),
        line([(-20, -92), (14, -68), (2, -22)], INK_SOFT, 17),
        *_wheel(-50, 31),
        line([(-50, -31), (-8, -28), (-26, -78)], colour.deep, 5),
        line([(-38, -82), (-16, -80)], INK, 9),
        line([(30, -30), (24, -98)], colour.deep, 5),
        line([(-22, -94), (18, -86), (-4, -30)], person.legs, 18),
        pill(-12, -32, 28, 11, INK),
        *place([*_body_leaning(person), *place(head(person), 6, HEAD_Y)], -22, -10),
        line([(-2, -150), (8, -112, 22, -102)], person.top.deep, 14),
        circle(24, -101, 7, person.skin),
    ]


def sloop(colour: Hue, crew: list[Person]) -> list[Shape]:
    """Return an open boat, 340 long, with up to three people; the waterline is the origin's y."""
    shapes: list[Shape] = []
    for index, person in enumerate(crew[:3]):
        pose = "wave" if index == len(crew) - 1 else "hold"
        sitter = seatable(person)
        bust = [
            *place(hair_behind(sitter), 0, HEAD_Y),
            *_torso(sitter),
            *arm(sitter, pose),
            *place(head(sitter), 0, HEAD_Y),
        ]
        shapes += place(bust, -80 + 78 * index, 42, 0.82)
    return [
        *shapes,
        poly(
            [
                (-175, -52),
                (-120, -44),
                (110, -44),
                (160, -50, 182, -66),
                (168, 6, 120, 14),
                (-140, 14),
                (-168, 8, -175, -52),
            ],
            colour.base,
        ),
        poly(
            [
                (-175, -52),
                (-120, -44),
                (110, -44),
                (160, -50, 182, -66),
                (180, -52, 172, -38),
                (120, -28, 100, -28),
                (-172, -30),
            ],
            PAPER,
        ),
        line([(-168, -8), (160, -8)], colour.deep, 6),
        rect(-188, -34, 14, 42, INK_SOFT, 4),
    ]


def _torso(person: Person) -> list[Shape]:
    top = person.top
    return [
        rect(-7, -166, 14, 20, person.skin),
        poly(
            [(-24, -60), (-28, -142), (-27, -158, -10, -158), (10, -158), (27, -158, 28, -142), (24, -60)],
            top.base,
        ),
        line([(-22, -144), (-32, -110, -14, -96)], top.deep, 14),
    ]


def houseboat(colour: Hue) -> list[Shape]:
    """Return a woonboot, 420 long, with portholes, a plant box and a chimney pipe."""
    return [
        rect(120, -150, 12, 46, INK_SOFT),
        rect(-150, -112, 300, 70, colour.base, 8),
        rect(-164, -120, 328, 14, PAPER, 5),
        *(rect(-130 + 70 * step, -94, 46, 34, SKY.light, 4) for step in range(4)),
        poly([(-220, -48), (215, -48), (200, 16), (-196, 16)], INK_SOFT),
        line([(-214, -44), (210, -44)], OCHRE.base, 7),
        *(circle(-150 + 75 * step, -16, 9, CREAM) for step in range(5)),
    ]


def duck(body: str = PAPER, beak: str = OCHRE.base) -> list[Shape]:
    """Return a duck or a goose afloat, about 50 long."""
    return [
        poly(
            [(-26, -10), (-30, -22), (-12, -20), (14, -22, 22, -6), (14, 8, -6, 6), (-22, 6, -26, -10)], body
        ),
        circle(16, -22, 9, body),
        poly([(23, -24), (36, -19), (23, -17)], beak),
        circle(18, -24, 1.8, INK),
        line([(-18, -8), (-4, -2, 6, -10)], STONE, 3),
    ]


def wheelbarrow(colour: Hue) -> list[Shape]:
    """Return a wheelbarrow, 150 long, its wheel to the right."""
    return [
        *_wheel(52, 20),
        line([(-84, -62), (-40, -40), (52, -20)], WOOD.base, 7),
        line([(-22, -34), (-32, 0)], INK_SOFT, 6),
        poly([(-50, -72), (48, -72), (28, -30), (-24, -30)], colour.base),
        line([(-50, -72), (48, -72)], colour.deep, 6),
    ]
