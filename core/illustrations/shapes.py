"""The three shapes every illustration is made of, and small helpers to make and move them.

Units are the scene's own: a landscape scene is 1600 wide and 1000 high, x grows to the right and y grows
downwards. Shapes are painted in list order, later over earlier.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

Point = tuple[float, float]
#: A corner ``(x, y)``, or a quadratic curve ``(control_x, control_y, x, y)`` from the previous node.
Node = tuple[float, ...]
#: Left, top, right and bottom.
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Area:
    """A closed outline filled with one colour."""

    nodes: tuple[Node, ...]
    fill: str
    opacity: float = 1.0

    def moved(self, sx: float, sy: float, dx: float, dy: float) -> "Area":
        """Return a copy scaled by ``sx``, ``sy`` around the origin and then shifted by ``dx``, ``dy``."""
        return replace(self, nodes=_moved_nodes(self.nodes, sx, sy, dx, dy))


@dataclass(frozen=True)
class Stroke:
    """An open line with round ends; ``width`` is in scene units."""

    nodes: tuple[Node, ...]
    fill: str
    width: float
    opacity: float = 1.0

    def moved(self, sx: float, sy: float, dx: float, dy: float) -> "Stroke":
        """Return a copy scaled by ``sx``, ``sy`` around the origin and then shifted by ``dx``, ``dy``."""
        return replace(self, nodes=_moved_nodes(self.nodes, sx, sy, dx, dy), width=self.width * abs(sx))


@dataclass(frozen=True)
class Ellipse:
    """A filled ellipse, or a ring when ``width`` (its line thickness) is above zero."""

    cx: float
    cy: float
    rx: float
    ry: float
    fill: str
    opacity: float = 1.0
    width: float = 0.0

    def moved(self, sx: float, sy: float, dx: float, dy: float) -> "Ellipse":
        """Return a copy scaled by ``sx``, ``sy`` around the origin and then shifted by ``dx``, ``dy``."""
        return replace(
            self,
            cx=self.cx * sx + dx,
            cy=self.cy * sy + dy,
            rx=self.rx * abs(sx),
            ry=self.ry * abs(sy),
            width=self.width * abs(sx),
        )


Shape = Area | Stroke | Ellipse


@dataclass(frozen=True)
class Scene:
    """A finished drawing: its name, its size in units, and its shapes from back to front."""

    name: str
    shapes: tuple[Shape, ...]
    width: int = 1600
    height: int = 1000


def _moved_nodes(nodes: Iterable[Node], sx: float, sy: float, dx: float, dy: float) -> tuple[Node, ...]:
    scales, shifts = (sx, sy, sx, sy), (dx, dy, dx, dy)
    return tuple(
        tuple(value * scale + shift for value, scale, shift in zip(node, scales, shifts, strict=False))
        for node in nodes
    )


def poly(points: Iterable[Node], fill: str, opacity: float = 1.0) -> Area:
    """Return a closed area through ``points``, which may hold quadratic curve nodes."""
    return Area(tuple(points), fill, opacity)


def rect(x: float, y: float, w: float, h: float, fill: str, radius: float = 0, opacity: float = 1.0) -> Area:
    """Return a rectangle with its top left corner at ``x``, ``y``, its corners rounded by ``radius``."""
    right, bottom = x + w, y + h
    if not radius:
        return Area(((x, y), (right, y), (right, bottom), (x, bottom)), fill, opacity)
    r = min(radius, w / 2, h / 2)
    nodes = (
        (x + r, y),
        (right - r, y),
        (right, y, right, y + r),
        (right, bottom - r),
        (right, bottom, right - r, bottom),
        (x + r, bottom),
        (x, bottom, x, bottom - r),
        (x, y + r),
        (x, y, x + r, y),
    )
    return Area(nodes, fill, opacity)


def pill(x: float, y: float, w: float, h: float, fill: str, opacity: float = 1.0) -> Stroke:
    """Return a level bar with fully round ends, its top left corner at ``x``, ``y``."""
    middle = y + h / 2
    return Stroke(((x + h / 2, middle), (x + w - h / 2, middle)), fill, h, opacity)


def dome(x: float, y: float, w: float, h: float, fill: str, opacity: float = 1.0) -> Area:
    """Return a box with a rounded top: a doorway, an arched window, a mound."""
    rise = min(h, w / 2)
    nodes = (
        (x, y + h),
        (x, y + rise),
        (x, y, x + w / 2, y),
        (x + w, y, x + w, y + rise),
        (x + w, y + h),
    )
    return Area(nodes, fill, opacity)


def circle(cx: float, cy: float, r: float, fill: str, opacity: float = 1.0) -> Ellipse:
    """Return a filled circle around ``cx``, ``cy``."""
    return Ellipse(cx, cy, r, r, fill, opacity)


def ring(cx: float, cy: float, r: float, fill: str, width: float) -> Ellipse:
    """Return a circle drawn as a line of the given ``width``."""
    return Ellipse(cx, cy, r, r, fill, 1.0, width)


def line(points: Iterable[Node], fill: str, width: float, opacity: float = 1.0) -> Stroke:
    """Return an open line through ``points``, which may hold quadratic curve nodes."""
    return Stroke(tuple(points), fill, width, opacity)


def place(shapes: Sequence[Shape], x: float, y: float, scale: float = 1.0, flip: bool = False) -> list[Shape]:
    """Return ``shapes`` drawn around the origin, now standing at ``x``, ``y``, mirrored when ``flip``."""
    return [shape.moved(-scale if flip else scale, scale, x, y) for shape in shapes]


def flatten(nodes: Sequence[Node], steps: int = 8) -> list[Point]:
    """Return the corner points along ``nodes``, each curve cut into ``steps`` straight pieces."""
    points: list[Point] = []
    for node in nodes:
        if len(node) == 2 or not points:
            points.append((node[-2], node[-1]))
            continue
        cx, cy, x, y = node
        x0, y0 = points[-1]
        for step in range(1, steps + 1):
            t = step / steps
            points.append(
                (
                    (1 - t) ** 2 * x0 + 2 * t * (1 - t) * cx + t * t * x,
                    (1 - t) ** 2 * y0 + 2 * t * (1 - t) * cy + t * t * y,
                )
            )
    return points


def bounds(shape: Shape) -> Box:
    """Return a box that surely holds ``shape``: control points count as if the line passed through them."""
    if isinstance(shape, Ellipse):
        reach = shape.width / 2 + 1
        rx, ry = shape.rx + reach, shape.ry + reach
        return (shape.cx - rx, shape.cy - ry, shape.cx + rx, shape.cy + ry)
    reach = 1 if isinstance(shape, Area) else shape.width / 2 + 1
    xs = [value for node in shape.nodes for value in node[::2]]
    ys = [value for node in shape.nodes for value in node[1::2]]
    return (min(xs) - reach, min(ys) - reach, max(xs) + reach, max(ys) + reach)
