"""Who wants to hear of changes, and what they were told."""

import secrets
from datetime import timedelta

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from core.models import Sending, SendingQuerySet
from headless.enums import WebhookEvent

KEEP = timedelta(days=30)


def new_nonce() -> str:
    """A random part for the key of a webhook, so that no two have the same."""
    return secrets.token_hex(16)


class WebhookQuerySet(models.QuerySet):
    def wanting(self, event: str) -> list["Webhook"]:
        """Who wants to hear of this event."""
        return [webhook for webhook in self.filter(active=True) if event in webhook.events]


class Webhook(models.Model):
    """An address that is told when something changes on the site."""

    name = models.CharField(_("name"), max_length=80, help_text=_("Who listens: “App of Platform31”."))
    url = models.URLField(_("web address"), max_length=500)
    events = models.JSONField(_("tells about"), default=list)
    active = models.BooleanField(_("on"), default=True)
    nonce = models.CharField(max_length=32, default=new_nonce, editable=False)

    objects = WebhookQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def secret(self) -> str:
        """The key with which bodies are signed. It follows from the key of the site, so it is kept nowhere."""
        return f"whsec_{salted_hmac('headless.webhook', self.nonce, algorithm='sha256').hexdigest()}"

    @property
    def shown_events(self) -> str:
        """What it wants to hear of, in words."""
        return ", ".join(
            str(WebhookEvent(event).label) for event in self.events if event in WebhookEvent.values
        )


class DeliveryQuerySet(SendingQuerySet):
    def outdated(self):
        """What ended so long ago that nobody needs it any more."""
        return self.filter(ended_at__lt=timezone.now() - KEEP)


class Delivery(Sending):
    """One message to one address, written together with what it tells about."""

    webhook = models.ForeignKey(Webhook, models.CASCADE, related_name="deliveries", verbose_name=_("webhook"))
    identity = models.CharField(max_length=32, unique=True, default=new_nonce)
    event = models.CharField(_("about"), max_length=32, choices=WebhookEvent)
    body = models.JSONField(encoder=DjangoJSONEncoder)
    status = models.PositiveSmallIntegerField(_("answer"), null=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta(Sending.Meta):
        verbose_name = _("webhook message")
        verbose_name_plural = _("webhook messages")
        indexes = [models.Index(fields=["state", "due_at"], name="webhook_due")]

    def __str__(self):
        return f"{self.get_event_display()} ({self.webhook})"
