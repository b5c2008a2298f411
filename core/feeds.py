"""The Atom feed that lists of articles share (RFC 4287)."""

from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.http import Http404
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from core.localization import active_locale
from core.models import BasePage

ITEMS = 20


class PageFeed(Feed):
    """The newest pages of ``get_object``: title, lead, date and themes; a subclass says which pages."""

    feed_type = Atom1Feed

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        return item.lead

    def item_link(self, item):
        return item.full_url

    def item_pubdate(self, item):
        return timezone.make_aware(datetime.combine(item.date, time(hour=9)))

    def item_updateddate(self, item):
        return item.last_published_at or self.item_pubdate(item)

    def item_categories(self, item):
        return [theme.name for theme in item.shown_themes]


class ListFeed(PageFeed):
    """The newest pages of a list in the language of the address: ``page_model`` below ``list_model``.

    ``name`` is the title, with the name of the site in the place of ``%(site)s``.
    """

    list_model: type[BasePage]
    page_model: type[BasePage]
    name: str

    def get_object(self, request):
        index = self.list_model.objects.published().in_locale(active_locale()).first()
        if index is None:
            raise Http404
        return index

    def title(self, index):
        return self.name % {"site": index.get_site().site_name}

    def subtitle(self, index):
        return index.lead

    def link(self, index):
        return index.full_url

    def items(self, index):
        pages = self.page_model.objects.child_of(index).published().defer("body")
        return pages.with_themes().newest_first()[:ITEMS]
