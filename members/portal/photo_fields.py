"""A photo from a stranger's telephone: looked at with suspicion, decoded, made new."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from members.portal.photo_decoder import Refused, decode

MOST_BYTES = 10 * 1024 * 1024

MESSAGES = {
    "large": _("“%(name)s” is too large. A photo may be at most 10 MB."),
    "pixels": _("“%(name)s” has too many pixels. A photo may have at most 40 million."),
    "small": _("“%(name)s” is too small to look well. Take one of at least 200 pixels high and wide."),
    "moving": _("“%(name)s” moves. Choose a photo that stands still."),
    "unreadable": _("“%(name)s” cannot be read as a photo. Choose a JPEG, PNG, WebP or HEIC file."),
}


def problem(code: str, name: str) -> ValidationError:
    """The message for what is wrong with a file; the name is shortened and never trusted."""
    return ValidationError(MESSAGES[code], code, {"name": name[:60]})


def made_new(file) -> ContentFile:
    """The photo in ``file`` as a new file: upright, of a reasonable size, with nothing but its pixels.

    Raises ``ValidationError`` for whatever is wrong with it.
    """
    name = getattr(file, "name", "") or "?"
    if file.size > MOST_BYTES:
        raise problem("large", name)
    data = file.read()
    try:
        new, kind = decode(data)
    except Refused as refused:
        raise problem(refused.reason, name) from refused
    return ContentFile(new, name=f"photo.{kind}")


class SeveralFilesInput(forms.FileInput):
    """One or more files; ``accept`` names HEIC, as telephones hide what it does not name."""

    allow_multiple_selected = True

    def __init__(self):
        super().__init__(
            attrs={
                "accept": "image/jpeg,image/png,image/webp,image/heic,image/heif",
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
