"""Market stalls and what lies on them."""

from random import Random

from ..palette import CREAM, GREEN, INK, MOSS, OCHRE, PAPER, ROSE, STONE, TILE, VIOLET, WOOD, Hue
from ..shapes import Ellipse, Shape, circle, dome, line, pill, place, poly, rect
from .figures import seated
from .person import Person

#: The kind of goods on a stall, and their colours from left to right.
Goods = tuple[str, tuple[Hue, ...]]

GOODS: tuple[Goods, ...] = (
    ("fruit", (OCHRE, TILE, MOSS)),
    ("flowers", (ROSE, VIOLET, OCHRE)),
    ("greens", (MOSS, TILE, GREEN)),
    ("cheese", (OCHRE, OCHRE, TILE)),
)


def stall(rng: Random, w: float, awning: Hue, seller: Person, goods: Goods) -> list[Shape]:
    """Return a stall ``w`` wide and about 310 high with its seller, foot on the origin."""
    half = w / 2
    return [
        Ellipse(0, 0, half * 1.05, 11, INK, 0.16),
        rect(-half + 12, -250, w - 24, 160, awning.deep, opacity=0.35),
        *place(
            seated(seller, "hold", rng.choice(("hold", "wave", "out"))),
            rng.uniform(-0.16, 0.16) * w,
            -16,
            0.98,
        ),
        *(rect(x, -250, 9, 250, WOOD.deep) for x in (-half + 8, half - 17)),
        *_counter(rng, w, goods),
        *_awning(w, awning),
    ]


def _counter(rng: Random, w: float, goods: Goods) -> list[Shape]:
    kind, colours = goods
    half = w / 2
    shapes: list[Shape] = [
        rect(-half, -84, w, 74, WOOD.light),
        *(rect(-half, -y, w, 4, WOOD.base) for y in (60, 36)),
    ]
    step = w / 3
    makers = {"flowers": _bucket, "cheese": _cheeses}
    for index, colour in enumerate(colours):
        shapes += place(makers.get(kind, _crate)(rng, step - 12, colour), -half + step * (index + 0.5), -84)
    return shapes


def _crate(rng: Random, w: float, colour: Hue) -> list[Shape]:
    r = w / 9
    lower = [circle(-w / 2 + r * (1.5 + 2 * step), -26, r, colour.base) for step in range(4)]
    upper = [
        circle(-w / 2 + r * (2.5 + 2 * step), -26 - r * 1.3, r, colour.light if step % 2 else colour.base)
        for step in range(3)
    ]
    return [
        *upper,
        *lower,
        rect(-w / 2, -26, w, 28, WOOD.base, 3),
        rect(-w / 2 + 4, -15, w - 8, 4, WOOD.deep),
    ]


def _bucket(rng: Random, w: float, colour: Hue) -> list[Shape]:
    spots = ((-0.34, -52), (-0.12, -62), (0.12, -56), (0.34, -50), (-0.22, -38), (0.02, -42), (0.24, -36))
    leaves = [circle(x * w, -34, 13, GREEN.base) for x in (-0.3, 0, 0.3)]
    blooms = [
        circle(x * w, y, 11, colour.light if index % 2 else colour.base) for index, (x, y) in enumerate(spots)
    ]
    return [*leaves, *blooms, poly([(-w * 0.4, -32), (w * 0.4, -32), (w * 0.3, 2), (-w * 0.3, 2)], STONE)]


def _cheeses(rng: Random, w: float, colour: Hue) -> list[Shape]:
    """Cheese wheels, in a pile of three or in one tower of three."""
    h = w * 0.22
    piled = rng.random() < 0.5
    spots = ((-0.24, 0), (0.24, 0), (0, 1)) if piled else ((0, 0), (0, 1), (0, 2))
    width = w * (0.46 if piled else 0.62)
    shapes: list[Shape] = []
    for x, level in spots:
        y = -h - level * (h + 2)
        shapes += [
            pill(x * w - width / 2, y, width, h, colour.base),
            pill(x * w - width / 2 + 8, y + 3, width - 16, 4, colour.light),
        ]
    return shapes


def _awning(w: float, colour: Hue) -> list[Shape]:
    """Stripes that widen towards us, ending in scallops."""
    count = 8
    top_w, low_w = w * 0.94, w * 1.14
    shapes: list[Shape] = []
    for index in range(count):
        fill = colour.base if index % 2 else PAPER
        x0, x1 = -low_w / 2 + low_w * index / count, -low_w / 2 + low_w * (index + 1) / count
        t0, t1 = -top_w / 2 + top_w * index / count, -top_w / 2 + top_w * (index + 1) / count
        shapes.append(
            poly(
                [(t0, -310), (t1, -310), (x1, -236), (x1, -204, (x0 + x1) / 2, -204), (x0, -204, x0, -236)],
                fill,
            )
        )
    return [*shapes, line([(-top_w / 2, -310), (top_w / 2, -310)], colour.deep, 8)]


def shopping_bag(colour: Hue) -> list[Shape]:
    """Return a full bag, its handles at the origin and 60 deep."""
    return [
        line([(-4, 26), (6, -4), (10, -30)], MOSS.base, 6),
        line([(8, 26), (-6, -24)], GREEN.base, 6),
        circle(4, 16, 8, CREAM),
        line([(-12, 22), (0, -8, 12, 22)], colour.deep, 3),
        poly([(-18, 20), (18, 20), (15, 60), (-15, 60)], colour.base),
    ]


def parasol(colour: Hue, height: float = 260) -> list[Shape]:
    """Return a terrace parasol with a small table under it."""
    return [
        Ellipse(0, 0, 64, 7, INK, 0.16),
        rect(-4, -height, 8, height, WOOD.deep),
        rect(-58, -84, 116, 9, WOOD.base, 4),
        poly(
            [(-130, -height + 62), (-90, -height - 6, 0, -height - 16), (90, -height - 6, 130, -height + 62)],
            colour.base,
        ),
        poly(
            [(-48, -height + 62), (-40, -height, 0, -height - 16), (40, -height, 48, -height + 62)],
            colour.light,
        ),
        dome(-34, -106, 18, 22, PAPER),
        dome(14, -100, 16, 16, TILE.light),
    ]
