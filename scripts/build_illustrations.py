"""Write the illustrations that the site ships as files: fallbacks for pages without a photo, and the icons.

Run as ``python -m scripts.build_illustrations`` after a change to ``core.illustrations``. The result is the
same on every run.
"""

from pathlib import Path

from core.illustrations import draw, render_image, render_svg
from core.illustrations.scenes.marks import app_icon, favicon, social

TARGET = Path(__file__).resolve().parent.parent / "static" / "img"

#: Scene, seed and leading hue of each fallback. Neighbours differ in scene and in hue, because a page with
#: a list of items often takes them in a row.
FALLBACKS: tuple[tuple[str, int, str], ...] = (
    ("canal", 4, "rose"),
    ("garden", 5, "teal"),
    ("meeting", 4, "violet"),
    ("street", 4, "ochre"),
    ("village", 1, "green"),
    ("repair", 3, "brick"),
    ("market", 4, "teal"),
    ("energy", 5, "sky"),
    ("dinner", 2, "rose"),
    ("playground", 7, "green"),
    ("centre", 4, "brick"),
    ("canal", 3, "ochre"),
    ("meeting", 8, "teal"),
    ("garden", 8, "violet"),
    ("street", 3, "green"),
    ("village", 6, "brick"),
    ("energy", 8, "ochre"),
    ("dinner", 6, "sky"),
    ("repair", 7, "rose"),
    ("market", 5, "violet"),
    ("playground", 2, "teal"),
    ("centre", 12, "sky"),
    ("canal", 7, "green"),
    ("village", 4, "rose"),
)

#: The same for publications without a picture: seed and hue of each cover. Each pattern comes twice.
COVERS: tuple[tuple[str, int, str], ...] = tuple(
    ("cover", seed, hue)
    for seed, hue in (
        (3, "brick"),
        (1, "teal"),
        (2, "green"),
        (7, "ochre"),
        (4, "violet"),
        (11, "rose"),
        (16, "sky"),
        (9, "violet"),
        (5, "brick"),
        (13, "green"),
        (10, "teal"),
        (14, "ochre"),
    )
)


def build(target: Path) -> list[Path]:
    """Write every file under the directory ``target`` and return the paths written."""
    written = [
        *_draw_all(target / "illustrations", FALLBACKS),
        *_draw_all(target / "covers", COVERS),
    ]
    mark = target / "favicon.svg"
    mark.write_text(render_svg(favicon()), encoding="utf-8")
    written.append(mark)
    pictures = (
        ("icon-180.png", app_icon(), 180),
        ("icon-512.png", app_icon(), 512),
        ("social.png", social(), 1200),
    )
    for name, picture, width in pictures:
        path = target / name
        render_image(picture, width).save(path, optimize=True)
        written.append(path)
    return written


def _draw_all(folder: Path, drawings: tuple[tuple[str, int, str], ...]) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for number, (scene, seed, hue) in enumerate(drawings, start=1):
        path = folder / f"{number:02}.svg"
        path.write_text(render_svg(draw(seed, scene=scene, hue=hue)), encoding="utf-8")
        written.append(path)
    return written


if __name__ == "__main__":
    for path in build(TARGET):
        print(f"{path.name:14} {path.stat().st_size / 1024:6.1f} kB")
