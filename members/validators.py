"""What does not belong on the site because it is of one person: a home address, a mailbox with a name."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# A street with a number, as Dutch streets are called. The place is shown as a town, never as an address (P9).
STREET = re.compile(
    r"(straat|weg|laan|plein|kade|gracht|singel|dijk|pad|hof|steeg|dreef|markt|plantsoen)\s+\d+",
    re.IGNORECASE,
)
# Mailboxes that people have at home; a group may have one too, so only with a name of two parts in front.
HOME_MAIL = {
    "gmail.com",
    "hotmail.com",
    "hotmail.nl",
    "outlook.com",
    "live.nl",
    "icloud.com",
    "yahoo.com",
    "ziggo.nl",
    "kpnmail.nl",
    "planet.nl",
    "home.nl",
    "hetnet.nl",
    "xs4all.nl",
}
TWO_NAMES = re.compile(r"^[a-z]+[._-][a-z.]+$")
SHORTEST_NAME = 3


def no_street(value: str) -> None:
    """Refuse a street with a house number. Raises ``ValidationError``."""
    if STREET.search(value):
        raise ValidationError(_("Leave out street and number: the neighbourhood is enough."), "street")


def is_personal_address(email: str, name: str = "") -> bool:
    """Whether an e-mail address seems to be of one person: of ``name``, or a home mailbox with two names.

    >>> is_personal_address("fatima@tuin.nl", "Fatima de Wit"), is_personal_address("info@tuin.nl", "Fatima")
    (True, False)
    """
    local, _at, host = email.lower().partition("@")
    parts = [part for part in re.split(r"[\W_]+", name.lower()) if len(part) >= SHORTEST_NAME]
    has_name = any(part in local for part in parts)
    return has_name or (host in HOME_MAIL and bool(TWO_NAMES.match(local)))
