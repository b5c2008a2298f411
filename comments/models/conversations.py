"""The conversation that all languages of a page share."""

from django.db import models
from wagtail.models import Page

from comments.models.rules import hidden_pages
from core.localization import default_locale
from core.querysets import IsPrivate


class ConversationQuerySet(models.QuerySet):
    def readable(self):
        """Conversations that visitors may see at all: the page is published, not private, and shows comments."""
        return self.filter(~IsPrivate("page__path"), page__live=True).exclude(hidden_pages("page__path"))

    def of(self, page: Page):
        """The conversation about ``page``, in whichever language; none before the first comment."""
        return self.filter(translation_key=page.translation_key)

    def orphaned(self):
        """Conversations whose page was deleted."""
        return self.filter(page=None)


class Conversation(models.Model):
    """What is said about one page, in all its languages together.

    ``page`` is the version in the first language (Dutch), or the only one: rights and rules are those of its
    place in the tree.
    """

    translation_key = models.UUIDField(unique=True, editable=False)
    page = models.ForeignKey("wagtailcore.Page", models.SET_NULL, null=True, related_name="+")
    pinned = models.OneToOneField(
        "comments.Comment", models.SET_NULL, null=True, blank=True, related_name="pinned_in"
    )

    objects = ConversationQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"Conversation {self.pk}"


def source_of(page: Page) -> Page:
    """The version of ``page`` that its conversation belongs to; no query for a page in the first language."""
    if page.locale_id == default_locale().pk:
        return page
    return page.get_translation_or_none(default_locale()) or page
