"""Telling others what changed: written with the change itself, sent after it, tried again with growing pauses."""

import hmac
import json
import logging
import time
from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from hashlib import sha256
from http.client import HTTPException

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task
from wagtail.log_actions import log

from core.models import SendingState
from headless.addresses import NotAllowed, send
from headless.enums import WebhookEvent
from headless.models import Delivery, Webhook

logger = logging.getLogger(__name__)

# The first is longer than an address may take to answer, so that nobody else tries while somebody is trying.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 720))
GIVE_UP_AFTER = timedelta(days=3)
FIRST_REFUSAL = 300


@transaction.atomic
def announce(
    *, event: WebhookEvent, paths: Iterable[str], languages: Iterable[str], about: dict | None = None
) -> None:
    """Tell every webhook that wants to hear of ``event`` which paths it changed, after this transaction.

    ``about`` names what changed (its kind and key), never what it says.
    """
    body = {
        "event": event.value,
        "at": timezone.now().isoformat(),
        "paths": sorted(set(paths)),
        "languages": sorted(set(languages)),
        "about": about or {},
    }
    for webhook in Webhook.objects.wanting(event):
        delivery = Delivery.objects.create(webhook=webhook, event=event, body=body)
        transaction.on_commit(partial(deliver.enqueue, delivery.pk), robust=True)


def signature(secret: str, moment: int, body: bytes) -> str:
    """What proves that a body is ours and when it was sent: HMAC-SHA256 of ``<moment>.<body>``, hexadecimal."""
    return hmac.new(secret.encode(), f"{moment}.".encode() + body, sha256).hexdigest()


@task()
def deliver(pk: int) -> None:
    """Offer one message to its address, unless that was done, is being done, or must wait."""
    if Delivery.objects.claim(pk, pauses=PAUSES):
        _offer(Delivery.objects.select_related("webhook").get(pk=pk))


def deliver_due() -> int:
    """Offer everything that is due; for ``housekeep``. Returns how many messages still wait."""
    for pk in Delivery.objects.due().values_list("pk", flat=True):
        deliver.call(pk)
    return Delivery.objects.waiting().count()


@transaction.atomic
def send_again(*, delivery: Delivery, by) -> None:
    """Offer a message once more, on the word of ``by``: under the same identity, so that it counts once."""
    if Delivery.objects.filter(pk=delivery.pk).restart(status=None):
        log(delivery.webhook, "headless.send_again", user=by, data={"message": delivery.identity})
        transaction.on_commit(partial(deliver.enqueue, delivery.pk), robust=True)


def _offer(delivery: Delivery) -> None:
    body = json.dumps(delivery.body, ensure_ascii=False).encode()
    moment = int(time.time())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "LSA-webhooks/1",
        "Webhook-Id": delivery.identity,
        "Webhook-Timestamp": str(moment),
        "Webhook-Signature": f"v1={signature(delivery.webhook.secret, moment, body)}",
    }
    status, problem = None, ""
    try:
        status = send(delivery.webhook.url, body, headers)
    except (OSError, HTTPException) as error:
        problem = _describe(error)
    row = Delivery.objects.filter(pk=delivery.pk)
    if status is not None and status < FIRST_REFUSAL:
        row.end(SendingState.SENT, status=status, problem="")
    elif delivery.has_waited(GIVE_UP_AFTER) or not delivery.webhook.active:
        row.end(SendingState.FAILED, status=status, problem=problem)
    else:
        row.update(status=status, problem=problem)
    logger.info("webhook message %s: %s", delivery.pk, status or problem)


def _describe(error: Exception) -> str:
    """What went wrong, for staff."""
    with override(settings.LANGUAGE_CODE):
        return str(error) if isinstance(error, NotAllowed) else _("no answer (%s)") % type(error).__name__
