"""Errors of the API: ``application/problem+json`` (RFC 9457), in the language that was asked for."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from ninja import Field

from core.api.schemas import Schema
from core.throttle import OverBudget

MEDIA_TYPE = "application/problem+json"

TITLES = {
    HTTPStatus.BAD_REQUEST: _("We do not understand this request"),
    HTTPStatus.UNAUTHORIZED: _("This needs a token"),
    HTTPStatus.FORBIDDEN: _("This is not allowed"),
    HTTPStatus.NOT_FOUND: _("There is nothing here"),
    HTTPStatus.METHOD_NOT_ALLOWED: _("This address does not take this method"),
    HTTPStatus.CONFLICT: _("This was done before"),
    HTTPStatus.GONE: _("This is gone"),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: _("This is too much at once"),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: _("Send JSON"),
    HTTPStatus.UNPROCESSABLE_ENTITY: _("Something must be mended"),
    HTTPStatus.TOO_MANY_REQUESTS: _("Too many requests"),
    HTTPStatus.INTERNAL_SERVER_ERROR: _("Something went wrong on our side"),
    HTTPStatus.SERVICE_UNAVAILABLE: _("The site is not available for a moment"),
}


class FieldProblem(Schema):
    """What is wrong with one parameter or field."""

    field: str = Field(description="The name of the parameter or field.", examples=["theme"])
    message: str = Field(description="What is wrong, for people.", examples=["This parameter is not known."])


class Problem(Schema):
    """An error, as RFC 9457 describes it."""

    type: str = Field(
        description="Always `about:blank`: the status tells the kind.", examples=["about:blank"]
    )
    title: str = Field(description="The kind of error, for people, in the language asked for.")
    status: int = Field(description="The HTTP status.", examples=[400])
    detail: str = Field(description="More about this error, for people; may be empty.")
    errors: list[FieldProblem] = Field(description="What is wrong with which parameter or field.")


class Refused(Exception):  # noqa: N818 - a state of affairs, not a fault
    """Raised by an endpoint that answers with a problem instead."""

    def __init__(
        self,
        status: int,
        detail: object = "",
        *,
        errors: Iterable[tuple[str, object]] = (),
        headers: Mapping[str, str] | None = None,
    ):
        super().__init__(status)
        self.status = status
        self.detail = detail
        self.errors = list(errors)
        self.headers = dict(headers or {})


def come_back_later(over: OverBudget, detail: object = "") -> Refused:
    """The refusal of who asked too much; ``detail`` says so in words."""
    return Refused(429, detail, headers={"Retry-After": str(over.retry_after)})


def problem(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The answer that says what was refused, in the language that the request asks for."""
    with override(asked_language(request)):
        body = Problem(
            type="about:blank",
            title=str(TITLES.get(refused.status) or HTTPStatus(refused.status).phrase),
            status=refused.status,
            detail=str(refused.detail),
            errors=[FieldProblem(field=field, message=str(text)) for field, text in refused.errors],
        )
    request.LANGUAGE_CODE = asked_language(request)
    return HttpResponse(
        body.model_dump_json(), status=refused.status, content_type=MEDIA_TYPE, headers=refused.headers
    )


def asked_language(request: HttpRequest) -> str:
    """The language code of the parameter ``locale``; Dutch when there is none that we know."""
    code = request.GET.get("locale", "")
    return code if code in dict(settings.WAGTAIL_CONTENT_LANGUAGES) else settings.LANGUAGE_CODE
