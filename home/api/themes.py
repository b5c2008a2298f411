"""Themes with their landing pages, and tags."""

from typing import Literal

from django.http import HttpRequest
from ninja import Field, Query, Router
from taggit.models import Tag

from core.api.answers import ERRORS, ERRORS_OF_ONE, Listed, answer, answer_list, or_refuse
from core.api.blocks import MemberTeaser
from core.api.params import ListParams, Params, PictureParams
from core.api.pictures import Image, image_of
from core.api.reading import Reading, reading_in
from core.api.richtext import rich_text
from core.api.schemas import Schema
from core.api.snippets import TagLink, ThemeLink, tag_link, theme_link
from core.api.story import member_teaser
from core.models import Theme
from home.listing import used_tags
from home.models import ThemeIndexPage
from members.models import MemberPage
from news.api.articles import NewsItem
from news.api.articles import item_of as news_item
from news.models import NewsPage
from publications.api import PublicationItem
from publications.api import item_of as publication_item
from publications.models import PublicationPage

router = Router(tags=["Themes and tags"])


class ThemeItem(ThemeLink):
    """One of the seven themes on a card."""

    lead: str
    image: Image | None
    path: str = Field(description="Its landing page; empty where this language has no list of themes.")
    url: str


class ThemePage(ThemeItem):
    """The landing page of a theme."""

    html: str
    news: list[NewsItem] = Field(description="The newest; the list of news takes the theme as a filter.")
    publications: list[PublicationItem]
    members: list[MemberTeaser] = Field(description="Those whose turn it is today.")


class Themes(Schema):
    """All themes, in their order."""

    total: int
    items: list[ThemeItem]


class TagItem(TagLink):
    """A tag, and on how many pages of this language it stands."""

    count: int = Field(ge=1)


class TagList(Listed):
    """Tags that stand on a page."""

    items: list[TagItem]


class TagParams(Params):
    """Which part of the tags."""

    page: int = ListParams.model_fields["page"]
    per_page: int = ListParams.model_fields["per_page"]
    sort: Literal["name", "-count"] = Field("name", description="By name, or the most used first.")

    @property
    def fields(self) -> list[str]:
        """All fields, always."""
        return []


@router.get("/themes", response={200: Themes, **ERRORS}, summary="List themes", operation_id="list_themes")
def list_themes(request: HttpRequest, params: Query[PictureParams]):
    """The seven themes in their order, in Dutch where nobody translated one."""
    with reading_in(request, params.locale) as reading:
        index = _index(reading)
        items = [
            ThemeItem(**_fields(reading, index, theme, params.images or ["card"]))
            for theme in Theme.objects.with_pictures_in(reading.locale)
        ]
        return answer(Themes(total=len(items), items=items))


@router.get(
    "/themes/{slug:slug}",
    response={200: ThemePage, **ERRORS_OF_ONE},
    summary="Read a theme",
    operation_id="read_theme",
)
def read_theme(request: HttpRequest, slug: str, params: Query[PictureParams]):
    """The landing page of one theme, known by its slug in this language."""
    with reading_in(request, params.locale) as reading:
        themes = Theme.objects.with_pictures_in(reading.locale)
        theme = or_refuse(next((theme for theme in themes if theme.slug == slug), None))
        return answer(theme_of(reading, theme, params.images or ["hero", "card", "social"]))


@router.get("/tags", response={200: TagList, **ERRORS}, summary="List tags", operation_id="list_tags")
def list_tags(request: HttpRequest, params: Query[TagParams]):
    """The free tags of what visitors can read in one language."""
    with reading_in(request, params.locale) as reading:
        tags = used_tags(locale=reading.locale, sort=params.sort)
        return answer_list(request, tags, params, lambda found: [_tag(tag) for tag in found])


def theme_of(reading: Reading, theme: Theme, sizes) -> ThemePage:
    """A theme with everything."""
    index = _index(reading)
    news = NewsPage.objects.in_locale(reading.locale).about(theme).for_api("card").newest_first()
    publications = (
        PublicationPage.objects.in_locale(reading.locale).about(theme).for_api("cover").newest_first()
    )
    members = MemberPage.objects.teasers(
        mode="theme", theme=theme, count=ThemeIndexPage.MEMBERS_SHOWN, page=index
    )
    return ThemePage(
        **_fields(reading, index, theme, sizes),
        html=rich_text(reading, theme.body),
        news=[news_item(reading, page, ["card"]) for page in news[: ThemeIndexPage.NEWS_SHOWN]],
        publications=[
            publication_item(reading, page, ["cover"])
            for page in publications[: ThemeIndexPage.PUBLICATIONS_SHOWN]
        ],
        members=[member_teaser(reading, member) for member in members],
    )


def _index(reading: Reading) -> ThemeIndexPage | None:
    return ThemeIndexPage.objects.in_locale(reading.locale).published().first()


def _fields(reading: Reading, index: ThemeIndexPage | None, theme: Theme, sizes) -> dict:
    path = f"{reading.path(index)}{theme.slug}/" if index and theme.locale_id == index.locale_id else ""
    return {
        **theme_link(theme).model_dump(),
        "lead": theme.lead,
        "image": image_of(reading, theme.image, sizes),
        "path": path,
        "url": reading.absolute(path) if path else "",
    }


def _tag(tag: Tag) -> TagItem:
    return TagItem(**tag_link(tag).model_dump(), count=tag.count)
