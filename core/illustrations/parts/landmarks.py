"""Church, windmill, turbine, drawbridge and farm. Each stands with its foot on the origin."""

from math import cos, pi, sin

from ..palette import (
    BRICK,
    CREAM,
    GREEN,
    INK,
    INK_SOFT,
    OCHRE,
    PAPER,
    SAND,
    SAND_DEEP,
    SLATE,
    STONE,
    TILE,
    WOOD,
    Hue,
)
from ..shapes import Ellipse, Shape, circle, dome, line, poly, rect


def church(height: float, wall: Hue = BRICK, nave: bool = True) -> list[Shape]:
    """Return a village church: a square tower with a spire, and a nave to its right when ``nave``."""
    u = height / 500
    shapes: list[Shape] = []
    if nave:
        shapes += [
            poly([(40 * u, 0), (40 * u, -150 * u), (330 * u, -150 * u), (330 * u, 0)], wall.light),
            poly([(40 * u, -150 * u), (80 * u, -240 * u), (300 * u, -240 * u), (344 * u, -150 * u)], SLATE),
            *(dome((110 + 72 * step) * u, -118 * u, 36 * u, 84 * u, INK_SOFT) for step in range(3)),
        ]
    shapes += [
        rect(-56 * u, -300 * u, 112 * u, 300 * u, wall.base),
        rect(36 * u, -300 * u, 20 * u, 300 * u, wall.deep, opacity=0.5),
        *(rect(-60 * u, -y * u, 120 * u, 9 * u, PAPER) for y in (308, 178)),
        poly(
            [(-50 * u, -308 * u), (-22 * u, -372 * u), (0, -490 * u), (22 * u, -372 * u), (50 * u, -308 * u)],
            SLATE,
        ),
        poly([(0, -490 * u), (22 * u, -372 * u), (50 * u, -308 * u), (14 * u, -308 * u)], INK_SOFT),
        line([(0, -490 * u), (0, -524 * u)], OCHRE.base, 4 * u),
        circle(0, -494 * u, 6 * u, OCHRE.base),
        circle(0, -248 * u, 32 * u, PAPER),
        line([(0, -266 * u), (0, -248 * u), (14 * u, -240 * u)], INK, 5 * u),
        *(dome(x * u, -160 * u, 26 * u, 70 * u, INK_SOFT) for x in (-36, 10)),
        dome(-24 * u, -66 * u, 48 * u, 66 * u, WOOD.deep),
    ]
    return shapes


def windmill(height: float, turn: float, body: Hue = BRICK) -> list[Shape]:
    """Return a Dutch windmill; ``turn`` is the angle of its sails in radians."""
    u = height / 400
    hub_y = -262 * u
    shapes: list[Shape] = [
        poly([(-92 * u, 0), (-80 * u, -110 * u), (80 * u, -110 * u), (92 * u, 0)], body.base),
        poly([(-72 * u, -110 * u), (-44 * u, -262 * u), (44 * u, -262 * u), (72 * u, -110 * u)], SLATE),
        poly([(22 * u, -110 * u), (12 * u, -262 * u), (44 * u, -262 * u), (72 * u, -110 * u)], INK_SOFT),
        poly(
            [(-52 * u, -258 * u), (-46 * u, -306 * u, 4 * u, -308 * u), (48 * u, -302 * u, 52 * u, -258 * u)],
            WOOD.deep,
        ),
        rect(-108 * u, -118 * u, 216 * u, 10 * u, PAPER),
        *(line([(x * u, -116 * u), (x * u, -142 * u)], PAPER, 4 * u) for x in range(-104, 105, 26)),
        line([(-104 * u, -142 * u), (104 * u, -142 * u)], PAPER, 4 * u),
        dome(-20 * u, -70 * u, 40 * u, 70 * u, GREEN.base),
        *(rect(x * u, -92 * u, 22 * u, 28 * u, PAPER) for x in (-62, 40)),
        rect(-12 * u, -200 * u, 22 * u, 28 * u, PAPER),
    ]
    for quarter in range(4):
        shapes += _sail(hub_y, turn + quarter * pi / 2, u)
    return [*shapes, circle(0, hub_y, 9 * u, TILE.base)]


def _sail(hub_y: float, angle: float, u: float) -> list[Shape]:
    dx, dy = cos(angle), sin(angle)

    def at(along: float, across: float) -> tuple[float, float]:
        return (dx * along - dy * across) * u, hub_y + (dy * along + dx * across) * u

    cloth = poly([at(44, 2), at(172, 2), at(172, 34), at(44, 28)], CREAM)
    ladder = [line([at(along, 0), at(along, 31)], WOOD.deep, 3 * u) for along in (44, 76, 108, 140, 172)]
    return [cloth, *ladder, line([at(0, 0), at(176, 0)], WOOD.deep, 7 * u)]


