"""The addresses of what this app shows, in the language of a comment, and in full for mails."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from comments import tokens
from comments.models import Comment, DataRequest, Report
from comments.tokens import Purpose


def in_full(path: str) -> str:
    """A path with the name of the site before it."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"


def local(name: str, *args, language: str) -> str:
    """The path of one of our views in a language."""
    with override(language):
        return reverse(f"comments:{name}", args=args)


def permalink(comment: Comment) -> str:
    """The lasting path of a comment, wherever on the pages of its conversation it stands."""
    return local("permalink", comment.pk, language=comment.language)


def private(name: str, purpose: Purpose, row: Comment | Report, language: str = "") -> str:
    """A path that only who gets it knows."""
    return local(name, tokens.make(purpose, row.pk), language=language or row.language)


def status(comment: Comment) -> str:
    """Where a writer sees how a comment stands, and may change or delete it."""
    return private("status", Purpose.STATUS, comment)


def receipt(report: Report) -> str:
    """Where a reader sees what became of a report."""
    return private("receipt", Purpose.REPORT, report)


def data(request: DataRequest, language: str) -> str:
    """Where somebody gets a copy of what was left with an address, or has it erased."""
    return private("data", Purpose.DATA, request, language)


def desk(comment: Comment) -> str:
    """The path in the admin where a moderator decides."""
    return reverse("comments_admin:desk", args=[comment.pk])
