"""What visitors of other front ends write to a member: the same form as on the site."""

from typing import Literal

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Field, Query, Router

from core.api.answers import ERRORS_OF_ONE, answer
from core.api.articles import one_of
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
from core.api.problems import Problem, Refused
from core.api.reading import reading_in
from core.api.schemas import Schema, Sent
from core.form_guard import new_token
from core.throttle import OverBudget
from members import forms
from members.models import MemberPage
from members.services.writing import pass_on, purpose_for

router = Router(tags=["Members"])


class MessageForm(Schema):
    """What is needed to send a message to a member."""

    notice: str = Field(description="Plain text that must stand above the button.")
    token: str = Field(description=TOKEN_HELP)
    wait: int = wait_field()


class Message(Sent):
    """What a visitor writes to a member."""

    name: str = Field(max_length=80, examples=["Fatima"])
    email: str = Field(
        max_length=254, description="The member answers there.", examples=["fatima@example.org"]
    )
    message: str = Field(max_length=4000, examples=["Mag ik eens komen kijken?"])
    token: str = Field(max_length=500, description=TOKEN_HELP)
    website: str = Field("", max_length=500, description=TRAP_HELP)


class MessageReceived(Schema):
    """The message is on its way."""

    received: Literal[True]


@router.get(
    "/members/{int:pk}/message",
    response={200: MessageForm, **ERRORS_OF_ONE},
    summary="Read the form to a member",
    operation_id="read_message_form",
)
def read_message_form(request: HttpRequest, pk: int, params: Query[Params]):
    """The token for a message to a member that takes them; 404 for the others."""
    page = _taking_messages(pk)
    with reading_in(request, page.locale.language_code):
        return answer(
            MessageForm(
                notice=_("We mail your message to the group, with your name and address."),
                token=new_token(purpose_for(page)),
            )
        )


@router.post(
    "/members/{int:pk}/message",
    response={202: MessageReceived, **ERRORS_OF_ONE, 403: Problem, 415: Problem, 422: Problem},
    summary="Write to a member",
    operation_id="send_message",
)
def send_message(request: HttpRequest, pk: int, sent: Message, params: Query[Params]):
    """A message, under the rules of the form on our own site. The same message counts once."""
    refuse_foreign(request)
    page = _taking_messages(pk)
    with reading_in(request, page.locale.language_code):
        guard(token=sent.token, trap=sent.website, purpose=purpose_for(page))
        filled = valid(forms.MessageForm(sent.model_dump(include={"name", "email", "message"})))
        address = request.META.get("REMOTE_ADDR", "")
        try:
            pass_on(page=page, token=sent.token, address=address, **filled.cleaned_data)
        except OverBudget as over:
            raise too_many(over) from over
        return accepted(MessageReceived(received=True))


def _taking_messages(pk: int) -> MemberPage:
    page = one_of(MemberPage.objects.published(), pk)
    if not page.takes_messages:
        raise Refused(404)
    return page
