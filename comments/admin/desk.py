"""One comment on the desk of a moderator: everything that is known, and everything that can be done with it.

A page is only looked at (GET); each decision is a form of its own (POST) that carries the version of the comment
that was looked at, so that of two moderators one decides and the other hears who did.
"""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.log_actions import registry

from comments.admin.forms import AnswerForm, MaskForm, ReasonForm
from comments.enums import Action, BlockedKind, ReportOutcome, State
from comments.models import Comment
from comments.models.rights import may_moderate
from comments.policies import policy_for
from comments.services import moderating
from comments.services.moderating import AlreadyDone, NotInText
from comments.services.writing import erase_comment
from core.converters import row_number
from core.form_guard import new_token

QUEUE = "comments_admin:queue"
# Two forms on one screen have a field "reason".
MASK_IDS = "mask_%s"


@require_safe
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one comment."""
    comment = _comment(request, pk)
    return _show(request, comment)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve, refuse, spam, trash or put back; a refusal needs a reason."""
    comment = _comment(request, pk)
    action = Action(request.POST.get("action")) if request.POST.get("action") in Action.values else None
    form = ReasonForm(request.POST)
    if action is None or not form.is_valid():
        return _show(request, comment, reason_form=form, status=422)
    reason = form.text_for(comment.locale)
    if action == Action.REFUSE and not reason:
        form.add_error("reason", _("Choose a reason, or write one: who wrote the comment reads it."))
        return _show(request, comment, reason_form=form, status=422)
    version = _version(request)
    return _try(
        request,
        comment,
        lambda: moderating.decide(
            comment=comment, action=action, by=request.user, version=version, reason=reason
        ),
        said=_("Comment by %(name)s: %(state)s.") % {"name": comment.name, "state": action.leads_to.label},
    )


