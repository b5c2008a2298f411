"""“My data”: see it, take it along, delete it."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from members.models import Membership
from members.portal.account_forms import DeleteForm
from members.portal.views import FORM_METHODS
from members.services.account import waiting_address
from members.services.people import LastOwner
from members.services.privacy import alone_in, delete_account, export
from users.models import User
from users.sessions import for_members


@for_members
@require_http_methods(FORM_METHODS)
def my_data(request: HttpRequest) -> HttpResponse:
    """What we know, a button to download it, and a form to delete the account."""
    memberships = list(Membership.objects.of(request.user))
    form = DeleteForm(request.POST if request.method == "POST" else None, pages=alone_in(request.user))
    title = _("Your account has not been deleted")
    context = {
        "memberships": memberships,
        "form": form,
        "problems_title": title,
        "waiting": waiting_address(request.user),
    }
    if request.method != "POST" or request.user.is_admin_user:
        return render(request, "portal/my_data.html", context)
    if not form.is_valid():
        return render(request, "portal/my_data.html", context, status=422)
    user = User.objects.get(pk=request.user.pk)
    try:
        delete_account(user=user, pages_too=form.cleaned_data.get("pages") == "delete")
    except LastOwner:
        form.add_error(None, _("Others write for your group too. Make one of them owner first."))
        return render(request, "portal/my_data.html", context, status=422)
    logout(request)
    messages.success(request, _("Your account is gone."))
    return redirect("account_gone")


@for_members
@require_POST
def download(request: HttpRequest) -> HttpResponse:
    """Everything that we hold, in one ZIP file."""
    response = HttpResponse(export(request.user), content_type="application/zip")
    name = f"mijn-gegevens-{timezone.localdate():%Y-%m-%d}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def account_gone(request: HttpRequest) -> HttpResponse:
    """Say goodbye."""
    return render(request, "portal/gone.html")
