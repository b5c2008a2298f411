from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageManager
from wagtail.search import index

from core.models.mixins import PictureMixin
from core.querysets import BasePageQuerySet
from core.text import shorten

SUMMARY_LENGTH = 160

BasePageManager = PageManager.from_queryset(BasePageQuerySet)


class BasePage(PictureMixin, Page):
    """What every page of the site has: a title, a lead and a picture.

    Abstract instead of Wagtail 8's swappable page base: wagtail-localize does not support that one.
    """

    lead = models.TextField(
        _("lead"),
        max_length=600,
        help_text=_("One to three sentences that say what it is about. They stand above the text and in search results."),
    )

    objects = BasePageManager()

    search_fields = [*Page.search_fields, index.SearchField("lead", boost=1.5), index.FilterField("alias_of")]

    class Meta:
        abstract = True

    @property
    def description(self) -> str:
        """One or two sentences for search engines and social media."""
        return self.search_description or self.lead

    @property
    def short_summary(self) -> str:
        """At most 160 characters of the lead for a card, cut after a whole sentence or word."""
        return shorten(self.lead, SUMMARY_LENGTH)

    def serve(self, request, *args, **kwargs):
        """Answers a visitor; a page that only mirrors another language does not exist for the public.

        Raises ``Http404`` for an alias whose source is in another language.
        """
        if self.alias_of_id and self.alias_of.locale_id != self.locale_id:
            raise Http404
        return super().serve(request, *args, **kwargs)

    def get_sitemap_urls(self, request=None):
        """Nothing for an alias: it has no address of its own."""
        return [] if self.alias_of_id else super().get_sitemap_urls(request)
