"""Private links: whoever has one may do what it is for, and nothing else.

A token is the number of a row with a signature of 256 bits, made for one purpose. It names no address, so that a
log that keeps it tells nobody who somebody is.
"""

from django.core.signing import BadSignature, Signer
from django.db.models import TextChoices


class Purpose(TextChoices):
    """What a link is for; a token of one opens none of the others."""

    STATUS = "status"
    CONFIRM = "confirm"
    THREAD = "thread"
    EVERYTHING = "everything"
    REPORT = "report"
    DATA = "data"


def make(purpose: Purpose, pk: int) -> str:
    """The token for one row."""
    return _signer(purpose).sign(str(pk))


def read(purpose: Purpose, token: str) -> int | None:
    """The number of the row, or ``None`` for a token that is not ours or for something else."""
    try:
        return int(_signer(purpose).unsign(token))
    except (BadSignature, ValueError):
        return None


def _signer(purpose: Purpose) -> Signer:
    return Signer(salt=f"comments.{purpose.value}", sep=".")
