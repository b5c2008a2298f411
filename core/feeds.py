"""The Atom feed that lists of articles share (RFC 4287)."""

from datetime import UTC, datetime, time

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from core.localization import active_locale
from core.models import BasePage

ITEMS = 20
# When a page that nobody published by hand was last changed.
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class AtomFeed(Atom1Feed):
    """Atom with all authors of an entry; a feed without entries changed when what it is about did.

    The feed takes ``changed``, an entry may take ``authors``: their names.
    """

    def latest_post_date(self):
        return super().latest_post_date() if self.items else self.feed["changed"] or LONG_AGO

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name in item.get("authors", ()):
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")


class SiteFeed(Feed):
    """A feed of the association, which is the author of what names nobody else."""

    feed_type = AtomFeed

    def author_name(self):
        return settings.WAGTAIL_SITE_NAME

    def changed(self, source):
        """When the object that the feed is about was last changed, or ``None``."""
        return source.last_published_at

    def feed_extra_kwargs(self, source):
        return {"changed": self.changed(source)}


class PageFeed(SiteFeed):
    """The newest pages of ``get_object``: title, lead, authors, date and themes; a subclass says which pages."""

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        return escape(item.lead)  # a summary is HTML, a lead is not

    def item_link(self, item):
        return item.full_url

    def item_pubdate(self, item):
        return timezone.make_aware(datetime.combine(item.date, time(hour=9)))

    def item_updateddate(self, item):
        return item.last_published_at or self.item_pubdate(item)

    def item_categories(self, item):
        return [theme.name for theme in item.shown_themes]

    def item_extra_kwargs(self, item):
        return {"authors": item.author_names}


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
        return self.page_model.objects.child_of(index).for_feed()[:ITEMS]
