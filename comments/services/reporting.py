"""A reader objects to a comment."""

from django.db import IntegrityError, transaction

from comments import mails
from comments.models import Comment, Report
from core import throttle
from core.throttle import Budget, network_code

PER_NETWORK = Budget("comment_report_network", amount=10, seconds=3600)
IN_TOTAL = Budget("comment_report_total", amount=200, seconds=3600)


def report_comment(*, comment: Comment, answers: dict, key: str, language: str, address: str) -> Report:
    """Keep a report: ``answers`` has ``reason``, ``explanation`` and perhaps ``email``. Raises ``OverBudget``.

    The same form makes one report, however often it comes.
    """
    try:
        with transaction.atomic():
            report = Report.objects.create(comment=comment, key=key, language=language, **answers)
            throttle.spend(PER_NETWORK, network_code(address))
            throttle.spend(IN_TOTAL, "all")
            mails.tell_moderators_of_report(report)
    except IntegrityError:
        return Report.objects.get(key=key)
    return report
