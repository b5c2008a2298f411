"""Query parameters that endpoints share. A parameter that an endpoint does not know is refused, never ignored."""

from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

from django.conf import settings
from ninja import Field
from pydantic import AwareDatetime, BeforeValidator, ValidationInfo, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from core.api.schemas import Schema
from core.enums import Province
from core.images import SIZES

MOST_PER_PAGE = 100
MOST_PAGES = 10_000
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
SLUG = r"^[-a-zA-Z0-9_]{1,80}$"

Language = Literal[tuple(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)]
SizeName = Literal[tuple(SIZES)]
ProvinceName = Literal[tuple(Province.values)]

UNKNOWN = "unknown_parameter"


def split(value: Any) -> Any:
    """Several values, repeated (``a=1&a=2``) or with commas (``a=1,2``), as a list."""
    if isinstance(value, list):
        return [part for item in value for part in (item.split(",") if isinstance(item, str) else [item])]
    return value


def within_reach(moment: datetime) -> datetime:
    """A moment that every database and every time zone can count with: no earlier than 1900."""
    earliest, latest = (datetime(day.year, day.month, day.day, tzinfo=UTC) for day in (EARLIEST, LATEST))
    return min(max(moment, earliest), latest)


class Params(Schema):
    """What every endpoint takes: the language."""

    locale: Language = Field(
        settings.LANGUAGE_CODE,
        description="The language of the content asked for, and of error texts.",
        examples=[settings.LANGUAGE_CODE],
    )

    @model_validator(mode="before")
    @classmethod
    def refuse_unknown(cls, data: Any, info: ValidationInfo) -> Any:
        """A typing error in a filter must not look like a list without it."""
        request = (info.context or {}).get("request")
        names = {field.alias or name for name, field in cls.model_fields.items()}
        unknown = sorted(set(request.GET) - names) if request is not None else []
        if unknown:
            raise ValidationError.from_exception_data(
                cls.__name__,
                [
                    InitErrorDetails(type=PydanticCustomError(UNKNOWN, UNKNOWN), loc=(name,), input="")
                    for name in unknown
                ],
            )
        return data


class PictureParams(Params):
    """For what has pictures: in which of the named sizes."""

    images: Annotated[list[SizeName], BeforeValidator(split)] = Field(
        [],
        description=(
            "In which named sizes pictures are wanted, with commas or repeated; each endpoint has its own"
            " choice by default."
        ),
        examples=[["card"]],
    )


class ListParams(PictureParams):
    """What every list takes."""

    page: int = Field(1, ge=1, le=MOST_PAGES, description="Which page of the list.")
    per_page: int = Field(20, ge=1, le=MOST_PER_PAGE, description="How many items on a page.")
    changed_since: AwareDatetime | None = Field(
        None,
        description="Only what was published or changed at this moment or later (ISO 8601, with time zone).",
        examples=["2026-11-01T00:00:00Z"],
    )

    @property
    def changed_after(self) -> datetime | None:
        """``changed_since``, brought within what databases can count with."""
        return within_reach(self.changed_since) if self.changed_since else None


class TopicParams(ListParams):
    """For lists of pages that carry themes and tags."""

    theme: str | None = Field(
        None, pattern=SLUG, description="The slug of a theme.", examples=["zorg-voor-elkaar"]
    )
    tag: str | None = Field(None, pattern=SLUG, description="The slug of a tag.", examples=["zeggenschap"])


class DatedParams(TopicParams):
    """For lists of pages with a date."""

    year: int | None = Field(None, ge=EARLIEST.year, le=LATEST.year, description="Dated in this year.")
    date_from: date | None = Field(None, description="Dated on this day or later.", examples=["2026-01-01"])
    date_until: date | None = Field(
        None, description="Dated on this day or earlier.", examples=["2026-12-31"]
    )
