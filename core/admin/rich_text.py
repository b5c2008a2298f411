"""The text editor of the admin, within our content security policy."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin.rich_text import DraftailRichTextArea


class SiteRichTextArea(DraftailRichTextArea):
    """Wagtail's editor without its hint in an empty text.

    It writes the hint in a style element of which the text is never the same, and our policy refuses that. The hint
    stands in our own style sheet instead (see ``hint``).
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.options["placeholder"] = ""


def hint() -> str:
    """The script that hands the words of the hint to the style sheet."""
    return format_html(
        '<script type="module" src="{}" data-editor-hint="{}"></script>',
        static("js/admin/editor_hint.js"),
        _("Write here. Type ‘/’ for more."),
    )
