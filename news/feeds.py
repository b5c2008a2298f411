"""News as an Atom feed."""

from django.http import Http404
from django.utils.translation import gettext as _

from core.feeds import ITEMS, PageFeed
from core.localization import active_locale
from news.models import NewsIndexPage, NewsPage


class NewsFeed(PageFeed):
    """The newest articles in the language of the address."""

    def get_object(self, request):
        index = NewsIndexPage.objects.published().in_locale(active_locale()).first()
        if index is None:
            raise Http404
        return index

    def title(self, index):
        return _("News of %(site)s") % {"site": index.get_site().site_name}

    def subtitle(self, index):
        return index.lead

    def link(self, index):
        return index.full_url

    def items(self, index):
        return (
            NewsPage.objects.child_of(index)
            .published()
            .defer("body")
            .prefetch_related("themes")
            .newest_first()[:ITEMS]
        )
