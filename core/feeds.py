"""The Atom feed that lists of articles share (RFC 4287)."""

import re
from datetime import UTC, datetime, time

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from core.localization import active_locale, localized
from core.models import BasePage

ITEMS = 20
# When a page that nobody published by hand was last changed.
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
# Every character that is no Char of XML 1.0 (section 2.2).
NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class AtomFeed(Atom1Feed):
    """Atom with all authors of an entry; a feed without entries changed when what it is about did.

    The feed takes ``changed``, an entry may take ``authors``: their names. Characters that XML cannot hold are left
    out: they come along with text from elsewhere, and nobody sees them.
    """

    def write(self, outfile, encoding):
        self.feed = _writable(self.feed)
        self.items = _writable(self.items)
        super().write(outfile, encoding)

    def latest_post_date(self):
        return super().latest_post_date() if self.items else self.feed["changed"] or LONG_AGO

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name in item.get("authors", ()):
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")


def _writable(value):
    """What a feed is told, with only characters that XML can hold in every text of it."""
    if isinstance(value, str):
        return NOT_IN_XML.sub("", value)
    if isinstance(value, dict):
        return {name: _writable(item) for name, item in value.items()}
    return [_writable(item) for item in value] if isinstance(value, list | tuple) else value


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
    """The newest pages of ``get_object``: title, lead, authors, date and themes; ``pages`` says which pages.

    Of each page ``writers`` are the authors, in the language in which an editor chose them.
    """

    def pages(self, source):
        """The pages about ``source``, the newest first."""
        raise NotImplementedError

    def items(self, source):
        """The pages, each with ``author_names`` in the language of the feed: one query for all."""
        pages = list(self.pages(source))
        writers = [writer for page in pages for writer in page.writers]
        names = {
            writer.pk: shown.name
            for writer, shown in zip(writers, localized(writers, active_locale()), strict=True)
        }
        for page in pages:
            page.author_names = [names[writer.pk] for writer in page.writers]
        return pages

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

    def pages(self, index):
        return self.page_model.objects.child_of(index).for_feed()[:ITEMS]
