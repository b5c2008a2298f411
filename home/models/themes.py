from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from core.localization import default_locale, localized
from core.models import BasePage, Theme
from core.models.panels import tabs
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
        return localized(Theme.objects.in_locale(default_locale()).select_related("image"), self.locale)

    @path("")
    def index(self, request):
        return self.render(request, context_overrides={"themes": self.themes})

    @path("<slug:slug>/")
    def theme(self, request, slug):
        """The landing page of one theme. Raises ``Http404`` when no theme has this slug in this language."""
        theme = Theme.objects.in_locale(self.locale).select_related("image").filter(slug=slug).first()
        if theme is None:
            raise Http404
        return self.render(request, template=self.theme_template, context_overrides=self.theme_context(theme))

    def theme_context(self, theme: Theme) -> dict:
        """What is written about one theme: newest news and publications, and the members whose turn it is."""
        news = NewsPage.objects.in_locale(self.locale).about(theme).for_listing()
        publications = PublicationPage.objects.in_locale(self.locale).about(theme).for_listing()
        return {
            "theme": theme,
            "news": news[: self.NEWS_SHOWN],
            "publications": publications[: self.PUBLICATIONS_SHOWN],
            "members": MemberPage.objects.teasers(mode="theme", theme=theme, count=self.MEMBERS_SHOWN, page=self),
        }

    def theme_url(self, theme: Theme) -> str:
        """The address of the landing page of ``theme`` below this page."""
        return f"{self.url}{theme.slug}/"

    def get_sitemap_urls(self, request=None):
        urls = super().get_sitemap_urls(request)
        own = Theme.objects.in_locale(self.locale)
        return urls + [{"location": f"{self.get_full_url(request)}{theme.slug}/"} for theme in own if urls]
