"""What goes in and out of the comments."""

from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Field
from pydantic import StringConstraints

from comments.enums import ReportReason
from core.api.params import MOST_PAGES, Params
from core.api.posting import TOKEN_HELP, TRAP_HELP, wait_field
from core.api.schemas import Schema, Sent

# Long enough for what people write in any script; the form says it in words.
Text = Annotated[str, StringConstraints(max_length=20_000)]
Line = Annotated[str, StringConstraints(max_length=2_000)]


class Answer(Schema):
    """What one person wrote."""

    id: int
    anchor: str
    name: str = Field(description="As the writer typed it; empty for a place whose comment is gone.")
    text: str = Field(description="Plain text: lines and blank lines count, HTML does not.")
    language: str
    is_staff: bool = Field(description="An answer of the association: show `badge`, not only a colour.")
    is_gone: bool = Field(description="Removed; only the place above its answers is left.")
    written_at: datetime
    edited_at: datetime | None
    permalink: str = Field(description="Full address on our site that always leads to it.")


class Thread(Answer):
    """A comment with its answers."""

    answers: list[Answer]


class Discussion(Schema):
    """The approved comments on one page, fifty threads at a time."""

    page_id: int
    count: int = Field(description="Of all comments that anybody may read.")
    page: int
    pages: int
    badge: str = Field(description="What stands beside an answer of the association.")
    pinned: int | None = Field(description="The comment that stands on top.")
    takes_comments: bool
    closes_on: date | None
    threads: list[Thread]


class CommentGuard(Schema):
    """What a form needs before it can be sent; for one visitor, never to be kept."""

    notice: list[str] = Field(description="Must be shown above the button, line by line.")
    notice_version: str = Field(description="Send it back: which notice the visitor read.")
    once: str = Field(description="Send it back: however often a form comes, it counts once.")
    token: str = Field(description=TOKEN_HELP)
    wait: int = wait_field()
    challenge: dict = Field(
        description="An ALTCHA proof of work (version 2); without a solution comments are held."
    )


class NewComment(Sent):
    """What a visitor wrote."""

    name: Line = Field(examples=["Fatima"])
    text: Text = Field(examples=["Bij ons werkte dit ook."])
    email: Line = Field("", description="Only for the mails that the visitor chooses; never shown.")
    wants_decision: bool = False
    wants_replies: bool = False
    answers: int | None = Field(None, ge=1, le=2**31 - 1, description="The comment that this answers.")
    notice_version: Line
    once: Line
    token: Line = Field(description=TOKEN_HELP)
    website: Line = Field("", description=TRAP_HELP)
    proof: Line = Field("", description="The solution of the challenge, as ALTCHA encodes it.")


class Standing(Schema):
    """How a comment stands."""

    state: Literal["held", "visible", "refused"]
    status_token: str = Field(
        description="For `POST /comments/status`. Whoever has it may ask; keep it secret."
    )
    id: int | None = Field(description="Its number, once anybody may read it.")
    changeable_until: datetime | None = Field(description="Until then the writer may change it on our site.")


class SecretToken(Sent):
    """A token that was given to one person."""

    token: Line


class ReportGuard(Schema):
    """What the form to object to a comment needs."""

    reasons: dict[str, str] = Field(description="What `reason` takes, with its words.")
    once: str
    token: str = Field(description=TOKEN_HELP)
    wait: int = wait_field()


class NewReport(Sent):
    """What a reader objects to."""

    reason: ReportReason
    explanation: Text = ""
    email: Line = Field("", description="If the reader wants to hear what we decide.")
    once: Line
    token: Line = Field(description=TOKEN_HELP)
    website: Line = Field("", description=TRAP_HELP)


class Receipt(Schema):
    """The report arrived."""

    received: Literal[True]
    receipt_token: str = Field(description="Proves that this report was made; keep it secret.")


class ThreadParams(Params):
    """Which page of the conversation."""

    page: int = Field(1, ge=1, le=MOST_PAGES, description="Which page of the conversation.")
