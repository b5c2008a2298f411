"""How the panels of our page types are arranged: the same four tabs, in the order in which an editor thinks."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page
from wagtail_footnotes.widgets import ReadonlyUUIDInput

PICTURE_HELP = _("Without a picture the site shows one of its own drawings.")


def tabs(
    *,
    content: list,
    contact: list | None = None,
    organise: list | None = None,
    promote: list | None = None,
    settings: list | None = None,
):
    """The edit form of a page type.

    ``content`` is what visitors read, ``contact`` how they reach whom it is about, ``organise`` where it is
    found (themes, tags, related); ``promote`` is added before Wagtail's own fields for search engines and menus,
    ``settings`` before its publishing fields.
    """
    search_engines = MultiFieldPanel(
        [
            FieldPanel("slug"),
            FieldPanel("seo_title"),
            FieldPanel(
                "search_description",
                help_text=_(
                    "One or two sentences under the link in a search engine. Without it the lead is shown."
                ),
            ),
        ],
        heading=_("For search engines and sharing"),
    )
    optional = [(contact, _("Contact")), (organise, _("Organise"))]
    panels = [
        ObjectList(content, heading=_("Content")),
        *(ObjectList(part, heading=heading) for part, heading in optional if part),
        ObjectList([*(promote or []), search_engines], heading=_("Findable")),
        ObjectList([*(settings or []), *Page.settings_panels], heading=_("Settings")),
    ]
    return TabbedInterface(panels)


def footnotes_panel() -> InlinePanel:
    """The notes below a text; the library's own panel is in English."""
    return InlinePanel(
        "footnotes",
        panels=[
            FieldPanel("text", heading=_("Text")),
            FieldPanel(
                "uuid",
                heading=_("Mark"),
                help_text=_("It stands in the text between brackets. Readers see a number there."),
                widget=ReadonlyUUIDInput,
            ),
        ],
        label=_("Footnote"),
        heading=_("Footnotes"),
        help_text=_("In the text, type / where the note belongs and choose “Footnote”."),
    )
