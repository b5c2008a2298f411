"""What is new about a theme, as an Atom feed."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from core.feeds import ITEMS, PageFeed
from core.localization import active_locale
from core.models import Theme
from home.models import ThemeIndexPage
from news.models import NewsPage
from publications.models import PublicationPage


class ThemeFeed(PageFeed):
    """News and publications about one theme, newest first, in the language of the address."""

    def get_object(self, request, slug):
        theme = get_object_or_404(Theme.objects.in_locale(active_locale()), slug=slug)
        theme.index = get_object_or_404(ThemeIndexPage.objects.published().in_locale(active_locale()))
        return theme

    def title(self, theme):
        return _("%(theme)s: news and publications") % {"theme": theme.name}

    def subtitle(self, theme):
        return theme.lead

    def link(self, theme):
        return f"{theme.index.full_url}{theme.slug}/"

    def changed(self, theme):
        return super().changed(theme.index)

    def pages(self, theme):
        found = [
            page
            for model in (NewsPage, PublicationPage)
            for page in model.objects.in_locale(theme.locale).about(theme).for_feed()[:ITEMS]
        ]
        return sorted(found, key=lambda page: page.date, reverse=True)[:ITEMS]
