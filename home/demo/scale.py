"""Makes thousands of pages out of lists of words, to measure whether the site stays quick when it grows."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random

from django.db import connection
from django.utils import timezone
from wagtail.models import Page, Site

from core.models import BasePage, CustomImage, Theme
from home.demo.bulk import add_children
from home.demo.sources import read
from members.models import MemberIndexPage, MemberPage, Place
from news.models import NewsIndexPage, NewsPage
from publications.models import PublicationIndexPage, PublicationKind, PublicationPage

NEWS_PER_PUBLICATION = 10
SENTENCES, PARAGRAPHS = 9, 2
DAYS_BACK = 15 * 365
FEWEST_INHABITANTS = 200  # for a place whose number of inhabitants the table does not know
FIRST_YEAR, LAST_YEAR = 1970, 2024


class Words:
    """Texts that are the same for the same seed and differ between seeds."""

    def __init__(self, seed: str):
        self.random = Random(seed)  # noqa: S311 - texts, no secrets
        self.lists = read("words")

    def pick(self, name: str) -> str:
        return self.random.choice(self.lists[name])

    def sentence(self) -> str:
        return f"{self.pick('subjects')} {self.pick('predicates')} {self.pick('places')}."

    def sentences(self, number: int) -> str:
        return " ".join(self.sentence() for _ in range(number))

    def headline(self) -> str:
        return f"{self.pick('subjects')} {self.pick('predicates')}"

    def body(self) -> str:
        """A story as the database holds it: headings, paragraphs and a quote."""
        blocks: list[tuple[str, object]] = []
        for _ in range(PARAGRAPHS):
            blocks.append(("heading", {"text": self.pick("headings"), "level": "h2"}))
            blocks.append(("paragraph", f"<p>{self.sentences(SENTENCES)}</p>"))
        blocks.append(("quote", {"text": self.sentence(), "attribution": self.pick("names"), "source": ""}))
        return json.dumps([{"type": kind, "value": value} for kind, value in blocks])


class Stock:
    """What the made pages share with the demo: pictures, themes, kinds and places."""

    def __init__(self):
        self.now = timezone.now()
        self.themes = list(Theme.objects.filter(locale__language_code="nl"))
        self.kinds = list(PublicationKind.objects.filter(locale__language_code="nl"))
        self.places = list(Place.objects.all())
        self.weights = list(accumulate(max(place.population, FEWEST_INHABITANTS) for place in self.places))
        self.pictures = {
            model: list(CustomImage.objects.filter(pk__in=model.objects.exclude(image=None).values("image")))
            for model in (MemberPage, NewsPage, PublicationPage)
        }

    def common(self, model: type[BasePage], words: Words, title: str, slug: str) -> dict:
        """The fields that every page type has."""
        pictures = self.pictures[model]
        return {
            "title": title,
            "slug": slug,
            "lead": words.sentences(2),
            "image": words.random.choice(pictures) if pictures else None,
            "image_decorative": True,
            "body": words.body(),
        }

    def day(self, words: Words) -> datetime:
        return self.now - timedelta(days=words.random.randrange(DAYS_BACK))


def member(words: Words, slug: str, stock: Stock) -> MemberPage:
    """A residents' group; large places have more of them."""
    title = f"{words.pick('groups')} {words.pick('names')}"
    place = words.random.choices(stock.places, cum_weights=stock.weights)[0]
    return MemberPage(
        **stock.common(MemberPage, words, title, slug),
        place=place,
        neighbourhood=words.pick("neighbourhoods"),
        summary=words.sentence(),
        founded=words.random.randint(FIRST_YEAR, LAST_YEAR),
        first_published_at=stock.day(words),
    )


def article(words: Words, slug: str, stock: Stock) -> NewsPage:
    """A news article of some day in the past."""
    day = stock.day(words)
    common = stock.common(NewsPage, words, words.headline(), slug)
    return NewsPage(**common, date=timezone.localdate(day), first_published_at=day)


def publication(words: Words, slug: str, stock: Stock) -> PublicationPage:
    """A publication without files."""
    day = stock.day(words)
    return PublicationPage(
        **stock.common(PublicationPage, words, words.headline(), slug),
        subtitle=words.pick("subtitles"),
        kind=words.random.choice(stock.kinds) if stock.kinds else None,
        date=timezone.localdate(day),
        first_published_at=day,
    )


@dataclass(frozen=True)
class Crop:
    """One page type to grow: its slugs, the list that it stands in, and how to make one."""

    slug: str
    index: type[Page]
    make: Callable[[Words, str, Stock], BasePage]


MEMBERS = Crop("member", MemberIndexPage, member)
NEWS = Crop("news", NewsIndexPage, article)
PUBLICATIONS = Crop("publication", PublicationIndexPage, publication)


def grow(number: int, *, news: int | None = None) -> dict[str, int]:
    """Adds ``number`` made-up members and news articles, and a tenth in publications; returns how many.

    ``news`` asks for another number of articles.

    Pages that were made before count. Raises ``ObjectDoesNotExist`` when the demo has not been loaded.
    """
    stock = Stock()
    news = number if news is None else news
    made = {
        crop.slug: _grow_one(crop, total, stock)
        for crop, total in ((MEMBERS, number), (NEWS, news), (PUBLICATIONS, news // NEWS_PER_PUBLICATION))
    }
    with connection.cursor() as cursor:
        # Lets the database choose by the new numbers; PostgreSQL would do so by itself after a while.
        cursor.execute("ANALYZE")
    return made


def _grow_one(crop: Crop, total: int, stock: Stock) -> int:
    home = Site.objects.select_related("root_page").get(is_default_site=True).root_page
    parent = crop.index.objects.child_of(home).get()
    prefix = read("words")["slugs"][crop.slug]
    slugs = [f"{prefix}-{position:05}" for position in range(1, total + 1)]
    taken = set(Page.objects.child_of(parent).filter(slug__in=slugs).values_list("slug", flat=True))
    pages, themes = [], []
    for slug in slugs:
        if slug not in taken:
            words = Words(slug)
            pages.append(crop.make(words, slug, stock))
            themes.append(_themes(words, stock.themes))
    add_children(parent, pages, themes)
    return len(pages)


def _themes(words: Words, themes: Sequence[Theme]) -> list[Theme]:
    return words.random.sample(themes, min(len(themes), words.random.randint(1, 2)))
