"""The outbox: no mail is lost, and no cause is mailed twice.

A mail is a row that is written together with what it tells about: both are there, or neither. After that
transaction it is offered to the mail server. When that fails it is offered again after a pause, and each pause
is longer than the one before, for five days. What nobody took by then stays in the admin, to be seen and sent
again.

Where a request sends its mails itself (``TASKS=immediate``) its visitor waits for them. So a mail server that does
not answer, or slowly, is asked once and then left alone for a while: what comes in the meantime waits in the outbox.
"""

import hashlib
import logging
import time
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException, SMTPServerDisconnected
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import override
from django_tasks import task

from core.models import OutboxMail, SendingState

logger = logging.getLogger(__name__)

# The first is longer than the mail server may take, so that nobody else tries while somebody is trying.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (2, 10, 30, 60, 120, 240))
GIVE_UP_AFTER = timedelta(days=5)
# What is left of a mail whose text and address have to go.
NOTHING = {"recipient": "", "reply_to": "", "subject": "", "text": "", "html": "", "headers": {}}
# While this is in the cache nobody waits for the mail server.
RESTING, REST_SECONDS = "outbox-mail-server-rests", 30
SLOW_SECONDS = 3
PERMANENT = 500  # replies from 500 on mean “never”, those below “not now” (RFC 5321, 4.2.1)


def post(
    *,
    to: str,
    cause: str,
    template: str,
    context: Mapping,
    language: str = "",
    headers: Mapping[str, str] | None = None,
    reply_to: str = "",
) -> OutboxMail:
    """Write the mail ``template`` to ``to`` and send it after the transaction.

    The mail is ``emails/<template>_subject.txt``, ``emails/<template>.txt`` and ``emails/<template>.html``,
    rendered with ``context``, ``site_url`` (without a slash at its end) and ``site_name``, in ``language`` (a
    code; the default one when empty). ``cause`` is at most 150 characters; when it was mailed before, the
    earlier mail is returned and nothing is sent.
    """
    with override(language or settings.LANGUAGE_CODE):
        site = {"site_url": settings.WAGTAILADMIN_BASE_URL, "site_name": settings.WAGTAIL_SITE_NAME}
        values = {**site, **context}
        subject = render_to_string(f"emails/{template}_subject.txt", values)
        text = render_to_string(f"emails/{template}.txt", values)
        html = render_to_string(f"emails/{template}.html", values)
    mail, is_new = OutboxMail.objects.get_or_create(
        cause=cause,
        defaults={
            "recipient": to,
            "reply_to": reply_to,
            "subject": " ".join(subject.split())[:250],
            "text": text.strip() + "\n",
            "html": html,
            "headers": dict(headers or {}),
        },
    )
    if is_new:
        # Robust: the mail is safe by then, and what could not be queued is sent by the next chore.
        transaction.on_commit(partial(deliver.enqueue, mail.pk), robust=True)
    return mail


@task()
def deliver(pk: int) -> None:
    """Offer one mail to the mail server, unless that was done, is being done, or must wait."""
    if not cache.get(RESTING):
        _deliver(pk)


def deliver_due() -> int:
    """Offer what is due, until the server no longer answers; for ``housekeep``. Returns how many mails still wait."""
    for pk in OutboxMail.objects.due().values_list("pk", flat=True):
        if not _deliver(pk):
            break
    return OutboxMail.objects.waiting().count()


def send_again(*, mail: OutboxMail, by) -> None:
    """Offer a mail that was given up once more, on the word of ``by``, for another five days."""
    if OutboxMail.objects.failed().filter(pk=mail.pk).restart():
        logger.info("mail %s is sent again by user %s", mail.pk, by.pk)
        transaction.on_commit(partial(deliver.enqueue, mail.pk), robust=True)


def forget() -> int:
    """Delete the text and address of what ended, and much later that it was. Returns how many rows."""
    return OutboxMail.objects.to_empty().update(**NOTHING) + OutboxMail.objects.to_forget().delete()[0]


def forget_recipient(address: str) -> None:
    """Leave nothing that was mailed to a person or names the address, and send nothing of it that waits.

    For who asks to be erased.
    """
    mails = OutboxMail.objects.naming(address)
    mails.waiting().delete()
    mails.update(**NOTHING)


def _deliver(pk: int) -> bool:
    """Offer one mail if nobody else does. Returns whether it makes sense to offer another one."""
    if not OutboxMail.objects.claim(pk, pauses=PAUSES):
        return True
    began = time.monotonic()
    answers = _offer(OutboxMail.objects.get(pk=pk))
    if not answers or time.monotonic() - began > SLOW_SECONDS:
        cache.set(RESTING, True, REST_SECONDS)
    return answers


def _offer(mail: OutboxMail) -> bool:
    """Offer one mail. Returns whether the mail server answered, be it with a refusal."""
    try:
        message_of(mail).send()
    except (
        OSError,
        ValueError,
    ) as error:  # SMTPException is an OSError, a bad header or address a ValueError
        _note_failure(mail, error)
        return isinstance(error, SMTPException | ValueError) and not isinstance(error, SMTPServerDisconnected)
    OutboxMail.objects.filter(pk=mail.pk).end(SendingState.SENT, problem="")
    return True


def message_of(mail: OutboxMail) -> EmailMultiAlternatives:
    """The message that the mail server gets; its identity is the same at each try, so that a mailbox knows it."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname
    identity = hashlib.sha256(mail.cause.encode()).hexdigest()[:32]
    message = EmailMultiAlternatives(
        mail.subject,
        mail.text,
        to=[mail.recipient],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers={
            "Message-ID": f"<{identity}@{host}>",
            "Auto-Submitted": "auto-generated",  # RFC 3834: no robot answers to it
            **mail.headers,
        },
    )
    message.attach_alternative(mail.html, "text/html")
    return message


def _note_failure(mail: OutboxMail, error: Exception) -> None:
    logger.warning("mail %s could not be sent: %s", mail.pk, type(error).__name__)
    row = OutboxMail.objects.filter(pk=mail.pk)
    problem = _describe(error)
    if _is_permanent(error) or mail.has_waited(GIVE_UP_AFTER):
        row.end(SendingState.FAILED, problem=problem)
    else:
        row.update(problem=problem)


def _is_permanent(error: Exception) -> bool:
    """Whether another try cannot help: the address is refused for good, or no mail can be made of it."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= PERMANENT for code, _answer in error.recipients.values())
    return isinstance(error, ValueError) and not isinstance(error, OSError)


def _describe(error: Exception) -> str:
    """What staff read about it: the kind of failure and the code, not what the server said of the address."""
    code = error.smtp_code if isinstance(error, SMTPResponseException) else ""
    kind = type(error).__name__ if isinstance(error, SMTPException | ValueError) else "no connection"
    return f"{kind} {code}".strip()
