"""Members (residents' groups) for other front ends. Contact details only as far as the group made them public."""

from typing import Literal

from django.http import HttpRequest, HttpResponse
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
from core.api.articles import Told, narrowed, one_of, told_fields, topic_fields
from core.api.blocks import MemberTeaser
from core.api.pages import Detail, PageSummary, summary_fields
from core.api.params import SLUG, Params, PictureParams, ProvinceName, TopicParams
from core.api.pictures import Image, image_of
from core.api.reading import Reading, reading_in
from core.api.schemas import Schema
from core.api.snippets import TagLink, ThemeLink
from core.api.story import member_teaser
from members.models import MemberPage

router = Router(tags=["Members"])

GEOJSON = "application/geo+json"


class PlaceLink(Schema):
    """A Dutch place; never a street."""

    slug: str
    name: str
    municipality: str
    province: ProvinceName
    latitude: float = Field(description="Of the place, in degrees (WGS 84).")
    longitude: float


class MemberFields(PageSummary):
    """What card and profile have in common."""

    kind: Literal["member"] = Field()
    summary: str = Field(description="One or two whole sentences for a card.")
    place: PlaceLink | None
    neighbourhood: str
    nationwide: bool = Field(description="Works in the whole country, and is found in every province.")
    founded: int | None = Field(description="A year.")
    themes: list[ThemeLink]
    tags: list[TagLink]


class MemberItem(MemberFields):
    """A member on a card."""


class MemberContact(Schema):
    """What the group made public; the rest is empty."""

    contact_name: str
    phone: str
    opening_hours: str
    website: str
    takes_messages: bool = Field(
        description="Whether visitors can write to the group; its address is not told. See `read_message_form`."
    )


class Member(Told, Detail, MemberFields):
    """A member with its story."""

    kind: Literal["member"] = Field()
    contact: MemberContact
    photos: list[Image]
    neighbours: list[MemberTeaser] = Field(description="Other members nearby whose turn it is today.")


class MemberParams(TopicParams):
    """How the list of members may be narrowed down and sorted."""

    province: ProvinceName | None = Field(None, description="In this province, or in the whole country.")
    place: str | None = Field(None, pattern=SLUG, description="The slug of a place.", examples=["breda"])
    municipality: str | None = Field(
        None, max_length=80, pattern=r"^[^\x00-\x1f]+$", description="The name of a municipality."
    )
    sort: Literal["title", "-title", "-changed"] = Field("title", description="A minus means backwards.")
    fields: fields_of(MemberItem) = fields_parameter()


class MapParams(Params):
    """How the map may be narrowed down."""

    theme: str | None = Field(
        None, pattern=SLUG, description="The slug of a theme.", examples=["zorg-voor-elkaar"]
    )
    province: ProvinceName | None = Field(None, description="In this province, or in the whole country.")


class Point(Schema):
    """Where a member is: the middle of its place."""

    type: Literal["Point"] = Field()
    coordinates: tuple[float, float] = Field(description="Longitude and latitude, in degrees (WGS 84).")


class Properties(Schema):
    """What a map shows of a member."""

    title: str
    place: str
    province: ProvinceName
    summary: str
    path: str
    url: str
    themes: list[str] = Field(description="Slugs.")


class Feature(Schema):
    """A member on the map."""

    type: Literal["Feature"] = Field()
    id: int
    geometry: Point
    properties: Properties


class Map(Schema):
    """A GeoJSON feature collection (RFC 7946)."""

    type: Literal["FeatureCollection"] = Field()
    features: list[Feature]


@router.get(
    "/members",
    response={200: list_schemas(MemberItem), **ERRORS},
    summary="List members",
    operation_id="list_members",
)
def list_members(request: HttpRequest, params: Query[MemberParams]):
    """Members in one language, by name."""
    with reading_in(request, params.locale) as reading:
        sizes = params.images or ["card"]
        pages = _narrowed(MemberPage.objects.in_locale(reading.locale).for_api(*sizes), params)
        if params.place:
            pages = pages.in_place(params.place)
        if params.municipality:
            pages = pages.in_municipality(params.municipality)
        pages = pages.sorted_by(params.sort)
        return answer_list(
            request, pages, params, lambda found: [item_of(reading, page, sizes) for page in found]
        )


@router.get(
    "/members/{int:pk}",
    response={200: Member, **ERRORS_OF_ONE},
    summary="Read a member",
    operation_id="read_member",
)
def read_member(request: HttpRequest, pk: int, params: Query[PictureParams]):
    """One member with its story, in its own language."""
    page = one_of(MemberPage.objects.published().select_related(*MemberPage.shown_with), pk)
    with reading_in(request, page.locale.language_code) as reading:
        return answer(member_of(reading, page, params.images or ["hero", "card", "social"]))


@router.get(
    "/members.geojson",
    response={200: Map, **ERRORS},
    summary="Map of members",
    operation_id="map_members",
    openapi_extra={
        "responses": {200: {"content": {GEOJSON: {"schema": {"$ref": "#/components/schemas/Map"}}}}}
    },
)
def map_members(request: HttpRequest, params: Query[MapParams]):
    """All members with a place, as points of a map. The list tells the same in words."""
    with reading_in(request, params.locale) as reading:
        pages = _narrowed(MemberPage.objects.in_locale(reading.locale).for_map(), params)
        found = Map(type="FeatureCollection", features=[_feature(reading, page) for page in pages])
        return HttpResponse(found.model_dump_json(), content_type=GEOJSON)


def item_of(reading: Reading, page: MemberPage, sizes) -> MemberItem:
    """A member for a list."""
    return MemberItem(**summary_fields(reading, page, sizes), **_fields(page))


def member_of(reading: Reading, page: MemberPage, sizes) -> Member:
    """A member with everything that is public."""
    photos = [
        image_of(reading, photo.image, ["body", "card"], alt=photo.alt, caption=photo.caption)
        for photo in page.photos.select_related("image")
    ]
    return Member(
        **told_fields(reading, page, sizes),
        **_fields(page),
        contact=MemberContact(
            **dict.fromkeys(("contact_name", "phone", "opening_hours"), "") | page.public_contact,
            website=page.website,
            takes_messages=page.takes_messages,
        ),
        photos=[photo for photo in photos if photo is not None],
        neighbours=[member_teaser(reading, member) for member in page.neighbours()],
    )


def _fields(page: MemberPage) -> dict:
    return {
        "summary": page.short_summary,
        "place": _place(page.place) if page.place_id else None,
        "neighbourhood": page.neighbourhood,
        "nationwide": page.nationwide,
        "founded": page.founded,
        **topic_fields(page),
    }


def _place(place) -> PlaceLink:
    return PlaceLink(
        slug=place.slug,
        name=place.name,
        municipality=place.municipality,
        province=place.province,
        latitude=place.latitude,
        longitude=place.longitude,
    )


def _narrowed(pages, params):
    pages = narrowed(pages, params)
    return pages.in_province(params.province) if params.province else pages


def _feature(reading: Reading, page: MemberPage) -> Feature:
    path = reading.path(page)
    return Feature(
        type="Feature",
        id=page.pk,
        geometry=Point(type="Point", coordinates=(page.place.longitude, page.place.latitude)),
        properties=Properties(
            title=page.title,
            place=page.place.name,
            province=page.place.province,
            summary=page.short_summary,
            path=path,
            url=reading.absolute(path),
            themes=[theme.slug for theme in page.shown_themes],
        ),
    )