@require_POST
def mask(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a passage out of the text."""
    comment = _comment(request, pk)
    form = MaskForm(request.POST, auto_id=MASK_IDS)
    if not form.is_valid():
        return _show(request, comment, mask_form=form, status=422)
    try:
        return _try(
            request,
            comment,
            lambda: moderating.mask_passage(
                comment=comment,
                passage=form.cleaned_data["passage"],
                by=request.user,
                version=_version(request),
                reason=form.text_for(comment.locale),
            ),
            stay=True,
        )
    except NotInText:
        form.add_error("passage", _("This passage is not in the comment. Copy it letter for letter."))
        return _show(request, comment, mask_form=form, status=422)


@require_POST
def unmask(request: HttpRequest, pk: int) -> HttpResponse:
    """Put back what was taken out, for who masked too much."""
    comment = _comment(request, pk)
    version = _version(request)
    return _try(
        request,
        comment,
        lambda: moderating.unmask(comment=comment, by=request.user, version=version),
        stay=True,
        said=_("The whole text is back."),
    )


@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer below a comment that is on the site."""
    comment = _comment(request, pk)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _show(request, comment, answer_form=form, status=422)
    if not (comment.is_visible and policy_for(comment.conversation.page).rule.takes_answers):
        raise PermissionDenied
    once = request.POST.get("once", "")
    return _try(
        request,
        comment,
        lambda: moderating.answer_comment(
            comment=comment, text=form.cleaned_data["text"], by=request.user, once=once
        ),
        stay=True,
        said=_("Your answer is on the site."),
    )


@require_POST
def pin(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a comment on top of its conversation, or take it from there."""
    comment = _comment(request, pk)
    pinned = "pin" in request.POST
    return _try(
        request,
        comment,
        lambda: moderating.pin_comment(comment=comment, by=request.user, pinned=pinned),
        stay=True,
    )


@require_POST
def block(request: HttpRequest, pk: int) -> HttpResponse:
    """Block the address or the domain of who wrote it; for who may change the block list."""
    comment = _comment(request, pk)
    if not request.user.has_perm("comments.add_blockedsender"):
        raise PermissionDenied
    kind = BlockedKind.DOMAIN if request.POST.get("kind") == BlockedKind.DOMAIN else BlockedKind.ADDRESS
    return _try(
        request, comment, lambda: moderating.block_sender(comment=comment, kind=kind, by=request.user)
    )


@require_POST
def dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the reports about a comment that stays."""
    comment = _comment(request, pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _show(request, comment, reason_form=form, status=422)
    moderating.close_reports(
        comment=comment,
        outcome=ReportOutcome.DISMISSED,
        by=request.user,
        answer=form.text_for(comment.locale),
    )
    return _done(request, comment)


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether it must go, and say what goes and what stays (GET); erase it for who wrote it (POST)."""
    comment = _comment(request, pk)
    if comment.is_erased:
        return redirect("comments_admin:desk", pk)
    if request.method == "POST":
        said = _("Comment %(number)s is erased.") % {"number": pk}
        return _try(
            request, comment, lambda: erase_comment(comment=comment, by=request.user), said=said, gone=True
        )
    title = _("Erase %(comment)s for good?") % {"comment": comment}
    context = _frame(comment, title) | {
        "number_of_answers": comment.answers.count(),
        "number_of_reports": comment.reports.count(),
    }
    return TemplateResponse(request, "wagtailadmin/comments/erase.html", context)


def _try(
    request, comment: Comment, action, *, stay: bool = False, gone: bool = False, said: str = ""
) -> HttpResponse:
    """Do it, say so, and go on with a way back; or say what happened in the meantime."""
    try:
        action()
    except AlreadyDone as done:
        return _too_late(request, done.comment)
    except Comment.DoesNotExist:
        messages.warning(
            request, _("Comment %(number)s is gone: who wrote it deleted it.") % {"number": comment.pk}
        )
        return redirect(QUEUE)
    desk_href = reverse("comments_admin:desk", args=[comment.pk])
    back = None if stay or gone else [messages.button(desk_href, _("Back to this comment"))]
    messages.success(request, said or _("Comment %(number)s: done.") % {"number": comment.pk}, back)
    return redirect("comments_admin:desk", comment.pk) if stay else _done(request, comment)


def _too_late(request, comment: Comment) -> HttpResponse:
    who = comment.decided_by.get_full_name() or comment.decided_by.email if comment.decided_by else ""
    state = comment.get_state_display()
    if who:
        text = _("Already done by %(name)s: the comment is “%(state)s”.") % {"name": who, "state": state}
    else:
        text = _("The comment changed while you looked at it. Read it again, then decide.")
    messages.warning(request, text)
    return redirect("comments_admin:desk", comment.pk)


def _done(request, comment: Comment) -> HttpResponse:
    """To where the moderator came from, else to the next comment that waits, else to the list."""
    back = get_valid_next_url_from_request(request)
    if back:
        return redirect(back)
    waiting = Comment.objects.waiting().moderated_by(request.user).exclude(pk=comment.pk)
    following = waiting.order_by("written_at", "pk").first()
    return redirect("comments_admin:desk", following.pk) if following else redirect(QUEUE)


def _comment(request: HttpRequest, pk: int) -> Comment:
    """The comment, for a moderator of its section. Raises ``Http404`` or ``PermissionDenied``."""
    rows = Comment.objects.select_related(
        "conversation__page", "conversation__pinned", "parent", "decided_by"
    )
    comment = get_object_or_404(rows, pk=pk)
    if not may_moderate(request.user, comment.conversation.page):
        raise PermissionDenied
    return comment


def _version(request: HttpRequest) -> int:
    return row_number(request.POST.get("version", ""))


def _show(request: HttpRequest, comment: Comment, *, status: int = 200, **forms) -> HttpResponse:
    page = comment.conversation.page
    waiting = Comment.objects.waiting().moderated_by(request.user)
    logs = registry.get_logs_for_instance(comment).select_related("user")
    context = _frame(comment, str(comment)) | {
        "number_waiting": waiting.count(),
        "actions": [action for action in Action if action.leads_to != comment.state],
        "can_answer": comment.is_visible and policy_for(page).rule.takes_answers,
        "can_block": bool(comment.email) and request.user.has_perm("comments.add_blockedsender"),
        "is_pinned": comment.conversation.pinned_id == comment.pk,
        "is_erased": comment.state == State.ERASED,
        "reports": comment.reports.all(),
        "open_reports": [report for report in comment.reports.all() if report.outcome == "open"],
        "logs": logs,
        "once": new_token("answer"),
        "reason_form": ReasonForm(),
        "mask_form": MaskForm(auto_id=MASK_IDS),
        "answer_form": AnswerForm(),
    }
    return TemplateResponse(request, "wagtailadmin/comments/desk.html", context | forms, status=status)


def _frame(comment: Comment, title: str) -> dict:
    """What every screen about one comment needs."""
    steps = [{"url": reverse(QUEUE), "label": _("Comments")}]
    if title != str(comment):
        steps.append({"url": reverse("comments_admin:desk", args=[comment.pk]), "label": str(comment)})
    return {
        "header_title": title,
        "header_icon": "comment",
        "breadcrumbs_items": [*steps, {"url": "", "label": title}],
        "comment": comment,
        "article": comment.conversation.page,
    }


addresses = [
    path("<row:pk>/", desk, name="desk"),
    path("<row:pk>/decide/", decide, name="decide"),
    path("<row:pk>/mask/", mask, name="mask"),
    path("<row:pk>/unmask/", unmask, name="unmask"),
    path("<row:pk>/answer/", answer, name="answer"),
    path("<row:pk>/pin/", pin, name="pin"),
    path("<row:pk>/block/", block, name="block"),
    path("<row:pk>/dismiss/", dismiss, name="dismiss"),
    path("<row:pk>/erase/", erase, name="erase"),
]
