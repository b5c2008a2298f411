"""The outlines of Dutch gables, from the left eave over the top to the right eave.

Each function takes the left edge ``x``, the width ``w``, the eave height ``eave`` (a y) and the height of
the gable ``h``, and returns the nodes of the outline.
"""

from collections.abc import Callable

from ..shapes import Node

Outline = list[Node]


def _mirrored(left: Outline, middle: float) -> Outline:
    """Complete an outline whose left half ends just before the top, by walking its mirror image back."""
    right: Outline = [(2 * middle - left[-1][-2], left[-1][-1])]
    for after, before in zip(reversed(left), reversed(left[:-1]), strict=False):
        control = (2 * middle - after[0], after[1]) if len(after) == 4 else ()
        right.append((*control, 2 * middle - before[-2], before[-1]))
    return right


def stepped(x: float, w: float, eave: float, h: float) -> Outline:
    """Trapgevel: a staircase up and a staircase down."""
    steps = 5 if w > 170 else 4
    inset, rise = w * 0.38 / steps, h / (steps + 0.6)
    left: Outline = [(x, eave)]
    for step in range(steps):
        up = eave - rise * (step + 1)
        left += [(x + inset * step, up), (x + inset * (step + 1), up)]
    left.append((x + inset * steps, eave - h))
    return left + _mirrored(left, x + w / 2)


def bell(x: float, w: float, eave: float, h: float) -> Outline:
    """Klokgevel: it sweeps in, straightens, and ends in a rounded head."""
    left: Outline = [
        (x, eave),
        (x, eave - h * 0.1),
        (x + w * 0.2, eave - h * 0.14, x + w * 0.23, eave - h * 0.5),
        (x + w * 0.24, eave - h * 0.78, x + w * 0.32, eave - h * 0.8),
        (x + w * 0.32, eave - h * 0.87),
    ]
    right = _mirrored(left, x + w / 2)
    right[0] = (x + w / 2, eave - h * 1.12, *right[0])
    return left + right


def neck(x: float, w: float, eave: float, h: float) -> Outline:
    """Halsgevel: a tall narrow neck with a pediment, its shoulders filled by curls."""
    left: Outline = [
        (x, eave),
        (x, eave - h * 0.08),
        (x + w * 0.1, eave - h * 0.34, x + w * 0.26, eave - h * 0.36),
        (x + w * 0.26, eave - h * 0.8),
        (x + w * 0.22, eave - h * 0.8),
        (x + w * 0.22, eave - h * 0.85),
    ]
    return [*left, (x + w / 2, eave - h), *_mirrored(left, x + w / 2)]


def spout(x: float, w: float, eave: float, h: float) -> Outline:
    """Tuitgevel: straight slopes up to a small block."""
    left: Outline = [
        (x, eave),
        (x + w * 0.06, eave),
        (x + w * 0.39, eave - h * 0.82),
        (x + w * 0.39, eave - h * 0.95),
    ]
    return left + _mirrored(left, x + w / 2)


def cornice(x: float, w: float, eave: float, h: float) -> Outline:
    """Lijstgevel: a straight top with a low raised middle."""
    left: Outline = [(x, eave), (x, eave - h * 0.22), (x + w * 0.3, eave - h * 0.22)]
    return [*left, (x + w / 2, eave - h * 0.5), *_mirrored(left, x + w / 2)]


GABLES: dict[str, Callable[[float, float, float, float], Outline]] = {
    "stepped": stepped,
    "bell": bell,
    "neck": neck,
    "spout": spout,
    "cornice": cornice,
}
