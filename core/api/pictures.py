"""Pictures: only in the named sizes of ``core.images``."""

from collections.abc import Iterable

from django.templatetags.static import static
from ninja import Field

from core.api.params import SizeName
from core.api.reading import Reading
from core.api.schemas import Schema
from core.images import DRAWN_COVERS, DRAWN_VIEWS, SIZES
from core.renditions import renditions_of


class Rendition(Schema):
    """A picture in one named size, in a few widths to choose from."""

    src: str = Field(description="Full address of the largest width.")
    srcset: str = Field(description="All widths, for the attribute `srcset`.")
    sizes: str = Field(description="How wide it stands on our own site, for the attribute `sizes`.")
    width: int = Field(description="Pixels, of `src`.")
    height: int = Field(description="Pixels, of `src`.")


class FocalPoint(Schema):
    """What matters in the picture: 0 is left or top, 1 is right or bottom."""

    x: float = Field(ge=0, le=1)
    y: float = Field(ge=0, le=1)


class Image(Schema):
    """A picture where it is used: the alternative text belongs to this place."""

    alt: str = Field(
        description="What is to be seen; empty when decorative.", examples=["Twee vrouwen planten bonen."]
    )
    decorative: bool = Field(description="Whether the picture tells nothing that the text does not tell.")
    caption: str
    credit: str = Field(description="Who made it.", examples=["Foto: Anna de Wit"])
    focal_point: FocalPoint | None
    renditions: dict[SizeName, Rendition] = Field(description="The sizes asked for, by name.")


def image_of(
    reading: Reading,
    image,
    sizes: Iterable[str],
    *,
    alt: str = "",
    decorative: bool | None = None,
    caption: str = "",
) -> Image | None:
    """The picture in the named sizes, or ``None`` without one or when not everybody may see it.

    Without ``decorative`` a picture without alternative text is taken for decorative.
    """
    if not reading.is_open(image):
        return None
    decorative = not alt if decorative is None else decorative
    return Image(
        alt="" if decorative else alt,
        decorative=decorative,
        caption=caption,
        credit=image.credit,
        focal_point=_focal_point(image),
        renditions={size: _rendition(reading, image, size) for size in sizes},
    )


def picture_of(reading: Reading, page, sizes: Iterable[str]) -> Image | None:
    """The picture of a page, with the words that its editor gave it."""
    return image_of(
        reading,
        page.image,
        sizes,
        alt=page.image_alt,
        decorative=page.image_decorative or not page.image_alt,
        caption=page.image_caption,
    )


def _focal_point(image) -> FocalPoint | None:
    if image.focal_point_x is None:
        return None
    x, y = image.focal_point_x / image.width, image.focal_point_y / image.height
    return FocalPoint(x=round(min(max(x, 0), 1), 4), y=round(min(max(y, 0), 1), 4))


def _rendition(reading: Reading, image, size: str) -> Rendition:
    renditions = renditions_of(image, size)
    largest = renditions[-1]
    # A small original gives the same width twice.
    widths = {rendition.width: reading.absolute(rendition.url) for rendition in renditions}
    return Rendition(
        src=widths[largest.width],
        srcset=", ".join(f"{address} {width}w" for width, address in widths.items()),
        sizes=SIZES[size].sizes,
        width=largest.width,
        height=largest.height,
    )


def drawing_of(reading: Reading, page) -> str:
    """The full address of the drawing that our site shows where the page has no picture."""
    drawn = DRAWN_COVERS if page._meta.model_name == "publicationpage" else DRAWN_VIEWS
    return reading.absolute(static(drawn.path(page.pk)))
