"""Makes the sizes of a picture before a visitor asks for them."""

from core.images import specs_for
from core.models import CustomImage


def prepare_renditions(image: CustomImage, *names: str) -> None:
    """Makes the renditions of ``image`` for the named sizes of ``core.images.SIZES`` that do not exist yet.

    Raises ``KeyError`` for a name that is no size, and what Wagtail raises for a picture whose file is gone.
    """
    image.get_renditions(*specs_for(*names))
