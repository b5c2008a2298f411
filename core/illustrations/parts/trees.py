"""Trees, bushes and flowers. Each stands with its foot on the origin; ``place`` puts it in a scene."""

from math import cos, pi, sin
from random import Random

from ..palette import EARTH, GREEN, MOSS, OCHRE, ROSE, TILE, VIOLET, WOOD, Hue
from ..shapes import Shape, circle, line, pill, poly, rect

#: Foliage, mostly green, now and then touched by autumn.
LEAVES: tuple[Hue, ...] = (GREEN, GREEN, GREEN, MOSS, MOSS, OCHRE)


def round_tree(rng: Random, height: float, leaf: Hue = GREEN) -> list[Shape]:
    """Return a street tree with a full, lumpy crown."""
    r = height * rng.uniform(0.26, 0.3)
    middle = -height + r * 1.05
    shapes: list[Shape] = [
        poly(
            [(-height * 0.024, 0), (-height * 0.016, middle), (height * 0.016, middle), (height * 0.024, 0)],
            EARTH,
        ),
        line([(0, -height * 0.36), (r * 0.35, -height * 0.5)], EARTH, height * 0.02),
    ]
    start = rng.uniform(0, pi)
    lumps = [(cos(start + step * pi / 3), sin(start + step * pi / 3)) for step in range(6)]
    shapes += [circle(dx * r * 0.55, middle + dy * r * 0.5, r * 0.58, leaf.base) for dx, dy in lumps]
    shapes += [
        circle(-r * 0.3, middle - r * 0.38, r * 0.46, leaf.light, 0.55),
        circle(r * 0.32, middle - r * 0.12, r * 0.26, leaf.light, 0.55),
    ]
    return shapes + _dabs(rng, r, middle, leaf.deep)


def _dabs(rng: Random, r: float, middle: float, fill: str) -> list[Shape]:
    """A few short strokes low in a crown, where the shade is."""
    shapes: list[Shape] = []
    for _ in range(4):
        x, y = rng.uniform(-0.6, 0.6) * r, middle + rng.uniform(0.1, 0.7) * r
        shapes.append(line([(x, y), (x + r * 0.07, y + r * 0.07, x + r * 0.14, y)], fill, 4))
    return shapes


def poplar(height: float, leaf: Hue = GREEN) -> list[Shape]:
    """Return a tall slim tree, as along polder roads."""
    w = height * 0.13
    return [
        rect(-height * 0.015, -height * 0.2, height * 0.03, height * 0.2, EARTH),
        poly(
            [
                (0, -height),
                (w * 1.5, -height * 0.55, w * 0.75, -height * 0.14),
                (0, -height * 0.08, -w * 0.75, -height * 0.14),
                (-w * 1.5, -height * 0.55, 0, -height),
            ],
            leaf.base,
        ),
        poly(
            [
                (0, -height),
                (-w * 1.5, -height * 0.55, -w * 0.75, -height * 0.14),
                (-w * 0.2, -height * 0.5, 0, -height),
            ],
            leaf.light,
            0.5,
        ),
    ]


def espalier(height: float, leaf: Hue = GREEN) -> list[Shape]:
    """Return a leilinde: a lime trained flat on a frame, so its crown is a slab."""
    w, top = height * 0.5, -height
    rows = [
        line([(-w * 0.4, top + height * step), (w * 0.4, top + height * step)], leaf.deep, 4, 0.6)
        for step in (0.13, 0.26, 0.39)
    ]
    return [
        rect(-height * 0.02, -height * 0.55, height * 0.04, height * 0.55, EARTH),
        rect(-w / 2, top, w, height * 0.52, leaf.base, 22),
        rect(-w / 2 + 8, top + 8, w * 0.42, height * 0.34, leaf.light, 18, 0.4),
        *rows,
    ]


def street_tree(rng: Random, height: float, leaf: Hue) -> list[Shape]:
    """Return a tree as it stands along a street: mostly with a full crown, now and then trained flat."""
    return espalier(height, leaf) if rng.random() < 0.3 else round_tree(rng, height, leaf)


def willow(rng: Random, height: float, leaf: Hue = GREEN) -> list[Shape]:
    """Return a knotwilg: a thick short trunk with a brush of leafy branches."""
    knot = -height * 0.48
    w = height * 0.085
    light: list[Shape] = []
    dark: list[Shape] = []
    for step in range(13):
        angle = pi * (0.02 + 0.08 * step)
        reach = height * (rng.uniform(0.4, 0.48) + 0.06 * sin(angle))
        (light if step % 3 == 1 else dark).append(
            _blade(angle, knot, reach, leaf.light if step % 3 == 1 else leaf.base)
        )
    head = [circle(dx * w, knot - height * 0.03, w * 1.2, EARTH) for dx in (-0.7, 0.7)]
    trunk = poly(
        [
            (-w * 1.3, 0),
            (-w * 0.7, -height * 0.2, -w * 1.3, knot),
            (w * 1.3, knot),
            (w * 0.7, -height * 0.2, w * 1.3, 0),
        ],
        EARTH,
    )
    return [*dark, *light, *head, trunk]


