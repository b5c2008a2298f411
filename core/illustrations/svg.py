"""Scenes as compact SVG: presentation attributes only, whole numbers, no scripts, styles or links."""

from collections.abc import Sequence

from .runs import Batch, batches, is_dot
from .shapes import Area, Ellipse, Node, Scene, Shape, flatten

Position = tuple[int, int]


def render_svg(scene: Scene) -> str:
    """Return ``scene`` as one line of SVG, decorative, so without a title."""
    body = "".join(_element(batch) for batch in batches(scene.shapes))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {scene.width} {scene.height}" '
        f'aria-hidden="true" fill="none" stroke-linecap="round" stroke-linejoin="round">{body}</svg>\n'
    )


def _element(batch: Batch) -> str:
    fill, opacity, width = batch.paint
    look = f'stroke="{fill}" stroke-width="{width}"' if width else f'fill="{fill}"'
    if opacity < 1:
        look += f' opacity="{opacity:g}"'
    data: list[str] = []
    pen: Position | None = None
    for shape in batch.shapes:
        text, pen = _data(shape, pen)
        data.append(text)
    return f'<path {look} d="{"".join(data)}"/>'


def _data(shape: Shape, pen: Position | None) -> tuple[str, Position]:
    """Return the path data of ``shape`` from where the ``pen`` was left, and where it leaves the pen."""
    if isinstance(shape, Ellipse):
        return _ellipse_data(shape, pen)
    if isinstance(shape, Area):
        # Outlines in one path all turn clockwise: two that turn against each other would cut a hole.
        # Closing them is left to the fill, which does so by itself.
        return _node_data(_clockwise(shape.nodes), pen)
    return _node_data(shape.nodes, pen)


def _ellipse_data(shape: Ellipse, pen: Position | None) -> tuple[str, Position]:
    x, y = round(shape.cx), round(shape.cy)
    if is_dot(shape):
        return _move(x, y, pen) + "h0", (x, y)
    rx, ry = max(1, round(shape.rx)), max(1, round(shape.ry))
    start = _move(x - rx, y, pen)
    return f"{start}a{rx} {ry} 0 1 1 {2 * rx} 0a{rx} {ry} 0 1 1-{2 * rx} 0", (x - rx, y)


def _move(x: int, y: int, pen: Position | None) -> str:
    absolute = f"M{x}{_numbers((0, y))[1:]}"
    if pen is None:
        return absolute
    relative = "m" + _numbers((x - pen[0], y - pen[1]))
    return min(relative, absolute, key=len)


def _clockwise(nodes: Sequence[Node]) -> Sequence[Node]:
    points = flatten(nodes, 2)
    turned = zip(points, points[1:] + points[:1], strict=True)
    area = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in turned)
    return nodes if area >= 0 else _reversed(nodes)


def _reversed(nodes: Sequence[Node]) -> list[Node]:
    """Walk the outline the other way round: each curve's control point moves to the node before it."""
    result: list[Node] = [tuple(nodes[-1][-2:])]
    for after, before in zip(reversed(nodes), reversed(nodes[:-1]), strict=False):
        result.append((*after[:-2], *before[-2:]))
    return result


def _node_data(nodes: Sequence[Node], pen: Position | None) -> tuple[str, Position]:
    x, y = round(nodes[0][-2]), round(nodes[0][-1])
    parts = [_move(x, y, pen)]
    for steps in _steps(nodes):
        parts.append(_step(steps))
        x, y = x + steps[-2], y + steps[-1]
    # A line that rounds to nothing still needs a step, or its round cap would not be painted.
    return ("".join(parts) if len(parts) > 1 else parts[0] + "h0"), (x, y)


def _steps(nodes: Sequence[Node]) -> list[tuple[int, ...]]:
    """Return the steps from node to node in whole units; straight ones along one axis are joined."""
    result: list[tuple[int, ...]] = []
    # Rounding the absolute positions first keeps relative steps from drifting.
    x, y = round(nodes[0][-2]), round(nodes[0][-1])
    for node in nodes[1:]:
        step = tuple(round(value) - (y if index % 2 else x) for index, value in enumerate(node))
        x, y = x + step[-2], y + step[-1]
        if not any(step):
            continue
        if result and _same_way(result[-1], step):
            last = result.pop()
            step = (last[0] + step[0], last[1] + step[1])
        result.append(step)
    return result


def _same_way(first: tuple[int, ...], second: tuple[int, ...]) -> bool:
    """Return whether two steps are straight and both go up, down, left or right."""
    if len(first) != 2 or len(second) != 2:
        return False
    along_x = first[1] == second[1] == 0 and first[0] * second[0] > 0
    along_y = first[0] == second[0] == 0 and first[1] * second[1] > 0
    return along_x or along_y


def _step(steps: Sequence[int]) -> str:
    if len(steps) == 4:
        return "q" + _numbers(steps)
    if steps[1] == 0:
        return f"h{steps[0]}"
    return f"v{steps[1]}" if steps[0] == 0 else "l" + _numbers(steps)


def _numbers(values: Sequence[int]) -> str:
    """Join numbers with a space, except where a minus sign already parts them."""
    return "".join(
        str(value) if value < 0 or not index else f" {value}" for index, value in enumerate(values)
    )
