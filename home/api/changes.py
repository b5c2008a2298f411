"""What was published and what went since a moment, for front ends that keep copies."""

from datetime import datetime
from typing import Literal

from django.http import HttpRequest
from ninja import Field, Query, Router
from pydantic import AwareDatetime

from core.api.answers import ERRORS, answer
from core.api.pages import KINDS, PageKind, kind_of
from core.api.params import Params, within_reach
from core.api.reading import reading_in
from core.api.schemas import Schema
from core.models import Tombstone
from core.querysets import readable_pages

router = Router(tags=["Site"])

MOST = 500


class Change(Schema):
    """One page that changed; a page that is gone is known by its key, kind and path only."""

    id: int
    kind: PageKind
    path: str
    language: str
    change: Literal["published", "gone"]
    at: datetime


class Changes(Schema):
    """Changes, the oldest first."""

    items: list[Change]
    next_since: datetime | None = Field(
        description="Ask again with this moment; `null` when nothing changed since the moment asked for."
    )
    more: bool = Field(description="Whether there is more already: at most 500 changes come at once.")


class ChangesParams(Params):
    """From when on."""

    since: AwareDatetime = Field(
        description="Changes at this moment or later (ISO 8601, with time zone).",
        examples=["2026-11-01T00:00:00Z"],
    )


@router.get(
    "/changes", response={200: Changes, **ERRORS}, summary="What changed", operation_id="list_changes"
)
def list_changes(request: HttpRequest, params: Query[ChangesParams]):
    """Pages of one language that were published, changed or went since a moment, in order: for static builds."""
    since = within_reach(params.since)
    with reading_in(request, params.locale) as reading:
        pages = (
            readable_pages()
            .in_locale(reading.locale)
            .changed_since(since)
            .order_by("last_published_at", "pk")
        )
        found = [
            Change(
                id=page.pk,
                kind=kind_of(page),
                path=reading.path(page),
                language=params.locale,
                change="published",
                at=page.last_published_at,
            )
            for page in pages[: MOST + 1]
        ]
        gone = Tombstone.objects.since(since).filter(language=params.locale)[: MOST + 1]
        found += [
            Change(
                id=page.page_id,
                kind=KINDS[page.model][0],
                path=page.path,
                language=page.language,
                change="gone",
                at=page.gone_at,
            )
            for page in gone
            if page.model in KINDS
        ]
        found.sort(key=lambda change: (change.at, change.id))
        items = found[:MOST]
        return answer(
            Changes(items=items, next_since=items[-1].at if items else None, more=len(found) > MOST)
        )
