"""News."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from comments.models import CommentableMixin
from core.enums import PageKind
from core.listing import Listing, ThemeFilter, YearFilter
from core.localization import localized
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
from news.querysets import NewsPageManager


class NewsIndexPage(BasePage):
    """The list of all news, newest first, with filters by theme and year and an Atom feed."""

    template = "pages/news_index_page.html"
    page_description = _("The list of news. There is one per language.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsPage"]
    max_count_per_parent = 1

    content_panels = [*BasePage.content_panels, FieldPanel("lead"), BasePage.picture_panel]
    edit_handler = tabs(content=content_panels)

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")

    @property
    def articles(self):
        """The published articles of this list, newest first, with what their cards show."""
        return NewsPage.objects.child_of(self).for_listing().with_themes()

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        settings = SiteSettings.for_request(request)
        filters = [ThemeFilter(self.locale), YearFilter()]
        context["listing"] = Listing(
            self.articles,
            query=request.GET,
            name=f"page-{self.pk}",
            filters=filters,
            per_page=settings.items_per_page,
        )
        context["only_in_dutch"] = only_in_dutch(self, NewsPage.objects.all(), context["listing"].chosen)
        return context


class NewsPageTag(TaggedItemBase):
    content_object = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="tagged_items")


class NewsRelatedPage(RelatedPage):
    page = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="related_pages")


class NewsPage(
    CommentableMixin,
    SourceMixin,
    DatedMixin,
    ThemedMixin,
    TaggedMixin,
    RelatedPagesMixin,
    BodyMixin,
    BasePage,
):
    """A news article."""

    template = "pages/news_page.html"
    reader_label = _("News")
    shown_with = ("image", "author__image", "follow_up")
    found_as = PageKind.NEWS
    page_description = _(
        "News about the association, its members or a neighbourhood. Give it a date and a lead."
    )
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []
    review_rule = ReviewRule(own_date="review_date", counts_from=("date",), period="review_news_after_months")

    author = models.ForeignKey(
        "core.Author",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("author"),
        help_text=_("Leave empty for our own organisation."),
    )
    tags = ClusterTaggableManager(through=NewsPageTag, blank=True, verbose_name=_("tags"))
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("date"),
        FieldPanel("author"),
        BasePage.picture_panel,
        *BodyMixin.body_panels,
    ]
    edit_handler = tabs(
        content=content_panels,
        organise=[
            ThemedMixin.themes_panel,
            FieldPanel("tags"),
            RelatedPagesMixin.related_panel,
        ],
        promote=[
            SourceMixin.source_panel,
        ],
        settings=[DatedMixin.ageing_panel, CommentableMixin.discussion_panel],
    )
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("date"),
        *TaggedMixin.search_fields,
    ]
    override_translatable_fields = [
        SynchronizedField("themes"),
        SynchronizedField("author"),
        SynchronizedField("source_name"),
    ]

    objects = NewsPageManager()

    class Meta:
        verbose_name = _("news article")
        verbose_name_plural = _("news articles")

    @property
    def writers(self) -> list:
        """Who wrote it, for a feed; nobody when our own organisation did."""
        return [self.author] if self.author else []

    def _shown_author(self, settings: SiteSettings):
        author = self.author or settings.organisation
        return localized([author], self.locale)[0] if author else None

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        settings = SiteSettings.for_request(request)
        context["is_older"] = self.is_older(settings)
        context["author"] = self._shown_author(settings)
        context["related"] = self.related_articles()
        return context
