"""Blocks of several parts: sections and pillars that count themselves, and figures."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import samples
from core.blocks.text import PROSE, CleanRichTextBlock
from core.blocks.values import AnchoredValue
from core.richtext import without_mark


class NumberedSectionBlock(blocks.StructBlock):
    """One section with its heading."""

    heading = blocks.CharBlock(
        label=_("Heading"), max_length=120, help_text=_("Without a number: the list counts.")
    )
    body = CleanRichTextBlock(label=_("Text"), features=PROSE)

    class Meta:
        value_class = AnchoredValue


class NumberedSectionsBlock(blocks.StructBlock):
    """Sections that count themselves."""

    sections = blocks.ListBlock(NumberedSectionBlock(label=_("Section")), label=_("Sections"), min_num=1)

    class Meta:
        icon = "list-ol"
        label = _("Numbered sections")
        group = _("Structure")
        template = "components/streamfield/numbered_sections_block.html"
        preview_value = staticmethod(samples.numbered_sections)
        description = _("Chapters that count: 1, 2, 3. They stand in the table of contents.")


class UnmarkedCharBlock(blocks.CharBlock):
    """One line; a “•” or “#1” that was pasted in front of it goes when it is saved.

    In a list Wagtail shows no label at its fields: the field says its name itself, to who hears it.
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.field.widget.attrs["aria-label"] = self.meta.label

    def clean(self, value):
        return without_mark(super().clean(value))


class PillarBlock(blocks.StructBlock):
    """One pillar: a heading and its points."""

    heading = UnmarkedCharBlock(label=_("Heading"), max_length=120)
    points = blocks.ListBlock(UnmarkedCharBlock(label=_("Point"), max_length=250), label=_("Points"))


class PillarsBlock(blocks.StructBlock):
    """Pillars side by side, numbered by themselves."""

    heading = blocks.CharBlock(
        label=_("Heading"), max_length=120, required=False, help_text=_("For example “Three pillars”.")
    )
    pillars = blocks.ListBlock(PillarBlock(label=_("Pillar")), label=_("Pillars"), min_num=1)

    class Meta:
        icon = "list-ol"
        label = _("Pillars")
        group = _("Structure")
        template = "components/streamfield/pillars_block.html"
        value_class = AnchoredValue
        preview_value = staticmethod(samples.pillars)
        description = _("Numbered principles with short points under each.")


class KeyFigureBlock(blocks.StructBlock):
    """A number with its source and its date."""

    value = blocks.CharBlock(label=_("Figure"), max_length=20, help_text=_("For example “140” or “1 in 4”."))
    label = blocks.CharBlock(
        label=_("What it counts"), max_length=120, help_text=_("For example “neighbourhoods”.")
    )
    source = blocks.CharBlock(
        label=_("Source"), max_length=160, help_text=_("Who counted it, and where it stands.")
    )
    source_url = blocks.URLBlock(label=_("Web address of the source"), required=False)
    date = blocks.DateBlock(label=_("Counted on"))


class KeyFiguresBlock(blocks.StructBlock):
    """Some numbers."""

    figures = blocks.ListBlock(KeyFigureBlock(label=_("Figure")), label=_("Figures"), min_num=1, max_num=4)

    class Meta:
        icon = "order"
        label = _("Key figures")
        group = _("Structure")
        template = "components/streamfield/key_figures_block.html"
        preview_value = staticmethod(samples.key_figures)
        description = _("Figures with source and date, so that nobody wonders how old they are.")
