"""What a moderator decides. Each function locks the comment, writes the log, and mails who asked for it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, override
from wagtail.log_actions import log

from comments import mails
from comments.enums import Action, BlockedKind, ReportOutcome, State
from comments.models import BlockedSender, Comment, CommentSettings, Conversation, Report
from comments.services.writing import locked
from core.form_guard import once_key


class AlreadyDone(Exception):  # noqa: N818 - a state of affairs, not a fault
    """Somebody else decided in the meantime, or the writer changed the text; ``comment`` is as it is now."""

    def __init__(self, comment: Comment):
        super().__init__("the comment changed in the meantime")
        self.comment = comment


class NotInText(Exception):  # noqa: N818 - a state of affairs, not a fault
    """The passage to be masked does not occur."""


@transaction.atomic
def decide(*, comment: Comment, action: Action, by, version: int | None = None, reason: str = "") -> Comment:
    """Give a comment another state.

    ``version`` is the one that the moderator looked at; without it (a block) what already has the state is
    refused and nothing else. ``reason`` is for the writer when it is a refusal, else a note for the log. Raises
    ``AlreadyDone``.
    """
    comment = _locked(comment, version)
    if comment.state in (action.leads_to, State.ERASED):
        raise AlreadyDone(comment)
    comment.state, comment.version = action.leads_to, comment.version + 1
    back = action == Action.RESTORE
    comment.decided_by, comment.decided_at = (None, None) if back else (by, timezone.now())
    comment.reason = reason if action == Action.REFUSE else ""
    comment.save()
    log(comment, f"comments.{action.value}", user=by, data={"reason": reason})
    if action.leads_to.is_rejected:
        Conversation.objects.filter(pinned=comment).update(pinned=None)
        close_reports(comment=comment, outcome=ReportOutcome.UPHELD, by=by, answer=reason)
    if action == Action.APPROVE and comment.parent_id:
        mails.tell_followers(comment)
    mails.tell_decision(comment)
    return comment


@transaction.atomic
def mask_passage(
    *, comment: Comment, passage: str, by, version: int | None = None, reason: str = ""
) -> Comment:
    """Take ``passage`` out of the text wherever it occurs; the original is kept for a while for who looks after it.

    Raises ``AlreadyDone`` and ``NotInText``.
    """
    comment = _locked(comment, version)
    if not passage.strip() or passage not in comment.text:
        raise NotInText
    with override(comment.language):
        instead = gettext("[left out by the editors]")
    comment.original = comment.original or comment.text
    comment.text = comment.text.replace(passage, instead)
    comment.masked_at, comment.version, comment.reason = timezone.now(), comment.version + 1, reason
    comment.save()
    log(comment, "comments.mask", user=by, data={"reason": reason})
    close_reports(comment=comment, outcome=ReportOutcome.UPHELD, by=by, answer=reason)
    mails.tell_decision(comment, masked=True)
    return comment


@transaction.atomic
def unmask(*, comment: Comment, by, version: int | None = None) -> Comment:
    """Put back the text from before masking, as long as it is kept. Raises ``AlreadyDone``."""
    comment = _locked(comment, version)
    if not comment.original:
        raise AlreadyDone(comment)
    comment.text, comment.original, comment.masked_at = comment.original, "", None
    comment.version, comment.reason = comment.version + 1, ""
    comment.save()
    log(comment, "comments.unmask", user=by)
    return comment


@transaction.atomic
def answer_comment(*, comment: Comment, text: str, by, once: str) -> Comment:
    """Answer in the name of the staff: visible at once, with the mark. ``once`` makes one answer of two clicks.

    Raises ``AlreadyDone`` for what nobody can read any more.
    """
    comment = _readable(comment)
    key = once_key(once, {"answer": comment.pk, "text": text})
    answer, is_new = Comment.objects.get_or_create(
        key=key,
        defaults={
            "conversation": comment.conversation,
            "parent": comment.root,
            "state": State.APPROVED,
            "name": by.get_full_name() or CommentSettings.current().badge,
            "text": text,
            "language": comment.language,
            "is_staff": True,
            "writer": by,
            "decided_at": timezone.now(),
            "decided_by": by,
        },
    )
    if is_new:
        log(comment, "comments.answer", user=by)
        mails.tell_followers(answer)
    return answer


@transaction.atomic
def pin_comment(*, comment: Comment, by, pinned: bool = True) -> None:
    """Put one comment of a conversation on top, in the place of another; or take it from there.

    Raises ``AlreadyDone`` for what nobody can read any more.
    """
    comment = _readable(comment)
    conversation = Conversation.objects.select_for_update().get(pk=comment.conversation_id)
    conversation.pinned = comment if pinned else None
    conversation.save(update_fields=["pinned"])
    log(comment, "comments.pin" if pinned else "comments.unpin", user=by)


@transaction.atomic
def block_sender(*, comment: Comment, kind: BlockedKind, by) -> BlockedSender | None:
    """Take the address of a comment, or its domain, for spam from now on, and this comment too."""
    comment = locked(comment)
    if not comment.email:
        return None
    domain = comment.email.rpartition("@")[2]
    value = comment.email if kind == BlockedKind.ADDRESS else domain
    blocked, _is_new = BlockedSender.objects.get_or_create(value=value, defaults={"kind": kind})
    log(comment, "comments.block", user=by, data={"kind": kind.value})
    if comment.state != State.SPAM:
        decide(comment=comment, action=Action.SPAM, by=by)
    return blocked


@transaction.atomic
def close_reports(*, comment: Comment, outcome: ReportOutcome, by, answer: str = "") -> int:
    """Answer every open report about a comment and tell who reported it. Returns how many."""
    reports = list(Report.objects.open().filter(comment=comment).select_for_update())
    for report in reports:
        report.outcome, report.answer = outcome, answer
        report.decided_at, report.decided_by = timezone.now(), by
        report.save()
        mails.tell_reporter(report)
    if reports and outcome == ReportOutcome.DISMISSED:
        log(comment, "comments.dismiss", user=by, data={"reason": answer})
    return len(reports)


def _locked(comment: Comment, version: int | None) -> Comment:
    comment = locked(comment)
    if version is not None and comment.version != version:
        raise AlreadyDone(comment)
    return comment


def _readable(comment: Comment) -> Comment:
    comment = locked(comment)
    if not comment.is_visible:
        raise AlreadyDone(comment)
    return comment
