"""Questions about the whole site that no page type answers alone."""

from collections import Counter

from django.db.models import Count
from taggit.models import Tag
from wagtail.models import Locale

from core.localization import known_locale
from home.models import HomePage, ThemeIndexPage
from members.models import MemberIndexPage, MemberPage
from news.models import EventIndexPage, EventPage, NewsIndexPage, NewsPage
from publications.models import PublicationIndexPage, PublicationPage

HOME_DEPTH = 2
LISTS = (NewsIndexPage, EventIndexPage, PublicationIndexPage, MemberIndexPage, ThemeIndexPage)
TAGGED = (NewsPage, EventPage, PublicationPage, MemberPage)


def home_pages() -> list[HomePage]:
    """The home page of each language, Dutch first, where it is published."""
    homes = HomePage.objects.published().filter(depth=HOME_DEPTH).order_by("locale_id")
    return [_with_locale(home) for home in homes.defer("body")]


def list_pages(locale: Locale) -> list:
    """The published pages of a language that list others; one query for each kind."""
    found = (model.objects.in_locale(locale).published().select_related("image").first() for model in LISTS)
    return [_with_locale(page) for page in found if page is not None]


def used_tags(*, locale: Locale, sort: str) -> list[Tag]:
    """The tags on what visitors can read in a language, each with its ``count``; five queries.

    ``sort`` is ``name``, or ``-count`` for the most used first.
    """
    counts: Counter[int] = Counter()
    for model in TAGGED:
        pages = model.objects.in_locale(locale).published()
        rows = pages.order_by().exclude(tags=None).values_list("tags").annotate(Count("pk"))
        counts.update(dict(rows))
    tags = list(Tag.objects.in_bulk(list(counts)).values())
    for tag in tags:
        tag.count = counts[tag.pk]
    return sorted(tags, key=lambda tag: (-tag.count if sort == "-count" else 0, tag.name.lower(), tag.slug))


def _with_locale(page):
    page.locale = known_locale(page.locale_id)
    return page
