"""People as flat figures. An adult stands 200 units high with the feet on the origin; ``place`` scales."""

from ..palette import INK, INK_SOFT, OCHRE, PAPER, STONE, WOOD
from ..shapes import Ellipse, Node, Shape, circle, line, pill, place, poly, rect, ring
from .heads import hair_behind, head
from .person import Person, as_child, seatable

HEAD_Y = -178.0

#: Where an arm goes: shoulder to hand as one bend, for the right arm; the left arm is its mirror image.
ARMS: dict[str, tuple[Node, Node]] = {
    "down": ((22, -144), (36, -112, 27, -86)),
    "wave": ((22, -144), (56, -140, 50, -196)),
    "hip": ((22, -144), (56, -118, 20, -98)),
    "hold": ((22, -144), (40, -104, 10, -108)),
    "out": ((22, -144), (34, -112, 62, -116)),
    "up": ((22, -144), (44, -166, 40, -214)),
}


def standing(person: Person, left: str = "down", right: str = "down", stride: float = 0) -> list[Shape]:
    """Return a standing figure; ``left`` and ``right`` name arm poses, ``stride`` spreads the feet."""
    return [
        *_shadow(34),
        *place(hair_behind(person), 0, HEAD_Y),
        *_legs(person, stride),
        *_body(person),
        *arm(person, left, mirrored=True),
        *arm(person, right),
        *place(head(person), 0, HEAD_Y),
    ]


def child(person: Person, left: str = "down", right: str = "down", stride: float = 0) -> list[Shape]:
    """Return a child: two thirds as tall as an adult, with a head that is large for the body."""
    young = as_child(person)
    body = [
        *_shadow(34),
        *_legs(young, stride),
        *_body(young),
        *arm(young, left, mirrored=True),
        *arm(young, right),
    ]
    behind = place(hair_behind(young), 0, -108, 0.82)
    return [*behind, *place(body, 0, 0, 0.58), *place(head(young), 0, -108, 0.82)]


def _shadow(reach: float) -> list[Shape]:
    return [Ellipse(4, 0, reach, 7, INK, 0.16)]


def _legs(person: Person, stride: float) -> list[Shape]:
    left, right = -11 - stride, 11 + stride
    fill = person.skin if person.bottom in ("skirt", "dress") else person.legs
    width = 14 if person.bottom in ("skirt", "dress") else 19
    return [
        line([(-10, -88), (left, -10)], fill, width),
        line([(10, -88), (right, -10)], fill, width),
        pill(left - 12, -11, 24, 11, INK),
        pill(right - 12, -11, 24, 11, INK),
    ]


def _body(person: Person) -> list[Shape]:
    """Neck, torso and whatever hangs below the waist."""
    top = person.top
    shapes: list[Shape] = [rect(-7, -166, 14, 20, person.skin)]
    if person.bottom == "skirt":
        shapes.append(poly([(-22, -98), (22, -98), (33, -46), (-33, -46)], person.legs))
    hem = {"coat": -56.0, "dress": -50.0}.get(person.bottom, -84.0)
    flare = {"coat": 27.0, "dress": 35.0}.get(person.bottom, 23.0)
    shapes.append(
        poly(
            [
                (-flare, hem),
                (-22, -110, -28, -142),
                (-27, -158, -10, -158),
                (10, -158),
                (27, -158, 28, -142),
                (22, -110, flare, hem),
            ],
            top.base,
        )
    )
    if person.bottom == "dress":
        shapes.append(line([(-21, -106), (21, -106)], top.deep, 5))
    shapes += _pattern(person, hem)
    if person.style != "scarf":
        shapes.append(poly([(-9, -159), (9, -159), (0, -145, -9, -159)], person.skin))
    return shapes


def _pattern(person: Person, hem: float) -> list[Shape]:
    top = person.top
    if person.bottom == "coat":
        return [
            line([(0, -156), (0, hem + 2)], top.deep, 3),
            circle(6, -130, 2.5, PAPER),
            circle(6, -108, 2.5, PAPER),
        ]
    if person.pattern == "stripes":
        return [line([(-21, y), (21, y)], top.light, 5) for y in (-132, -116, -100)]
    if person.pattern == "dots":
        return [
            circle(x, y, 3, top.light)
            for x, y in ((-12, -134), (10, -138), (0, -118), (-13, -100), (14, -104))
        ]
    if person.pattern == "apron":
        return [
            rect(-16, -134, 32, 50, PAPER, 5),
            line([(-15, -132), (-9, -156)], PAPER, 3),
            line([(15, -132), (9, -156)], PAPER, 3),
        ]
    if person.pattern == "bib":
        return [
            rect(-15, -124, 30, 40, person.legs, 3),
            line([(-13, -122), (-15, -156)], person.legs, 6),
            line([(13, -122), (15, -156)], person.legs, 6),
        ]
    return []


