"""Forms of the media library. The setting ``WAGTAILIMAGES_IMAGE_FORM_BASE`` names the one for pictures."""

import PIL.Image
from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class ReadablePictureField(WagtailImageField):
    """An upload that is decoded whole before it is accepted.

    Wagtail looks at the first bytes only, and asks the decoder for the size outside its own precautions: a
    damaged or malicious file then ends in an error page. Here whatever the decoder says is a form error.
    """

    def to_python(self, data):
        try:
            picture = super().to_python(data)
            if picture is not None:
                picture.seek(0)
                PIL.Image.open(picture).load()
                picture.seek(0)
        except ValidationError:
            raise
        except Exception as error:  # decoders raise anything: OSError, ValueError, SyntaxError …
            raise ValidationError(self.error_messages["invalid_image"], code="invalid_image") from error
        return picture


class ImageForm(BaseImageForm):
    """The form for one picture, wherever in the admin it is uploaded."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            self.fields["file"] = ReadablePictureField(
                label=field.label, required=field.required, widget=field.widget
            )
