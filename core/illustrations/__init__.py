"""Illustrations of Dutch neighbourhoods, drawn by the program itself and the same for the same seed.

They stand in where a page has no photo. ``draw`` composes a scene; ``render_svg`` and ``render_image`` turn
it into a compact SVG or a Pillow image.
"""

from .mood import chance, choose_mood
from .palette import HUES
from .raster import render_image
from .scenes import SPECIALS, VIEWS
from .shapes import Scene, Shape, bounds
from .svg import render_svg

__all__ = ["HUE_NAMES", "SCENES", "SPECIAL_SCENES", "Scene", "draw", "render_image", "render_svg"]

#: Landscape scenes, 1600 by 1000, that ``draw`` picks from when none is named.
SCENES: tuple[str, ...] = tuple(VIEWS)
#: Scenes drawn only by name: a square portrait and an upright publication cover.
SPECIAL_SCENES: tuple[str, ...] = tuple(SPECIALS)
#: The theme hues a scene may be led by.
HUE_NAMES: tuple[str, ...] = tuple(HUES)


def draw(seed: int | str, *, scene: str | None = None, hue: str | None = None) -> Scene:
    """Return the scene that belongs to ``seed``; the same arguments always give the same drawing.

    ``seed`` may be a number or a text such as a slug. ``scene`` is one of ``SCENES`` or ``SPECIAL_SCENES``;
    left out, the seed chooses a landscape. ``hue`` is one of ``HUE_NAMES``; left out, the seed chooses.
    Raises ``ValueError`` for a scene or hue that does not exist.
    """
    name = scene or chance(seed).choice(SCENES)
    kinds = VIEWS | SPECIALS
    if name not in kinds:
        raise ValueError(f"Unknown scene {name!r}; choose from {', '.join(kinds)}.")
    if hue is not None and hue not in HUES:
        raise ValueError(f"Unknown hue {hue!r}; choose from {', '.join(HUES)}.")
    kind = kinds[name]
    rng = chance(f"{seed}/{name}")
    mood = choose_mood(rng, hue, kind.odds)
    mirrored = kind.mirrored and rng.random() < 0.5
    shapes = kind.build(rng, mood)
    if mirrored:
        shapes = [shape.moved(-1, 1, kind.width, 0) for shape in shapes]
    seen = tuple(shape for shape in shapes if _on_canvas(shape, kind.width, kind.height))
    return Scene(name, seen, kind.width, kind.height)


def _on_canvas(shape: Shape, width: int, height: int) -> bool:
    left, top, right, bottom = bounds(shape)
    return right > 0 and bottom > 0 and left < width and top < height