def arm(person: Person, pose: str, mirrored: bool = False) -> list[Shape]:
    """Return one arm with its hand, in a named pose of ``ARMS``."""
    shoulder, bend = ARMS[pose]
    shapes: list[Shape] = [
        line([shoulder, bend], person.top.deep, 15),
        circle(bend[-2], bend[-1], 7.5, person.skin),
    ]
    return place(shapes, 0, 0, 1, flip=True) if mirrored else shapes


def seated(person: Person, left: str = "hold", right: str = "hold") -> list[Shape]:
    """Return a figure seen from the front behind a table: all there is above the hips."""
    return [
        *place(hair_behind(person), 0, HEAD_Y),
        *_body(person),
        *arm(person, left, mirrored=True),
        *arm(person, right),
        *place(head(person), 0, HEAD_Y),
    ]


def sitting(person: Person, right: str = "out") -> list[Shape]:
    """Return a figure sitting sideways on a bench 58 high, knees to the right."""
    fill = person.skin if person.bottom in ("skirt", "dress") else person.legs
    drop = 62.0
    lap = [
        line([(0, -64), (38, -64), (40, -10)], fill, 19),
        pill(32, -11, 28, 11, INK),
    ]
    upper = [
        *place(hair_behind(person), 0, HEAD_Y),
        *_body(seatable(person)),
        *place(head(person), 0, HEAD_Y),
    ]
    return [*_shadow(48), *place(upper, 0, drop * 0.4), *lap, *place(arm(person, right), 0, drop * 0.4)]


def wheelchair(person: Person, right: str = "wave") -> list[Shape]:
    """Return a person in a wheelchair, facing right."""
    figure = [
        line([(-4, -72), (34, -70), (42, -22)], person.legs, 19),
        pill(34, -24, 30, 11, INK),
        *place([*_body(seatable(person)), *place(head(person), 0, HEAD_Y), *arm(person, right)], -6, 18),
    ]
    return [
        *_shadow(56),
        line([(-34, -132), (-28, -66), (18, -62)], INK_SOFT, 8),
        line([(-34, -132), (-50, -134)], INK_SOFT, 7),
        *place(hair_behind(person), -6, HEAD_Y + 18),
        *figure,
        line([(16, -58), (36, -20), (58, -14)], INK_SOFT, 6),
        ring(-6, -38, 36, INK_SOFT, 7),
        ring(-6, -38, 24, OCHRE.base, 3),
        circle(-6, -38, 6, INK_SOFT),
        ring(44, -12, 10, INK_SOFT, 6),
    ]


def from_behind(person: Person) -> list[Shape]:
    """Return a person on a chair with the back to us, about 200 high."""
    sitter = seatable(person)
    top = sitter.top
    return [
        Ellipse(0, 0, 50, 8, INK, 0.16),
        *(line([(x, 0), (x * 0.9, -70)], WOOD.deep, 8) for x in (-34, 34)),
        rect(-7, -166, 14, 20, sitter.skin),
        poly(
            [
                (-24, -60),
                (-22, -110, -28, -142),
                (-27, -158, -10, -158),
                (10, -158),
                (27, -158, 28, -142),
                (22, -110, 24, -60),
            ],
            top.base,
        ),
        line([(-24, -144), (-48, -112, -30, -92)], top.deep, 15),
        line([(24, -144), (48, -112, 30, -92)], top.deep, 15),
        *_back_of_head(sitter),
        *(pill(-38, y, 76, 13, WOOD.base) for y in (-118, -94, -66)),
        line([(-36, -120), (-36, -60)], WOOD.deep, 8),
        line([(36, -120), (36, -60)], WOOD.deep, 8),
    ]


def _back_of_head(person: Person) -> list[Shape]:
    cover = person.top.deep if person.style in ("scarf", "cap") else person.hair
    if person.style == "bald":
        return [circle(0, -178, 18, person.skin), line([(-13, -168), (0, -164, 13, -168)], person.hair, 7)]
    if person.style in ("afro", "curls", "bob"):
        return [circle(0, -182, 27, cover)]
    shapes: list[Shape] = [circle(0, -180, 20, cover)]
    if person.style in ("long", "scarf"):
        shapes.append(poly([(-20, -180), (20, -180), (26, -124, 0, -122), (-26, -124, -20, -180)], cover))
    if person.style == "tail":
        shapes.append(line([(0, -176), (4, -150, 0, -128)], cover, 13))
    if person.style == "bun":
        shapes.append(circle(0, -202, 10, cover))
    return shapes


def umbrella(person: Person) -> list[Shape]:
    """Return an umbrella held in a right hand in the pose ``hold``."""
    cloth = person.top
    return [
        line([(12, -104), (16, -232)], STONE, 4),
        poly(
            [
                (-62, -206),
                (-48, -272, 16, -274),
                (80, -272, 92, -206),
                (72, -222, 54, -206),
                (34, -222, 16, -206),
                (-4, -222, -24, -206),
                (-44, -222, -62, -206),
            ],
            cloth.base,
        ),
        poly(
            [
                (16, -274),
                (-16, -262, -24, -206),
                (-4, -222, 16, -206),
                (34, -222, 54, -206),
                (48, -262, 16, -274),
            ],
            cloth.light,
        ),
    ]
