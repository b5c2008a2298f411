"""The window in which an editor puts a footnote in a text, and the words of its script."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.auth import require_admin_access

footnote_window = require_admin_access(
    TemplateView.as_view(template_name="wagtail_footnotes/admin/footnotes_modal.html")
)


def footnote_words() -> str:
    """The script that translates the links between a text and its notes, with the words in its element."""
    return format_html(
        '<script type="module" src="{}" data-to-text="{}" data-to-note="{}"></script>',
        static("js/admin/footnotes.js"),
        _("To the text"),
        _("To the note"),
    )
