"""What is sent, judged as the forms of the site are."""

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.models import Page

from comments import addresses, tokens
from comments.api.schemas import (
    NewComment,
    NewReport,
    Standing,
)
from comments.enums import State
from comments.forms import CommentForm
from comments.guards import ONCE, Guard, address_of, challenge_purpose, form_purpose
from comments.models import Comment
from comments.notice import digest_of, notice_lines
from comments.policies import is_commentable, policy_for
from comments.services import writing
from comments.services.posting import AlreadyThere, Words, post_comment
from comments.tokens import Purpose
from core.api.answers import answer, or_refuse
from core.api.posting import too_many, valid
from core.api.problems import Refused
from core.api.schemas import Schema
from core.form_guard import TOKEN, TRAP, Finding
from core.localization import known_locale
from core.querysets import BasePageQuerySet
from core.throttle import OverBudget

NEVER_KEPT = "private, no-store"


def post(request: HttpRequest, page: Page, sent: NewComment) -> Comment:
    """The comment as the service keeps it. Raises ``Refused`` for all that the form on our own site refuses."""
    lines = notice_lines(policy_for(page), page.locale.language_code)
    guard = judged(form_purpose(page, sent.notice_version), sent)
    if sent.notice_version != digest_of(lines):
        raise Refused(
            422,
            _("The text about what we do with your comment has changed. Read it, and send the form again."),
        )
    data = {name: value for name, value in sent.model_dump().items() if value is not False}
    form = valid(CommentForm(data))
    parent = None
    if sent.answers:
        same = Comment.objects.visible().about(page).select_related("parent")
        parent = or_refuse(same.filter(pk=sent.answers).first())
    try:
        return post_comment(
            page=page,
            parent=parent,
            words=Words(**form.cleaned_data),
            key=guard.key(form.cleaned_data | {"answers": parent and parent.pk}),
            purpose=challenge_purpose(page),
            solution=sent.proof,
            lines=lines,
            address=address_of(request),
        )
    except OverBudget as over:
        raise too_many(over) from over
    except AlreadyThere as there:
        moment = date_format(localtime(there.written_at), "DATETIME_FORMAT")
        raise Refused(
            409, _("We have this comment already: it came in on %(moment)s.") % {"moment": moment}
        ) from there


def judged(purpose: str, sent: NewComment | NewReport) -> Guard:
    """The guard of what was sent. Raises ``Refused`` with 403 or 422."""
    data = {ONCE: sent.once, TOKEN: sent.token, TRAP: sent.website}
    guard = Guard.sent(purpose, data)
    finding = guard.inspect(data)
    if finding != Finding.CLEAR:
        raise Refused(
            403 if finding == Finding.FORGED else 422, finding.label, errors=[("token", finding.label)]
        )
    return guard


def page_with_comments(pk: int) -> Page:
    """The page ``pk``, if anybody may read it and its comments. Raises ``Refused``."""
    page = or_refuse(BasePageQuerySet(Page).published().filter(pk=pk).specific().first())
    if not is_commentable(page) or policy_for(page).is_hidden:
        raise Refused(404)
    page.locale = known_locale(page.locale_id)
    return page


def open_page(pk: int) -> Page:
    """The page with this number, when visitors may comment on it. Raises ``Refused``: 404, or 410 when it is closed."""
    page = page_with_comments(pk)
    if not policy_for(page).takes_comments:
        raise Refused(410, _("Nobody can comment here any more."))
    return page


def visible_comment(pk: int) -> Comment:
    """The comment with this number, when anybody may read it. Raises ``Refused``."""
    return or_refuse(Comment.objects.visible().filter(pk=pk).first())


def own_comment(purpose: Purpose, token: str) -> Comment:
    """The comment behind a private token. Raises ``Refused``."""
    pk = tokens.read(purpose, token)
    rows = Comment.objects.select_related("conversation__page", "parent").exclude(state=State.ERASED)
    return or_refuse(rows.filter(pk=pk, is_staff=False).first() if pk else None)


def shown_fields(reading, comment: Comment) -> dict:
    """What everybody may know of a comment; one that is gone keeps its place and loses name and text."""
    shown = comment.is_visible
    return {
        "id": comment.pk,
        "anchor": comment.anchor,
        "name": comment.name if shown else "",
        "text": comment.text if shown else "",
        "language": comment.language,
        "is_staff": comment.is_staff and shown,
        "is_gone": not shown,
        "written_at": comment.written_at,
        "edited_at": comment.edited_at if shown else None,
        "permalink": reading.absolute(addresses.permalink(comment)),
    }


def standing(comment: Comment) -> HttpResponse:
    """How a comment stands, for who holds its private token."""
    waits = comment.state in (State.HELD, State.SPAM)
    return private(
        Standing(
            state="visible" if comment.is_visible else "held" if waits else "refused",
            status_token=tokens.make(Purpose.STATUS, comment.pk),
            id=comment.pk if comment.is_visible else None,
            changeable_until=writing.changeable_until(comment),
        )
    )


def private(model: Schema) -> HttpResponse:
    """An answer for one person, which no cache keeps."""
    response = answer(model)
    response["Cache-Control"] = NEVER_KEPT
    return response
