"""What is kept of people, and for how long (AVG articles 5, 15, 17 and 20)."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from comments import mails
from comments.models import Comment, CommentSettings, DataRequest, Report, SpentProof
from comments.services.writing import CONFIRM_WITHIN, erase_comment, remove
from core import outbox, throttle
from core.throttle import Budget, network_code

LINK_WORKS = timedelta(days=1)
REPORT_ADDRESS_DAYS = 30

REQUEST_PER_NETWORK = Budget("comment_data_network", amount=5, seconds=3600)


# --- A person asks ---


@transaction.atomic
def request_data(*, email: str, language: str, address: str) -> None:
    """Mail a link to what is kept under ``email``; also when that is nothing, so that nobody learns who wrote.

    Raises ``OverBudget`` for a network that asks too often. An address gets three such mails a day.
    """
    throttle.spend(REQUEST_PER_NETWORK, network_code(address))
    if mails.may_spend(mails.DATA_PER_ADDRESS, mails.address_code(email)):
        request = DataRequest.objects.create(email=email.lower())
        mails.send_data_link(request, language)


def valid_request(pk: int) -> DataRequest | None:
    """The request behind a link, as long as the link works."""
    return DataRequest.objects.filter(pk=pk, asked_at__gt=timezone.now() - LINK_WORKS).first()


def copy_of_data(email: str) -> dict:
    """Everything that is kept under an address, in plain values that can become JSON."""
    comments = Comment.objects.of_address(email).select_related("conversation__page", "notice")
    return {
        "email": email,
        "comments": [_as_plain(comment) for comment in comments],
        "reports": [
            {
                "comment": report.comment_id,
                "reason": report.get_reason_display(),
                "explanation": report.explanation,
                "reported_at": report.reported_at.isoformat(),
                "outcome": report.get_outcome_display(),
                "answer": report.answer,
            }
            for report in Report.objects.filter(email__iexact=email)
        ],
    }


def _as_plain(comment: Comment) -> dict:
    return {
        "number": comment.pk,
        "page": comment.conversation.page.full_url,
        "name": comment.name,
        "text": comment.text,
        "text_before_masking": comment.original,
        "language": comment.language,
        "state": comment.get_state_display(),
        "reason": comment.reason,
        "written_at": comment.written_at.isoformat(),
        "changed_at": comment.edited_at and comment.edited_at.isoformat(),
        "wants_mail_about_decision": comment.wants_decision,
        "wants_mail_about_answers": comment.wants_replies,
        "address_confirmed_at": comment.confirmed_at and comment.confirmed_at.isoformat(),
        "notice": comment.notice.text if comment.notice else "",
    }


@transaction.atomic
def erase_person(*, email: str) -> int:
    """Erase everything that was left with an address: comments, reports, mails. Returns how many comments."""
    comments = list(Comment.objects.of_address(email))
    for comment in comments:
        erase_comment(comment=comment)
    Report.objects.filter(email__iexact=email).delete()
    DataRequest.objects.filter(email__iexact=email).delete()
    outbox.forget_recipient(email)
    return len(comments)


# --- The clock ---


def forget_addresses() -> int:
    """Delete addresses that nobody confirmed, and those that are no longer needed. Returns how many."""
    settings, now = CommentSettings.current(), timezone.now()
    decided = now - timedelta(days=settings.keep_address_days)
    unconfirmed = Q(confirmed_at=None, written_at__lt=now - CONFIRM_WITHIN)
    following = Q(wants_replies=True, written_at__gte=now - timedelta(days=settings.keep_follower_days))
    settled = Q(decided_at__lt=decided) & ~following
    gone = Comment.objects.exclude(email="").filter(unconfirmed | settled)
    reports = Report.objects.exclude(email="")
    reports = reports.closed_before(now - timedelta(days=REPORT_ADDRESS_DAYS))
    return gone.update(email="", wants_decision=False, wants_replies=False) + reports.update(email="")


def forget_originals() -> int:
    """Delete the passages that were masked, after the period of the settings. Returns how many."""
    before = timezone.now() - timedelta(days=CommentSettings.current().keep_original_days)
    return Comment.objects.filter(masked_at__lt=before).exclude(original="").update(original="")


def delete_rejected() -> int:
    """Delete refused comments, spam and trash after the period of the settings. Returns how many."""
    before = timezone.now() - timedelta(days=CommentSettings.current().keep_rejected_days)
    rejected = Comment.objects.rejected_before(before)
    with transaction.atomic():
        answered = list(rejected.filter(answers__isnull=False).distinct())
        for comment in answered:
            remove(comment)
        deleted = rejected.filter(answers=None).delete()[1].get(Comment._meta.label, 0)
    return len(answered) + deleted


def forget_traces() -> int:
    """Delete closed reports, used proofs and old requests for data. Returns how many rows."""
    now = timezone.now()
    reports = Report.objects.closed_before(now - timedelta(days=CommentSettings.current().keep_report_days))
    proofs = SpentProof.objects.filter(until__lt=now)
    requests = DataRequest.objects.filter(asked_at__lt=now - LINK_WORKS)
    return sum(rows.delete()[0] for rows in (reports, proofs, requests))
