"""What stands between an endpoint that takes something and a robot: the same as before the forms of the site."""

from collections.abc import Iterable

from django.conf import settings
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from ninja import Field

from core.api.answers import answer
from core.api.problems import Refused, come_back_later
from core.api.schemas import Schema
from core.form_guard import LEAST_SECONDS, TOKEN, TRAP, Finding, inspect, is_foreign
from core.throttle import OverBudget

TOKEN_HELP = "The token that came with the form; good for a day."  # noqa: S105 - help, no secret
TRAP_HELP = "Show a field of this name that people do not see, and send what was filled in: only robots do."


def wait_field():
    """The schema field that says how long a person takes at least."""
    return Field(
        LEAST_SECONDS, description="Seconds that must pass between fetching the token and sending it."
    )


def refuse_foreign(request: HttpRequest) -> None:
    """Refuse what a page of a site sends that is not on the list. Raises ``Refused`` with 403.

    A program without a browser has no visitor to abuse: it names no origin.
    """
    if request.headers.get("Origin") not in settings.API_ORIGINS and is_foreign(request):
        raise Refused(403, _("This site may not send us forms: its address is not on our list."))
    if request.content_type != "application/json":
        raise Refused(415)


def guard(*, token: str, trap: str, purpose: str) -> None:
    """Judge what came with a form before anything else is done with it. Raises ``Refused`` with 403 or 422."""
    finding = inspect({TOKEN: token, TRAP: trap}, purpose=purpose)
    if finding != Finding.CLEAR:
        raise Refused(
            403 if finding == Finding.FORGED else 422, finding.label, errors=[("token", finding.label)]
        )


def valid(form: BaseForm, *, unknown: Iterable[str] = ()) -> BaseForm:
    """The form, filled in well. Raises ``Refused`` with 422 and what is wrong with which field.

    ``unknown`` are names that were sent and that the form does not have.
    """
    wrong = [(name, gettext("The form has no such question.")) for name in unknown]
    wrong += [(name, text) for name, texts in form.errors.items() for text in texts]
    if wrong:
        raise Refused(422, gettext("Check what you filled in."), errors=wrong)
    return form


def accepted(model: Schema) -> HttpResponse:
    """The answer to what was taken in and is dealt with later: 202."""
    response = answer(model)
    response.status_code = 202
    return response


def too_many(over: OverBudget) -> Refused:
    """The refusal of what came when a budget was spent: 429, with when to send it again."""
    text = ngettext(
        "Many messages came in just now. Send yours again in %(minutes)d minute.",
        "Many messages came in just now. Send yours again in %(minutes)d minutes.",
        over.minutes,
    )
    return come_back_later(over, text % {"minutes": over.minutes})
