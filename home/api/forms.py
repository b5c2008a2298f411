"""Forms: what they ask, and taking what visitors answer."""

from typing import Literal

from django.http import HttpRequest
from ninja import Field, Query, Router

from core.api.answers import (
    ERRORS,
    ERRORS_OF_ONE,
    answer,
    answer_list,
    fields_of,
    fields_parameter,
    list_schemas,
)
from core.api.articles import Told, narrowed, one_of, told_fields
from core.api.pages import Detail, PageSummary, summary_fields
from core.api.params import ListParams, Params, PictureParams
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
from core.api.reading import Reading, reading_in
from core.api.richtext import rich_text
from core.api.schemas import Schema, Sent
from core.api.snippets import Mailbox, mailbox
from core.form_guard import new_token
from core.throttle import OverBudget
from home.enums import FieldType
from home.models import FormPage
from home.models.form_builder import choices_of
from home.services import receive_form

router = Router(tags=["Forms"])


class FormItem(PageSummary):
    """A form on a card."""

    kind: Literal["form"] = Field()


class FormField(Schema):
    """One question of a form."""

    name: str = Field(description="Under this name the answer is sent.", examples=["message"])
    label: str
    type: FieldType = Field(description="`name`, `email` and `telephone` can be filled in by a browser.")
    required: bool
    help: str
    choices: list[str] = Field(description="The answers to choose from; empty for other kinds.")
    max_length: int | None


class FormDetail(Told, Detail):
    """A form with its text and its questions."""

    kind: Literal["form"] = Field()
    questions: list[FormField]
    notice: str = Field(
        description="Plain text that must stand above the button; it is kept with each answer."
    )
    notice_html: str = Field(description="What the editor wrote of it, as HTML; may be empty.")
    period: str = Field(description="How long an answer is kept, in a sentence.")
    contact: Mailbox | None = Field(description="Visitors may also mail.")
    token: str = Field(description=TOKEN_HELP)
    wait: int = wait_field()


class FormAnswers(Sent):
    """What a visitor filled in."""

    answers: dict[str, str | bool] = Field(
        description="By the names of the questions; a tick box is true or false.",
        examples=[
            {
                "name": "Fatima",
                "email": "fatima@example.org",
                "message": "Wanneer is de volgende bijeenkomst?",
            }
        ],
    )
    token: str = Field(max_length=500, description=TOKEN_HELP)
    website: str = Field("", max_length=500, description=TRAP_HELP)


class FormReceived(Schema):
    """The answers arrived."""

    received: Literal[True]
    thank_you: str = Field(description="HTML: what the visitor may read now.")


class FormParams(ListParams):
    """How the list of forms may be narrowed down and sorted."""

    sort: Literal["title", "-title", "-changed"] = Field("title", description="A minus means backwards.")
    fields: fields_of(FormItem) = fields_parameter()


@router.get(
    "/forms",
    response={200: list_schemas(FormItem), **ERRORS},
    summary="List forms",
    operation_id="list_forms",
)
def list_forms(request: HttpRequest, params: Query[FormParams]):
    """Forms in one language, by title."""
    with reading_in(request, params.locale) as reading:
        sizes = params.images or ["card"]
        pages = FormPage.objects.in_locale(reading.locale).published().defer("body").with_pictures(*sizes)
        pages = narrowed(pages, params).sorted_by(params.sort)
        return answer_list(
            request,
            pages,
            params,
            lambda found: [FormItem(**summary_fields(reading, page, sizes)) for page in found],
        )


@router.get(
    "/forms/{int:pk}",
    response={200: FormDetail, **ERRORS_OF_ONE},
    summary="Read a form",
    operation_id="read_form",
)
def read_form(request: HttpRequest, pk: int, params: Query[PictureParams]):
    """One form with its questions, in its own language, and the token to send it with."""
    page = _form_page(pk)
    with reading_in(request, page.locale.language_code) as reading:
        return answer(form_of(reading, page, params.images or ["hero", "card", "social"]))


@router.post(
    "/forms/{int:pk}",
    response={202: FormReceived, **ERRORS_OF_ONE, 403: Problem, 415: Problem, 422: Problem},
    summary="Send a form",
    operation_id="send_form",
)
def send_form(request: HttpRequest, pk: int, sent: FormAnswers, params: Query[Params]):
    """What a visitor filled in, under the rules of the form on our own site. The same answers count once."""
    refuse_foreign(request)
    page = _form_page(pk)
    with reading_in(request, page.locale.language_code) as reading:
        filled = page.get_form({name: value for name, value in sent.answers.items() if value is not False})
        guard(token=sent.token, trap=sent.website, purpose=page.purpose)
        valid(filled, unknown=[name for name in sent.answers if name not in filled.fields])
        try:
            receive_form(
                page=page,
                answers=filled.cleaned_data,
                token=sent.token,
                address=request.META.get("REMOTE_ADDR", ""),
            )
        except OverBudget as over:
            raise too_many(over) from over
        return accepted(FormReceived(received=True, thank_you=rich_text(reading, page.thank_you)))


def form_of(reading: Reading, page: FormPage, sizes) -> FormDetail:
    """A form with everything."""
    fields = page.get_form_class().base_fields
    return FormDetail(
        **told_fields(reading, page, sizes),
        questions=[_question(question, fields[question.clean_name]) for question in page.get_form_fields()],
        notice=page.told,
        notice_html=rich_text(reading, page.notice),
        period=page.period,
        contact=mailbox(reading, page.contact),
        token=new_token(page.purpose),
    )


def _form_page(pk: int) -> FormPage:
    return one_of(FormPage.objects.published().select_related("image", "contact"), pk)


def _question(question, field) -> FormField:
    return FormField(
        name=question.clean_name,
        label=str(question.label),
        type=question.field_type,
        required=question.required,
        help=str(question.help_text),
        choices=choices_of(question),
        max_length=getattr(field, "max_length", None),
    )
