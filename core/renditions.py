"""Makes the sizes of a picture before a visitor asks for them, and finds them when one does."""

from functools import cache

from wagtail.images.models import Filter

from core.images import SIZES
from core.models import CustomImage, Rendition


@cache
def filters_for(name: str) -> tuple[Filter, ...]:
    """The filters of the named size. Kept, because Wagtail parses a filter again for every picture on a page.

    Raises ``KeyError`` for a name that is no size.
    """
    return tuple(Filter(spec=spec) for spec in SIZES[name].specs)


def renditions_of(image: CustomImage, name: str) -> list[Rendition]:
    """The renditions of ``image`` in the named size, small to large; made now where they do not exist yet."""
    return list(image.get_renditions(*filters_for(name)).values())


def prepare_renditions(image: CustomImage, *names: str) -> None:
    """Makes the renditions of ``image`` for the named sizes of ``core.images.SIZES`` that do not exist yet.

    Raises ``KeyError`` for a name that is no size, and what Wagtail raises for a picture whose file is gone.
    """
    image.get_renditions(*(item for name in names for item in filters_for(name)))
