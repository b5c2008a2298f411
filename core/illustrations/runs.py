"""Shapes that look the same are painted together, where that leaves the picture unchanged.

A shape may join an earlier batch of the same paint as long as nothing painted in between touches it. That
halves the size of the SVG. Both renderers paint by batch, so overlapping see-through shapes come out alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from .shapes import Area, Box, Ellipse, Shape, bounds


class Paint(NamedTuple):
    """How shapes are painted: ``width`` is 0 for a filled area, else the thickness of the line or dot."""

    fill: str
    opacity: float
    width: int


@dataclass
class Batch:
    """Shapes of one paint."""

    paint: Paint
    shapes: list[Shape] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    def touches(self, box: Box) -> bool:
        """Return whether any shape of the batch may overlap ``box``."""
        left, top, right, bottom = box
        return any(b[0] < right and b[2] > left and b[1] < bottom and b[3] > top for b in self.boxes)


def is_dot(shape: Shape) -> bool:
    """Return whether ``shape`` is a plain filled circle, which is painted as a very short thick line."""
    return isinstance(shape, Ellipse) and not shape.width and round(shape.rx) == round(shape.ry)


def paint_of(shape: Shape) -> Paint:
    """Return the paint of one shape, its width in whole units."""
    if isinstance(shape, Area):
        width = 0
    elif isinstance(shape, Ellipse) and not shape.width:
        width = max(1, round(2 * shape.rx)) if is_dot(shape) else 0
    else:
        width = max(1, round(shape.width))
    return Paint(shape.fill, round(shape.opacity, 2), width)


def batches(shapes: Iterable[Shape]) -> list[Batch]:
    """Return ``shapes`` gathered by paint, in an order that paints the same picture."""
    result: list[Batch] = []
    for shape in shapes:
        paint, box = paint_of(shape), bounds(shape)
        batch = _earlier(result, paint, box)
        if batch is None:
            batch = Batch(paint)
            result.append(batch)
        batch.shapes.append(shape)
        batch.boxes.append(box)
    return result


def _earlier(done: list[Batch], paint: Paint, box: Box) -> Batch | None:
    for batch in reversed(done):
        if batch.paint == paint:
            return batch
        if batch.touches(box):
            return None
    return None
