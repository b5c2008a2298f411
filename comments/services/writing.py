"""What a writer does afterwards with the private link: change, delete, confirm, unsubscribe."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from comments import mails
from comments.enums import Ground, State
from comments.models import Comment, CommentSettings, Conversation
from comments.policies import policy_for
from comments.screening import screen


class TooLate(Exception):  # noqa: N818 - a state of affairs, not a fault
    """The time for changes is over, somebody answered, or a moderator decided."""


def changeable_until(comment: Comment):
    """Until when the writer may change ``comment``, or ``None`` when that is over."""
    until = comment.written_at + timedelta(minutes=CommentSettings.current().edit_minutes)
    answered = comment.answers.exists()
    may_change = comment.state in (State.HELD, State.APPROVED) and not comment.is_staff
    return until if may_change and not answered and timezone.now() < until else None


@transaction.atomic
def change_comment(*, comment: Comment, text: str) -> Comment:
    """Replace the text; the comment is judged anew, and held where comments are looked at. Raises ``TooLate``."""
    comment = locked(comment)
    if changeable_until(comment) is None:
        raise TooLate
    verdict = screen(
        rule=policy_for(comment.conversation.page).rule,
        name=comment.name,
        email=comment.email,
        text=text,
        proven=comment.proven,
        is_known=bool(comment.confirmed_at) and Comment.objects.is_known(comment.email),
    )
    was_visible = comment.is_visible
    comment.text, comment.edited_at, comment.version = text, timezone.now(), comment.version + 1
    comment.state, comment.decided_by = verdict.state, None
    comment.decided_at = None if verdict.state == State.HELD else timezone.now()
    comment.grounds = [ground.value for ground in verdict.grounds] + [Ground.EDITED.value]
    comment.save()
    log(comment, "comments.edit")
    if comment.state == State.HELD and was_visible:
        mails.tell_moderators(comment)
    return comment


@transaction.atomic
def confirm_address(*, comment: Comment) -> Comment:
    """The address is the writer's: mails may go there, and a writer who was approved before is so again.

    Doing it twice is no different from once.
    """
    comment = locked(comment)
    if comment.confirmed_at or not comment.email:
        return comment
    knew = Comment.objects.is_known(comment.email)
    comment.confirmed_at = timezone.now()
    if comment.state == State.HELD and comment.grounds == [Ground.FIRST.value] and knew:
        comment.state, comment.decided_at = State.APPROVED, timezone.now()
        comment.version += 1
        log(comment, "comments.approve", data={"reason": ""})
        if comment.parent_id:
            mails.tell_followers(comment)
    comment.save()
    if comment.decided_at:
        mails.tell_decision(comment)
    return comment


@transaction.atomic
def unfollow(*, comment: Comment, everything: bool = False) -> None:
    """Send no more mail about answers to the address of ``comment``: of this thread, or of every one."""
    mine = Comment.objects.of_address(comment.email)
    if not everything:
        mine = mine.in_thread(comment.root)
    mine.update(wants_replies=False)


@transaction.atomic
def erase_comment(*, comment: Comment, by=None) -> None:
    """Delete what somebody wrote. Where others answered an empty place stays, so that their words do.

    ``by`` is the moderator who does it for somebody; nobody when the writer does.
    """
    comment = locked(comment)
    log(comment, "comments.erase", user=by)
    remove(comment)


def remove(comment: Comment) -> None:
    """The row goes, or everything in it that is of a person. To be called in a transaction."""
    if not comment.answers.exists():
        comment.delete()
        return
    comment.name = comment.email = comment.text = comment.original = comment.reason = ""
    comment.wants_decision = comment.wants_replies = False
    comment.confirmed_at = comment.masked_at = comment.writer = None
    comment.state, comment.decided_at = State.ERASED, comment.decided_at or timezone.now()
    comment.version += 1
    comment.save()
    comment.reports.all().delete()
    Conversation.objects.filter(pinned=comment).update(pinned=None)


def locked(comment: Comment) -> Comment:
    """The comment as it is now, which nobody else changes until the transaction ends."""
    rows = Comment.objects.select_for_update(of=("self",)).select_related("conversation__page")
    return rows.get(pk=comment.pk)
