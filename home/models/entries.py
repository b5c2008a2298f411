"""What came in through forms."""

import hashlib
from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.models import AbstractFormSubmission

# A mail that nobody finished sending after this time is tried again.
MAIL_TRY = timedelta(minutes=10)


class FormEntryQuerySet(models.QuerySet):
    def to_mail(self):
        """Answers that nobody mailed yet, nor is mailing at this moment."""
        stale = Q(mail_tried_at=None) | Q(mail_tried_at__lt=timezone.now() - MAIL_TRY)
        return self.filter(stale, mailed_at=None)

    def outdated(self, page):
        """Answers to the form of ``page`` that were kept for as long as it promised."""
        return self.filter(page=page, submit_time__lt=timezone.now() - relativedelta(months=page.keep_months))


class FormEntry(AbstractFormSubmission):
    """What one visitor sent, with what was promised. Nothing tells from which address it came."""

    key = models.CharField(max_length=64, unique=True, editable=False)
    notice_text = models.TextField(_("what the visitor was told"))
    notice_version = models.CharField(max_length=16)
    mail_tried_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(_("mailed"), null=True, blank=True)

    objects = FormEntryQuerySet.as_manager()

    class Meta(AbstractFormSubmission.Meta):
        abstract = False

    def save(self, *args, **kwargs):
        """Saves the answer; the version of the notice follows from its text."""
        self.notice_version = hashlib.sha256(self.notice_text.encode()).hexdigest()[:16]
        super().save(*args, **kwargs)

    def get_data(self):
        """The answers as the list in the admin shows them."""
        answers = {name: shown(answer) for name, answer in self.form_data.items()}
        return {**answers, "submit_time": self.submit_time, "mailed_at": self.mailed_at or gettext("not yet")}

    def answers_to(self, page) -> list[tuple[str, str]]:
        """Question and answer in the order of the form of ``page``; what it no longer asks comes last."""
        labels = {field.clean_name: str(field.label) for field in page.get_form_fields()}
        names = [*filter(self.form_data.__contains__, labels), *(set(self.form_data) - set(labels))]
        return [(labels.get(name, name), shown(self.form_data[name])) for name in names]


def shown(answer) -> str:
    """An answer in words: a tick is yes or no."""
    return (gettext("yes") if answer else gettext("no")) if isinstance(answer, bool) else str(answer)
