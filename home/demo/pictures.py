"""The drawings of the demo as pictures in the media library."""

from dataclasses import dataclass
from io import BytesIO

from django.core.files.base import ContentFile

from core.illustrations import draw, render_image
from core.models import CustomImage
from core.renditions import prepare_renditions
from home.demo.sources import read

QUALITY = 90
MOST_WIDTH = 2000  # pixels; no scene is wider


@dataclass(frozen=True)
class Drawing:
    """What to draw: the scene, and a seed that tells two drawings of one scene apart."""

    scene: str
    seed: str
    hue: str | None = None


def picture(drawing: Drawing, *, title: str, alt: str, sizes: tuple[str, ...]) -> CustomImage:
    """The picture with this title from the library, or else a new one, with the renditions of the named sizes.

    Raises what ``core.illustrations.draw`` raises for a scene that it does not know.
    """
    found = CustomImage.objects.filter(title=title).first()
    if found is None:
        name = f"{drawing.scene}-{drawing.seed}.jpg"
        file = ContentFile(_paint(drawing), name=name)
        found = CustomImage(title=title, description=alt, credit=read("site")["credit"], file=file)
        found.save()
    prepare_renditions(found, *sizes)
    return found


def _paint(drawing: Drawing) -> bytes:
    scene = draw(drawing.seed, scene=drawing.scene, hue=drawing.hue)
    image = render_image(scene, min(scene.width, MOST_WIDTH))
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=QUALITY)
    return buffer.getvalue()
