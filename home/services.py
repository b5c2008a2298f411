"""What visitors send to us through forms."""

import logging
from functools import partial
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from core import throttle
from core.form_guard import once_key
from core.throttle import Budget, network_code
from home.enums import FieldType
from home.models import FormEntry, FormPage

logger = logging.getLogger(__name__)

# A room full of neighbours behind one connection still gets through; a robot does not get far.
PER_NETWORK = Budget("form_network", amount=20, seconds=10 * 60)
PER_FORM = Budget("form", amount=300, seconds=60 * 60)


def receive_form(*, page: FormPage, answers: dict, token: str, address: str) -> FormEntry:
    """Keep the valid ``answers`` to the form of ``page`` and have them mailed to its mailbox.

    The same answers with the same token are kept once, however often and at the same moment they come. Only a
    code of the network behind ``address`` is used, and only for the budget. Raises ``OverBudget``.
    """
    key = once_key(token, answers)
    try:
        with transaction.atomic():
            entry = FormEntry.objects.create(page=page, key=key, form_data=answers, notice_text=page.told)
            throttle.spend(PER_NETWORK, f"{page.pk}:{network_code(address)}")
            throttle.spend(PER_FORM, str(page.pk))
            # Robust: the answers are safe by then, and what could not be queued is mailed by housekeep.
            transaction.on_commit(partial(mail_entry.enqueue, entry.pk), robust=True)
    except IntegrityError:
        return FormEntry.objects.get(key=key)
    return entry


@task()
def mail_entry(pk: int) -> None:
    """Mail one entry, unless that was done or is being done. Raises what the mail server makes of it."""
    if not FormEntry.objects.filter(pk=pk).to_mail().update(mail_tried_at=timezone.now()):
        return
    message_about(FormEntry.objects.get(pk=pk)).send()
    FormEntry.objects.filter(pk=pk).update(mailed_at=timezone.now())


def message_about(entry: FormEntry) -> EmailMessage:
    """The mail about one entry for the staff: plain text, in Dutch, no word of the visitor in its head."""
    page = entry.page.specific
    site = settings.WAGTAILADMIN_BASE_URL
    reply_to = _mail_address(page, entry)
    with override(settings.LANGUAGE_CODE):
        subject = _("Form “%(page)s”: new message") % {"page": " ".join(page.title.split())}
        context = {
            "answers": entry.answers_to(page),
            "page": page,
            "reply_to": reply_to,
            "list_url": site + reverse("wagtailforms:list_submissions", args=[page.pk]),
        }
        body = render_to_string("emails/form_entry.txt", context)
    return EmailMessage(
        subject,
        body,
        to=[page.contact.email],
        reply_to=[reply_to] if reply_to else None,
        # The same at each try, so that a mailbox that got it twice shows it once.
        headers={"Message-ID": f"<{entry.key[:32]}@{urlsplit(site).hostname}>"},
    )


def _mail_address(page: FormPage, entry: FormEntry) -> str:
    names = [field.clean_name for field in page.get_form_fields() if field.field_type == FieldType.EMAIL]
    return next(filter(None, (entry.form_data.get(name) for name in names)), "")


def mail_waiting_entries() -> int:
    """Mail what could not be mailed before. Returns how many entries still wait."""
    for pk in FormEntry.objects.to_mail().order_by("submit_time").values_list("pk", flat=True):
        try:
            mail_entry.call(pk)
        except (OSError, ValueError) as error:  # SMTPException is an OSError, a bad header a ValueError
            logger.warning("form entry %s could not be mailed: %s", pk, type(error).__name__)
    return FormEntry.objects.filter(mailed_at=None).count()


def delete_outdated_entries() -> int:
    """Delete the entries that were kept for as long as their form promised. Returns how many."""
    return sum(FormEntry.objects.outdated(page).delete()[0] for page in FormPage.objects.all())
