"""What is said to who must come back later: in words, with the status 429 and ``Retry-After`` (RFC 6585, 4)."""

from django.http import HttpResponse
from django.utils.translation import ngettext

from core.throttle import OverBudget

MINUTE = 60  # seconds


def many_came_in(over: OverBudget) -> str:
    """The sentence above a form that is shown again because a budget is spent."""
    return ngettext(
        "Many messages came in just now. Send yours again in %(minutes)d minute: your text is still there.",
        "Many messages came in just now. Send yours again in %(minutes)d minutes: your text is still there.",
        over.minutes,
    ) % {"minutes": over.minutes}


def tried_too_often(over: OverBudget) -> str:
    """The sentence for who tried a way in too often, or again too soon."""
    if over.retry_after < MINUTE:
        return ngettext(
            "That was too soon. Try again in %(seconds)d second.",
            "That was too soon. Try again in %(seconds)d seconds.",
            over.retry_after,
        ) % {"seconds": over.retry_after}
    return ngettext(
        "That was tried too often. Try again in %(minutes)d minute.",
        "That was tried too often. Try again in %(minutes)d minutes.",
        over.minutes,
    ) % {"minutes": over.minutes}


def ask_patience(response: HttpResponse, over: OverBudget) -> HttpResponse:
    """``response`` as one that says when to come back."""
    response.status_code = 429
    response.headers["Retry-After"] = str(over.retry_after)
    return response
