"""Which pages to measure: one of each type, and of each type the longest."""

from django.db.models.functions import Length
from django.urls import reverse
from wagtail.models import Locale, Page, Site

from core.models import Theme
from home.benchmark.measure import Target
from home.demo.sources import read
from home.models import StandardPage, ThemeIndexPage
from members.models import MemberIndexPage, MemberPage
from news.models import EventIndexPage, EventPage, NewsIndexPage, NewsPage
from publications.models import PublicationIndexPage, PublicationPage

HOME_QUERIES, PAGE_QUERIES = 18, 14
TYPES: dict[str, type[Page]] = {
    "news list": NewsIndexPage,
    "news page": NewsPage,
    "calendar": EventIndexPage,
    "event page": EventPage,
    "publication list": PublicationIndexPage,
    "publication page": PublicationPage,
    "member list": MemberIndexPage,
    "member page": MemberPage,
    "theme list": ThemeIndexPage,
    "ordinary page": StandardPage,
}


def find_targets() -> list[Target]:
    """The addresses to measure on this site. Raises ``ObjectDoesNotExist`` when the demo has not been loaded."""
    home = Site.objects.select_related("root_page").get(is_default_site=True).root_page
    targets = [Target("home", home.url, HOME_QUERIES)]
    targets += [Target(name, _longest(model).url, PAGE_QUERIES) for name, model in TYPES.items()]
    themes = ThemeIndexPage.objects.published().get(locale=home.locale)
    theme = Theme.objects.filter(locale=home.locale).earliest("number")
    targets.append(Target("theme page", themes.theme_url(theme), PAGE_QUERIES))
    word = read("words")["places"][0].split()[-1]
    targets.append(Target("search", f"{reverse('search')}?q={word}", PAGE_QUERIES))
    return targets


def _longest(model: type[Page]) -> Page:
    """The published Dutch page of this type with the longest text, which is the worst case."""
    pages = model.objects.published().filter(locale=Locale.get_default())
    if any(field.name == "body" for field in model._meta.get_fields()):
        pages = pages.annotate(length=Length("body")).order_by("-length", "pk")
    return pages.first() or model.objects.get()
