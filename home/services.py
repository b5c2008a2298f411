"""What visitors send to us through forms."""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse

from core import outbox, throttle
from core.form_guard import once_key
from core.models import OutboxMail
from core.throttle import Budget, network_code
from home.enums import FieldType
from home.models import FormEntry, FormPage

# A room full of neighbours behind one connection still gets through; a robot does not get far.
PER_NETWORK = Budget("form_network", amount=20, seconds=10 * 60)
PER_FORM = Budget("form", amount=300, seconds=60 * 60)


def receive_form(*, page: FormPage, answers: dict, token: str, address: str) -> FormEntry:
    """Keep the valid ``answers`` to the form of ``page`` and have them mailed to its mailbox.

    The same answers with the same token are kept once, however often and at the same moment they come. Only a
    code of the network behind ``address`` is used, and only for the budget. Raises ``OverBudget``.
    """
    entry = FormEntry(page=page, key=once_key(token, answers), form_data=answers, notice_text=page.told)
    try:
        with transaction.atomic():
            entry.mail = mail_about(entry)
            entry.save()
            throttle.spend(PER_NETWORK, f"{page.pk}:{network_code(address)}")
            throttle.spend(PER_FORM, str(page.pk))
    except IntegrityError:
        return FormEntry.objects.get(key=entry.key)
    return entry


def mail_about(entry: FormEntry) -> OutboxMail:
    """The mail about one entry for the staff: in Dutch, no word of the visitor in its head."""
    page = entry.page
    site = settings.WAGTAILADMIN_BASE_URL
    reply_to = _mail_address(page, entry)
    context = {
        "answers": entry.answers_to(page),
        "page": page,
        "reply_to": reply_to,
        "list_url": site + reverse("wagtailforms:list_submissions", args=[page.pk]),
    }
    return outbox.post(
        to=page.contact.email,
        cause=f"form entry {entry.key}",
        template="form_entry",
        context=context,
        reply_to=reply_to,
    )


def _mail_address(page: FormPage, entry: FormEntry) -> str:
    names = [field.clean_name for field in page.get_form_fields() if field.field_type == FieldType.EMAIL]
    return next(filter(None, (entry.form_data.get(name) for name in names)), "")


def delete_outdated_entries() -> int:
    """Delete the entries that were kept for as long as their form promised. Returns how many."""
    return sum(FormEntry.objects.outdated(page).delete()[0] for page in FormPage.objects.all())
