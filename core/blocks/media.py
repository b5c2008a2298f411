"""Blocks with a picture, a film or a table."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail_localize.segments import StringSegmentValue

from core.blocks import samples
from core.blocks.searching import ChoicesAreNoText
from core.blocks.text import INLINE, CleanRichTextBlock
from core.blocks.values import VideoValue, player_address


class PictureSampleMixin:
    """Shows one of the drawings of the site in the preview: the example has no picture of its own."""

    def get_preview_context(self, value, parent_context=None):
        return {**super().get_preview_context(value, parent_context), "is_sample": True}


class DescribedImageBlock(ImageBlock):
    """A picture with its description for this use; Wagtail leaves the name of its first field in English."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.child_blocks["image"].label = _("Picture")


class PictureBlock(PictureSampleMixin, blocks.StructBlock):
    """A picture with its caption."""

    image = DescribedImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Picture")
        group = _("Media")
        template = "components/streamfield/image_block.html"
        preview_value = staticmethod(samples.picture)
        description = _("A picture as wide as the text, with a description for who cannot see it.")


class ImageTextBlock(PictureSampleMixin, ChoicesAreNoText, blocks.StructBlock):
    """A picture beside a text."""

    image = DescribedImageBlock(label=_("Picture"))
    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    text = CleanRichTextBlock(label=_("Text"), features=INLINE)
    side = blocks.ChoiceBlock(
        label=_("Picture on the"), choices=[("left", _("left")), ("right", _("right"))], default="left"
    )

    class Meta:
        icon = "image"
        label = _("Picture with text")
        group = _("Media")
        template = "components/streamfield/image_text_block.html"
        preview_value = staticmethod(samples.picture_with_text)
        description = _("A picture with a short text beside it; on a phone they stand below each other.")


class VideoBlock(blocks.StructBlock):
    """A film of one of two hosts, fetched from there only after a click."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    url = blocks.URLBlock(
        label=_("Web address"), help_text=_("Of YouTube or Vimeo, for example https://vimeo.com/123456.")
    )
    poster = ImageChooserBlock(label=_("Still picture"), required=False)
    description = blocks.CharBlock(label=_("What it shows"), required=False, max_length=250)
    transcript = blocks.RichTextBlock(
        label=_("What is said"),
        required=False,
        features=INLINE,
        help_text=_("The spoken text, for who cannot hear it or cannot play the video."),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        group = _("Media")
        template = "components/streamfield/video_block.html"
        value_class = VideoValue
        preview_value = staticmethod(samples.video)
        description = _("A video of YouTube or Vimeo. Nothing is loaded from there before the reader clicks.")

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not player_address(cleaned["url"]):
            message = ValidationError(_("Use the address of a video on YouTube or Vimeo."))
            raise StructBlockValidationError(block_errors={"url": message})
        return cleaned


class TableBlock(TypedTableBlock):
    """A table with a caption; its texts can be translated."""

    def __init__(self, **kwargs):
        columns = [
            ("text", blocks.CharBlock(label=_("Text"), required=False)),
            ("number", blocks.DecimalBlock(label=_("Number"), required=False)),
        ]
        super().__init__(columns, **kwargs)

    def get_preview_value(self):
        return self.to_python(samples.table())

    def get_translatable_segments(self, value):
        """The caption, the column headings and the cells of text columns, as wagtail-localize wants them."""
        texts = [("caption", value.caption or "")]
        texts += [(f"heading.{index}", column["heading"]) for index, column in enumerate(value.columns)]
        texts += [
            (f"cell.{row_index}.{index}", row["values"][index] or "")
            for row_index, row in enumerate(value.row_data)
            for index, column in enumerate(value.columns)
            if column["block"].name == "text"
        ]
        return [StringSegmentValue(path, text) for path, text in texts if text]

    def restore_translated_segments(self, value, segments):
        """Puts the translated texts where ``get_translatable_segments`` took them from."""
        for segment in segments:
            kind, *position = segment.path.split(".")
            text = segment.render_text()
            if kind == "caption":
                value.caption = text
            elif kind == "heading":
                value.columns[int(position[0])]["heading"] = text
            else:
                value.row_data[int(position[0])]["values"][int(position[1])] = text
        return value

    class Meta:
        icon = "table"
        label = _("Table")
        group = _("Media")
        template = "components/streamfield/table_block.html"
        description = _("Figures in rows and columns. Give it a caption that says what it shows.")
