"""“My data”: correct the own name, and the address with which one signs in."""

from functools import wraps

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.patience import ask_patience
from core.throttle import OverBudget
from members.portal.account_forms import NameForm, NewAddressForm
from members.portal.views import FORM_METHODS
from members.services.account import (
    NotChanged,
    ask_new_address,
    forget_new_address,
    groups_reached_at,
    rename,
    take_new_address,
    waiting_address,
)
from users.models import User
from users.sessions import Answer, for_members


def for_volunteers(view: Answer) -> Answer:
    """Let only members see a page, and give it their account: staff change theirs in the admin. Raises ``Http404``."""

    @for_members
    @require_http_methods(FORM_METHODS)
    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        user = User.objects.get(pk=request.user.pk)
        if user.is_admin_user:
            raise Http404
        return view(request, user, *args, **kwargs)

    return guarded


@for_volunteers
def my_name(request: HttpRequest, user: User) -> HttpResponse:
    """A form with the name."""
    form = NameForm(
        request.POST if request.method == "POST" else None, initial={"name": user.get_full_name()}
    )
    if request.method != "POST":
        return render(request, "portal/my_name.html", {"form": form})
    if not form.is_valid():
        return render(request, "portal/my_name.html", {"form": form}, status=422)
    rename(user=user, name=form.cleaned_data["name"])
    messages.success(request, _("Saved."))
    return redirect("my_data")


@for_volunteers
def my_address(request: HttpRequest, user: User) -> HttpResponse:
    """A form for a new address, and a button to keep the old one while the new one waits."""
    if request.method == "POST" and request.POST.get("action") == "forget":
        forget_new_address(user=user)
        messages.success(request, _("Your address stays as it is."))
        return redirect("my_data")
    waiting = waiting_address(user)
    form = NewAddressForm(
        request.POST if request.method == "POST" else None,
        user=user,
        initial={"email": waiting.email if waiting else ""},
    )
    context = {"form": form, "waiting": waiting}
    if request.method != "POST":
        return render(request, "portal/my_address.html", context)
    if not form.is_valid():
        return render(request, "portal/my_address.html", context, status=422)
    try:
        ask_new_address(user=user, address=request.META.get("REMOTE_ADDR", ""), **form.cleaned_data)
    except OverBudget as over:
        form.add_error(
            None, _("You asked for that often today. Go on tomorrow, or ask the association for help.")
        )
        return ask_patience(render(request, "portal/my_address.html", context), over)
    messages.success(request, _("We have sent a mail to the new address. Press the button in it."))
    return redirect("my_data")


@for_volunteers
def my_address_confirm(request: HttpRequest, user: User, secret: str) -> HttpResponse:
    """A button for any link, which takes the new address; one answer for links that do not work."""
    if request.method != "POST":
        return render(request, "portal/my_address_confirm.html", {"waiting": waiting_address(user)})
    try:
        before = take_new_address(user=user, secret=secret)
    except NotChanged:
        return render(request, "portal/my_address_confirm.html", {"failed": True}, status=410)
    update_session_auth_hash(request, user)  # the other sessions end
    messages.success(request, _("From now on you sign in with %(email)s.") % {"email": user.email})
    for page in groups_reached_at(user, before):
        told = _("Your old address still stands with the contact details of %(group)s. Change it there too.")
        messages.info(request, told % {"group": page.draft_title})
    return redirect("my_data")
