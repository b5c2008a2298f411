"""What kinds of pages with a text and with themes share."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from ninja import Field

from core.api.answers import or_refuse
from core.api.blocks import ContentsEntry, MemberTeaser, StoryBlock
from core.api.pages import PageLink, detail_fields, links_to
from core.api.params import DatedParams, Params
from core.api.reading import Reading
from core.api.richtext import Footnote
from core.api.schemas import Schema
from core.api.snippets import TagLink, ThemeLink, tag_links, theme_link
from core.api.story import member_teaser, story_of
from core.localization import known_locale

# The largest key that every database can look for.
MOST_KEY = 2**31 - 1


class Told(Schema):
    """The text of a page."""

    body: list[StoryBlock]
    contents: list[ContentsEntry] = Field(description="The headings of the text, for a table of contents.")
    footnotes: list[Footnote]


class Article(Told):
    """A text that ends with a way to other pages."""

    more_members: list[MemberTeaser] = Field(
        description="“More of our members”: those whose turn it is today; empty where the text shows members."
    )


class Source(Schema):
    """The other site on which a text stood first."""

    name: str
    url: str


class Ageing(Schema):
    """What our site says of a page that grew old."""

    is_older: bool = Field(description="Our site says that this is an older article.")
    follow_up: PageLink | None = Field(description="The page that tells how it went on.")


def told_fields(reading: Reading, page, sizes: Iterable[str]) -> dict:
    """The fields of a ``Detail`` with its text."""
    story = story_of(reading, page)
    return {
        **detail_fields(reading, page, sizes),
        "body": story.blocks,
        "contents": story.contents,
        "footnotes": story.footnotes,
    }


def article_fields(reading: Reading, page, sizes: Iterable[str]) -> dict:
    """The fields of a ``Detail`` with a text that ends with members."""
    members = [member_teaser(reading, member) for member in page.more_members()]
    return told_fields(reading, page, sizes) | {"more_members": members}


def topic_fields(page) -> dict[str, list[ThemeLink] | list[TagLink]]:
    """Themes and tags of a page."""
    return {"themes": [theme_link(theme) for theme in page.shown_themes], "tags": tag_links(page)}


def dated_fields(reading: Reading, page) -> dict:
    """Source, ageing and “Read also” of a page with a date."""
    related = page.related_pages.all()
    pks = [row.target_id for row in related]
    reading.load(pages=[*pks, page.follow_up_id])
    (follow_up,) = links_to(reading, [page.follow_up_id]) or [None]
    return {
        "source": Source(name=page.source_name, url=page.source_url) if page.source_url else None,
        "ageing": Ageing(is_older=page.is_older(reading.settings), follow_up=follow_up),
        "related": links_to(reading, pks),
    }


def one_of(pages: QuerySet, pk: int):
    """The page of this queryset with its own language. Raises ``Refused`` when visitors cannot read it."""
    page = or_refuse(pages.filter(pk=pk).first() if pk <= MOST_KEY else None)
    page.locale = known_locale(page.locale_id)
    return page


# --- Filters ---


def narrowed(pages: QuerySet, params: Params, *, date_field: str = "date") -> QuerySet:
    """Those that fit what was asked for with the parameters that lists share."""
    if moment := getattr(params, "changed_after", None):
        pages = pages.changed_since(moment)
    if theme := getattr(params, "theme", None):
        pages = pages.with_theme_slug(theme)
    if tag := getattr(params, "tag", None):
        pages = pages.tagged(tag)
    if isinstance(params, DatedParams):
        if params.year:
            pages = pages.dated(date_field, first=date(params.year, 1, 1), last=date(params.year, 12, 31))
        pages = pages.dated(date_field, first=params.date_from, last=params.date_until)
    return pages
