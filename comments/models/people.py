"""Who is told what: readers who report, moderators, and people who ask for their data."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.enums import MailChoice, ReportOutcome, ReportReason
from comments.models.comments import Comment


class ReportQuerySet(models.QuerySet):
    def open(self):
        """Reports that nobody answered yet."""
        return self.filter(outcome=ReportOutcome.OPEN)

    def closed_before(self, moment):
        """Reports that were dealt with before ``moment``."""
        return self.exclude(outcome=ReportOutcome.OPEN).filter(decided_at__lt=moment)


class Report(models.Model):
    """What a reader objects to in a comment (Digital Services Act, article 16)."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="reports")
    reason = models.CharField(_("what is wrong"), max_length=12, choices=ReportReason)
    explanation = models.TextField(_("explanation"), blank=True)
    email = models.EmailField(_("e-mail address"), blank=True, db_index=True)
    language = models.CharField(max_length=16)
    reported_at = models.DateTimeField(_("reported"), default=timezone.now)
    outcome = models.CharField(
        _("outcome"), max_length=12, choices=ReportOutcome, default=ReportOutcome.OPEN, db_index=True
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answer = models.TextField(_("answer"), blank=True)
    key = models.CharField(max_length=64, unique=True, editable=False)

    objects = ReportQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["reported_at", "pk"]
        default_permissions: tuple[str, ...] = ()

    def __str__(self):
        return f"Report {self.pk}"


class ModeratorPreference(models.Model):
    """How one moderator is told what waits."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="comment_preference", editable=False
    )
    mails = models.CharField(
        _("mail about new comments"), max_length=8, choices=MailChoice, default=MailChoice.DAILY
    )
    reminder = models.BooleanField(
        _("mail me when a comment waits too long"), default=True, help_text=_("At most once a day.")
    )

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"{self.user_id}: {self.mails}"


class DataRequest(models.Model):
    """Somebody asked by mail for what we keep under an address; the link works for a day."""

    email = models.EmailField()
    asked_at = models.DateTimeField(default=timezone.now, db_index=True)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"Request {self.pk}"
