"""The base of every page type."""

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.search import index

from core.enums import PageKind
from core.localization import active_locale, known_locale
from core.models.mixins import PictureMixin
from core.page_form import SitePageForm
from core.previews import ways_for
from core.querysets import BasePageQuerySet
from core.richtext import without_mark
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
        help_text=_(
            "One to three sentences that say what it is about. They stand above the text and in search results."
        ),
    )

    # What a reader calls a page of the type: in search results and related cards.
    reader_label = _("Page")

    # What a page of the type shows of other tables: fetched together with the page.
    shown_with: tuple[str, ...] = ("image",)

    base_form_class = SitePageForm

    objects = BasePageManager()

    # Boosts are for the site search too: the larger, the more a word in this field counts.
    search_fields = [
        *Page.search_fields,
        index.SearchField("title", boost=10),
        index.SearchField("lead", boost=2.5),
        # Editors write there what somebody looks for who does not know the title: “bel of mail ons”.
        index.SearchField("search_description"),
        index.FilterField("alias_of"),
    ]
    # The kind of page that a visitor narrows a search down to, and the fields that a result quotes from.
    found_as = PageKind.OTHER
    quoted_fields: tuple[str, ...] = ("lead", "body")

    class Meta:
        abstract = True

    @property
    def localized(self):
        """This page in the language of the request, if visitors can read it, else the page itself.

        Wagtail asks the database for the language first; most pages are asked for in their own.
        """
        return self if self.locale_id == active_locale().pk else super().localized

    def searched_documents(self) -> list:
        """The files of the page whose text search finds too."""
        return []

    def clean(self):
        super().clean()
        self.lead = without_mark(self.lead or "")

    def save_revision(self, *args, clean: bool = True, **kwargs):
        """Keeps a version; what a form let through unfinished, to be sent back, is not held up here."""
        return super().save_revision(*args, clean=clean and not self.is_unfinished, **kwargs)

    @property
    def description(self) -> str:
        """One or two sentences for search engines and social media."""
        return self.search_description or self.lead

    @property
    def short_summary(self) -> str:
        """At most 160 characters of the lead for a card, cut after a whole sentence or word."""
        return shorten(self.lead, SUMMARY_LENGTH)

    @classmethod
    def from_db(cls, db, field_names, values):
        """A page from the database, with its language: an address asks for it, and a list has many addresses."""
        page = super().from_db(db, field_names, values)
        if "locale_id" in vars(page):
            page.locale = known_locale(page.locale_id)
        return page

    def get_view_restrictions(self):
        """The restrictions of this page and those above it; no query when its address told that there are none."""
        if not getattr(self, "is_restricted", True):
            return PageViewRestriction.objects.none()
        if self.alias_of_id:
            return super().get_view_restrictions()
        above = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(page__path__in=above)

    def serve(self, request, *args, **kwargs):
        """Answers a visitor; a page that only mirrors another language does not exist for the public.

        Raises ``Http404`` for an alias whose source is in another language.
        """
        if self.alias_of_id and self.alias_of.locale_id != self.locale_id:
            raise Http404
        return super().serve(request, *args, **kwargs)

    @property
    def preview_modes(self):
        """Our own page, and what apps add (``core.previews``)."""
        # Wagtail calls its only way "Default", which tells nobody that it is our own site.
        own = [(name, label if name else _("On this site")) for name, label in super().preview_modes]
        return own + [(way.name, way.label) for way in ways_for(self)]

    def serve_preview(self, request, mode_name):
        """Shows the page in one of those ways."""
        for way in ways_for(self):
            if way.name == mode_name:
                return way.serve(request, self)
        return super().serve_preview(request, mode_name)

    def get_sitemap_urls(self, request=None):
        """Nothing for an alias: it has no address of its own."""
        return [] if self.alias_of_id else super().get_sitemap_urls(request)
