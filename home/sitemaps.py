"""The sitemap: what visitors can read, each with its language versions (sitemaps.org, hreflang).

Pages that stood on another site first are not in it: there is the address that counts.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as sitemap_views
from django.urls import path
from django.utils.functional import cached_property
from wagtail.models import Site, get_page_models

from core.models import SourceMixin, Theme
from core.querysets import readable_pages
from home.models import ThemeIndexPage
from home.seo import KEPT_VIEWS, paths_of_view

PER_FILE = 5_000


@dataclass(frozen=True)
class Entry:
    """One address, and what joins it with its versions in other languages."""

    key: tuple
    language: str
    address: str
    changed: datetime | None = None


class EntrySitemap(Sitemap):
    """A map of addresses with their translations; each language is an entry."""

    limit = PER_FILE

    def get_urls(self, page=1, site=None, protocol=None):
        """The entries of one file as the sitemap template wants them, with their alternates."""
        return [self._row(entry) for entry in self.paginator.page(page).object_list]

    def get_latest_lastmod(self):
        return max((entry.changed for entry in self.all_entries if entry.changed), default=None)

    def items(self):
        return self.all_entries

    @cached_property
    def all_entries(self) -> list[Entry]:
        return list(self.entries())

    @cached_property
    def versions(self) -> dict[tuple, list[Entry]]:
        """The entries that are one page in several languages."""
        versions = defaultdict(list)
        for entry in self.all_entries:
            versions[entry.key].append(entry)
        return versions

    def entries(self):
        """All ``Entry`` objects of this part of the sitemap."""
        raise NotImplementedError

    def _row(self, entry: Entry) -> dict:
        versions = self.versions[entry.key]
        alternates = [{"lang_code": item.language, "location": item.address} for item in versions]
        alternates += [
            {"lang_code": "x-default", "location": item.address}
            for item in versions
            if item.language == settings.LANGUAGE_CODE
        ]
        return {
            "item": entry,
            "location": entry.address,
            "lastmod": entry.changed,
            "alternates": alternates if len(versions) > 1 else [],
        }


class PageSitemap(EntrySitemap):
    """All pages that every visitor can read, without those of which the address on another site counts."""

    def entries(self):
        pages = readable_pages()
        for model in get_page_models():
            if issubclass(model, SourceMixin):
                pages = pages.exclude(pk__in=model.objects.exclude(source_url="").values("pk"))
        for page in pages.select_related("locale").order_by("path"):
            if address := page.full_url:
                yield Entry(
                    (page.translation_key,), page.locale.language_code, address, page.last_published_at
                )


class ThemeSitemap(EntrySitemap):
    """The landing pages of the themes, which are no pages of the tree."""

    def entries(self):
        lists = {
            index.locale_id: index for index in ThemeIndexPage.objects.published().select_related("locale")
        }
        for theme in Theme.objects.filter(locale__in=lists).order_by("locale", "number"):
            index = lists[theme.locale_id]
            yield Entry(
                (theme.translation_key,), index.locale.language_code, f"{index.full_url}{theme.slug}/"
            )


class ViewSitemap(EntrySitemap):
    """Forms and texts that are no pages of the tree either."""

    def entries(self):
        site = Site.objects.filter(is_default_site=True).first()
        if site is None:
            return
        for name in KEPT_VIEWS:
            for code, path_there in paths_of_view(name):
                yield Entry((name,), code, f"{site.root_url}{path_there}")


SITEMAPS = {"pages": PageSitemap, "themes": ThemeSitemap, "views": ViewSitemap}


def sitemap(request):
    """All addresses in one file while they fit, else the list of files (the protocol allows 50,000 in one)."""
    if PageSitemap().paginator.num_pages > 1:
        return sitemap_views.index(request, SITEMAPS, sitemap_url_name="sitemap_section")
    return sitemap_views.sitemap(request, SITEMAPS)


urlpatterns = [
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<section>.xml", sitemap_views.sitemap, {"sitemaps": SITEMAPS}, name="sitemap_section"),
]
