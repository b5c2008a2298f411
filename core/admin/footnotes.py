"""The window in which an editor puts a footnote in a text."""

from django.views.generic import TemplateView
from wagtail.admin.auth import require_admin_access

footnote_window = require_admin_access(
    TemplateView.as_view(template_name="wagtail_footnotes/admin/footnotes_modal.html")
)
