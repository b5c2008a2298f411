"""What stands between an endpoint that takes something and a robot: the same as before the forms of the site."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from ninja import Field

from core.api.problems import Refused, come_back_later
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


def too_many(over: OverBudget) -> Refused:
    """The refusal of what came when a budget was spent: 429, with when to send it again."""
    text = ngettext(
        "Many messages came in just now. Send yours again in %(minutes)d minute.",
        "Many messages came in just now. Send yours again in %(minutes)d minutes.",
        over.minutes,
    )
    return come_back_later(over, text % {"minutes": over.minutes})
