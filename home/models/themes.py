"""The list of themes, and the landing page of each."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from core.changes import remembered_of_content
from core.listing import ThemeFilter
from core.models import BasePage, Theme
from core.models.panels import tabs
from core.querysets import load_pictures
from members.models import MemberPage
from news.models import NewsPage
from publications.models import PublicationPage


class ThemeIndexPage(RoutablePageMixin, BasePage):
    """The seven themes, and below it the landing page of each."""

    template = "pages/theme_index_page.html"
    theme_template = "pages/theme_page.html"
    page_description = _("The list of themes; each theme gets a page of its own below it by itself.")
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    NEWS_SHOWN = 6
    PUBLICATIONS_SHOWN = 4
    MEMBERS_SHOWN = 6

    content_panels = [*BasePage.content_panels, FieldPanel("lead"), BasePage.picture_panel]
    edit_handler = tabs(content=content_panels)

    class Meta:
        verbose_name = _("theme list")
        verbose_name_plural = _("theme lists")

    @property
    def themes(self) -> list[Theme]:
        """The seven themes, in the language of the page where they have been translated."""
        return Theme.objects.shown_in(self.locale)

    @path("")
    def index(self, request):
        """The list of all themes."""
        return self.render(request, context_overrides={"themes": self.themes})

    @path("<slug:slug>/")
    def theme(self, request, slug):
        """The landing page of one theme. Raises ``Http404`` when no theme has this slug in this language."""
        theme = next((theme for theme in self.own_themes if theme.slug == slug), None)
        if theme is None:
            raise Http404
        return self.render(request, template=self.theme_template, context_overrides=self.theme_context(theme))

    @property
    def own_themes(self) -> list[Theme]:
        """The themes that exist in the language of this page."""
        return [theme for theme in Theme.objects.terms() if theme.locale_id == self.locale_id]

    def theme_context(self, theme: Theme) -> dict:
        """What is written about one theme: newest news and publications, and the members whose turn it is.

        The cards name no themes: they are all about this one.
        """
        news = NewsPage.objects.in_locale(self.locale).about(theme)
        publications = PublicationPage.objects.in_locale(self.locale).about(theme)
        members = MemberPage.objects.others_than(None).about(theme)
        cards = {
            "news": list(news.for_listing().without_renditions()[: self.NEWS_SHOWN]),
            "publications": list(publications.for_listing().without_renditions()[: self.PUBLICATIONS_SHOWN]),
            "members": MemberPage.objects.teasers(
                mode="theme", theme=theme, count=self.MEMBERS_SHOWN, page=self, renditions=False
            ),
        }
        shown = [card for shelf in cards.values() for card in shelf]
        load_pictures(shown, "card", "cover")
        for card in shown:
            card.shown_themes = []
        # A shelf that is not full holds all there is: only a full one asks how many there are.
        totals = {
            "news_total": self._total(theme, news, cards["news"], self.NEWS_SHOWN),
            "publications_total": self._total(
                theme, publications, cards["publications"], self.PUBLICATIONS_SHOWN
            ),
            "members_total": self._total(theme, members, cards["members"], self.MEMBERS_SHOWN),
        }
        return cards | totals | {"theme": theme, "filter_query": f"?{ThemeFilter.name}={theme.slug}"}

    def _total(self, theme: Theme, pages, shown: list, room: int) -> int:
        """How many of ``pages`` visitors can read, of which ``shown`` are on a shelf with ``room`` for so many."""
        if len(shown) < room:
            return len(shown)
        key = f"total-{pages.model._meta.model_name}-{theme.pk}-{self.locale_id}"
        return remembered_of_content(key, lambda: pages.published().count())

    def theme_url(self, theme: Theme) -> str:
        """The address of the landing page of ``theme`` below this page."""
        return f"{self.url}{theme.slug}/"

    def get_sitemap_urls(self, request=None):
        urls = super().get_sitemap_urls(request)
        return urls + [
            {"location": f"{self.get_full_url(request)}{theme.slug}/"} for theme in self.own_themes if urls
        ]
