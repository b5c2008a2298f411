"""What came in through forms."""

import hashlib

from dateutil.relativedelta import relativedelta
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.models import AbstractFormSubmission


class FormEntryQuerySet(models.QuerySet):
    def outdated(self, page):
        """Answers to the form of ``page`` that were kept for as long as it promised."""
        return self.filter(page=page, submit_time__lt=timezone.now() - relativedelta(months=page.keep_months))


class FormEntryManager(models.Manager.from_queryset(FormEntryQuerySet)):
    def get_queryset(self):
        """Entries with their mail: the lists in the admin say what became of it."""
        return super().get_queryset().select_related("mail")


class FormEntry(AbstractFormSubmission):
    """What one visitor sent, with what was promised. Nothing tells from which address it came."""

    key = models.CharField(max_length=64, unique=True, editable=False)
    notice_text = models.TextField(_("what the visitor was told"))
    notice_version = models.CharField(max_length=16)
    # The mail may be forgotten before the answers are.
    mail = models.ForeignKey(
        "core.OutboxMail",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("mail"),
    )

    objects = FormEntryManager()

    class Meta(AbstractFormSubmission.Meta):
        abstract = False

    def save(self, *args, **kwargs):
        """Saves the answer; the version of the notice follows from its text."""
        self.notice_version = hashlib.sha256(self.notice_text.encode()).hexdigest()[:16]
        super().save(*args, **kwargs)

    def get_data(self):
        """The answers as the list in the admin shows them."""
        answers = {name: shown(answer) for name, answer in self.form_data.items()}
        state = self.mail.get_state_display() if self.mail else ""
        return {**answers, "submit_time": self.submit_time, "mail_state": state}

    def answers_to(self, page) -> list[tuple[str, str]]:
        """Question and answer in the order of the form of ``page``; what it no longer asks comes last."""
        labels = {field.clean_name: str(field.label) for field in page.get_form_fields()}
        names = [*filter(self.form_data.__contains__, labels), *(set(self.form_data) - set(labels))]
        return [(labels.get(name, name), shown(self.form_data[name])) for name in names]


def shown(answer) -> str:
    """An answer in words: a tick is yes or no."""
    return (gettext("yes") if answer else gettext("no")) if isinstance(answer, bool) else str(answer)
