"""The API of the site: what ninja lacks for it (problems, and a document that says all of it)."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from core.api.params import UNKNOWN
from core.api.problems import MEDIA_TYPE, Refused, problem

# What pydantic found, in words for who sends requests; ``{…}`` is filled in from what it tells.
MESSAGES = {
    UNKNOWN: _("This parameter is not known here."),
    "missing": _("This is missing."),
    "int_parsing": _("This must be a whole number."),
    "bool_parsing": _("This must be true or false."),
    "greater_than_equal": _("This must be at least {ge}."),
    "less_than_equal": _("This must be at most {le}."),
    "literal_error": _("This must be one of {expected}."),
    "enum": _("This must be one of {expected}."),
    "string_too_long": _("This must have at most {max_length} characters."),
    "string_pattern_mismatch": _("There are characters in this that do not belong in it."),
    "date_from_datetime_parsing": _("This must be a date such as 2026-11-21."),
    "timezone_aware": _("Say the time zone, as in 2026-11-21T09:00:00Z."),
    "datetime_from_date_parsing": _("This must be a moment such as 2026-11-21T09:00:00Z."),
}
OTHERWISE = _("This value is not allowed here.")
# How the endpoints call what they take.
WRAPPERS = {"params", "sent"}


class SiteAPI(NinjaAPI):
    """Ninja's API with errors as problems. ``openapi_schema`` is the document that is committed."""

    def __init__(self, **options):
        super().__init__(**options)
        self._document: dict | None = None
        self.add_exception_handler(Refused, lambda request, error: problem(request, error))
        self.add_exception_handler(Http404, lambda request, error: problem(request, Refused(404)))
        self.add_exception_handler(
            HttpError, lambda request, error: problem(request, Refused(error.status_code))
        )
        self.add_exception_handler(ValidationError, _invalid)

    def get_openapi_schema(self, **options):
        """The OpenAPI document, with problems under their own media type and no noise; made once."""
        if self._document is None:
            self._document = super().get_openapi_schema(path_prefix="api/v1/")
            for operations in self._document["paths"].values():
                for operation in operations.values():
                    _tidy(operation)
        return self._document


def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """A wrong parameter is a bad request, a wrong field something to mend."""
    in_body = any(item["loc"][0] == "body" for item in error.errors)
    problems = [(_field(item["loc"]), _message(item)) for item in error.errors]
    return problem(request, Refused(422 if in_body else 400, errors=problems))


def _field(location: tuple) -> str:
    names = [str(part) for part in location[1:] if part not in WRAPPERS]
    return ".".join(names)


def _message(item: dict) -> str:
    text = str(MESSAGES.get(item["type"], OTHERWISE))
    return text.format_map(_Blank(item.get("ctx", {})))


class _Blank(dict):
    def __missing__(self, key):
        return ""


def _tidy(operation: dict) -> None:
    """Give problems their media type, and parameters their description once."""
    for status, response in operation["responses"].items():
        content = response.get("content", {})
        if int(status) >= 400 and "application/json" in content:
            content[MEDIA_TYPE] = content.pop("application/json")
    for parameter in operation.get("parameters", []):
        for name in ("description", "examples", "title"):
            parameter["schema"].pop(name, None)
        parameter.pop("examples", None)
    if "description" in operation:
        operation["description"] = re.sub(r"\s+", " ", operation["description"]).strip()
