"""States and choices of comments, with their groupings."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """How a comment stands; visitors read only what is approved."""

    HELD = "held", _("waiting")
    APPROVED = "approved", _("approved")
    REFUSED = "refused", _("refused")
    SPAM = "spam", _("spam")
    TRASHED = "trashed", _("trash")
    ERASED = "erased", _("erased on request")

    @property
    def is_rejected(self) -> bool:
        """Whether it goes for good after a while."""
        return self in REJECTED


REJECTED = frozenset({State.REFUSED, State.SPAM, State.TRASHED})


class Rule(TextChoices):
    """What visitors may do on a page."""

    OPEN = "open", _("open: a comment appears at once")
    AFTER_FIRST = "after_first", _("after a first approval: known writers appear at once")
    HELD = "held", _("held: we look at every comment first")
    READ_ONLY = "read_only", _("read only: visitors read, only we still answer")
    CLOSED = "closed", _("closed: visitors read, nobody adds anything")
    HIDDEN = "hidden", _("hidden: no comments are shown")

    @property
    def takes_comments(self) -> bool:
        """Whether visitors may write."""
        return self in {Rule.OPEN, Rule.AFTER_FIRST, Rule.HELD}

    @property
    def takes_answers(self) -> bool:
        """Whether staff may write."""
        return self.takes_comments or self == Rule.READ_ONLY


class Ground(TextChoices):
    """Why a comment was not shown at once; staff read it in the queue."""

    RULE = "rule", _("every comment on this page is looked at first")
    FIRST = "first", _("first comment of this address, or the address is not confirmed")
    NO_PROOF = "no_proof", _("sent without proof of work, so perhaps by a robot or without JavaScript")
    WORD = "word", _("a word from the list")
    LINKS = "links", _("more links than allowed")
    NAME = "name", _("a name that looks like one of ours")
    REPEATED = "repeated", _("the same text was sent elsewhere too")
    BLOCKED = "blocked", _("a blocked address or domain")
    EDITED = "edited", _("changed by its writer")


class WordAction(TextChoices):
    """What a word of the list does to a comment."""

    HOLD = "hold", _("hold")
    REFUSE = "refuse", _("refuse")


class BlockedKind(TextChoices):
    """What is blocked: one address, or all of a domain."""

    ADDRESS = "address", _("e-mail address")
    DOMAIN = "domain", _("domain")


class ReportReason(TextChoices):
    """What a reader may object to."""

    INSULT = "insult", _("It insults or threatens somebody")
    PRIVATE = "private", _("It tells private things about somebody")
    ADVERT = "advert", _("It is advertising")
    UNTRUE = "untrue", _("It is misleading")
    UNLAWFUL = "unlawful", _("I think that it is against the law")
    OTHER = "other", _("Something else")


class ReportOutcome(TextChoices):
    """What became of a report."""

    OPEN = "open", _("we still have to look at it")
    UPHELD = "upheld", _("we did something about the comment")
    DISMISSED = "dismissed", _("the comment stays as it is")


class MailChoice(TextChoices):
    """How often a moderator is mailed about new comments."""

    AT_ONCE = "at_once", _("for each comment, up to twelve an hour")
    DAILY = "daily", _("once a day, when something waits")
    NONE = "none", _("never")


class Order(TextChoices):
    OLDEST = "oldest", _("oldest first")
    NEWEST = "newest", _("newest first")


class Action(TextChoices):
    """What a moderator decides about one comment."""

    APPROVE = "approve", _("Approve")
    REFUSE = "refuse", _("Refuse")
    SPAM = "spam", _("Spam")
    TRASH = "trash", _("Trash")
    RESTORE = "restore", _("Back to the queue")

    @property
    def leads_to(self) -> State:
        """The state of the comment afterwards."""
        return {
            Action.APPROVE: State.APPROVED,
            Action.REFUSE: State.REFUSED,
            Action.SPAM: State.SPAM,
            Action.TRASH: State.TRASHED,
            Action.RESTORE: State.HELD,
        }[self]
