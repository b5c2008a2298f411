"""What stands between a public form and a robot: no cookie, no puzzle, no other site.

A page with a form can be kept by a shared cache, so there is no CSRF token in it. Instead the view asks the
browser where the form was sent from (``is_foreign``), and the form carries a signed token that says for what
and when it was made, and a field that people do not see (``inspect``). Nobody's text is lost: whoever fails
gets the form again, filled in, and hears why.
"""

import hashlib
import json
import time
from collections.abc import Mapping, Sequence

from django.core.serializers.json import DjangoJSONEncoder
from django.core.signing import BadSignature, Signer
from django.db.models import TextChoices
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

# Names with a hyphen: a field that an editor made never has one.
TOKEN = "guard-token"  # noqa: S105 - the name of a field
TRAP = "guard-website"

LEAST_SECONDS = 3
MOST_SECONDS = 24 * 3600

signer = Signer(salt="core.form_guard")


class Finding(TextChoices):
    """What ``inspect`` found; the label is what the visitor reads."""

    CLEAR = "clear", ""
    TOO_FAST = (
        "too_fast",
        _("That went very fast. Wait a few seconds and send it again: your text is still there."),
    )
    TOO_OLD = (
        "too_old",
        _("The form had been open for more than a day. Check what you filled in and send it again."),
    )
    TRAPPED = (
        "trapped",
        _("Something, perhaps your browser, filled in a field that must stay empty. Send the form again."),
    )
    FORGED = (
        "forged",
        _("We cannot tell whether this form is ours. Check what you filled in and send it again."),
    )

    @property
    def needs_new_token(self) -> bool:
        """Whether the form that is shown again must carry another token than the one that came."""
        return self in {Finding.TOO_OLD, Finding.FORGED}

    def said_beside(self, problems: Sequence) -> str:
        """What the visitor reads of this above other ``problems``, which may be none; "" is nothing.

        Who has to mend something takes longer than it takes to be slow enough, so hears of that alone.
        """
        return "" if self == Finding.TOO_FAST and problems else self.label


def new_token(purpose: str) -> str:
    """A token for one form; ``purpose`` says which, for example “form:12”."""
    return signer.sign_object({"for": purpose, "at": int(time.time())})


def inspect(data: Mapping[str, str], *, purpose: str) -> Finding:
    """Judge what was sent with a form, before anything else is done with it. Asks no database.

    A token from the future counts as fresh, so that a clock that was set back shuts nobody out.
    """
    try:
        token = signer.unsign_object(data.get(TOKEN, ""))
    except BadSignature:
        return Finding.FORGED
    age = int(time.time()) - token["at"]
    if token["for"] != purpose:
        return Finding.FORGED
    if age > MOST_SECONDS:
        return Finding.TOO_OLD
    if data.get(TRAP):
        return Finding.TRAPPED
    return Finding.TOO_FAST if 0 <= age < LEAST_SECONDS else Finding.CLEAR


def is_foreign(request: HttpRequest) -> bool:
    """Whether the browser says that a page of another site sent this.

    No script of a page can change either header. A program may leave both out: it has no visitor to abuse.
    """
    sent_from = request.headers.get("Sec-Fetch-Site")
    if sent_from is not None:
        return sent_from not in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is not None and origin != f"{request.scheme}://{request.get_host()}"


def once_key(token: str, answers: Mapping[str, object]) -> str:
    """The same 64 characters for the same answers to the same form, to store as a unique key.

    The answers count too: two visitors may hold the same token, when a shared cache gave them the page.
    """
    text = json.dumps([token, answers], cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
