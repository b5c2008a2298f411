"""The screen on which staff switch the second factor on and off, and on which an administrator helps."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button

from core.patience import tried_too_often
from core.throttle import OverBudget
from users.forms import SecondFactorForm
from users.models import User
from users.second_factor import is_on, is_right, new_device, picture, readable_key, switch_off, switch_on

OWN = "wagtailadmin/second_factor/own.html"
FORM_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(FORM_METHODS)
def own_second_factor(request: HttpRequest) -> HttpResponse:
    """Switch the own second factor on or off; both with a code, so that an unattended screen is not enough."""
    user = User.objects.get(pk=request.user.pk)
    form = SecondFactorForm(request.POST if request.method == "POST" else None)
    active = is_on(user)
    if request.method == "POST" and form.is_valid():
        try:
            answer = _switch(request, user, form.cleaned_data["token"], active)
        except OverBudget as over:
            form.add_error("token", tried_too_often(over))
        else:
            if answer is not None:
                return answer
            form.add_error("token", _("This code is not right. Use the one that the app shows now."))
    context = {"form": form, "active": active}
    if not active:
        device = new_device(user)
        context |= {"picture": picture(device), "key": readable_key(device)}
    return render(request, OWN, context, status=422 if form.errors else 200)


def _switch(request: HttpRequest, user: User, token: str, active: bool) -> HttpResponse | None:
    """The answer after switching; ``None`` when the code is wrong."""
    if active:
        if not is_right(user=user, token=token):
            return None
        switch_off(user=user, by=request.user)
        messages.success(request, _("The second factor is off. Your password alone lets you in."))
        return redirect("second_factor")
    codes = switch_on(user=user, token=token)
    return render(request, OWN, {"active": True, "codes": codes}) if codes else None


@require_http_methods(FORM_METHODS)
def help_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Switch off the second factor of somebody who lost the telephone. Raises ``PermissionDenied``, ``Http404``."""
    if not may_help(request.user):
        raise PermissionDenied
    person = get_object_or_404(User, pk=pk)
    if person.is_superuser and not request.user.is_superuser:
        raise PermissionDenied
    if request.method == "POST":
        switch_off(user=person, by=request.user)
        messages.success(request, _("%(name)s now signs in with the password alone.") % {"name": person})
        return redirect("wagtailusers_users:index")
    return render(request, "wagtailadmin/second_factor/help.html", {"person": person})


def may_help(user: User) -> bool:
    """Whether ``user`` manages the accounts of others."""
    return user.is_superuser or user.has_perm("users.change_user")


def account_item(request: HttpRequest) -> dict:
    """The item on the page of one's own account."""
    return {
        "url": reverse("second_factor"),
        "label": gettext_lazy("Second factor"),
        "help_text": gettext_lazy("Sign in with your password and a code of an app on your telephone."),
    }


def listing_buttons(user: User, request_user: User):
    """The button in the list of users, for somebody who has a second factor."""
    if may_help(request_user) and is_on(user):
        url = reverse("second_factor_help", args=[user.pk])
        yield Button(_("Switch off second factor"), url=url, icon_name="key", priority=40)
