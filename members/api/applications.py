"""“Word lid” for other front ends: the same form as on the site."""

from typing import Literal

from django.http import HttpRequest
from ninja import Field, Query, Router

from core.api.answers import ERRORS, answer
from core.api.params import Params
from core.api.posting import (
    TOKEN_HELP,
    TRAP_HELP,
    accepted,
    guard,
    refuse_foreign,
    too_many,
    valid,
    wait_field,
)
from core.api.problems import Problem
from core.api.reading import reading_in
from core.api.schemas import Schema, Sent
from core.form_guard import new_token
from core.throttle import OverBudget
from members.forms import JoinForm
from members.services import joining

router = Router(tags=["Members"])


class ApplicationForm(Schema):
    """What is needed to apply for membership."""

    consent: str = Field(
        description="Plain text that must stand beside a box to tick; it is kept with the application."
    )
    token: str = Field(description=TOKEN_HELP)
    wait: int = wait_field()


class NewApplication(Sent):
    """A group that wants to become a member."""

    organisation: str = Field(max_length=120, examples=["Buurthuis De Buren"])
    place_name: str = Field(max_length=80, description="The town or village.", examples=["Veghel"])
    contact_name: str = Field(max_length=120, examples=["Fatima Yilmaz"])
    email: str = Field(
        max_length=254,
        description="Gets a mail with a link and a button; until then nobody sees the application.",
        examples=["fatima@example.org"],
    )
    themes: list[str] = Field([], max_length=7, description="Slugs of `GET /themes` in Dutch.")
    about: str = Field(max_length=2000, examples=["Wij koken elke week met de buurt."])
    consent: bool = Field(description="Whether the box was ticked.", examples=[True])
    token: str = Field(max_length=500, description=TOKEN_HELP)
    website: str = Field("", max_length=500, description=TRAP_HELP)


class ApplicationReceived(Schema):
    """The application waits for its address to be confirmed."""

    received: Literal[True]


@router.get(
    "/applications/form",
    response={200: ApplicationForm, **ERRORS},
    summary="Begin an application",
    operation_id="begin_application",
)
def begin_application(request: HttpRequest, params: Query[Params]):
    """The text to agree to, and the token for one application for membership."""
    with reading_in(request, params.locale):
        return answer(ApplicationForm(consent=JoinForm().told, token=new_token(joining.PURPOSE)))


@router.post(
    "/applications",
    response={202: ApplicationReceived, **ERRORS, 403: Problem, 415: Problem, 422: Problem},
    summary="Apply for membership",
    operation_id="apply",
)
def apply(request: HttpRequest, sent: NewApplication, params: Query[Params]):
    """An application, under the rules of the form on our own site. The same application counts once."""
    refuse_foreign(request)
    with reading_in(request, params.locale):
        guard(token=sent.token, trap=sent.website, purpose=joining.PURPOSE)
        form = valid(JoinForm(sent.model_dump(exclude={"token", "website"})))
        try:
            joining.apply(
                answers=form.answers,
                themes=form.cleaned_data["themes"],
                told=form.told,
                token=sent.token,
                address=request.META.get("REMOTE_ADDR", ""),
            )
        except OverBudget as over:
            raise too_many(over) from over
        return accepted(ApplicationReceived(received=True))
