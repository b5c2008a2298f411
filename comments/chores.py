"""What ``housekeep`` does for comments."""

from comments import mails
from comments.services import privacy
from core.chores import chore


@chore
def mail_comment_moderators() -> str:
    """Sends the digest of the day, and a reminder where a comment waits too long."""
    return f"{mails.send_digests()} digests, {mails.send_reminders()} reminders"


@chore
def forget_commenters() -> str:
    """Deletes addresses, masked passages and traces after the periods of the settings."""
    gone = privacy.forget_addresses() + privacy.forget_originals() + privacy.forget_traces()
    return f"{gone} rows emptied or deleted"


@chore
def delete_rejected_comments() -> str:
    """Deletes what was refused, spam or in the trash after the period of the settings."""
    return f"{privacy.delete_rejected()} comments deleted"
