"""How an answer leaves: JSON of a schema, whole or only the fields that were asked for; lists page by page."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any, Literal

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from ninja import Field
from pydantic import BeforeValidator, create_model

from core.api.params import split
from core.api.problems import Problem, Refused
from core.api.schemas import Schema

JSON = "application/json"
# What every endpoint that reads may answer instead.
ERRORS = {400: Problem, 404: Problem, 429: Problem}
ERRORS_OF_ONE = ERRORS
# Always there, so that a client knows what it holds.
IDENTITY = ("id", "kind")


class Listed(Schema):
    """One page of a list."""

    total: int = Field(description="How many items there are in all.")
    page: int
    per_page: int
    pages: int = Field(description="How many pages there are; at least 1.")
    next: str | None = Field(description="Full address of the next page.")
    previous: str | None = Field(description="Full address of the previous page.")


def part_of(model: type[Schema]) -> type[Schema]:
    """The schema of an answer that was asked for with ``fields``: everything but what names the item may be absent."""
    fields = {
        name: (field.annotation, field)
        if name in IDENTITY
        else (field.annotation, Field(None, description=field.description, json_schema_extra=_no_default))
        for name, field in model.model_fields.items()
    }
    part = create_model(f"{model.__name__}Part", __base__=Schema, **fields)
    part.__doc__ = f"`{model.__name__}` with only the fields that were asked for."
    return part


def _no_default(schema: dict) -> None:
    schema.pop("default", None)


def fields_of(model: type[Schema]) -> Any:
    """The type of the parameter ``fields`` for a list of ``model``."""
    return Annotated[list[Literal[tuple(model.model_fields)]], BeforeValidator(split)]


def fields_parameter() -> Any:
    """The parameter ``fields``."""
    return Field(
        [],
        description="Only these fields of each item, with commas or repeated; `id` and `kind` are always there.",
        examples=[["title", "path"]],
    )


def list_schemas(model: type[Schema], head: type[Schema] | None = None) -> Any:
    """The schemas of a list of ``model``: whole items, or parts of them when ``fields`` was given.

    ``head`` is the schema of what the list tells beside its items.
    """
    part = part_of(model)
    name = model.__name__
    bases = (head, Listed) if head else Listed
    whole_list = create_model(f"{name}List", __base__=bases, items=(list[model], ...))
    part_list = create_model(f"{name}PartList", __base__=bases, items=(list[part], ...))
    whole_list.__doc__ = f"One page of a list of `{name}`."
    part_list.__doc__ = f"One page of a list of `{part.__name__}`: when `fields` was given."
    return whole_list | part_list


def answer(model: Schema) -> HttpResponse:
    """A schema as JSON."""
    return HttpResponse(model.model_dump_json(by_alias=True), content_type=JSON)


def answer_list(
    request: HttpRequest,
    items: Sequence,
    params,
    build: Callable[[Iterable], list[Schema]],
    *,
    head: Schema | None = None,
) -> HttpResponse:
    """One page of ``items`` (a queryset or search result in order), each built by ``build`` from that page.

    ``params`` holds ``page``, ``per_page`` and ``fields``. A page after the last is empty. ``head`` is what the list
    tells beside its items.
    """
    paginator = Paginator(items, params.per_page)
    first = (params.page - 1) * params.per_page
    # Counted first, so that a page beyond the last asks for nothing.
    shown = items[first : first + params.per_page] if first < paginator.count else []
    built = build(list(shown))
    listed = Listed(
        total=paginator.count,
        page=params.page,
        per_page=params.per_page,
        pages=paginator.num_pages,
        next=_page_address(request, params.page + 1) if params.page < paginator.num_pages else None,
        previous=_page_address(request, params.page - 1)
        if 1 < params.page <= paginator.num_pages + 1
        else None,
    )
    chosen = {*IDENTITY, *params.fields} if params.fields else None
    rows = [item.model_dump(mode="json", include=chosen, by_alias=True) for item in built]
    beside = head.model_dump(mode="json") if head else {}
    body = json.dumps({**beside, **listed.model_dump(), "items": rows}, ensure_ascii=False)
    return HttpResponse(body, content_type=JSON)


def _page_address(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def or_refuse(item, detail: object = ""):
    """``item``, or the problem that there is no such thing. Raises ``Refused``."""
    if item is None:
        raise Refused(404, detail)
    return item
