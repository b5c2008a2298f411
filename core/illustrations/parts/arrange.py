"""Putting groups of shapes in places drawn by lot, so that one scene is never composed the same way twice."""

from collections.abc import Sequence
from random import Random

from ..shapes import Shape, place

Group = Sequence[Shape]


def spread(rng: Random, groups: Sequence[Group], slots: Sequence[float], sway: float = 14) -> list[Shape]:
    """Return ``groups``, each drawn around x 0, dealt out over ``slots`` (x), give or take ``sway``."""
    order = rng.sample(list(slots), len(groups))
    return [
        shape
        for group, x in zip(groups, order, strict=True)
        for shape in place(group, x + rng.uniform(-sway, sway), 0)
    ]


def hang(
    rng: Random, pieces: Sequence[tuple[float, Group]], left: float, right: float, top: float
) -> list[Shape]:
    """Return ``pieces`` (width and shapes from their top left corner) side by side in an order drawn by lot.

    They share the wall from ``left`` to ``right`` with even gaps, their tops on ``top``.
    """
    gap = (right - left - sum(width for width, _ in pieces)) / (len(pieces) - 1)
    shapes: list[Shape] = []
    x = left
    for width, group in rng.sample(list(pieces), len(pieces)):
        shapes += place(group, x, top)
        x += width + gap
    return shapes
