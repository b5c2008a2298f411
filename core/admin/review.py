"""Pages that somebody should read again, with the two answers: still correct, or off line."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, UserColumn
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from core.admin.columns import DayColumn, ReviewColumn
from core.admin.reports import TYPE, EditableTitleColumn, PagesReport, PageTypeFilterSet
from core.models import SiteSettings
from core.review import pages_due
from core.services import confirm_still_correct


class AnswersColumn(Column):
    """The buttons of one row."""

    cell_template_name = "wagtailadmin/tables/review_answers_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        permissions = instance.permissions_for_user(parent_context["request"].user)
        return super().get_cell_context_data(instance, parent_context) | {
            "csrf_token": get_token(parent_context["request"]),
            "can_unpublish": permissions.can_unpublish(),
        }


class ReviewReport(PagesReport):
    """Pages past their review date that this user may change."""

    name = "review"
    page_title = gettext_lazy("Pages to check again")
    header_icon = "time"
    filterset_class = PageTypeFilterSet
    columns = [
        EditableTitleColumn(),
        TYPE,
        UserColumn("owner", label=gettext_lazy("Owner"), width="15%"),
        DayColumn("latest_revision_created_at", label=gettext_lazy("Last changed"), width="10%"),
        ReviewColumn("review", label=gettext_lazy("Check again"), width="10%"),
        AnswersColumn("answers", label=gettext_lazy("What you can do"), accessor="pk", width="22%"),
    ]

    def get_queryset(self):
        due = pages_due(SiteSettings.for_request(self.request))
        pages = self.editable_pages().filter(pk__in=due.order_by().values("pk"))
        pages = pages.select_related("owner", "content_type").order_by("latest_revision_created_at", "pk")
        # What the permissions of a row ask: whether somebody else is at work on it.
        return pages.specific().prefetch_workflow_states().annotate_approved_schedule()


@require_POST
def still_correct(request, page_id: int):
    """Records "still correct" and goes back to the report.

    Raises ``PermissionDenied`` for who may not change the page, ``Http404`` for a type without review.
    """
    page = get_object_or_404(Page, pk=page_id).specific
    if not hasattr(page, "review_rule"):
        raise Http404
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    settings = SiteSettings.for_request(request)
    confirm_still_correct(page=page, settings=settings, by=request.user)
    page.refresh_from_db()
    messages.success(request, _("“%(title)s” is still correct.") % {"title": page.get_admin_display_title()})
    return redirect(get_valid_next_url_from_request(request) or ReviewReport.url())


addresses = [
    *ReviewReport.addresses(),
    path("review/<row:page_id>/still-correct/", still_correct, name="still_correct"),
]
