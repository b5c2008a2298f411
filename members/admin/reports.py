"""Photos that somebody did not want on the site, and groups that are silent."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.permission_policies import ModelPermissionPolicy

from core.admin.reports import EditableTitleColumn, PagesReport, SiteReport
from core.admin.waiting import WaitingItem
from members.enums import ReportState
from members.models import PhotoReport
from members.services.reports import AlreadyDecided, decide
from members.services.yearly import silent_pages

NAMESPACE = "members_admin"


class DecisionColumn(Column):
    """The two buttons of one row, with the picture that it is about."""

    cell_template_name = "wagtailadmin/members/decision_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        return super().get_cell_context_data(instance, parent_context) | {
            "csrf_token": get_token(parent_context["request"]),
            "is_open": instance.state == ReportState.OPEN,
        }


class PhotoReportsReport(SiteReport):
    """Photos that went off the site because somebody asked for it, those to decide about first."""

    namespace = NAMESPACE
    model = PhotoReport
    name = "photos"
    page_title = gettext_lazy("Reported photos")
    header_icon = "image"
    any_permission_required = ["view", "change"]
    columns = [
        Column("page", label=gettext_lazy("Group"), width="20%"),
        Column("reason", label=gettext_lazy("Reason"), width="30%"),
        DateColumn("created_at", label=gettext_lazy("Reported"), width="12%"),
        Column("get_state_display", label=gettext_lazy("State"), width="14%"),
        DecisionColumn("decision", label=gettext_lazy("What you can do"), accessor="pk", width="22%"),
    ]

    @cached_property
    def permission_policy(self):
        return ModelPermissionPolicy(PhotoReport)

    def get_queryset(self):
        return PhotoReport.objects.select_related("page", "image").order_by("decided_at", "-created_at")


@require_POST
def decide_photo(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a photo back, or delete it. Raises ``Http404``, ``PermissionDenied``."""
    if not ModelPermissionPolicy(PhotoReport).user_has_permission(request.user, "change"):
        raise PermissionDenied
    report = get_object_or_404(PhotoReport.objects.select_related("page", "image"), pk=pk)
    keep = "keep" in request.POST
    try:
        decide(report=report, keep=keep, by=request.user)
    except AlreadyDecided:
        messages.warning(request, _("A colleague decided this already."))
    else:
        messages.success(request, _("The photo is back on the page.") if keep else _("The photo is deleted."))
    return redirect(f"{NAMESPACE}:photos")


def photos_waiting(request: HttpRequest) -> WaitingItem | None:
    """Photos about which somebody has to decide."""
    if not PhotoReportsReport.is_open_to(request.user):
        return None
    open_reports = PhotoReport.objects.filter(state=ReportState.OPEN)
    found = open_reports.aggregate(number=Count("pk"), oldest=Min("created_at"))
    return WaitingItem(
        found["number"],
        ngettext("reported photo waits", "reported photos wait", found["number"]),
        PhotoReportsReport.url(),
        oldest=found["oldest"],
        urgent=True,
    )


class SilentReport(PagesReport):
    """Published profiles of groups that did not answer “is this still right?” and two reminders."""

    namespace = NAMESPACE
    name = "silent"
    page_title = gettext_lazy("Members that do not answer")
    header_icon = "time"
    columns = [
        EditableTitleColumn(width="35%"),
        DateColumn("participation.asked_at", label=gettext_lazy("Asked last"), width="15%"),
        DateColumn("participation.confirmed_at", label=gettext_lazy("Answered last"), width="15%"),
        Column("contact_name", label=gettext_lazy("Contact person"), width="20%"),
        Column("phone", label=gettext_lazy("Telephone"), width="15%"),
    ]

    def get_queryset(self):
        editable = self.editable_pages().order_by().values("pk")
        return silent_pages().filter(pk__in=editable).select_related("participation").defer("body")


def silent_waiting(request: HttpRequest) -> WaitingItem | None:
    """Groups to call."""
    if not SilentReport.is_open_to(request.user):
        return None
    number = silent_pages().count()
    text = ngettext("member does not answer", "members do not answer", number)
    return WaitingItem(number, text, SilentReport.url())


addresses = [
    *PhotoReportsReport.addresses(),
    *SilentReport.addresses(),
    path("photos/<row:pk>/", decide_photo, name="decide_photo"),
]
