"""A photo from a stranger's telephone: looked at with suspicion, decoded, made new."""

from io import BytesIO

import PIL.Image
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import ImageOps

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
LEAST_SIDE = 200
# Larger than any rendition of the site needs; what is larger only costs space and time.
LONGEST_SIDE = 2400
HEIC_MARKS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")

MESSAGES = {
    "large": _("“%(name)s” is too large. A photo may be at most 10 MB."),
    "pixels": _("“%(name)s” has too many pixels. A photo may have at most 40 million."),
    "small": _("“%(name)s” is too small to look well. Take one of at least 200 pixels high and wide."),
    "heic": _(
        "“%(name)s” is a HEIC photo, which browsers cannot show. Choose it as JPEG: on an iPhone in Settings,"
        " Camera, Formats, “Most compatible”."
    ),
    "moving": _("“%(name)s” moves. Choose a photo that stands still."),
    "unreadable": _("“%(name)s” cannot be read as a photo. Choose a JPEG, PNG or WebP file."),
}


def problem(code: str, name: str) -> ValidationError:
    """The message for what is wrong with a file; the name is shortened and never trusted."""
    return ValidationError(MESSAGES[code], code, {"name": name[:60]})


def made_new(file) -> ContentFile:
    """The photo in ``file`` as a new file: upright, of a reasonable size, with nothing but its pixels.

    Size and kind are read from the head of the file before anything is decoded. Raises ``ValidationError`` for
    whatever is wrong with it.
    """
    name = getattr(file, "name", "") or "?"
    if file.size > MOST_BYTES:
        raise problem("large", name)
    head = file.read(16)
    if head[4:8] == b"ftyp" and head[8:12] in HEIC_MARKS:
        raise problem("heic", name)
    file.seek(0)
    try:
        return _decoded(file, name)
    except ValidationError:
        raise
    except Exception as error:  # decoders raise anything: OSError, ValueError, SyntaxError …
        raise problem("unreadable", name) from error


def _decoded(file, name: str) -> ContentFile:
    picture = PIL.Image.open(file, formats=FORMATS)
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise problem("pixels", name)
    if min(width, height) < LEAST_SIDE:
        raise problem("small", name)
    if getattr(picture, "is_animated", False):
        raise problem("moving", name)
    picture.draft(None, (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is decoded at about the size that is wanted
    picture.load()
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    profile = picture.info.get("icc_profile") if picture.mode in {"RGB", "RGBA"} else None
    see_through = upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info
    clean = upright.convert("RGBA" if see_through else "RGB")
    clean.info = {}
    buffer = BytesIO()
    kind, options = ("png", {}) if see_through else ("jpeg", {"quality": 90})
    clean.save(buffer, kind.upper(), exif=b"", **options, **({"icc_profile": profile} if profile else {}))
    return ContentFile(buffer.getvalue(), name=f"photo.{kind}")


class SeveralFilesInput(forms.FileInput):
    """One or more files. Leaving HEIC out of ``accept`` makes an iPhone hand over JPEG by itself."""

    allow_multiple_selected = True

    def __init__(self):
        super().__init__(
            attrs={
                "accept": "image/jpeg,image/png,image/webp",
                "class": "field field--file",
                "multiple": True,
            }
        )


class PhotosField(forms.FileField):
    """Photos that were chosen; cleaned they are new files. A bad one does not keep the good ones away:
    ``clean`` returns the good ones and leaves the messages of the others in ``refused``.
    """

    widget = SeveralFilesInput

    def clean(self, data, initial=None):
        """The photos as new files. Raises nothing for a bad photo, see ``refused``."""
        self.refused: list[ValidationError] = []
        photos = []
        for file in data or []:
            try:
                photos.append(made_new(file))
            except ValidationError as error:
                self.refused.append(error)
        return photos
