"""The door of the admin: the password, and for who switched it on the second factor."""

import time

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin.views.account import LoginView

from core.patience import tried_too_often
from core.throttle import OverBudget
from users.forms import SecondFactorForm
from users.models import User
from users.second_factor import is_on, is_right
from users.sessions import safe_path

HALFWAY = "users.halfway"  # the key in the session
HALFWAY_SECONDS = 600


class StaffLogin(LoginView):
    """Wagtail's door. Who has a second factor is not signed in here, but sent on to the next one."""

    def form_valid(self, form) -> HttpResponse:
        """Sign in, or ask for the second factor."""
        user = form.get_user()
        if not is_on(user):
            return super().form_valid(form)
        self.request.session.cycle_key()
        self.request.session[HALFWAY] = {
            "user": user.pk,
            "hash": user.get_session_auth_hash(),
            "at": int(time.time()),
            "remember": bool(form.cleaned_data.get("remember")),
            "next": safe_path(self.request, self.get_redirect_url()),
        }
        return redirect("second_factor_check")


class SecondFactorCheck(FormView):
    """Asks whoever gave the right password for the second factor."""

    form_class = SecondFactorForm
    template_name = "wagtailadmin/second_factor/check.html"

    def dispatch(self, request, *args, **kwargs) -> HttpResponse:
        """Back to the first door without a fresh password, or when it was changed meanwhile."""
        self.halfway = request.session.get(HALFWAY, {})
        self.user = User.objects.filter(pk=self.halfway.get("user"), is_active=True).first()
        fresh = time.time() - self.halfway.get("at", 0) < HALFWAY_SECONDS
        if not fresh or self.user is None or self.user.get_session_auth_hash() != self.halfway["hash"]:
            return redirect("wagtailadmin_login")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form) -> HttpResponse:
        """Sign in with the right code."""
        try:
            right = is_right(user=self.user, token=form.cleaned_data["token"])
        except OverBudget as over:
            form.add_error("token", tried_too_often(over))
            return self.form_invalid(form)
        if not right:
            form.add_error("token", _("This code is not right. Use the one that the app shows now."))
            return self.form_invalid(form)
        del self.request.session[HALFWAY]
        login(self.request, self.user)
        self.request.session.set_expiry(settings.SESSION_COOKIE_AGE if self.halfway["remember"] else 0)
        return redirect(self.halfway["next"] or reverse("wagtailadmin_home"))

    def form_invalid(self, form) -> HttpResponse:
        """Show the form again, as something that was refused."""
        return self.render_to_response(self.get_context_data(form=form), status=422)
