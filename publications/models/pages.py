"""Publications and their list."""

from django.db import models
from django.forms import Select
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from comments.models import CommentableMixin
from core.changes import remembered_of_content
from core.enums import PageKind
from core.listing import Listing, ThemeFilter, YearFilter
from core.localization import active_locale, localized
from core.models import (
    BasePage,
    BodyMixin,
    DatedMixin,
    RelatedPage,
    RelatedPagesMixin,
    SiteSettings,
    SourceMixin,
    TaggedMixin,
    ThemedMixin,
)
from core.models.panels import tabs
from core.only_in_dutch import only_in_dutch
from core.review import ReviewRule
from publications.enums import PartnerRole
from publications.filters import KindFilter
from publications.models.snippets import PublicationKind
from publications.querysets import PublicationPageManager


class PublicationIndexPage(BasePage):
    """All publications, newest first, with filters by kind, theme and year."""

    template = "pages/publication_index_page.html"
    page_description = _("The list of publications. There is one per language.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["publications.PublicationPage"]
    max_count_per_parent = 1

    content_panels = [*BasePage.content_panels, FieldPanel("lead"), BasePage.picture_panel]
    edit_handler = tabs(content=content_panels)

    class Meta:
        verbose_name = _("publication list")
        verbose_name_plural = _("publication lists")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = Listing(
            PublicationPage.objects.child_of(self).for_listing().with_themes(),
            query=request.GET,
            name=f"page-{self.pk}",
            filters=[KindFilter(self.locale), ThemeFilter(self.locale), YearFilter()],
            per_page=SiteSettings.for_request(request).items_per_page,
        )
        publications, chosen = PublicationPage.objects.all(), context["listing"].chosen
        context["only_in_dutch"] = only_in_dutch(self, publications, chosen)
        return context


class PublicationPageTag(TaggedItemBase):
    content_object = ParentalKey(
        "publications.PublicationPage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class PublicationRelatedPage(RelatedPage):
    page = ParentalKey("publications.PublicationPage", on_delete=models.CASCADE, related_name="related_pages")


class PublicationAuthor(Orderable):
    """Who wrote a publication, in order."""

    page = ParentalKey(
        "publications.PublicationPage", on_delete=models.CASCADE, related_name="publication_authors"
    )
    author = models.ForeignKey("core.Author", models.CASCADE, related_name="+", verbose_name=_("author"))

    panels = [FieldPanel("author")]


class PublicationPartner(Orderable):
    """Another organisation and what it did."""

    page = ParentalKey(
        "publications.PublicationPage", on_delete=models.CASCADE, related_name="publication_partners"
    )
    partner = models.ForeignKey("core.Partner", models.CASCADE, related_name="+", verbose_name=_("partner"))
    role = models.CharField(_("role"), max_length=12, choices=PartnerRole, default=PartnerRole.PARTNER)

    panels = [FieldRowPanel([FieldPanel("partner"), FieldPanel("role")])]


class PublicationFile(Orderable):
    """A file to download; its type, size, pages, date and language come from the document."""

    page = ParentalKey("publications.PublicationPage", on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        "core.CustomDocument", models.CASCADE, related_name="+", verbose_name=_("document")
    )
    title = models.CharField(
        _("title"), max_length=160, blank=True, help_text=_("Leave empty to use the title of the document.")
    )

    panels = [FieldPanel("document"), FieldPanel("title")]


class PublicationPage(
    CommentableMixin,
    SourceMixin,
    DatedMixin,
    ThemedMixin,
    TaggedMixin,
    RelatedPagesMixin,
    BodyMixin,
    BasePage,
):
    """A publication: its full text as a web page and files to download side by side."""

    template = "pages/publication_page.html"
    reader_label = _("Publication")
    shown_with = ("image", "kind", "series", "follow_up")
    found_as = PageKind.PUBLICATION
    page_description = _(
        "A manifesto, report or other document: text to read on line, and files to download."
    )
    parent_page_types = ["publications.PublicationIndexPage"]
    subpage_types: list[str] = []
    review_rule = ReviewRule(own_date="review_date")

    kind = models.ForeignKey(
        "publications.PublicationKind",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kind"),
    )
    subtitle = models.CharField(
        _("subtitle"),
        max_length=200,
        blank=True,
        help_text=_("For example “Manifesto for a successful approach”."),
    )
    series = models.ForeignKey(
        "publications.PublicationSeries",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("series"),
    )
    tags = ClusterTaggableManager(through=PublicationPageTag, blank=True, verbose_name=_("tags"))

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("subtitle"),
        FieldPanel("lead"),
        FieldRowPanel([FieldPanel("kind", widget=Select), FieldPanel("date")]),
        MultiFieldPanel(
            [
                InlinePanel("publication_authors", label=_("Author"), heading=_("Authors")),
                InlinePanel("publication_partners", label=_("Partner"), heading=_("Together with")),
            ],
            heading=_("Made by"),
        ),
        InlinePanel("files", label=_("File"), heading=_("Files to download")),
        BasePage.picture_panel,
        *BodyMixin.body_panels,
    ]
    edit_handler = tabs(
        content=content_panels,
        organise=[
            FieldPanel("series"),
            ThemedMixin.themes_panel,
            FieldPanel("tags"),
            RelatedPagesMixin.related_panel,
        ],
        promote=[SourceMixin.source_panel],
        settings=[DatedMixin.ageing_panel, CommentableMixin.discussion_panel],
    )
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("subtitle", boost=6),
        index.SearchField("body"),
        index.RelatedFields("kind", [index.SearchField("name", boost=4)]),
        index.FilterField("date"),
        *TaggedMixin.search_fields,
    ]
    override_translatable_fields = [
        SynchronizedField("themes"),
        SynchronizedField("kind"),
        SynchronizedField("series"),
        SynchronizedField("source_name"),
    ]

    objects = PublicationPageManager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        settings = SiteSettings.for_request(request)
        context["is_older"] = self.is_older(settings)
        context["authors"] = self.authors() or [author for author in [settings.organisation] if author]
        context["partners"] = self.publication_partners.select_related("partner")
        context["files"] = self.files.select_related("document")
        context["related"] = self.related_articles()
        context["in_series"] = self.others_in_series()
        return context

    @property
    def shown_kind(self):
        """The kind in the language of the reader, in Dutch without a translation, or ``None``."""
        return PublicationKind.objects.translated([self.kind], active_locale())[0] if self.kind_id else None

    def searched_documents(self) -> list:
        return [row.document for row in self.files.select_related("document__collection")]

    @property
    def writers(self) -> list:
        """Who wrote it, in order, for a feed; nobody when our own organisation did."""
        return [row.author for row in self.publication_authors.all()]

    def authors(self) -> list:
        """The authors in order, in the language of the page where they have been translated."""
        rows = self.publication_authors.select_related("author__image")
        return localized([row.author for row in rows], self.locale)

    def others_in_series(self) -> list["PublicationPage"]:
        """The other published publications of the same series and language, newest first: title and date."""
        if self.series_id is None:
            return []
        series = PublicationPage.objects.in_locale(self.locale).published().filter(series=self.series_id)
        found = remembered_of_content(
            f"series-{self.series_id}-{self.locale_id}", lambda: list(series.newest_first().defer("body"))
        )
        return [page for page in found if page.pk != self.pk]
