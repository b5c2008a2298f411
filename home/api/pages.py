"""The home page and ordinary pages."""

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
    or_refuse,
)
from core.api.articles import Told, narrowed, one_of, told_fields
from core.api.blocks import MemberTeaser
from core.api.pages import Detail, PageLink, PageSummary, links_to, summary_fields
from core.api.params import ListParams, PictureParams
from core.api.reading import Reading, reading_in
from core.api.snippets import Invitation, invitation
from core.api.story import member_teaser
from core.localization import known_locale
from home.models import HomePage, StandardPage
from news.api.articles import NewsItem
from news.api.articles import item_of as news_item
from news.api.events import EventItem
from news.api.events import item_of as event_item
from news.models import EventPage, NewsPage
from publications.api import PublicationItem
from publications.api import item_of as publication_item
from publications.models import PublicationPage

router = Router(tags=["Pages"])


class StandardItem(PageSummary):
    """An ordinary page on a card."""

    kind: Literal["page"] = Field()


class Standard(Told, Detail):
    """An ordinary page with its text."""

    kind: Literal["page"] = Field()
    below: list[PageLink] = Field(description="The pages one step below it.")


class Home(Told, Detail):
    """The front page: one opening, then news, events, members and publications."""

    kind: Literal["home"] = Field()
    opening: NewsItem | None = Field(description="The story at the top.")
    news: list[NewsItem]
    events: list[EventItem]
    members: list[MemberTeaser] = Field(description="Those whom staff chose, or whose turn it is today.")
    publications: list[PublicationItem]
    call_to_action: Invitation | None


class StandardParams(ListParams):
    """How the list of ordinary pages may be sorted."""

    sort: Literal["title", "-title", "-changed"] = Field("title", description="A minus means backwards.")
    fields: fields_of(StandardItem) = fields_parameter()


@router.get(
    "/pages",
    response={200: list_schemas(StandardItem), **ERRORS},
    summary="List ordinary pages",
    operation_id="list_pages",
)
def list_pages(request: HttpRequest, params: Query[StandardParams]):
    """Ordinary pages in one language, by title: about us, contact, privacy …"""
    with reading_in(request, params.locale) as reading:
        sizes = params.images or ["card"]
        pages = StandardPage.objects.in_locale(reading.locale).published().defer("body").with_pictures(*sizes)
        pages = narrowed(pages, params).sorted_by(params.sort)
        return answer_list(
            request,
            pages,
            params,
            lambda found: [StandardItem(**summary_fields(reading, page, sizes)) for page in found],
        )


@router.get(
    "/pages/{int:pk}",
    response={200: Standard, **ERRORS_OF_ONE},
    summary="Read an ordinary page",
    operation_id="read_page",
)
def read_page(request: HttpRequest, pk: int, params: Query[PictureParams]):
    """One ordinary page with its text, in its own language."""
    page = one_of(StandardPage.objects.published().select_related("image"), pk)
    with reading_in(request, page.locale.language_code) as reading:
        return answer(standard_of(reading, page, params.images or ["hero", "card", "social"]))


@router.get(
    "/home", response={200: Home, **ERRORS_OF_ONE}, summary="Read the home page", operation_id="read_home"
)
def read_home(request: HttpRequest, params: Query[PictureParams]):
    """The home page in one language, with what it shows of the rest of the site today."""
    with reading_in(request, params.locale) as reading:
        pages = HomePage.objects.in_locale(reading.locale).published().select_related("image")
        page = or_refuse(pages.filter(depth=2).first())
        page.locale = known_locale(page.locale_id)
        return answer(home_of(reading, page, params.images or ["hero", "card", "social"]))


def standard_of(reading: Reading, page: StandardPage, sizes) -> Standard:
    """An ordinary page with everything."""
    below = page.get_children().values_list("pk", flat=True) if page.numchild else []
    return Standard(**told_fields(reading, page, sizes), below=links_to(reading, below))


def home_of(reading: Reading, page: HomePage, sizes) -> Home:
    """The home page with everything."""
    cards = NewsPage.objects.in_locale(page.locale).for_api("card", "hero").newest_first()
    newest = list(cards[: page.NEWS_SHOWN])
    opening = page.opening_of(newest, cards)
    news = [article for article in newest if article != opening][: page.NEWS_SHOWN - 1]
    events = EventPage.objects.in_locale(page.locale).for_api("card").upcoming()[: page.EVENTS_SHOWN]
    publications = PublicationPage.objects.in_locale(page.locale).for_api("cover").newest_first()
    return Home(
        **told_fields(reading, page, sizes),
        opening=news_item(reading, opening, ["hero", "card"]) if opening else None,
        news=[news_item(reading, article, ["card"]) for article in news],
        events=[event_item(reading, event, ["card"]) for event in events],
        members=[member_teaser(reading, member) for member in page.members()],
        publications=[
            publication_item(reading, item, ["cover"]) for item in publications[: page.PUBLICATIONS_SHOWN]
        ],
        call_to_action=invitation(reading, page.shown_call_to_action),
    )
