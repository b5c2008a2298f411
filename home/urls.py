from django.urls import path
from django.utils.translation import gettext_lazy as _

from home import views
from home.feeds import ThemeFeed

urlpatterns = [
    path(_("feeds/themes/<slug:slug>/"), ThemeFeed(), name="theme_feed"),
    path(_("form/<row:pk>/"), views.form, name="form"),
    path(_("form/<row:pk>/received/"), views.form_received, name="form_received"),
]
