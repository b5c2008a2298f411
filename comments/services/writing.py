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
from core import throttle
from core.throttle import Budget

# A link to confirm an address works for so long; then the address goes.
CONFIRM_WITHIN = timedelta(hours=24)
# Each change sends back the moderator who is reading, and stands in the log.
CHANGES = Budget("comment_change", amount=10, seconds=3600)


class TooLate(Exception):  # noqa: N818 - a state of affairs, not a fault
    """The time for changes is over, somebody answered, or staff took a part out."""


def changeable_until(comment: Comment):
    """Until when the writer may change ``comment``, or ``None`` when that is over.

    What staff masked would come back, and where nobody may write any more nobody changes anything either. Spam is
    not told from what waits.
    """
    until = comment.written_at + timedelta(minutes=CommentSettings.current().edit_minutes)
    is_theirs = comment.state in (State.HELD, State.APPROVED, State.SPAM) and not comment.is_staff
    if not is_theirs or comment.masked_at or timezone.now() >= until or comment.answers.exists():
        return None
    return until if policy_for(comment.conversation.page).takes_comments else None


@transaction.atomic
def change_comment(*, comment: Comment, text: str) -> Comment:
    """Replace the text; the comment is judged anew. Raises ``TooLate`` and ``OverBudget``.

    What waits goes on waiting, also where the new text would have appeared at once: changing is no way around a
    moderator who put it there. Spam stays what it is.
    """
    comment = locked(comment)
    if changeable_until(comment) is None:
        raise TooLate
    if text == comment.text:
        return comment
    throttle.spend(CHANGES, str(comment.pk))
    was_visible, was_spam = comment.is_visible, comment.state == State.SPAM
    comment.text, comment.edited_at, comment.version = text, timezone.now(), comment.version + 1
    judge(comment, is_known=bool(comment.confirmed_at) and Comment.objects.is_known(comment.email))
    if was_spam:
        comment.state, comment.decided_at = State.SPAM, timezone.now()
    elif comment.is_visible and not was_visible:
        comment.state, comment.decided_at = State.HELD, None
    comment.decided_by = None
    comment.grounds.append(Ground.EDITED.value)
    comment.save()
    log(comment, "comments.edit")
    if comment.state == State.HELD and was_visible:
        mails.tell_moderators(comment)
    return comment


def judge(comment: Comment, *, is_known: bool = False) -> None:
    """Give ``comment`` the state that its page and its words ask for; saves nothing."""
    verdict = screen(
        rule=policy_for(comment.conversation.page).rule,
        name=comment.name,
        email=comment.email,
        text=comment.text,
        proven=comment.proven,
        is_known=is_known,
    )
    comment.state, comment.grounds = verdict.state, [ground.value for ground in verdict.grounds]
    if comment.is_visible and Comment.objects.repeats(comment).exists():
        comment.state, comment.grounds = State.HELD, [Ground.REPEATED.value]
    comment.decided_at = None if comment.state == State.HELD else timezone.now()


def is_confirmable(comment: Comment) -> bool:
    """Whether the link that was mailed with ``comment`` still has something to confirm."""
    in_time = timezone.now() < comment.written_at + CONFIRM_WITHIN
    return bool(comment.email) and comment.confirmed_at is None and in_time


@transaction.atomic
def confirm_address(*, comment: Comment) -> Comment:
    """The address is the writer's: mails may go there, and a writer who was approved before is so again.

    Doing it twice, or too late, changes nothing.
    """
    comment = locked(comment)
    if not is_confirmable(comment):
        return comment
    knew = Comment.objects.is_known(comment.email)
    comment.confirmed_at = timezone.now()
    # Only what nobody touched yet; judged anew, because rules and lists may have changed since.
    if knew and comment.version == 1 and comment.grounds == [Ground.FIRST.value]:
        judge(comment, is_known=True)
        if comment.is_visible:
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
    for report in comment.reports.open():
        mails.tell_reporter_it_is_gone(report)
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
