"""Pictures and documents with what the site must know about each file."""

from io import BytesIO

import PIL.Image
from django.core.files.base import ContentFile, File
from django.db import models
from django.utils.translation import gettext_lazy as _
from PIL import ImageOps
from wagtail.images.models import AbstractImage, AbstractRendition

REWRITTEN_FORMATS = {"JPEG": {"quality": 92}, "PNG": {}, "WEBP": {"quality": 92}, "AVIF": {"quality": 80}}


def without_metadata(file: File) -> File:
    """The same picture upright and without EXIF, GPS, XMP, thumbnail or comment; only the colour profile stays.

    Takes an open file of any format that Pillow reads. A format that is not rewritten (an animation, for
    example) comes back as it was. Raises what Pillow raises for a file that is not a picture.
    """
    file.seek(0)
    picture = PIL.Image.open(file)
    image_format = picture.format
    if image_format not in REWRITTEN_FORMATS or getattr(picture, "is_animated", False):
        file.seek(0)
        return file
    profile = picture.info.get("icc_profile")
    upright = ImageOps.exif_transpose(picture)
    upright.info = {}
    options = REWRITTEN_FORMATS[image_format] | ({"icc_profile": profile} if profile else {})
    buffer = BytesIO()
    upright.save(buffer, image_format, exif=b"", **options)
    return ContentFile(buffer.getvalue(), name=file.name)


class CustomImage(AbstractImage):
    """A picture in the media library; its ``description`` is the suggestion for each alternative text."""

    credit = models.CharField(
        _("credit"),
        max_length=120,
        blank=True,
        help_text=_("Who made the picture, for example “Photo: Anna de Wit”."),
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    def save(self, *args, **kwargs):
        """Saves the picture; a new file is first freed of everything that the camera wrote into it."""
        if self.file and not self.file._committed:
            # AbstractImage would keep EXIF on purpose; the position of somebody's home does not belong in a download.
            self.file = without_metadata(self.file.file)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

    @property
    def default_alt_text(self) -> str:
        """The suggestion for an alternative text; Wagtail would take the title, which often is the name of a file."""
        return self.description

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


class Rendition(AbstractRendition):
    """A picture in one of the sizes of ``core.images``."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"
            )
        ]

    def __setstate__(self, state):
        """What comes out of the cache says so, so that Wagtail does not write it back at every page view."""
        super().__setstate__(state)
        self._from_cache = True
