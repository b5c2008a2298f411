"""Bikes, boats and other things on wheels or water. Each stands with its foot on the origin, facing right."""

from ..palette import CREAM, INK, INK_SOFT, OCHRE, PAPER, SAND, SKY, STONE, WOOD, Hue
from ..shapes import Ellipse, Shape, circle, line, pill, place, poly, rect, ring
from .figures import HEAD_Y, seated
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
    return [Ellipse(0, 0, 86, 7, INK, 0.16), *_far_side(person), *bike(colour), *_near_side(person)]


def cargo_bike(person: Person, colour: Hue, children: list[list[Shape]]) -> list[Shape]:
    """Return ``person`` riding a bakfiets, its wooden box holding the given drawn children."""
    riders = [shape for index, kid in enumerate(children) for shape in place(kid, 62 + 46 * index, -40, 0.9)]
    return [
        Ellipse(40, 0, 150, 8, INK, 0.16),
        *riders,
        poly([(30, -92), (150, -92), (136, -30), (44, -30)], colour.base),
        line([(30, -92), (150, -92)], colour.deep, 7),
        line([(38, -62), (144, -62)], colour.deep, 4),
        *_wheel(132, 25),
        line([(-8, -26), (60, -24)], INK_SOFT, 6),
        *_far_side(person),
        *_wheel(-50, 31),
        line([(-50, -31), (-8, -28), (-26, -78)], colour.deep, 5),
        line([(-38, -82), (-16, -80)], INK, 9),
        line([(30, -30), (24, -98)], colour.deep, 5),
        *_near_side(person),
    ]


def _far_side(person: Person) -> list[Shape]:
    """What of a rider the bike hides: the hair down the back and the far leg."""
    return [
        *place(hair_behind(person), -16, HEAD_Y - 10),
        line([(-20, -92), (14, -68), (2, -22)], INK_SOFT, 17),
    ]


def _near_side(person: Person) -> list[Shape]:
    """The rider in front of the bike: the near leg, the leaning body, the head and an arm to the bars."""
    back = [(-22, -76), (-24, -120, -20, -142), (-18, -158, -2, -158)]
    front = [(12, -158), (28, -158, 28, -140), (26, -110, 24, -78)]
    body = [rect(-1, -166, 14, 20, person.skin), poly([*back, *front], person.top.base)]
    return [
        line([(-22, -94), (18, -86), (-4, -30)], person.legs, 18),
        pill(-12, -32, 28, 11, INK),
        *place([*body, *place(head(person), 6, HEAD_Y)], -22, -10),
        line([(-2, -150), (8, -112, 27, -101)], person.top.deep, 14),
        circle(29, -100, 7, person.skin),
    ]


def sloop(colour: Hue, crew: list[Person]) -> list[Shape]:
    """Return an open boat, 340 long, with up to three people; the waterline is the origin's y."""
    shapes: list[Shape] = []
    for index, person in enumerate(crew[:3]):
        pose = "wave" if index == len(crew) - 1 else "hold"
        shapes += place(seated(seatable(person), "hold", pose), -80 + 78 * index, 42, 0.82)
    deck = [(-175, -52), (-120, -44), (110, -44), (160, -50, 182, -66)]
    return [
        *shapes,
        poly([*deck, (168, 6, 120, 14), (-140, 14), (-168, 8, -175, -52)], colour.base),
        poly([*deck, (180, -52, 172, -38), (120, -28, 100, -28), (-172, -30)], PAPER),
        line([(-168, -8), (160, -8)], colour.deep, 6),
        rect(-188, -34, 14, 42, INK_SOFT, 4),
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


def car(colour: Hue) -> list[Shape]:
    """Return a small shared electric car facing right, 300 long."""
    return [
        pill(-150, -14, 300, 14, INK, 0.16),
        poly([(-92, -78), (-64, -132, -30, -134), (52, -134), (84, -130, 112, -78)], colour.base),
        poly([(-72, -80), (-52, -118, -28, -120), (4, -120), (4, -80)], SKY.tint),
        poly([(18, -80), (18, -120), (48, -120), (74, -116, 92, -80)], SKY.tint),
        rect(-146, -84, 294, 58, colour.base, 26),
        pill(-140, -48, 282, 10, colour.deep),
        pill(124, -70, 22, 14, CREAM),
        *(circle(x, -28, 29, INK) for x in (-84, 86)),
        *(circle(x, -28, 13, SAND) for x in (-84, 86)),
    ]
