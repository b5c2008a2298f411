"""News as an Atom feed."""

from django.utils.translation import gettext_lazy as _

from core.feeds import ListFeed
from news.models import NewsIndexPage, NewsPage


class NewsFeed(ListFeed):
    """The newest articles."""

    list_model = NewsIndexPage
    page_model = NewsPage
    name = _("News of %(site)s")