def _blade(angle: float, y: float, reach: float, fill: str) -> Shape:
    """One long leaf-shaped branch from ``0, y`` at ``angle`` (radians, 0 is to the right)."""
    dx, dy = cos(angle), -sin(angle)
    swell = reach * 0.13
    mid_x, mid_y = dx * reach * 0.6, y + dy * reach * 0.6
    return poly(
        [
            (0, y),
            (mid_x - dy * swell, mid_y + dx * swell, dx * reach, y + dy * reach),
            (mid_x + dy * swell, mid_y - dx * swell, 0, y),
        ],
        fill,
    )


def bush(rng: Random, w: float, leaf: Hue = GREEN, flower: Hue | None = None) -> list[Shape]:
    """Return a low bush, ``w`` wide, with dots of ``flower`` when given."""
    shapes: list[Shape] = [
        circle(-w * 0.28, -w * 0.2, w * 0.24, leaf.base),
        circle(w * 0.26, -w * 0.19, w * 0.23, leaf.base),
        circle(0, -w * 0.3, w * 0.28, leaf.base),
        rect(-w * 0.5, -w * 0.2, w, w * 0.2, leaf.base, w * 0.08),
    ]
    if not flower:
        return [*shapes, circle(-w * 0.08, -w * 0.36, w * 0.15, leaf.light, 0.5)]
    spots = [(rng.uniform(-0.42, 0.42) * w, -rng.uniform(0.1, 0.42) * w) for _ in range(7)]
    return [*shapes, *(circle(x, y, w * 0.055, flower.light) for x, y in spots)]


def hollyhock(rng: Random, height: float, flower: Hue) -> list[Shape]:
    """Return a stokroos, the tall flower that grows between paving and facade."""
    lean = rng.uniform(-8, 8)
    unit = height / 150
    shapes: list[Shape] = [
        line([(0, 0), (lean, -height * 0.5, 0, -height)], GREEN.deep, 4 * unit),
        *(
            pill((dx - 14) * unit, (dy - 8) * unit, 28 * unit, 16 * unit, GREEN.base)
            for dx, dy in ((-13, -12), (13, -26), (-10, -38))
        ),
    ]
    blooms = [(-6 if step % 2 else 6, -height * (0.34 + 0.13 * step), 12 - 1.6 * step) for step in range(6)]
    shapes += [circle(x * unit, y, r * unit, flower.base) for x, y, r in blooms[1::2]]
    return shapes + [circle(x * unit, y, r * unit, flower.light) for x, y, r in blooms[::2]]


def sunflower(height: float, lean: float = 0) -> list[Shape]:
    """Return a sunflower, its head leaning ``lean`` units to the right."""
    r = 22.0
    low, high = -height * 0.28, -height * 0.5
    return [
        line([(0, 0), (0, -height * 0.6, lean, -height)], GREEN.deep, 7),
        poly([(0, low), (34, low - 34, 52, low - 8), (26, low + 14, 0, low)], GREEN.base),
        poly([(0, high), (-32, high - 34, -50, high - 8), (-24, high + 14, 0, high)], GREEN.base),
        *(
            circle(lean + r * cos(step * pi / 5), -height + r * sin(step * pi / 5), 9.5, OCHRE.base)
            for step in range(10)
        ),
        circle(lean, -height, 19, EARTH),
    ]


def pot(rng: Random, size: float, flower: Hue | None = None) -> list[Shape]:
    """Return a terracotta pot with a round plant or flowers, ``size`` wide."""
    bloom = flower or rng.choice((ROSE, OCHRE, VIOLET))
    top = -size * 0.8
    shapes: list[Shape] = [
        circle(-size * 0.28, top - size * 0.2, size * 0.32, GREEN.base),
        circle(size * 0.28, top - size * 0.2, size * 0.32, GREEN.base),
        circle(0, top - size * 0.42, size * 0.36, GREEN.base),
    ]
    spots = [(-0.3, -0.28), (0.02, -0.62), (0.3, -0.3), (0.02, -0.2)]
    shapes += [circle(x * size, top + y * size, size * 0.11, bloom.light) for x, y in spots]
    return [
        *shapes,
        poly([(-size * 0.42, top), (size * 0.42, top), (size * 0.3, 0), (-size * 0.3, 0)], TILE.base),
        rect(-size * 0.48, top - size * 0.04, size * 0.96, size * 0.2, TILE.deep),
    ]


def planter(rng: Random, w: float, h: float, flower: Hue) -> list[Shape]:
    """Return a long wooden planter full of green with flowers, standing on the origin, ``w`` wide."""
    shapes: list[Shape] = []
    count = max(3, round(w / 38))
    for step in range(count):
        x = -w / 2 + w * (step + 0.5) / count
        shapes.append(circle(x, -h - rng.uniform(2, 14), w / count * 0.62, GREEN.base))
    shapes += [
        circle(-w / 2 + w * (step + 0.5) / count, -h - rng.uniform(12, 26), 7, flower.light)
        for step in range(count)
    ]
    return [*shapes, rect(-w / 2, -h, w, h, WOOD.base, 3), rect(-w / 2, -h * 0.55, w, 4, WOOD.deep)]
