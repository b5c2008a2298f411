"""Publications as an Atom feed."""

from django.utils.translation import gettext_lazy as _

from core.feeds import ListFeed
from publications.models import PublicationIndexPage, PublicationPage


class PublicationFeed(ListFeed):
    """The newest publications."""

    list_model = PublicationIndexPage
    page_model = PublicationPage
    name = _("Publications of %(site)s")
