from django.urls import path
from django.utils.translation import gettext_lazy as _

from users import views

urlpatterns = [
    path(_("sign-in/"), views.sign_in, name="sign_in"),
    path(_("sign-in/code/"), views.sign_in_code, name="sign_in_code"),
    path(_("sign-in/link/<str:link>/"), views.sign_in_link, name="sign_in_link"),
    path(_("sign-out/"), views.sign_out, name="sign_out"),
]
