"""Small things in a street: lamps, benches, posts, bunting, lights, pets, paving."""

from math import pi, sin
from random import Random

from ..mood import Light
from ..palette import (
    BRICK,
    GREEN,
    HAIRS,
    INK,
    INK_SOFT,
    OCHRE,
    PAPER,
    SAND_DEEP,
    TILE,
    WOOD,
    Hue,
)
from ..shapes import Ellipse, Shape, circle, line, pill, poly, rect


def lamp_post(height: float, light: Light) -> list[Shape]:
    """Return an old-fashioned street lantern, glowing when the windows are."""
    glow: list[Shape] = [circle(0, -height + 22, 52, OCHRE.light, 0.3)] if light.lit > 0.3 else []
    return [
        *glow,
        rect(-4, -height + 40, 8, height - 40, INK_SOFT),
        rect(-9, -40, 18, 40, INK_SOFT, 4),
        poly([(-12, -height + 40), (-19, -height + 6), (19, -height + 6), (12, -height + 40)], OCHRE.light),
        poly([(-22, -height + 8), (0, -height - 14), (22, -height + 8)], INK_SOFT),
        line([(-24, -height + 54), (24, -height + 54)], INK_SOFT, 4),
    ]


def bench(w: float, colour: Hue = WOOD) -> list[Shape]:
    """Return a wooden bench, ``w`` wide, seat 58 high, seen from the front."""
    slats = [pill(-w / 2, -y, w, 11, colour.base) for y in (104, 88, 62)]
    legs = [rect(-w / 2 + 12, -104, 9, 104, INK_SOFT), rect(w / 2 - 21, -104, 9, 104, INK_SOFT)]
    return [Ellipse(0, 0, w * 0.52, 7, INK, 0.14), *legs, *slats]


def bollard(colour: str = BRICK.deep) -> list[Shape]:
    """Return an Amsterdammertje, the iron post along a pavement, 62 high."""
    return [
        poly([(-9, 0), (-6, -46), (6, -46), (9, 0)], colour),
        circle(0, -52, 8, colour),
        rect(-7, -40, 14, 4, PAPER),
    ]


def bunting(
    start: tuple[float, float], end: tuple[float, float], sag: float, hues: tuple[Hue, ...], flags: int
) -> list[Shape]:
    """Return a string of ``flags`` pennants hanging between two points, ``sag`` units deep."""
    (x0, y0), (x1, y1) = start, end
    shapes: list[Shape] = [line([(x0, y0), ((x0 + x1) / 2, (y0 + y1) / 2 + 2 * sag, x1, y1)], INK_SOFT, 3)]
    colours = [hue.base for hue in hues] + [PAPER, hues[0].light]
    size = abs(x1 - x0) / flags * 0.36
    for index in range(flags):
        x, y = _hang(start, end, sag, (index + 0.5) / flags)
        shapes.append(
            poly([(x - size, y), (x + size, y), (x, y + size * 2.4)], colours[index % len(colours)])
        )
    return shapes


def _hang(start: tuple[float, float], end: tuple[float, float], sag: float, t: float) -> tuple[float, float]:
    return start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t + sag * sin(pi * t)


def string_lights(
    start: tuple[float, float], end: tuple[float, float], sag: float, bulbs: int
) -> list[Shape]:
    """Return a string of warm bulbs hanging between two points, with a soft glow round each."""
    (x0, y0), (x1, y1) = start, end
    spots = [_hang(start, end, sag, (index + 0.5) / bulbs) for index in range(bulbs)]
    return [
        line([(x0, y0), ((x0 + x1) / 2, (y0 + y1) / 2 + 2 * sag, x1, y1)], INK_SOFT, 3),
        *(circle(x, y + 12, 22, OCHRE.tint, 0.3) for x, y in spots),
        *(circle(x, y + 12, 9, OCHRE.tint) for x, y in spots),
    ]


def paving(rng: Random, top: float, bottom: float, fill: str = SAND_DEEP) -> list[Shape]:
    """Return scattered clinkers over the ground between two heights, larger towards us."""
    shapes: list[Shape] = []
    y = top + 14
    while y < bottom:
        depth = (y - top) / max(1, bottom - top)
        w, thick = 20 + 26 * depth, 5 if depth < 0.5 else 8
        for _ in range(5):
            x = rng.uniform(0, 1560)
            shapes.append(line([(x, y), (x + w, y)], fill, thick))
            if rng.random() < 0.5:
                shapes.append(line([(x + w * 1.4, y), (x + w * 2.4, y)], fill, thick))
        y += 24 + 30 * depth
    return shapes


def cat(colour: str = HAIRS[3]) -> list[Shape]:
    """Return a sitting cat, 62 high."""
    return [
        line([(14, -5), (36, -6, 30, -32)], colour, 7),
        poly([(-16, 0), (-18, -34, 0, -40), (20, -34, 18, 0)], colour),
        poly([(-15, -64), (-4, -54), (6, -54), (15, -64), (17, -36, 0, -34), (-17, -36, -15, -64)], colour),
        circle(-5, -46, 1.8, INK),
        circle(5, -46, 1.8, INK),
        line([(-4, -40), (0, -38, 4, -40)], PAPER, 1.6),
    ]


def dog(colour: str = WOOD.deep) -> list[Shape]:
    """Return a small dog standing to the right, 62 high."""
    return [
        Ellipse(0, 0, 42, 5, INK, 0.16),
        *(line([(x, -26), (x, -4)], colour, 8) for x in (-26, -16, 16, 26)),
        rect(-32, -48, 64, 28, colour, 13),
        line([(-30, -42), (-44, -50, -42, -64)], colour, 7),
        rect(18, -70, 34, 28, colour, 12),
        poly([(20, -68), (12, -52, 18, -42), (28, -50, 28, -68)], INK_SOFT),
        circle(40, -58, 2.2, INK),
        circle(52, -54, 4, INK),
        line([(20, -42), (34, -40)], TILE.base, 5),
    ]


def hen(colour: str = PAPER) -> list[Shape]:
    """Return a hen pecking about, 46 high."""
    return [
        line([(-3, -12), (-3, 0)], OCHRE.base, 3),
        line([(5, -12), (5, 0)], OCHRE.base, 3),
        poly(
            [
                (-28, -36),
                (-14, -26, 0, -30),
                (8, -34, 10, -46),
                (26, -48, 24, -22),
                (18, -6, 0, -6),
                (-24, -8, -28, -36),
            ],
            colour,
        ),
        circle(14, -48, 4, TILE.base),
        poly([(23, -42), (32, -38), (23, -35)], OCHRE.base),
        circle(17, -40, 1.8, INK),
    ]


def hedge(x: float, base: float, w: float, h: float) -> list[Shape]:
    """Return a clipped hedge with its top left corner up by ``h`` from ``base``."""
    return [
        rect(x, base - h, w, h, GREEN.base, 12),
        rect(x + 6, base - h + 5, w - 12, h * 0.3, GREEN.light, 8, 0.45),
    ]
