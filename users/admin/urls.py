"""The doors of the admin. Stands before Wagtail's own addresses, whose name for the first door stays."""

from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from users.admin.login import SecondFactorCheck, StaffLogin

hide = sensitive_post_parameters("password", "token")

urlpatterns = [
    path("login/", never_cache(hide(StaffLogin.as_view()))),
    path("login/code/", never_cache(hide(SecondFactorCheck.as_view())), name="second_factor_check"),
]
