"""What every kind of page has in the API, and how one page names another."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from ninja import Field

from core.api.pictures import Image, drawing_of, picture_of
from core.api.reading import Reading
from core.api.schemas import Schema
from core.localization import known_locale

# The kinds by the name of their model, with where their details are; by name because core knows no page type.
KINDS = {
    "homepage": ("home", "home"),
    "standardpage": ("page", "pages/{pk}"),
    "formpage": ("form", "forms/{pk}"),
    "newspage": ("news", "news/{pk}"),
    "eventpage": ("event", "events/{pk}"),
    "publicationpage": ("publication", "publications/{pk}"),
    "memberpage": ("member", "members/{pk}"),
    "themeindexpage": ("theme_index", "themes"),
    "newsindexpage": ("news_index", "news"),
    "eventindexpage": ("event_index", "events"),
    "publicationindexpage": ("publication_index", "publications"),
    "memberindexpage": ("member_index", "members"),
}
BASE = "/api/v1/"
# Where answers take a language rather than a page: the kinds of which there is one in each language.
OF_A_LANGUAGE = {"home", "theme_index", "news_index", "event_index", "publication_index", "member_index"}

PageKind = Literal[tuple(kind for kind, _address in KINDS.values())]


class PageLink(Schema):
    """One of our pages, as another page names it."""

    id: int
    kind: PageKind = Field(description="What the page is, and so which schema its detail has.")
    title: str
    path: str = Field(description="Where it stands on our site, and on yours if you keep our paths.")
    url: str = Field(description="Its full address on our site.")
    language: str = Field(description="The language of its text.", examples=["nl"])
    detail: str = Field(description="Where this API tells more about it.")


class PageSummary(PageLink):
    """What a card shows of a page."""

    lead: str = Field(description="One to three sentences, plain text.")
    image: Image | None
    drawing: str = Field(
        description="Full address of the drawing that our site shows where there is no picture."
    )


class Seo(Schema):
    """What stands in the head of the page on our site."""

    title: str
    description: str
    canonical: str = Field(
        description="The first place of this text; another site for what was published before."
    )
    noindex: bool = Field(description="Whether search engines are asked to leave this out.")


class Detail(PageSummary):
    """What every page has when it is asked for alone."""

    published_at: datetime | None = Field(description="When it was first on line.")
    updated_at: datetime | None = Field(description="When it was last changed on line.")
    seo: Seo
    alternates: list["Alternate"] = Field(
        description="Every language in which the page is live, its own among them."
    )


class Alternate(Schema):
    """A language in which a page is live."""

    language: str = Field(examples=["en"])
    path: str
    url: str
    id: int


Detail.model_rebuild()


def kind_of(page) -> str:
    """The kind of a page, which need not be loaded as its own type."""
    return KINDS[_model_name(page)][0]


def detail_address(page, language: str) -> str:
    """The path in this API that tells more about a page."""
    kind, address = KINDS[_model_name(page)]
    asked = f"?locale={language}" if kind in OF_A_LANGUAGE else ""
    return f"{BASE}{address.format(pk=page.pk)}{asked}"


def link_fields(reading: Reading, page) -> dict:
    """The fields of a ``PageLink``."""
    path = reading.path(page)
    language = known_locale(page.locale_id).language_code
    return {
        "id": page.pk,
        "kind": kind_of(page),
        "title": page.title,
        "path": path,
        "url": reading.absolute(path),
        "language": language,
        "detail": reading.absolute(detail_address(page, language)),
    }


def link_to(reading: Reading, page) -> PageLink | None:
    """A page by its title and address; ``None`` for no page."""
    return PageLink(**link_fields(reading, page)) if page is not None else None


def links_to(reading: Reading, pks: Iterable[int | None]) -> list[PageLink]:
    """The pages with these primary keys that visitors can read, in order. At most two queries for all."""
    pks = list(pks)
    reading.load(pages=pks)
    found = [reading.page(pk) for pk in dict.fromkeys(pks)]
    return [link_to(reading, page) for page in found if page is not None]


def summary_fields(reading: Reading, page, sizes: Iterable[str]) -> dict:
    """The fields of a ``PageSummary``."""
    return {
        **link_fields(reading, page),
        "lead": page.lead,
        "image": picture_of(reading, page, sizes),
        "drawing": drawing_of(reading, page),
    }


def detail_fields(reading: Reading, page, sizes: Iterable[str]) -> dict:
    """The fields of a ``Detail``; one query for the alternates."""
    fields = summary_fields(reading, page, sizes)
    return {
        **fields,
        "published_at": page.first_published_at,
        "updated_at": page.last_published_at,
        "seo": Seo(
            title=page.seo_title or page.title,
            description=page.description,
            canonical=getattr(page, "source_url", "") or fields["url"],
            noindex=False,
        ),
        "alternates": alternates_of(reading, page),
    }


def alternates_of(reading: Reading, page) -> list[Alternate]:
    """The live versions of a page that somebody translated, Dutch first."""
    versions = (
        type(page).objects.published().filter(translation_key=page.translation_key).order_by("locale_id")
    )
    return [
        Alternate(
            language=known_locale(version.locale_id).language_code,
            path=reading.path(version),
            url=reading.absolute(reading.path(version)),
            id=version.pk,
        )
        for version in versions.only("url_path", "path", "depth", "locale", "translation_key")
    ]


def _model_name(page) -> str:
    name = page._meta.model_name
    return name if name in KINDS else page.cached_content_type.model
