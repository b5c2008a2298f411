"""Build `members/data/provinces.json`: the simplified outlines of the twelve provinces, as SVG paths.

In: `netherlands.svg` of the npm package @svg-maps/netherlands 1.0.0 (CC BY 4.0, after a map by MapSVG, also
CC BY 4.0). The map is in the Mercator projection; `SOURCE_CORNERS` says which part of the earth it shows.

Out: a JSON file with the view box, the projection and, for every province slug, its name, path and the point
for a label. A place goes on the same map with: x = (lon - lon0) * xPerDegree, y = (lat0 - lat) * yPerDegree.

Run: npm pack @svg-maps/netherlands@1.0.0 && tar xzf svg-maps-netherlands-1.0.0.tgz
     pip install shapely==2.2.0 && python scripts/build_provinces.py package/netherlands.svg
"""

import argparse
import json
import math
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import shapely
from shapely import MultiPolygon, Polygon

OUTPUT = Path(__file__).resolve().parent.parent / "members" / "data" / "provinces.json"
SVG_PATH_TAG = "{http://www.w3.org/2000/svg}path"

# The id of a path in the source -> the slug and the Dutch name of the province.
PROVINCES = {
    "dr": ("drenthe", "Drenthe"),
    "fl": ("flevoland", "Flevoland"),
    "fr": ("friesland", "Friesland"),
    "ge": ("gelderland", "Gelderland"),
    "gr": ("groningen", "Groningen"),
    "li": ("limburg", "Limburg"),
    "nb": ("noord-brabant", "Noord-Brabant"),
    "nh": ("noord-holland", "Noord-Holland"),
    "ov": ("overijssel", "Overijssel"),
    "ut": ("utrecht", "Utrecht"),
    "ze": ("zeeland", "Zeeland"),
    "zh": ("zuid-holland", "Zuid-Holland"),
}

# Equirectangular, true to scale at 52.2 degrees north, in the middle of the country.
LON0, LAT0 = 3.31, 53.6
Y_PER_DEGREE = 240.0
X_PER_DEGREE = round(Y_PER_DEGREE * math.cos(math.radians(52.2)), 4)
WIDTH, HEIGHT = 586, 692

# In units of the view box (one is about 460 metres): neighbours are closed up to this gap, detail finer than
# the tolerance goes, and so do islets smaller than the minimum area.
MAXIMUM_GAP = 1.0
TOLERANCE = 0.9
MINIMUM_AREA = 4.0

Point = tuple[float, float]


@dataclass(frozen=True)
class Corners:
    """The part of the earth that a Mercator map of `width` by `height` units shows."""

    width: float
    height: float
    west: float
    east: float
    north: float
    south: float


# The package does not say it; fitted to the borders between the provinces in Natural Earth (1:10 million),
# from which the fitted borders lie 0.3 km at the median.
SOURCE_CORNERS = Corners(width=613, height=724, west=3.3624, east=7.2294, north=53.5618, south=50.7504)

# The source map is older than these changes of the province borders: from, to and a ring of (longitude,
# latitude) around the area. Only the side within the giving province matters; the rest is drawn generously.
TRANSFERS = (
    # Loosdrecht joined Noord-Holland in 2002; the border is that of Natural Earth.
    (
        "ut",
        "nh",
        (
            (5.0408, 52.2244),
            (5.0343, 52.2044),
            (5.0397, 52.1893),
            (5.0452, 52.1682),
            (5.0713, 52.1716),
            (5.0894, 52.1764),
            (5.1268, 52.1809),
            (5.1610, 52.1930),
            (5.1610, 52.2244),
        ),
    ),
    # Vijfheerenlanden joined Utrecht in 2019; its western border runs midway between the villages there.
    (
        "zh",
        "ut",
        (
            (4.9250, 52.0200),
            (4.9250, 51.9510),
            (4.9550, 51.9250),
            (4.9680, 51.9110),
            (4.9950, 51.8880),
            (5.0220, 51.8620),
            (5.0300, 51.8400),
            (5.3000, 51.8400),
            (5.3000, 52.0200),
        ),
    ),
)


def mercator(latitude: float) -> float:
    """Return the Mercator ordinate of a latitude."""
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def unproject(point: Point, corners: Corners) -> Point:
    """Turn a point of the Mercator map into (longitude, latitude)."""
    x, y = point
    top, bottom = mercator(corners.north), mercator(corners.south)
    longitude = corners.west + x / corners.width * (corners.east - corners.west)
    ordinate = top + y / corners.height * (bottom - top)
    return longitude, math.degrees(2 * math.atan(math.exp(ordinate)) - math.pi / 2)


