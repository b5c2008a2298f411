"""The calendar for other front ends."""

from datetime import datetime
from typing import Literal

from django.http import HttpRequest
from django.urls import reverse
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
from core.api.articles import Article, article_fields, narrowed, one_of, topic_fields
from core.api.pages import Detail, PageSummary, summary_fields
from core.api.params import DatedParams, PictureParams
from core.api.reading import Reading, reading_in
from core.api.snippets import TagLink, ThemeLink
from news.models import EventPage

router = Router(tags=["Events"])


class EventFields(PageSummary):
    """What card and page have in common."""

    kind: Literal["event"] = Field()
    start: datetime | None = Field(description="`null` while the date is not known.")
    end: datetime | None
    all_day: bool = Field(description="Without times: show the days only.")
    is_past: bool
    place_name: str
    address: str
    online_url: str = Field(description="Where to join on line; empty when it is over or not on line.")
    signup_url: str = Field(description="Where to sign up; empty when it is over or not needed.")
    ics: str | None = Field(description="Full address of the file for a reader's own calendar.")
    themes: list[ThemeLink]
    tags: list[TagLink]


class EventItem(EventFields):
    """An event on a card."""


class Event(Article, Detail, EventFields):
    """An event with its text."""

    kind: Literal["event"] = Field()


class EventParams(DatedParams):
    """How the calendar may be narrowed down and sorted."""

    when: Literal["upcoming", "past", "all"] = Field(
        "all", description="`upcoming` is what is not over; events without a date are among them."
    )
    sort: Literal["start", "-start", "-changed", "title"] = Field(
        "start", description="Events without a date come last; a minus means latest first."
    )
    fields: fields_of(EventItem) = fields_parameter()


@router.get(
    "", response={200: list_schemas(EventItem), **ERRORS}, summary="List events", operation_id="list_events"
)
def list_events(request: HttpRequest, params: Query[EventParams]):
    """Events in one language, the first one first."""
    with reading_in(request, params.locale) as reading:
        sizes = params.images or ["card"]
        pages = EventPage.objects.in_locale(reading.locale).for_api(*sizes).when(params.when)
        pages = narrowed(pages, params, date_field="start__date").sorted_by(params.sort)
        return answer_list(
            request, pages, params, lambda found: [item_of(reading, page, sizes) for page in found]
        )


@router.get(
    "/{int:pk}", response={200: Event, **ERRORS_OF_ONE}, summary="Read an event", operation_id="read_event"
)
def read_event(request: HttpRequest, pk: int, params: Query[PictureParams]):
    """One event with its text, in its own language."""
    page = one_of(EventPage.objects.published().select_related("image"), pk)
    with reading_in(request, page.locale.language_code) as reading:
        return answer(event_of(reading, page, params.images or ["hero", "card", "social"]))


def item_of(reading: Reading, page: EventPage, sizes) -> EventItem:
    """An event for a list."""
    return EventItem(**summary_fields(reading, page, sizes), **_fields(reading, page))


def event_of(reading: Reading, page: EventPage, sizes) -> Event:
    """An event with everything."""
    return Event(**article_fields(reading, page, sizes), **_fields(reading, page))


def _fields(reading: Reading, page: EventPage) -> dict:
    is_past = page.is_past
    return {
        "start": page.start,
        "end": page.end,
        "all_day": page.all_day,
        "is_past": is_past,
        "place_name": page.place_name,
        "address": page.address,
        "online_url": "" if is_past else page.online_url,
        "signup_url": "" if is_past else page.signup_url,
        "ics": reading.absolute(reverse("event_ics", args=[page.pk])) if page.start else None,
        **topic_fields(page),
    }
