"""A quiet row of houses behind the action: pale walls, plain windows, no detail to draw the eye."""

from random import Random

from ..mood import Light
from ..palette import BRICK, CREAM, INK_SOFT, OCHRE, ROSE, SAND, SAND_DEEP, SKY, TEAL, TILE, VIOLET
from ..shapes import Shape, poly, rect
from .gables import GABLES

_DAYTIME = (BRICK.light, SAND, ROSE.light, CREAM, TEAL.light, TILE.light, OCHRE.light, SAND_DEEP)
_AFTER_DARK = (VIOLET.base, ROSE.base, SKY.base, BRICK.base, VIOLET.deep, TEAL.base, INK_SOFT)


def backdrop(
    rng: Random, light: Light, base: float, heights: tuple[float, float], widths: tuple[float, float]
) -> list[Shape]:
    """Return a full-width row of simple gabled houses on ``base``, within the given heights and widths."""
    dark = light.name == "evening"
    walls = rng.sample(_AFTER_DARK if dark else _DAYTIME, 6)
    glass = light.glass if dark else OCHRE.tint
    masses: list[Shape] = []
    panes: list[Shape] = []
    x, index, style = rng.uniform(-60, -10), 0, ""
    while x < 1600:
        w, h = rng.uniform(*widths), rng.uniform(*heights)
        style = rng.choice([name for name in GABLES if name != style])
        gable_h = w * (0.3 if style == "cornice" else 0.75)
        masses.append(
            poly(
                [(x, base), *GABLES[style](x, w, base - h + gable_h, gable_h), (x + w, base)],
                walls[index % 6],
            )
        )
        panes += _panes(rng, (x, base - h + gable_h, w, h - gable_h), glass, light.lit)
        x, index = x + w, index + 1
    return [*masses, *sorted(panes, key=lambda pane: pane.fill)]


def _panes(rng: Random, box: tuple[float, float, float, float], glass: str, lit: float) -> list[Shape]:
    x, top, w, h = box
    rows = max(1, round(h / 80))
    shapes: list[Shape] = []
    for row in range(rows):
        for column in range(2):
            fill = OCHRE.light if rng.random() < lit else glass
            shapes.append(
                rect(
                    x + w * (0.17 + 0.38 * column),
                    top + h * (row + 0.2) / rows,
                    w * 0.26,
                    h / rows * 0.6,
                    fill,
                )
            )
    return shapes
