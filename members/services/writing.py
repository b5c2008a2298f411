"""What a visitor writes to a group, passed on by mail: the address of the group stays with us (docs/adr/0017)."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import throttle
from core.form_guard import once_key
from core.throttle import Budget, network_code
from members.models import MemberPage
from members.services.mails import write

HOUR = 3600
PER_NETWORK = Budget("write_network", amount=5, seconds=HOUR)
PER_GROUP = Budget("write_group", amount=30, seconds=24 * HOUR)
ALL_TOGETHER = Budget("write", amount=300, seconds=24 * HOUR)


def purpose_for(page: MemberPage) -> str:
    """What the token of the form to this group is for."""
    return f"write:{page.pk}"


@transaction.atomic
def pass_on(*, page: MemberPage, name: str, email: str, message: str, token: str, address: str) -> None:
    """Mail ``message`` to the group; its answer goes to ``email``.

    The same words with the same form ``token`` are mailed once. Nothing is kept but the mail itself, as long as
    the outbox keeps it. Raises ``OverBudget``.
    """
    throttle.spend(PER_NETWORK, network_code(address))
    throttle.spend(PER_GROUP, str(page.pk))
    throttle.spend(ALL_TOGETHER, "")
    write(
        to=page.email,
        cause=f"write:{once_key(token, {'page': page.pk, 'name': name, 'email': email, 'message': message})}",
        subject=_("A visitor of the site writes to %(group)s"),
        text=(
            _("%(name)s (%(email)s) wrote to %(group)s through the site of the association:"),
            _("Answer this mail to write back. Then %(name)s sees your address."),
            _("Do you want no such mails? Take away the tick on your page, in the step “Contact”."),
        ),
        names={"group": page.title, "name": name, "email": email},
        message=message,
        reply_to=email,
    )
