"""Mail that is on its way; see ``core.outbox``."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models.sending import Sending, SendingQuerySet, SendingState

# What a mail says is personal: it goes some days after the mail went, and later when it never arrived (P1).
KEEP_SENT = timedelta(days=7)
KEEP_FAILED = timedelta(days=30)
# That something was mailed is remembered for longer, so that nothing is mailed twice.
KEEP_CAUSE = timedelta(days=400)


class OutboxMailQuerySet(SendingQuerySet):
    def naming(self, address: str):
        """What goes to an address, or has it in its text."""
        return self.filter(models.Q(recipient__iexact=address) | models.Q(text__icontains=address))

    def readable(self):
        """What still holds its text and address."""
        return self.exclude(text="")

    def failed(self):
        """What was given up and can still be sent again."""
        return self.readable() & super().failed()

    def to_empty(self):
        """What ended so long ago that its text and address have to go."""
        now = timezone.now()
        sent = models.Q(state=SendingState.SENT, ended_at__lt=now - KEEP_SENT)
        failed = models.Q(state=SendingState.FAILED, ended_at__lt=now - KEEP_FAILED)
        return self.readable().filter(sent | failed)

    def to_forget(self):
        """What nobody needs to remember any more."""
        return self.filter(ended_at__lt=timezone.now() - KEEP_CAUSE)


class OutboxMail(Sending):
    """One mail to one person, from the moment that its cause is certain.

    ``cause`` says in a unique way why it is sent, so that one cause never makes two mails. ``due_at`` is when
    it is offered to the mail server the next time.
    """

    cause = models.CharField(max_length=150, unique=True)
    recipient = models.EmailField(_("to"), blank=True)
    reply_to = models.EmailField(blank=True)
    subject = models.CharField(_("subject"), max_length=250, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict, blank=True)

    objects = OutboxMailQuerySet.as_manager()

    class Meta(Sending.Meta):
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        indexes = [models.Index(fields=["state", "due_at"], name="outbox_due")]

    def __str__(self):
        return self.subject
