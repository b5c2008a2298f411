"""Publications for other front ends."""

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
from core.api.files import Document, document_of
from core.api.pages import Detail, PageLink, PageSummary, link_to, summary_fields
from core.api.params import SLUG, DatedParams, PictureParams
from core.api.reading import Reading, reading_in
from core.api.schemas import Schema
from core.api.snippets import PartnerLink, Person, TagLink, ThemeLink, language_of, partner_link, person
from core.localization import localized
from publications.models import PublicationKind, PublicationPage

router = Router(tags=["Publications"])


class KindLink(Schema):
    """What a publication is: a report, a manifesto …"""

    slug: str = Field(examples=["verslag"])
    name: str = Field(examples=["Verslag"])
    plural: str = Field(examples=["Verslagen"])
    language: str


class PublicationFields(PageSummary):
    """What card and page have in common."""

    kind: Literal["publication"] = Field()
    date: date
    subtitle: str
    publication_kind: KindLink | None
    themes: list[ThemeLink]
    tags: list[TagLink]


class PublicationItem(PublicationFields):
    """A publication on a card."""


class Series(Schema):
    """Documents around one process, and the others of the same language."""

    name: str
    description: str
    others: list[PageLink]


class Publication(Article, Detail, PublicationFields):
    """A publication with its text and its files."""

    kind: Literal["publication"] = Field()
    files: list[Document]
    authors: list[Person] = Field(description="Our own organisation where the publication names nobody.")
    partners: list[PartnerLink]
    series: Series | None
    source: Source | None = Field(description="Where it was published before, if that was elsewhere.")
    ageing: Ageing
    related: list[PageLink] = Field(description="“Read also”.")


class PublicationParams(DatedParams):
    """How the list of publications may be narrowed down and sorted."""

    publication_kind: str | None = Field(
        None, pattern=SLUG, description="The slug of a kind, in any language.", examples=["verslag"]
    )
    sort: Literal["-date", "date", "-changed", "title"] = Field(
        "-date", description="A minus means newest first."
    )
    fields: fields_of(PublicationItem) = fields_parameter()


@router.get(
    "",
    response={200: list_schemas(PublicationItem), **ERRORS},
    summary="List publications",
    operation_id="list_publications",
)
def list_publications(request: HttpRequest, params: Query[PublicationParams]):
    """Publications in one language, the newest first."""
    with reading_in(request, params.locale) as reading:
        sizes = params.images or ["cover"]
        pages = PublicationPage.objects.in_locale(reading.locale).for_api(*sizes)
        if params.publication_kind:
            pages = pages.of_kind(params.publication_kind)
        pages = narrowed(pages, params).sorted_by(params.sort)
        return answer_list(
            request, pages, params, lambda found: [item_of(reading, page, sizes) for page in found]
        )


@router.get(
    "/{int:pk}",
    response={200: Publication, **ERRORS_OF_ONE},
    summary="Read a publication",
    operation_id="read_publication",
)
def read_publication(request: HttpRequest, pk: int, params: Query[PictureParams]):
    """One publication with its text and files, in its own language."""
    page = one_of(PublicationPage.objects.published().select_related(*PublicationPage.shown_with), pk)
    with reading_in(request, page.locale.language_code) as reading:
        return answer(publication_of(reading, page, params.images or ["cover", "hero", "card", "social"]))


def item_of(reading: Reading, page: PublicationPage, sizes) -> PublicationItem:
    """A publication for a list."""
    return PublicationItem(**summary_fields(reading, page, sizes), **_fields(page))


def publication_of(reading: Reading, page: PublicationPage, sizes) -> Publication:
    """A publication with everything."""
    return Publication(
        **article_fields(reading, page, sizes),
        **_fields(page),
        **dated_fields(reading, page),
        files=_files(reading, page),
        authors=_authors(reading, page),
        partners=[
            partner_link(reading, row.partner, row.role)
            for row in page.publication_partners.select_related("partner__logo")
        ],
        series=_series(reading, page),
    )


def kind_link(kind: PublicationKind | None) -> KindLink | None:
    """A kind of publication; ``None`` for none."""
    if kind is None:
        return None
    return KindLink(slug=kind.slug, name=kind.name, plural=kind.plural, language=language_of(kind))


def _fields(page: PublicationPage) -> dict:
    return {
        "date": page.date,
        "subtitle": page.subtitle,
        "publication_kind": kind_link(page.shown_kind),
        **topic_fields(page),
    }


def _files(reading: Reading, page: PublicationPage) -> list[Document]:
    rows = page.files.select_related("document")
    documents = [document_of(reading, row.document, row.title) for row in rows]
    return [document for document in documents if document is not None]


def _authors(reading: Reading, page: PublicationPage) -> list[Person]:
    organisation = reading.settings.organisation
    authors = page.authors() or localized([organisation] if organisation else [], reading.locale)
    return [person(reading, author) for author in authors]


def _series(reading: Reading, page: PublicationPage) -> Series | None:
    if page.series_id is None:
        return None
    (series,) = localized([page.series], reading.locale)
    others = [link_to(reading, other) for other in page.others_in_series()]
    return Series(name=series.name, description=series.description, others=others)
