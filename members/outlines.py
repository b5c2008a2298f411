"""The outlines of the provinces, and where a position lies on their map; see ``members/data/README.md``."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

OUTLINES = Path(__file__).parent / "data" / "provinces.json"
Corner = tuple[float, float]
STEP = re.compile(r"[Mlz]|-?\d*\.?\d+")


@dataclass(frozen=True)
class Box:
    """A part of the map: its left upper corner, width and height."""

    left: float
    top: float
    width: float
    height: float

    def __str__(self):
        return f"{self.left:g} {self.top:g} {self.width:g} {self.height:g}"

    def holds(self, corners: Iterable[Corner]) -> bool:
        """Whether one of these corners lies in this part."""
        right, bottom = self.left + self.width, self.top + self.height
        return any(self.left < x < right and self.top < y < bottom for x, y in corners)

    def around(self, margin: float, *, aspect: float) -> "Box":
        """This part with a margin on each side, made wider or higher until its height is ``aspect`` times its width."""
        width, height = self.width + 2 * margin, self.height + 2 * margin
        width, height = max(width, height / aspect), max(height, width * aspect)
        left = self.left - (width - self.width) / 2
        top = self.top - (height - self.height) / 2
        return Box(*(round(number, 1) for number in (left, top, width, height)))


@dataclass(frozen=True)
class Outline:
    """A province on the map: its SVG path with the corners of this, the middle for its name, and the box it fills."""

    path: str
    label: tuple[float, float]
    corners: tuple[Corner, ...]
    box: Box


@cache
def _map() -> dict:
    return json.loads(OUTLINES.read_text(encoding="utf-8"))


@cache
def country() -> Box:
    """The whole map."""
    left, top, width, height = map(float, _map()["viewBox"].split())
    return Box(left, top, width, height)


@cache
def outlines() -> dict[str, Outline]:
    """The twelve provinces by slug. Raises ``OSError`` when the file is gone."""
    return {slug: _outline(**province) for slug, province in _map()["provinces"].items()}


def point(latitude: float, longitude: float) -> tuple[float, float]:
    """Where a position (WGS 84, degrees) lies on the map."""
    scale = _map()["projection"]
    x = (longitude - scale["lon0"]) * scale["xPerDegree"]
    y = (scale["lat0"] - latitude) * scale["yPerDegree"]
    return round(x, 1), round(y, 1)


def _outline(path: str, label: list[float], **_rest) -> Outline:
    corners = tuple(corner for ring in rings(path) for corner in ring)
    left, right = min(x for x, _y in corners), max(x for x, _y in corners)
    top, bottom = min(y for _x, y in corners), max(y for _x, y in corners)
    return Outline(path, tuple(label), corners, Box(left, top, right - left, bottom - top))


def rings(path: str) -> list[list[tuple[float, float]]]:
    """The corners of each part of a path of absolute moves and relative lines, which is all that our script writes."""
    parts: list[list[tuple[float, float]]] = []
    x = y = 0.0
    command, numbers = "", []
    for step in STEP.findall(path):
        if step in "Mlz":
            command = step
            continue
        numbers.append(float(step))
        if len(numbers) == 2:
            if command == "M":
                parts.append([])
                x, y = numbers
            else:
                x, y = x + numbers[0], y + numbers[1]
            parts[-1].append((x, y))
            numbers = []
    return parts
