from django.urls import path
from django.utils.translation import gettext_lazy as _

from publications.feeds import PublicationFeed

urlpatterns = [
    path(_("feeds/publications/"), PublicationFeed(), name="publication_feed"),
]
