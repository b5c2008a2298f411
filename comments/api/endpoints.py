"""Comments for other front ends: the same guards, forms and services as the pages of the site.

Reading shows what is approved and nothing else. What only the writer may know (how a comment stands, a receipt)
goes by a token in the body, never in an address.
"""

from django.http import HttpRequest
from ninja import Query, Router

from comments import proof, tokens
from comments.api.schemas import (
    Answer,
    CommentGuard,
    Discussion,
    NewComment,
    NewReport,
    Receipt,
    ReportGuard,
    SecretToken,
    Standing,
    Thread,
    ThreadParams,
)
from comments.api.taking import (
    judged,
    open_page,
    own_comment,
    page_with_comments,
    post,
    private,
    shown_fields,
    standing,
    visible_comment,
)
from comments.enums import ReportReason
from comments.forms import ReportForm
from comments.guards import Guard, address_of, challenge_purpose, form_purpose
from comments.models import CommentSettings
from comments.notice import digest_of, notice_lines
from comments.policies import policy_for
from comments.services import writing
from comments.services.reporting import report_comment
from comments.threads import discussion_about
from comments.tokens import Purpose
from core.api.answers import ERRORS_OF_ONE, answer
from core.api.params import Params
from core.api.posting import refuse_foreign, too_many, valid
from core.api.problems import Problem
from core.api.reading import reading_in
from core.throttle import OverBudget

router = Router(tags=["Comments"])
REFUSALS = {**ERRORS_OF_ONE, 403: Problem, 409: Problem, 410: Problem, 415: Problem, 422: Problem}


@router.post(
    "/comments/status",
    response={200: Standing, **REFUSALS},
    summary="How a comment stands",
    operation_id="comment_status",
)
def comment_status(request: HttpRequest, sent: SecretToken, params: Query[Params]):
    """For who wrote it. Spam is not told from what waits, so that who sends it learns nothing."""
    refuse_foreign(request)
    return standing(own_comment(Purpose.STATUS, sent.token))


@router.post(
    "/comments/confirm",
    response={200: Standing, **REFUSALS},
    summary="Confirm an address",
    operation_id="confirm_address",
)
def confirm_address(request: HttpRequest, sent: SecretToken, params: Query[Params]):
    """With the token from the mail: after a button was pressed, never when a link is opened."""
    refuse_foreign(request)
    return standing(writing.confirm_address(comment=own_comment(Purpose.CONFIRM, sent.token)))


@router.get(
    "/comments/{int:page_id}",
    response={200: Discussion, **ERRORS_OF_ONE},
    summary="Read comments",
    operation_id="read_comments",
)
def read_comments(request: HttpRequest, page_id: int, params: Query[ThreadParams]):
    """The conversation about one page; the same in all its languages."""
    page = page_with_comments(page_id)
    with reading_in(request, page.locale.language_code) as reading:
        found = discussion_about(page, str(params.page))
        threads = found.threads if params.page == found.number else []
        return answer(
            Discussion(
                page_id=page.pk,
                count=found.count,
                page=params.page,
                pages=found.part.paginator.num_pages if found.part else 1,
                badge=CommentSettings.current().badge,
                pinned=found.pinned.pk if found.pinned else None,
                takes_comments=found.policy.takes_comments,
                closes_on=found.policy.closes_on,
                threads=[
                    Thread(
                        **shown_fields(reading, root),
                        answers=[Answer(**shown_fields(reading, row)) for row in root.shown_answers],
                    )
                    for root in threads
                ],
            )
        )


@router.get(
    "/comments/{int:page_id}/form",
    response={200: CommentGuard, **ERRORS_OF_ONE, 410: Problem},
    summary="Begin a comment",
    operation_id="begin_comment",
)
def begin_comment(request: HttpRequest, page_id: int, params: Query[Params]):
    """The notice that the visitor must read, a token, and the proof of work for one comment."""
    page = open_page(page_id)
    with reading_in(request, page.locale.language_code):
        lines = notice_lines(policy_for(page), page.locale.language_code)
        guard = Guard.new(form_purpose(page, digest_of(lines)))
        return private(
            CommentGuard(
                notice=lines,
                notice_version=digest_of(lines),
                once=guard.once,
                token=guard.token,
                challenge=proof.new_challenge(challenge_purpose(page)),
            )
        )


@router.post(
    "/comments/{int:page_id}",
    response={201: Standing, 202: Standing, **REFUSALS},
    summary="Send a comment",
    operation_id="send_comment",
)
def send_comment(request: HttpRequest, page_id: int, sent: NewComment, params: Query[Params]):
    """201 when it stands on the site at once, 202 when somebody reads it first."""
    refuse_foreign(request)
    page = open_page(page_id)
    with reading_in(request, page.locale.language_code):
        comment = post(request, page, sent)
        response = standing(comment)
        response.status_code = 201 if comment.is_visible else 202
        return response


@router.get(
    "/comments/reports/{int:comment_id}",
    response={200: ReportGuard, **ERRORS_OF_ONE},
    summary="Begin a report",
    operation_id="begin_report",
)
def begin_report(request: HttpRequest, comment_id: int, params: Query[Params]):
    """What a reader needs to object to a comment."""
    comment = visible_comment(comment_id)
    with reading_in(request, params.locale):
        guard = Guard.new(f"report:{comment.pk}")
        reasons = {value: str(label) for value, label in ReportReason.choices}
        return private(ReportGuard(reasons=reasons, once=guard.once, token=guard.token))


@router.post(
    "/comments/reports/{int:comment_id}",
    response={202: Receipt, **REFUSALS},
    summary="Send a report",
    operation_id="send_report",
)
def send_report(request: HttpRequest, comment_id: int, sent: NewReport, params: Query[Params]):
    """What a reader objects to; staff decide, and the comment stays until then."""
    refuse_foreign(request)
    comment = visible_comment(comment_id)
    with reading_in(request, params.locale):
        guard = judged(f"report:{comment.pk}", sent)
        form = valid(ReportForm(sent.model_dump(include={"reason", "explanation", "email"}, mode="json")))
        try:
            made = report_comment(
                comment=comment,
                answers=form.cleaned_data,
                key=guard.key(form.cleaned_data),
                language=params.locale,
                address=address_of(request),
            )
        except OverBudget as over:
            raise too_many(over) from over
        response = private(Receipt(received=True, receipt_token=tokens.make(Purpose.REPORT, made.pk)))
        response.status_code = 202
        return response
