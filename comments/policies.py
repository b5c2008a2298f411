"""What holds for the comments on one page."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from wagtail.models import Page

from comments.enums import Rule
from comments.models import source_of
from comments.models.rules import rule_at


@dataclass(frozen=True)
class Policy:
    """``rule`` as it is today; ``closes_on`` is the day from which nobody writes any more, if there is one."""

    rule: Rule
    closes_on: date | None = None

    @property
    def takes_comments(self) -> bool:
        """Whether visitors may write."""
        return self.rule.takes_comments

    @property
    def is_hidden(self) -> bool:
        return self.rule == Rule.HIDDEN


def policy_for(page: Page) -> Policy:
    """The policy of a page that may be commented on, in any of its languages."""
    source = source_of(page)
    rule, days = rule_at(source.path)
    if not days or not source.first_published_at:
        return Policy(rule)
    closes_on = timezone.localdate(source.first_published_at) + timedelta(days=days)
    if timezone.localdate() >= closes_on and rule.takes_comments:
        rule = Rule.CLOSED
    return Policy(rule, closes_on)


def is_commentable(page: Page) -> bool:
    """Whether the type of ``page`` takes comments at all (see ``CommentableMixin``)."""
    return getattr(page.specific_class, "takes_comments", False)
