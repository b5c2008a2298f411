"""Scenes as Pillow images, drawn large and scaled down so that edges come out smooth."""

from collections.abc import Sequence

from PIL import Image, ImageDraw

from .palette import PAPER
from .runs import Batch, batches
from .shapes import Area, Ellipse, Point, Scene, Shape, bounds, flatten

#: Below this width small details matter more than time, and four samples a side are taken instead of two.
_SMALL = 800


def render_image(scene: Scene, width: int) -> Image.Image:
    """Return ``scene`` as an RGB image ``width`` pixels wide, in the scene's own proportions."""
    samples = 4 if width < _SMALL else 2
    height = round(width * scene.height / scene.width)
    image = Image.new("RGB", (width * samples, height * samples), PAPER)
    draw = ImageDraw.Draw(image)
    scale = width * samples / scene.width
    for batch in batches(scene.shapes):
        scaled = [shape.moved(scale, scale, 0, 0) for shape in batch.shapes]
        if batch.paint.opacity < 1:
            _paint_through(image, batch, scaled)
        else:
            _paint(draw, scaled, batch.paint.fill)
    return image.reduce(samples)


def _paint(draw: ImageDraw.ImageDraw, shapes: Sequence[Shape], fill: str | int) -> None:
    for shape in shapes:
        if isinstance(shape, Ellipse):
            _paint_ellipse(draw, shape, fill)
        elif isinstance(shape, Area):
            draw.polygon(flatten(shape.nodes), fill=fill)
        else:
            _paint_line(draw, flatten(shape.nodes), shape.width, fill)


def _paint_ellipse(draw: ImageDraw.ImageDraw, shape: Ellipse, fill: str | int) -> None:
    # Pillow draws a line inside its box, SVG astride the curve: half the line's width makes up for that.
    rx, ry = shape.rx + shape.width / 2, shape.ry + shape.width / 2
    box = (shape.cx - rx, shape.cy - ry, shape.cx + rx, shape.cy + ry)
    if shape.width:
        draw.ellipse(box, outline=fill, width=max(1, round(shape.width)))
    else:
        draw.ellipse(box, fill=fill)


def _paint_line(draw: ImageDraw.ImageDraw, points: list[Point], width: float, fill: str | int) -> None:
    draw.line(points, fill=fill, width=max(1, round(width)), joint="curve")
    if width < 3:
        return
    for x, y in (points[0], points[-1]):
        draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=fill)


def _paint_through(image: Image.Image, batch: Batch, shapes: Sequence[Shape]) -> None:
    """Paint see-through shapes by way of a mask, no larger than the part of the image they cover."""
    boxes = [bounds(shape) for shape in shapes]
    left, top = max(0, int(min(box[0] for box in boxes))), max(0, int(min(box[1] for box in boxes)))
    right = min(image.width, int(max(box[2] for box in boxes)) + 1)
    bottom = min(image.height, int(max(box[3] for box in boxes)) + 1)
    if right <= left or bottom <= top:
        return
    mask = Image.new("L", (right - left, bottom - top), 0)
    local = [shape.moved(1, 1, -left, -top) for shape in shapes]
    _paint(ImageDraw.Draw(mask), local, round(255 * batch.paint.opacity))
    image.paste(batch.paint.fill, (left, top, right, bottom), mask)
