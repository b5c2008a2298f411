"""Windows, doors, brickwork: what a front wall is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from ..mood import Light
from ..palette import GREEN, INK, OCHRE, PAPER, ROSE, SAND, STONE, Hue
from ..shapes import Shape, circle, line, poly, rect

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Wall:
    """The paintwork of one house: wall and shadow tone, the trim round its openings, and its door."""

    face: str
    shade: str
    trim: str
    door: Hue


def windows(rng: Random, boxes: Sequence[Box], light: Light, frame: str = PAPER) -> list[Shape]:
    """Return sash windows in ``boxes`` (x, y, width, height); some are lit, some have a blind half down."""
    frames = [rect(*box, frame) for box in boxes]
    glass = [(box, OCHRE.light if rng.random() < light.lit else light.glass) for box in boxes]
    # Painted colour by colour: neighbouring shapes of one colour share one path in the SVG.
    panes: list[Shape] = [_pane(box, fill) for box, fill in sorted(glass, key=lambda pair: pair[1])]
    blinds = [_blind(box, rng.uniform(0.25, 0.5)) for box in boxes if rng.random() < 0.2]
    return [*frames, *panes, *blinds, *(bar for box in boxes for bar in _bars(box, frame))]


def _pane(box: Box, fill: str) -> Shape:
    x, y, w, h = box
    return rect(x + 4, y + 4, w - 8, h - 8, fill)


def _blind(box: Box, drop: float) -> Shape:
    x, y, w, h = box
    return rect(x + 4, y + 4, w - 8, h * drop, SAND)


def _bars(box: Box, frame: str) -> list[Shape]:
    """The bars of a Dutch sash, a low pane above two tall ones, and the sill under it."""
    x, y, w, h = box
    rail = y + h * 0.32
    return [
        line([(x + 3, rail), (x + w - 3, rail)], frame, 4),
        line([(x + w / 2, rail), (x + w / 2, y + h - 3)], frame, 4),
        line([(x - 2, y + h + 1), (x + w + 2, y + h + 1)], frame, 4),
    ]


def wide_window(rng: Random, box: Box, light: Light, parts: int, frame: str = PAPER) -> list[Shape]:
    """Return a broad living-room window in ``parts`` panes, with plants or a lamp behind the glass."""
    x, y, w, h = box
    bar = 6.0
    fill = OCHRE.light if rng.random() < light.lit + 0.15 else light.glass
    step = (w - bar) / parts
    shapes: list[Shape] = [rect(x, y, w, h, frame), rect(x - 6, y + h, w + 12, 8, frame)]
    shapes += [rect(x + bar + step * index, y + bar, step - bar, h - 2 * bar, fill) for index in range(parts)]
    for index in range(parts):
        middle = x + step * (index + 0.5) + bar / 2
        if rng.random() < 0.7:
            shapes += _window_plant(rng, middle, y + h - bar, step)
    return shapes


def _window_plant(rng: Random, x: float, y: float, step: float) -> list[Shape]:
    r = min(15.0, step * 0.22)
    pot = poly(
        [(x - r * 0.7, y - r * 1.1), (x + r * 0.7, y - r * 1.1), (x + r * 0.5, y), (x - r * 0.5, y)], PAPER
    )
    if rng.random() < 0.5:
        leaf = GREEN.light
        return [
            circle(x - r * 0.6, y - r * 2, r * 0.7, leaf),
            circle(x + r * 0.5, y - r * 2.2, r * 0.8, leaf),
            pot,
        ]
    return [circle(x, y - r * 2, r, rng.choice((ROSE.base, OCHRE.base))), pot]


def door(
    x: float, base: float, w: float, h: float, colour: Hue, trim: str, lamp: bool = False
) -> list[Shape]:
    """Return a panelled front door with a fanlight; its foot is on ``base``."""
    top = base - h
    fan = h * 0.18
    glow = OCHRE.light if lamp else INK
    return [
        rect(x - 6, top - 6, w + 12, h + 6, trim),
        rect(x, top, w, fan - 4, glow),
        rect(x, top + fan, w, h - fan, colour.base),
        rect(x + w * 0.16, top + fan + h * 0.08, w * 0.68, h * 0.26, colour.deep),
        rect(x + w * 0.16, top + fan + h * 0.42, w * 0.68, h * 0.3, colour.deep),
        circle(x + w * 0.86, top + fan + h * 0.4, max(2.5, w * 0.05), OCHRE.light),
        rect(x - 14, base - 9, w + 28, 9, STONE),
    ]


def bricks(rng: Random, box: Box, fill: str, count: int) -> list[Shape]:
    """Return a few loose groups of bricks in ``box``: enough to say brickwork, too few to be busy."""
    x, y, w, h = box
    shapes: list[Shape] = []
    for _ in range(count):
        bx = rng.uniform(x + 8, max(x + 9, x + w - 66))
        by = y + 9 * round(rng.uniform(4, max(5, h - 20)) / 9)
        courses = ((0, 0), (20, 0), (10, 9)) if rng.random() < 0.6 else ((0, 0), (20, 0))
        shapes += [line([(bx + dx, by + dy), (bx + dx + 12, by + dy)], fill, 5) for dx, dy in courses]
    return shapes
