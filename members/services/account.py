"""What somebody changes about the own account: the name, and the address with which one signs in.

A new address counts when its owner, signed in with the old one, presses the button to which a mail to it leads: who
reads the mailbox of a mistyped address gets nothing by it.
"""

import secrets

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.log_actions import log

from core import throttle
from core.throttle import Budget, network_code
from members.models import Application, Invitation, MemberPage, Membership
from members.services.drafts import draft_of
from members.services.mails import Letter, write
from members.services.people import split_name
from users.models import AddressChange, SignInCode, User
from users.services import digest

DAY = 24 * 3600
PER_ACCOUNT = Budget("new_address_account", amount=5, seconds=DAY)
PER_ADDRESS = Budget("new_address", amount=3, seconds=DAY)
PER_NETWORK = Budget("new_address_network", amount=20, seconds=DAY)
TOKEN_BYTES = 32

ASKED = Letter(
    _("Confirm your new address"),
    (
        _(
            "You want to sign in to the site of LSA bewoners with this address. Press the button to confirm it."
        ),
        _(
            "Does the site ask you to sign in first? Do that with your old address: the new one works after the button."
        ),
        _("The button works once, for a day. Did you not ask for this mail? Then you need not do anything."),
    ),
    button=_("To the button"),
)
TAKEN = Letter(
    _("This address has an account already"),
    (
        _("Somebody wants to use this address at LSA bewoners, but it belongs to another account."),
        _("Was that you? Then sign in with this address, or choose another. Else you need not do anything."),
    ),
    button=_("Sign in"),
)
CHANGED = Letter(
    _("You sign in with another address now"),
    (
        _("The address of your account with LSA bewoners was changed: you no longer sign in with this one."),
        _("Did you not do that? Answer this mail at once, then the association helps you."),
    ),
    button="",
)


class NotChanged(Exception):  # noqa: N818 - a state of affairs, not a fault
    """The link does not work, or no longer. Why is not told: that would help who guesses."""


@transaction.atomic
def rename(*, user: User, name: str) -> None:
    """Call ``user`` by another name from now on."""
    before = user.get_full_name()
    if name.split() == before.split():
        return
    user.first_name, user.last_name = split_name(name)
    user.save(update_fields=["first_name", "last_name"])
    log(user, "users.renamed", user=user, data={"before": before})


def ask_new_address(*, user: User, email: str, address: str) -> None:
    """Mail ``email`` a link with which ``user`` takes it as the own address, or a word that it has an account.

    An earlier link of this account stops working. Answer and cost are the same for both. ``address`` is the
    internet address of who asks. Raises ``OverBudget``.
    """
    email = email.strip().lower()
    # Not in one transaction with the rest: what was refused for one budget is spent in the others.
    throttle.spend(PER_NETWORK, network_code(address))
    throttle.spend(PER_ACCOUNT, str(user.pk))
    throttle.spend(PER_ADDRESS, digest("address", email))
    secret = secrets.token_urlsafe(TOKEN_BYTES)
    token = digest("new-address", secret)
    with transaction.atomic():
        is_taken = User.objects.filter(email__iexact=email).exclude(pk=user.pk).exists()
        AddressChange.objects.update_or_create(
            user=user, defaults={"email": email, "token": token, "created_at": timezone.now()}
        )
        _write(email, f"new-address:{token}", TAKEN if is_taken else ASKED, secret)


def waiting_address(user: User) -> AddressChange | None:
    """The new address of ``user`` that still waits for its button."""
    return AddressChange.objects.usable().filter(user=user).first()


def forget_new_address(*, user: User) -> None:
    """Keep the address as it is: the link that was mailed stops working."""
    AddressChange.objects.filter(user=user).delete()


@transaction.atomic
def take_new_address(*, user: User, secret: str) -> str:
    """Let the address count to which the link was mailed; tells the old one, by mail too, and returns it.

    Every session ends, that of who asks too unless the view prevents it, and no code that was mailed to the old
    address lets anybody in. Raises ``NotChanged``.
    """
    waiting = AddressChange.objects.usable().filter(user=user, token=digest("new-address", secret)).first()
    if waiting is None or not AddressChange.objects.filter(pk=waiting.pk).delete()[0]:
        raise NotChanged
    before = user.email
    if User.objects.filter(email__iexact=waiting.email).exclude(pk=user.pk).exists():
        raise NotChanged
    user.email = waiting.email
    try:
        with transaction.atomic():
            user.save(update_fields=["email"])
    except IntegrityError as error:  # somebody else got an account with it at this moment
        raise NotChanged from error
    SignInCode.objects.filter(user=user, used_at=None).update(used_at=timezone.now())
    # What this person sent and accepted under the old address stays theirs: to take along, and to erase.
    Application.objects.filter(email__iexact=before).update(email=user.email)
    Invitation.objects.filter(email__iexact=before).exclude(accepted_at=None).update(email=user.email)
    log(user, "users.address_changed", user=user, data={"before": before})
    _write(before, f"address-changed:{waiting.token}", CHANGED)
    return before


def groups_reached_at(user: User, email: str) -> list[MemberPage]:
    """The groups of ``user`` that have ``email`` in their contact details."""
    pages = [membership.page for membership in Membership.objects.of(user)]
    return [page for page in pages if draft_of(page).email.lower() == email.lower()]


def _write(to: str, cause: str, letter: Letter, secret: str = "") -> None:
    url = settings.WAGTAILADMIN_BASE_URL + _path(letter, secret) if letter.button else ""
    write(
        to=to, cause=cause, subject=letter.subject, text=letter.text, names={}, button=letter.button, url=url
    )


def _path(letter: Letter, secret: str) -> str:
    with override(settings.LANGUAGE_CODE):
        return reverse("my_address_confirm", args=[secret]) if letter is ASKED else reverse("sign_in")
