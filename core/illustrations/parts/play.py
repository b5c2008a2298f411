"""Playgrounds and flats. Each stands with its foot on the origin."""

from random import Random

from ..mood import Light
from ..palette import BRICK, CREAM, GREEN, INK, INK_SOFT, OCHRE, PAPER, SAND_DEEP, STONE, WOOD, Hue
from ..shapes import Shape, circle, line, pill, poly, rect


def gallery_flat(rng: Random, w: float, floors: int, light: Light, colour: Hue) -> list[Shape]:
    """Return a block of gallery flats, each floor 88 high, with coloured balcony panels."""
    h = floors * 88 + 30
    shapes: list[Shape] = [
        rect(-w / 2, -h, w, h, CREAM),
        rect(-w / 2 - 8, -h - 10, w + 16, 16, STONE),
        rect(w / 2 - 60, -h - 50, 60, h + 50, colour.deep),
    ]
    units = max(2, round((w - 60) / 110))
    step = (w - 60) / units
    panes: list[Shape] = []
    doors: list[Shape] = []
    rails: list[Shape] = []
    for floor in range(floors):
        y = -h + 24 + floor * 88
        for unit in range(units):
            x = -w / 2 + unit * step
            panes.append(
                rect(
                    x + step * 0.12,
                    y,
                    step * 0.42,
                    40,
                    OCHRE.light if rng.random() < light.lit else light.glass,
                )
            )
            doors.append(rect(x + step * 0.64, y, step * 0.2, 62, colour.base))
            if rng.random() < 0.75:
                rails.append(
                    rect(x + 5, y + 42, step - 10, 24, colour.light if (unit + floor) % 2 else colour.base)
                )
        rails.append(rect(-w / 2 - 4, y + 66, w - 56, 9, SAND_DEEP))
    return [*shapes, *panes, *doors, *rails]


def cage(w: float, h: float, hoop: bool) -> list[Shape]:
    """Return the back fence of a sports cage, with a goal and, when ``hoop``, a basket above it."""
    posts = [line([(x * w / 8, 0), (x * w / 8, -h)], INK_SOFT, 7) for x in range(-4, 5)]
    rails = [line([(-w / 2, -h * y), (w / 2, -h * y)], INK_SOFT, 5) for y in (0.36, 0.68, 1)]
    mesh = [
        line([(-w / 2 + step * w / 24, 0), (-w / 2 + step * w / 24, -h)], INK_SOFT, 2, 0.5)
        for step in range(25)
    ]
    shapes: list[Shape] = [*mesh, *posts, *rails]
    if hoop:
        shapes += [
            rect(-62, -h - 42, 124, 84, PAPER, 6),
            rect(-26, -h - 6, 52, 36, OCHRE.light),
            rect(-20, -h, 40, 24, PAPER),
            line([(-24, -h + 42), (24, -h + 42)], BRICK.base, 7),
        ]
    goal = h * 0.62
    net = [line([(x, -goal), (x, 0)], STONE, 2) for x in range(-130, 131, 26)] + [
        line([(-150, -y), (150, -y)], STONE, 2) for y in range(24, int(goal), 26)
    ]
    return [*shapes, *net, line([(-150, 0), (-150, -goal), (150, -goal), (150, 0)], PAPER, 10)]


def slide(colour: Hue, accent: Hue) -> list[Shape]:
    """Return a climbing tower with a roof and a slide down to the right, 330 high."""
    return [
        *(line([(x, 0), (x, -240)], WOOD.deep, 11) for x in (-80, 20)),
        *(line([(-128, -y), (-84, -y - 26)], WOOD.light, 7) for y in (20, 56, 92, 128)),
        line([(-146, 0), (-84, -168)], WOOD.deep, 8),
        poly(
            [
                (20, -168),
                (34, -168),
                (110, -60, 210, -18),
                (236, -12),
                (236, 0),
                (200, -2),
                (90, -36, 20, -142),
            ],
            colour.base,
        ),
        line([(30, -172), (110, -66, 232, -16)], colour.light, 7),
        rect(-92, -172, 124, 18, WOOD.base),
        rect(-84, -216, 104, 44, accent.light),
        *(line([(x, -214), (x, -174)], accent.base, 8) for x in (-62, -32, -2)),
        poly([(-112, -238), (-30, -330), (52, -238)], accent.base),
        poly([(-30, -330), (52, -238), (8, -238)], accent.deep),
    ]


def swing(colour: Hue, rider: list[Shape], push: float) -> list[Shape]:
    """Return a swing frame 260 high with ``rider`` on its seat, ``push`` units out to the right."""
    seat_x, seat_y = push, -60 - abs(push) * 0.22
    return [
        line([(-130, 0), (-92, -250), (-54, 0)], colour.base, 10),
        line([(130, 0), (92, -250), (54, 0)], colour.base, 10),
        line([(-92, -250), (92, -250)], colour.deep, 12),
        line([(-26, -248), (seat_x - 24, seat_y)], INK_SOFT, 3),
        *(shape.moved(1, 1, seat_x, seat_y + 40) for shape in rider),
        line([(26, -248), (seat_x + 24, seat_y)], INK_SOFT, 3),
        pill(seat_x - 32, seat_y - 4, 64, 10, INK_SOFT),
    ]


def ball(x: float, y: float, r: float, colour: Hue) -> list[Shape]:
    """Return a ball around ``x``, ``y``."""
    return [
        circle(x, y, r, PAPER),
        circle(x - r * 0.1, y - r * 0.1, r * 0.42, colour.base),
        line([(x - r * 0.8, y + r * 0.3), (x, y + r * 0.9, x + r * 0.8, y + r * 0.3)], INK, 3),
    ]


def springer(colour: Hue) -> list[Shape]:
    """Return a spring rider in the shape of a chicken, 110 high."""
    return [
        line([(0, 0), (-12, -10), (12, -20), (-12, -30), (0, -40)], INK_SOFT, 6),
        poly(
            [
                (-56, -86),
                (-30, -66, 0, -72),
                (24, -78, 26, -104),
                (58, -104, 54, -60),
                (44, -34, 0, -34),
                (-46, -36, -56, -86),
            ],
            colour.base,
        ),
        circle(38, -92, 4, INK),
        poly([(54, -92), (72, -84), (54, -78)], OCHRE.base),
        line([(10, -92), (-8, -92)], INK_SOFT, 6),
        poly(
            [(24, -102), (28, -120), (36, -110), (44, -122), (50, -102)],
            GREEN.base if colour is BRICK else BRICK.base,
        ),
    ]
