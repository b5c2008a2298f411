from django.urls import path
from django.utils.translation import gettext_lazy as _

from home.feeds import ThemeFeed

urlpatterns = [
    path(_("feeds/themes/<slug:slug>/"), ThemeFeed(), name="theme_feed"),
]
