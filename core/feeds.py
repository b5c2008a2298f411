"""The Atom feed that lists of articles share (RFC 4287)."""

from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

ITEMS = 20


class PageFeed(Feed):
    """The newest pages of ``get_object``: title, lead, date and author; a subclass says which pages."""

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
        return [theme.name for theme in item.themes.all()]