def project(longitude: float, latitude: float) -> Point:
    """Turn a longitude and latitude into a point of our map."""
    return (longitude - LON0) * X_PER_DEGREE, (LAT0 - latitude) * Y_PER_DEGREE


def parse_path(path: str) -> list[list[Point]]:
    """Read the rings of an SVG path that has only relative `m` (with implied lines) and `z` commands."""
    rings = []
    x = y = 0.0
    for part in re.findall(r"m([^mz]+)z", path):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", part)]
        ring = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        # After `z` the pen is back at the start of the ring.
        x, y = ring[0]
        rings.append(ring)
    return rings


def read_outlines(source: Path) -> dict[str, MultiPolygon]:
    """Read the province outlines from the source map, by source id, in the units of our map."""
    outlines = {}
    for element in ElementTree.parse(source).iter(SVG_PATH_TAG):  # noqa: S314 - a file of a package of ours
        polygons = [
            Polygon([project(*unproject(point, SOURCE_CORNERS)) for point in ring])
            for ring in parse_path(element.attrib["d"])
        ]
        # Rings that collapse to a line are no land; a ring within another one is water.
        valid = shapely.make_valid(polygons, method="structure", keep_collapsed=False)
        outlines[element.attrib["id"]] = shapely.symmetric_difference_all(valid)
    return outlines


def apply_transfers(outlines: dict[str, MultiPolygon]) -> None:
    """Move each area of `TRANSFERS` from the one province to the other, in place."""
    for giver, taker, ring in TRANSFERS:
        area = outlines[giver].intersection(Polygon([project(*point) for point in ring]))
        outlines[giver] = outlines[giver].difference(area)
        outlines[taker] = outlines[taker].union(area)


def simplify(outlines: dict[str, MultiPolygon]) -> dict[str, list[Polygon]]:
    """Simplify the outlines such that neighbours keep sharing one border; drop islets, largest part first.

    Islands and lakes turn in opposite directions, so that either fill rule of SVG leaves the lakes open.
    """
    joined = shapely.coverage_clean(list(outlines.values()), gap_width=MAXIMUM_GAP)
    simple = shapely.coverage_simplify(joined, TOLERANCE)
    result = {}
    for source_id, outline in zip(outlines, simple, strict=True):
        parts = shapely.orient_polygons(shapely.get_parts(outline))
        parts = [part for part in parts if part.area >= MINIMUM_AREA]
        result[source_id] = sorted(parts, key=lambda part: part.area, reverse=True)
    return result


def decimal(tenths: int) -> str:
    """Write a number of tenths as short as SVG allows: 12 -> "1.2", -5 -> "-.5", 30 -> "3"."""
    return f"{tenths / 10:g}".replace("0.", ".", 1) if abs(tenths) < 10 else f"{tenths / 10:g}"


def ring_path(ring: shapely.LinearRing) -> str:
    """Write a ring as SVG path data with one decimal: the start, then the steps relative to each other."""
    points = [(round(x * 10), round(y * 10)) for x, y in ring.coords[:-1]]
    steps = [(x - px, y - py) for (px, py), (x, y) in pairwise(points)]
    start = f"M{decimal(points[0][0])} {decimal(points[0][1])}"
    lines = " ".join(f"{decimal(dx)} {decimal(dy)}" for dx, dy in steps if (dx, dy) != (0, 0))
    return f"{start}l{lines}z".replace(" -", "-")


def province_path(parts: list[Polygon]) -> str:
    """Write all rings of a province as SVG path data."""
    return "".join(ring_path(ring) for part in parts for ring in (part.exterior, *part.interiors))


def label_point(parts: list[Polygon]) -> list[float]:
    """Return the point with most room around it, in the largest part of the province."""
    circle = shapely.maximum_inscribed_circle(parts[0], tolerance=0.5)
    x, y = circle.coords[0]
    return [round(x, 1), round(y, 1)]


def build_map(source: Path) -> dict[str, object]:
    """Return the content of the JSON file."""
    outlines = read_outlines(source)
    apply_transfers(outlines)
    simple = simplify(outlines)
    provinces = {}
    for source_id, (slug, name) in PROVINCES.items():
        parts = simple[source_id]
        provinces[slug] = {"name": name, "path": province_path(parts), "label": label_point(parts)}
    return {
        "viewBox": f"0 0 {WIDTH} {HEIGHT}",
        "projection": {
            "type": "equirectangular",
            "lon0": LON0,
            "lat0": LAT0,
            "xPerDegree": X_PER_DEGREE,
            "yPerDegree": Y_PER_DEGREE,
        },
        "provinces": provinces,
    }


def main() -> None:
    """Read the source map that is named on the command line and write the JSON file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path, help="netherlands.svg of @svg-maps/netherlands")
    content = build_map(parser.parse_args().source)
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{OUTPUT.name}: {OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
