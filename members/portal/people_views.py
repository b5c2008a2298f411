"""Who writes along: invite, revoke, remove, hand over, leave. Only owners decide about others.

What cannot be taken back by oneself is asked on a page of its own: a GET explains, its button does it.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from core.throttle import OverBudget
from members.models import Invitation, Membership
from members.portal.access import for_group, show
from members.portal.account_forms import InviteForm
from members.portal.views import FORM_METHODS
from members.services.people import LastOwner, hand_over, invite, remove_person, revoke

LEAVE = {
    "question": gettext_lazy("Do you want to leave this group?"),
    "effect": gettext_lazy("Then you cannot write for it any more. Who stays can invite you again."),
    "button": gettext_lazy("Yes, leave"),
}


def _remove_words(membership: Membership) -> dict[str, str]:
    name = {"name": membership.user}
    return {
        "question": _("Do you want to remove %(name)s?") % name,
        "effect": _("Then %(name)s cannot write for your group any more. You can send a new invitation.")
        % name,
        "button": _("Yes, remove"),
    }


def _only_owner(membership: Membership) -> None:
    """Raises ``PermissionDenied`` for who writes along."""
    if not membership.is_owner:
        raise PermissionDenied


@for_group
@require_http_methods(FORM_METHODS)
def people(request: HttpRequest, membership: Membership) -> HttpResponse:
    """The people and open invitations of the group, and a form to invite somebody."""
    page = membership.page
    form = InviteForm(request.POST if request.method == "POST" else None)
    context = {
        "form": form,
        "people": Membership.objects.of_page(page),
        "invitations": Invitation.objects.of_page(page),
    }
    if request.method != "POST":
        return show(request, "people", membership, **context)
    _only_owner(membership)
    if not form.is_valid():
        return show(request, "people", membership, status=422, **context)
    try:
        invite(page=page, by=request.user, **form.cleaned_data)
    except OverBudget:
        form.add_error(None, _("That are many invitations for one day. Go on tomorrow."))
        return show(request, "people", membership, status=429, **context)
    messages.success(request, _("The invitation is on its way."))
    return redirect("portal_people", page.pk)


@for_group
@require_POST
def revoke_invitation(request: HttpRequest, membership: Membership, invitation: int) -> HttpResponse:
    """Make an invitation stop working. Raises ``Http404``, ``PermissionDenied``."""
    found = get_object_or_404(Invitation, pk=invitation, page=membership.page_id)
    _only_owner(membership)
    revoke(invitation=found, by=request.user)
    messages.success(request, _("The invitation no longer works."))
    return redirect("portal_people", membership.page_id)


@for_group
@require_http_methods(FORM_METHODS)
def remove(request: HttpRequest, membership: Membership, person: int) -> HttpResponse:
    """Remove somebody, or leave. Raises ``Http404``, ``PermissionDenied``."""
    found = get_object_or_404(
        Membership.objects.select_related("user", "page"), pk=person, page=membership.page_id
    )
    leaves = found.user_id == request.user.pk
    if not leaves:
        _only_owner(membership)
    if request.method != "POST":
        return show(request, "sure", membership, **(LEAVE if leaves else _remove_words(found)))
    try:
        remove_person(membership=found, by=request.user)
    except LastOwner:
        messages.error(
            request,
            _("You are the only owner. Make somebody else owner first, or ask the association for help."),
        )
        return redirect("portal_people", membership.page_id)
    messages.success(request, _("You have left the group.") if leaves else _("Removed."))
    return redirect("portal") if leaves else redirect("portal_people", membership.page_id)


@for_group
@require_http_methods(FORM_METHODS)
def make_owner(request: HttpRequest, membership: Membership, person: int) -> HttpResponse:
    """Hand the group over to somebody who writes along. Raises ``Http404``, ``PermissionDenied``."""
    people = Membership.objects.select_related("user", "page")
    found = get_object_or_404(people, pk=person, page=membership.page_id)
    _only_owner(membership)
    if request.method != "POST":
        name = {"name": found.user}
        return show(
            request,
            "sure",
            membership,
            question=_("Do you want to hand over to %(name)s?") % name,
            effect=_("Then %(name)s is the owner, and says who else may write. You go on writing along.")
            % name,
            button=_("Yes, hand over"),
        )
    hand_over(membership=found, by=request.user)
    messages.success(request, _("%(name)s is owner now.") % {"name": found.user})
    return redirect("portal_people", membership.page_id)
