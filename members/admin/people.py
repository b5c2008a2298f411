"""The people of one group: staff invite, revoke, remove, and say who is owner."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button

from core.throttle import OverBudget
from members.admin.forms import InvitationForm
from members.enums import Role
from members.models import Invitation, MemberPage, Membership
from members.services.people import hand_over, invite, remove_person, revoke

NAMESPACE = "members_admin"


def _page(request: HttpRequest, pk: int) -> MemberPage:
    """A profile that this user may publish. Raises ``Http404``, ``PermissionDenied``."""
    page = get_object_or_404(MemberPage, pk=pk)
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    return page


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, pk: int) -> HttpResponse:
    """Who writes for the group, the invitations with what became of them, and a form for one more."""
    page = _page(request, pk)
    form = InvitationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        _invite(request, page, **form.cleaned_data)
        return redirect(f"{NAMESPACE}:people", page.pk)
    context = {
        "page": page,
        "form": form,
        "people": Membership.objects.of_page(page),
        "invitations": Invitation.objects.of_page(page),
    }
    return render(request, "wagtailadmin/members/people.html", context, status=422 if form.errors else 200)


def _invite(request: HttpRequest, page: MemberPage, *, email: str, name: str, is_owner: bool) -> None:
    role = Role.OWNER if is_owner else Role.EDITOR
    try:
        invite(page=page, email=email, name=name, role=role, by=request.user)
    except OverBudget:
        messages.error(request, _("That are many invitations for one day. Go on tomorrow."))
    else:
        messages.success(request, _("The invitation is on its way."))


@require_POST
def change_person(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    """Remove somebody, or make somebody the owner. Raises ``Http404``, ``PermissionDenied``."""
    page = _page(request, pk)
    memberships = Membership.objects.select_related("user", "page")
    membership = get_object_or_404(memberships, pk=person, page=page)
    if "owner" in request.POST:
        hand_over(membership=membership, by=request.user)
    else:
        remove_person(membership=membership, by=request.user)
    messages.success(request, _("Saved. The people of the group get a mail."))
    return redirect(f"{NAMESPACE}:people", page.pk)


@require_POST
def change_invitation(request: HttpRequest, pk: int, invitation: int) -> HttpResponse:
    """Revoke an invitation, or send it again with a new link. Raises ``Http404``, ``PermissionDenied``."""
    page = _page(request, pk)
    found = get_object_or_404(Invitation, pk=invitation, page=page, accepted_at=None)
    if "again" in request.POST:
        _invite(request, page, email=found.email, name=found.name, is_owner=found.role == Role.OWNER)
    else:
        revoke(invitation=found, by=request.user)
        messages.success(request, _("The invitation no longer works."))
    return redirect(f"{NAMESPACE}:people", page.pk)


def header_buttons(page, user, view_name, next_url=None):
    """The way to this screen, above the form of a profile."""
    if isinstance(page, MemberPage) and page.pk and page.permissions_for_user(user).can_publish():
        url = reverse(f"{NAMESPACE}:people", args=[page.pk])
        yield Button(gettext_lazy("People of this group"), url=url, icon_name="group", priority=60)


addresses = [
    path("people/<row:pk>/", people, name="people"),
    path("people/<row:pk>/<row:person>/", change_person, name="change_person"),
    path("people/<row:pk>/invitation/<row:invitation>/", change_invitation, name="change_invitation"),
]
