"""News for other front ends."""

from datetime import date
from typing import Literal

from django.http import HttpRequest
from ninja import Field, Query, Router

from core.api.answers import (
    ERRORS,
    ERRORS_OF_ONE,
    answer,
    answer_list,
    fields_of,
    fields_parameter,
    list_schemas,
)
from core.api.articles import (
    Ageing,
    Article,
    Source,
    article_fields,
    dated_fields,
    narrowed,
    one_of,
    topic_fields,
)
from core.api.pages import Detail, PageLink, PageSummary, summary_fields
from core.api.params import DatedParams, PictureParams
from core.api.reading import Reading, reading_in
from core.api.snippets import Person, TagLink, ThemeLink, person
from core.localization import localized
from news.models import NewsPage

router = Router(tags=["News"])


class NewsFields(PageSummary):
    """What card and article have in common."""

    kind: Literal["news"] = Field()
    date: date
    themes: list[ThemeLink]
    tags: list[TagLink]


class NewsItem(NewsFields):
    """A news article on a card."""


class NewsArticle(Article, Detail, NewsFields):
    """A news article with its text."""

    kind: Literal["news"] = Field()
    author: Person | None = Field(description="Our own organisation where the article names nobody.")
    source: Source | None = Field(description="Where it was published before, if that was elsewhere.")
    ageing: Ageing
    related: list[PageLink] = Field(description="“Read also”.")


class NewsParams(DatedParams):
    """How the list of news may be narrowed down and sorted."""

    sort: Literal["-date", "date", "-changed", "title"] = Field(
        "-date", description="A minus means newest first."
    )
    fields: fields_of(NewsItem) = fields_parameter()


@router.get(
    "", response={200: list_schemas(NewsItem), **ERRORS}, summary="List news", operation_id="list_news"
)
def list_news(request: HttpRequest, params: Query[NewsParams]):
    """News articles in one language, the newest first."""
    with reading_in(request, params.locale) as reading:
        sizes = params.images or ["card"]
        pages = NewsPage.objects.in_locale(reading.locale).for_api(*sizes)
        pages = narrowed(pages, params).sorted_by(params.sort)
        return answer_list(
            request, pages, params, lambda found: [item_of(reading, page, sizes) for page in found]
        )


@router.get(
    "/{int:pk}", response={200: NewsArticle, **ERRORS_OF_ONE}, summary="Read news", operation_id="read_news"
)
def read_news(request: HttpRequest, pk: int, params: Query[PictureParams]):
    """One article with its text, in its own language."""
    page = one_of(NewsPage.objects.published().select_related(*NewsPage.shown_with), pk)
    with reading_in(request, page.locale.language_code) as reading:
        return answer(article_of(reading, page, params.images or ["hero", "card", "social"]))


def item_of(reading: Reading, page: NewsPage, sizes) -> NewsItem:
    """An article for a list."""
    return NewsItem(**summary_fields(reading, page, sizes), date=page.date, **topic_fields(page))


def article_of(reading: Reading, page: NewsPage, sizes) -> NewsArticle:
    """An article with everything."""
    author = page.author or reading.settings.organisation
    return NewsArticle(
        **article_fields(reading, page, sizes),
        **topic_fields(page),
        **dated_fields(reading, page),
        date=page.date,
        author=person(reading, localized([author], reading.locale)[0]) if author else None,
    )
