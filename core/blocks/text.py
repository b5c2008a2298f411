"""Blocks of words: text, headings, lists, quotes."""

import re

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText
from wagtail_footnotes.blocks import RichTextBlockWithFootnotes

from core.blocks import samples
from core.blocks.searching import ChoicesAreNoText
from core.blocks.values import HeadingValue
from core.richtext import normalise, without_quotes

INLINE = ["bold", "italic", "link"]
PROSE = [*INLINE, "document-link", "ul", "ol"]
LONG_HEADING = 80
SPACE_BETWEEN_TAGS = re.compile(r"(?<=>)\s+(?=<)")
FOOTNOTE = re.compile(r"<footnote\b[^>]*>.*?</footnote>", re.DOTALL)


class CleanRichTextBlock(blocks.RichTextBlock):
    """Rich text that turns pasted “•” and “#1” into real lists when it is saved."""

    def clean(self, value):
        cleaned = super().clean(value)
        return RichText(normalise(cleaned.source))


class ParagraphBlock(RichTextBlockWithFootnotes):
    """Running text: paragraphs and lists, with links and footnotes."""

    def __init__(self, **kwargs):
        super().__init__(**({"features": [*PROSE, "footnotes"]} | kwargs))

    def clean(self, value):
        cleaned = super().clean(value)
        return RichText(normalise(cleaned.source))

    def get_searchable_content(self, value) -> list[str]:
        """The text without the marks of its footnotes, which are keys that nobody reads."""
        return super().get_searchable_content(RichText(FOOTNOTE.sub("", value.source)))

    def replace_footnote_tags(self, value, html, context=None):
        # The library asks the database for the notes of the page in each block, also where there are none.
        if "<footnote" not in html:
            return html
        if page := (context or {}).get("page"):
            page.footnotes.get_object_list()
        return super().replace_footnote_tags(value, html, context)

    def render_footnote_tag(self, index, reference_index):
        # No space between a word and its mark, or between the mark and a full stop.
        return SPACE_BETWEEN_TAGS.sub("", super().render_footnote_tag(index, reference_index).strip())

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        group = _("Text")
        template = "components/streamfield/paragraph_block.html"
        preview_value = staticmethod(samples.paragraph)
        description = _("Paragraphs and lists. A heading has a block of its own.")


class HeadingBlock(ChoicesAreNoText, blocks.StructBlock):
    """A heading with an anchor for the table of contents."""

    text = blocks.CharBlock(
        label=_("Heading"),
        max_length=200,
        help_text=_(
            "Up to about 80 characters reads well in a table of contents. For example “What we learned”."
        ),
    )
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("h2", _("Chapter (H2)")), ("h3", _("Section (H3)")), ("h4", _("Part (H4)"))],
        default="h2",
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        group = _("Text")
        template = "components/streamfield/heading_block.html"
        value_class = HeadingValue
        preview_value = staticmethod(samples.heading)
        description = _("A heading of the text; it also stands in the table of contents.")


class PointsBlock(ChoicesAreNoText, blocks.StructBlock):
    """A list with bullets or numbers."""

    style = blocks.ChoiceBlock(
        label=_("Kind"), choices=[("bullets", _("Points")), ("numbers", _("Numbers"))], default="bullets"
    )
    items = blocks.ListBlock(
        blocks.RichTextBlock(features=INLINE, label=_("Point")), label=_("Points"), min_num=1
    )

    class Meta:
        icon = "list-ul"
        label = _("List")
        group = _("Text")
        template = "components/streamfield/list_block.html"
        preview_value = staticmethod(samples.points)
        description = _("Short points, each on a line of its own.")


class QuotedTextBlock(blocks.TextBlock):
    """The words of a quote; quotation marks around them go when it is saved."""

    def clean(self, value):
        return without_quotes(super().clean(value))


class QuoteBlock(blocks.StructBlock):
    """Words of somebody, with who said them."""

    text = QuotedTextBlock(
        label=_("Quote"), rows=3, help_text=_("Without quotation marks: the design adds them.")
    )
    attribution = blocks.CharBlock(
        label=_("Who said it"),
        required=False,
        max_length=120,
        help_text=_("For example “Fatima, gardener in Breda”."),
    )
    source = blocks.URLBlock(label=_("Where it stands"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        group = _("Text")
        template = "components/streamfield/quote_block.html"
        preview_value = staticmethod(samples.quote)
        description = _("Words of somebody else, with the name.")


class PullQuoteBlock(blocks.StructBlock):
    """A sentence set large; hidden from screen readers where it repeats the text."""

    text = QuotedTextBlock(
        label=_("Quote"), rows=3, help_text=_("Without quotation marks: the design adds them.")
    )
    attribution = blocks.CharBlock(label=_("Who said it"), required=False, max_length=120)
    repeats_text = blocks.BooleanBlock(
        label=_("Repeats the text"),
        required=False,
        default=True,
        help_text=_("Tick when the same words stand in the text: a screen reader then reads them once."),
    )

    class Meta:
        icon = "openquote"
        label = _("Pull quote")
        group = _("Text")
        template = "components/streamfield/pull_quote_block.html"
        preview_value = staticmethod(samples.pull_quote)
        description = _("A sentence from the text, set large to invite reading.")
