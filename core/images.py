"""The only image sizes that the site makes.

A closed list keeps strangers from ordering renditions at will, lets listings fetch all renditions in
one query, and lets the demo command and the upload make them before a visitor asks.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """One use of a picture: the operations of its renditions, small to large, and the default ``sizes``."""

    operations: tuple[str, ...]
    sizes: str
    format: str = "webp"

    @property
    def specs(self) -> tuple[str, ...]:
        """Wagtail filter specs, for example ``fill-480x300|format-webp``."""
        return tuple(f"{operation}|format-{self.format}" for operation in self.operations)


SIZES = {
    "card": Size(("fill-400x250", "fill-720x450"), "(min-width: 60rem) 22rem, (min-width: 40rem) 45vw, 92vw"),
    "hero": Size(
        ("fill-640x400", "fill-960x600", "fill-1440x900"),
        "(min-width: 72rem) 68rem, (min-width: 40rem) 92vw, 100vw",
    ),
    "body": Size(("width-480", "width-800", "width-1200"), "(min-width: 48rem) 42rem, 92vw"),
    "cover": Size(("fill-240x320", "fill-480x640"), "(min-width: 60rem) 15rem, 40vw"),
    "avatar": Size(("fill-96x96", "fill-192x192"), "4rem"),
    "logo": Size(("max-240x120", "max-480x240"), "10rem"),
    "social": Size(("fill-1200x630",), "100vw", format="jpeg"),
}


def specs_for(*names: str) -> tuple[str, ...]:
    """All filter specs of the named sizes, in order.

    Raises ``KeyError`` for a name that is not in ``SIZES``.
    """
    return tuple(spec for name in names for spec in SIZES[name].specs)


@dataclass(frozen=True)
class Drawn:
    """Drawings of the site that stand in for a picture: their folder, how many, and their size in pixels."""

    folder: str
    number: int
    width: int
    height: int

    def path(self, seed: int | None) -> str:
        """The static file of the drawing for ``seed``, a primary key."""
        return f"img/{self.folder}/{int(seed or 0) % self.number + 1:02}.svg"


DRAWN_VIEWS = Drawn("illustrations", 24, 1600, 1000)
DRAWN_COVERS = Drawn("covers", 12, 900, 1200)
