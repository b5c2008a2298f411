"""What is on its way to somebody else: written with its cause, offered after it, and again after growing pauses."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SendingState(models.TextChoices):
    """How far it is."""

    WAITING = "waiting", _("waiting")
    SENT = "sent", _("sent")
    FAILED = "failed", _("failed")


class SendingQuerySet(models.QuerySet):
    def due(self):
        """What has to be offered now, the oldest first."""
        return self.waiting().filter(due_at__lte=timezone.now()).order_by("queued_at")

    def waiting(self):
        """What was not taken yet."""
        return self.filter(state=SendingState.WAITING)

    def failed(self):
        """What was given up."""
        return self.filter(state=SendingState.FAILED)

    def claim(self, pk: int, *, pauses: Sequence[timedelta]) -> bool:
        """Begin to offer one of them; False when it ended, must wait, or somebody else is at it.

        The next try, after the pause that is next in line (the last one stays), is planned before this one: a
        process that is killed in the middle loses nothing.
        """
        tries = self.filter(pk=pk).values_list("tries", flat=True).first()
        if tries is None:
            return False
        pause = pauses[min(tries, len(pauses) - 1)]
        due = self.filter(pk=pk, tries=tries).due().order_by()
        return bool(due.update(tries=F("tries") + 1, due_at=timezone.now() + pause))

    def end(self, state: SendingState, **values) -> None:
        """Note how they ended, with more ``values`` of the type."""
        self.update(state=state, ended_at=timezone.now(), **values)

    def restart(self, **values) -> bool:
        """Offer what ended once more, as if it were new; False when there was nothing."""
        now = timezone.now()
        ended = self.exclude(state=SendingState.WAITING)
        new = {"queued_at": now, "due_at": now, "tries": 0, "ended_at": None, "problem": ""}
        return bool(ended.update(state=SendingState.WAITING, **new, **values))


class Sending(models.Model):
    """One thing that goes to one receiver. ``due_at`` is when it is offered the next time, ``problem`` for staff."""

    state = models.CharField(_("state"), max_length=8, choices=SendingState, default=SendingState.WAITING)
    queued_at = models.DateTimeField(_("written"), default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    problem = models.CharField(_("problem"), max_length=250, blank=True)

    # Nothing refers to a page here: Wagtail need not look for it at each save.
    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True
        ordering = ["-queued_at", "-pk"]
        default_permissions = ["view", "change"]

    def has_waited(self, period: timedelta) -> bool:
        """Whether it was written longer ago than ``period``."""
        return timezone.now() - self.queued_at > period
