"""Sky, sun, clouds, birds and rain, and the pale skyline behind a scene."""

from random import Random

from ..mood import Light
from ..palette import INK_SOFT, PAPER
from ..shapes import Shape, circle, line, pill, poly, rect


def sky(rng: Random, light: Light, horizon: float) -> list[Shape]:
    """Return the sky down to ``horizon`` (a y), for a scene 1600 wide."""
    swell = rng.uniform(-40, 40)
    band = horizon - rng.uniform(230, 300)
    shapes: list[Shape] = [
        rect(0, 0, 1600, horizon + 10, light.top),
        poly(
            [
                (0, band + swell),
                (400, band - 90, 800, band),
                (1200, band + 90, 1600, band - swell),
                (1600, horizon + 10),
                (0, horizon + 10),
            ],
            light.low,
        ),
    ]
    shapes += _sun(rng, light)
    shapes += _clouds(rng, light)
    if light.name != "rain":
        shapes += _birds(rng)
    return shapes


def _sun(rng: Random, light: Light) -> list[Shape]:
    if light.name == "rain":
        return []
    x, y = rng.choice((rng.uniform(330, 560), rng.uniform(1020, 1290))), rng.uniform(120, 210)
    r = rng.uniform(62, 84)
    return [circle(x, y, r * 1.5, PAPER, 0.35), circle(x, y, r, light.sun)]


def _clouds(rng: Random, light: Light) -> list[Shape]:
    count = 5 if light.name == "rain" else rng.randint(3, 4)
    shapes: list[Shape] = []
    for index in range(count):
        x = (index + rng.uniform(0.2, 0.8)) * 1600 / count
        shapes += cloud(rng, x, rng.uniform(70, 250), rng.uniform(150, 260), light.cloud)
    return shapes


def cloud(rng: Random, x: float, y: float, w: float, fill: str) -> list[Shape]:
    """Return one flat-bottomed cloud, ``w`` wide, whose base rests on ``y``."""
    h = w * 0.17
    lump, lean = rng.uniform(0.15, 0.19) * w, rng.uniform(-0.1, 0.06) * w
    return [
        pill(x - w / 2, y - h, w, h, fill),
        circle(x + lean, y - h * 0.9, lump, fill),
        circle(x + lean + lump * 1.2, y - h * 0.75, lump * 0.68, fill),
        circle(x + lean - lump * 1.15, y - h * 0.7, lump * 0.55, fill),
    ]


def _birds(rng: Random) -> list[Shape]:
    x, y = rng.uniform(420, 1100), rng.uniform(100, 230)
    shapes: list[Shape] = []
    for index in range(rng.randint(2, 4)):
        bx, by = x + index * 46 + rng.uniform(-8, 8), y + (-1) ** index * rng.uniform(6, 22)
        span = rng.uniform(11, 17)
        wings = [
            (bx - span, by - 5),
            (bx - span / 2, by - 11, bx, by),
            (bx + span / 2, by - 11, bx + span, by - 5),
        ]
        shapes.append(line(wings, INK_SOFT, 4))
    return shapes


def rain(rng: Random, light: Light) -> list[Shape]:
    """Return the slanting rain to lay over a whole scene, or nothing when it is dry."""
    if light.name != "rain":
        return []
    shapes: list[Shape] = []
    for column in range(15):
        for row in range(5):
            x, y = column * 110 + rng.uniform(0, 100), row * 200 + rng.uniform(0, 180)
            length = rng.uniform(26, 48)
            shapes.append(line([(x, y), (x - length * 0.32, y + length)], PAPER, 4, 0.5))
    return shapes


def skyline(rng: Random, light: Light, base: float, height: float) -> list[Shape]:
    """Return a pale row of gables in the distance, standing on ``base`` and about ``height`` high."""
    points: list[tuple[float, ...]] = [(-10, base)]
    x = -10.0
    tower = rng.randint(2, 10)
    index = 0
    while x < 1610:
        w = rng.uniform(80, 150)
        eave = base - height * rng.uniform(0.45, 0.7)
        points += _tower(x, w, eave, height) if index == tower else _far_roof(rng, x, w, eave)
        x, index = x + w, index + 1
    return [poly([*points, (x, base)], light.far, 0.55)]


def _far_roof(rng: Random, x: float, w: float, eave: float) -> list[tuple[float, ...]]:
    kind = rng.choice(("point", "flat", "step", "point"))
    if kind == "flat":
        return [(x, eave), (x + w, eave)]
    if kind == "point":
        return [(x, eave), (x + w / 2, eave - w * 0.5), (x + w, eave)]
    rise, inset = w * 0.16, w * 0.17
    left = [
        (x, eave),
        (x, eave - rise),
        (x + inset, eave - rise),
        (x + inset, eave - 2 * rise),
        (x + 2 * inset, eave - 2 * rise),
        (x + 2 * inset, eave - 3 * rise),
    ]
    return [*left, *((2 * x + w - px, py) for px, py in reversed(left))]


def _tower(x: float, w: float, eave: float, height: float) -> list[tuple[float, ...]]:
    top, mid = eave - height * 0.5, x + w / 2
    half = w * 0.22
    return [
        (x, eave),
        (mid - half, eave),
        (mid - half, top),
        (mid, top - height * 0.38),
        (mid + half, top),
        (mid + half, eave),
        (x + w, eave),
    ]


def spire(light: Light) -> list[Shape]:
    """Return a pale church spire in the distance, 580 high, foot on the origin."""
    return [
        poly([(-34, 0), (-34, -420), (-24, -440), (0, -580), (24, -440), (34, -420), (34, 0)], light.far, 0.6)
    ]
