"""Groups that want to join: the list, and the screen with the two answers."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.permission_policies import ModelPermissionPolicy

from core.admin.reports import SiteReport
from core.admin.waiting import WaitingItem
from core.throttle import OverBudget
from members.admin.forms import DeclineForm
from members.enums import ApplicationState
from members.models import Application
from members.services.joining import AlreadyAnswered, NoDirectory, accept, decline

NAMESPACE = "members_admin"


class ApplicationFilterSet(WagtailFilterSet):
    class Meta:
        model = Application
        fields = ["state"]


class ApplicationColumn(TitleColumn):
    """The name of the group, with a link to its application."""

    def get_link_url(self, instance, parent_context):
        return reverse(f"{NAMESPACE}:application", args=[instance.pk])


class ApplicationsReport(SiteReport):
    """All applications of which the address was confirmed, the newest first."""

    namespace = NAMESPACE
    model = Application
    name = "applications"
    page_title = gettext_lazy("Applications")
    header_icon = "form"
    any_permission_required = ["view", "change"]
    filterset_class = ApplicationFilterSet
    columns = [
        ApplicationColumn("organisation", label=gettext_lazy("Group"), width="30%"),
        Column("place_name", label=gettext_lazy("Place"), width="18%"),
        Column("contact_name", label=gettext_lazy("Contact person"), width="20%"),
        Column("get_state_display", label=gettext_lazy("State"), width="16%"),
        DateColumn("created_at", label=gettext_lazy("Sent"), width="14%"),
    ]

    @cached_property
    def permission_policy(self):
        return ModelPermissionPolicy(Application)

    def get_queryset(self):
        return Application.objects.confirmed()


class ApplicationsMenuItem(MenuItem):
    """Shown to whoever may read applications."""

    def is_shown(self, request):
        return ApplicationsReport.is_open_to(request.user)


def applications_menu_item() -> MenuItem:
    """The list in the main menu, below the stories."""
    return ApplicationsMenuItem(
        ApplicationsReport.page_title,
        ApplicationsReport.url(),
        name="applications",
        icon_name="form",
        order=186,
    )


def applications_waiting(request: HttpRequest) -> WaitingItem | None:
    """Applications without an answer."""
    if not ApplicationsReport.is_open_to(request.user):
        return None
    found = Application.objects.waiting().aggregate(number=Count("pk"), oldest=Min("confirmed_at"))
    return WaitingItem(
        found["number"],
        ngettext("group wants to join", "groups want to join", found["number"]),
        ApplicationsReport.url(f"state={ApplicationState.NEW}"),
        oldest=found["oldest"],
        urgent=True,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def application(request: HttpRequest, pk: int) -> HttpResponse:
    """One application with its answers. Raises ``Http404``, ``PermissionDenied``."""
    if not ModelPermissionPolicy(Application).user_has_permission(request.user, "change"):
        raise PermissionDenied
    found = get_object_or_404(Application.objects.confirmed(), pk=pk)
    if request.method == "POST" and "accept" in request.POST:
        return _accept(request, found)
    form = DeclineForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _decline(request, found, form.cleaned_data["answer"])
    context = {"application": found, "form": form, "waits": found.state == ApplicationState.NEW}
    status = 422 if form.errors else 200
    return render(request, "wagtailadmin/members/application.html", context, status=status)


def _accept(request: HttpRequest, found: Application) -> HttpResponse:
    try:
        invitation = accept(application=found, by=request.user)
    except AlreadyAnswered:
        messages.warning(request, _("A colleague answered this application already."))
    except NoDirectory:
        messages.error(request, _("Make the page with the list of members first."))
    except OverBudget:
        messages.error(request, _("That are many invitations for one day. Go on tomorrow."))
    else:
        messages.success(
            request, _("A draft profile is made, and %(email)s is invited.") % {"email": invitation.email}
        )
    return redirect(f"{NAMESPACE}:application", found.pk)


def _decline(request: HttpRequest, found: Application, answer: str) -> HttpResponse:
    try:
        decline(application=found, answer=answer, by=request.user)
    except AlreadyAnswered:
        messages.warning(request, _("A colleague answered this application already."))
    else:
        messages.success(request, _("The applicant gets your message."))
    return redirect(f"{NAMESPACE}:application", found.pk)


addresses = [*ApplicationsReport.addresses(), path("applications/<row:pk>/", application, name="application")]