def turbine(height: float, turn: float, fill: str = PAPER) -> list[Shape]:
    """Return a wind turbine in the colour ``fill``; ``turn`` is the angle of its blades in radians."""
    hub_y = -height * 0.68
    blade = height * 0.33
    w = height * 0.012
    shapes: list[Shape] = [poly([(-w * 1.7, 0), (-w * 0.8, hub_y), (w * 0.8, hub_y), (w * 1.7, 0)], fill)]
    for third in range(3):
        angle = turn + third * 2 * pi / 3
        dx, dy = cos(angle), sin(angle)
        root = [(-dy * w, hub_y + dx * w), (dy * w * 0.4, hub_y - dx * w * 0.4)]
        belly = (dx * blade * 0.3 - dy * w * 2.4, hub_y + dy * blade * 0.3 + dx * w * 2.4)
        shapes.append(poly([root[1], root[0], (*belly, dx * blade, hub_y + dy * blade)], fill))
    return [*shapes, circle(0, hub_y, w * 1.6, STONE)]


def drawbridge(colour: str = PAPER) -> list[Shape]:
    """Return an ophaalbrug over a ditch, 400 long, its deck on the origin."""
    return [
        line([(-230, 8), (230, 8)], WOOD.deep, 18),
        line([(-96, 0), (-96, -212)], colour, 14),
        line([(-60, 0), (-60, -212)], colour, 10),
        line([(-196, -176), (122, -238)], colour, 12),
        line([(-78, -212), (-100, -212)], colour, 16),
        line([(118, -236), (118, -4)], INK_SOFT, 3),
        rect(-214, -196, 52, 30, colour),
        line([(-226, -44), (-100, -44)], colour, 6),
        line([(-54, -44), (226, -44)], colour, 6),
        *(line([(x, -44), (x, 0)], colour, 5) for x in (-224, -182, -140, -20, 24, 68, 112, 156, 200, 224)),
    ]


def farmhouse(w: float, door: Hue) -> list[Shape]:
    """Return a stolpboerderij: a low wall under one great pyramid of a roof, ``w`` wide."""
    wall_h, roof_h = w * 0.2, w * 0.5
    return [
        rect(-w * 0.44, -wall_h, w * 0.88, wall_h, BRICK.base),
        poly(
            [
                (-w * 0.5, -wall_h),
                (-w * 0.08, -wall_h - roof_h),
                (w * 0.08, -wall_h - roof_h),
                (w * 0.5, -wall_h),
            ],
            TILE.base,
        ),
        poly([(w * 0.08, -wall_h - roof_h), (w * 0.5, -wall_h), (w * 0.2, -wall_h)], TILE.deep),
        rect(-w * 0.035, -wall_h - roof_h - w * 0.07, w * 0.07, w * 0.1, BRICK.deep),
        *(rect(w * x, -wall_h * 0.82, w * 0.09, wall_h * 0.5, PAPER) for x in (-0.36, -0.2, 0.14, 0.28)),
        *(
            rect(w * x + 4, -wall_h * 0.82 + 4, w * 0.09 - 8, wall_h * 0.5 - 8, SLATE)
            for x in (-0.36, -0.2, 0.14, 0.28)
        ),
        dome(-w * 0.055, -wall_h * 0.9, w * 0.12, wall_h * 0.9, door.base),
    ]


def cow(spots: str = INK) -> list[Shape]:
    """Return a cow grazing to the right, 140 long."""
    return [
        Ellipse(0, 0, 76, 6, INK, 0.16),
        *(rect(x, -40, 12, 40, PAPER) for x in (-54, -36, 26, 42)),
        rect(-64, -94, 124, 62, PAPER, 22),
        poly([(-60, -80), (-30, -104, -14, -84), (-16, -58, -44, -54), (-62, -58, -60, -80)], spots),
        poly([(16, -92), (40, -96, 46, -72), (36, -50, 18, -62), (6, -76, 16, -92)], spots),
        poly([(48, -94), (84, -92, 92, -60), (90, -46, 76, -48), (60, -58, 48, -66)], spots),
        Ellipse(84, -50, 11, 9, SAND),
        line([(-64, -82), (-78, -70, -72, -38)], SAND_DEEP, 5),
    ]
