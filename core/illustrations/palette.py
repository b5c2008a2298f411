"""The colours of the illustrations, taken from Dutch streets.

Every colour an illustration may use is defined here and nowhere else, so that a whole page of pictures
looks like one hand made it. Colours are ``#rrggbb`` strings.
"""

from dataclasses import astuple, dataclass


@dataclass(frozen=True)
class Hue:
    """One colour family in four steps, from a ground tint to a shadow tone."""

    tint: str
    light: str
    base: str
    deep: str


BRICK = Hue("#f7dfd2", "#e2a184", "#b4533c", "#7d3529")
OCHRE = Hue("#fbebc6", "#f4c968", "#dd9c2f", "#98651f")
GREEN = Hue("#dcead2", "#9cc08a", "#4d8a5c", "#265241")
TEAL = Hue("#d3eae4", "#88c2b8", "#2e8580", "#17504f")
SKY = Hue("#dceef4", "#a6d0e2", "#4a8fb7", "#24567a")
VIOLET = Hue("#e9e2f1", "#b6a5d1", "#7662a2", "#45386b")
ROSE = Hue("#fae0df", "#eeaaa7", "#cc5f6b", "#883547")

#: The seven theme hues, by the key that pages and themes use.
HUES: dict[str, Hue] = {
    "brick": BRICK,
    "ochre": OCHRE,
    "green": GREEN,
    "teal": TEAL,
    "sky": SKY,
    "violet": VIOLET,
    "rose": ROSE,
}

#: Fired roof tile: warmer and brighter than brick, so a roof never melts into its wall.
TILE = Hue("#f9dccb", "#ec9f76", "#d2633c", "#a3442a")

#: Leaves in the sun, olive beside the blue-green of ``GREEN``.
MOSS = Hue("#eaebc7", "#c3c778", "#8b9a45", "#566327")

PAPER = "#fdf8ee"
CREAM = "#f5e9d3"
SAND = "#ead6b2"
SAND_DEEP = "#d0b48a"
STONE = "#b5a996"
EARTH = "#6b4a38"
SLATE = "#3d5464"
INK_SOFT = "#34495a"
INK = "#1f2d3a"

WOOD = Hue("#e9c79b", "#cf9f68", "#a9743f", "#774c2a")

SKINS = ("#f7d4ba", "#eab894", "#d09467", "#aa6c43", "#8c5837", "#6e4531")
HAIRS = ("#241f22", "#4a2f25", "#7c4527", "#b5642f", "#e3b75f", "#cfc8bb")

#: Dark glazed pantiles, the other Dutch roof.
PANTILE = Hue(STONE, SLATE, INK_SOFT, INK)

_NEUTRALS = (PAPER, CREAM, SAND, SAND_DEEP, STONE, EARTH, SLATE, INK_SOFT, INK)
_FAMILIES = (*HUES.values(), TILE, MOSS, WOOD)

#: Every colour in use, for checks.
ALL_COLOURS: frozenset[str] = frozenset(
    (*_NEUTRALS, *SKINS, *HAIRS, *(step for family in _FAMILIES for step in astuple(family)))
)
