"""The conversation on a page as an Atom feed."""

from django.utils.html import escape
from django.utils.translation import gettext as _

from comments import addresses
from comments.models import Comment
from comments.views.common import readable_page
from core.feeds import SiteFeed

ITEMS = 50


class ConversationFeed(SiteFeed):
    """The newest comments about one page, as Atom (RFC 4287): plain text, no link of a visitor made clickable."""

    def get_object(self, request, page_id):
        return readable_page(page_id)

    def title(self, page):
        return _("Comments on “%(title)s”") % {"title": page.title}

    def link(self, page):
        return page.full_url

    def feed_guid(self, page):
        # The address of the page is that of the entry in the feed of its list.
        return addresses.in_full(addresses.local("feed", page.pk, language=page.locale.language_code))

    def items(self, page):
        visible = Comment.objects.visible().filter(conversation__translation_key=page.translation_key)
        return visible.order_by("-written_at", "-pk")[:ITEMS]

    def item_title(self, comment):
        return _("Comment by %(name)s") % {"name": comment.name}

    def item_description(self, comment):
        return "".join(f"<p>{escape(text)}</p>" for text in comment.text.split("\n") if text.strip())

    def item_link(self, comment):
        return addresses.in_full(addresses.permalink(comment))

    def item_author_name(self, comment):
        return comment.name

    def item_pubdate(self, comment):
        return comment.written_at

    def item_updateddate(self, comment):
        return comment.edited_at or comment.written_at
