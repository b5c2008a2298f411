"""The guard of one form: a token that says for what, when, with which notice, and only for one visitor."""

import secrets
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict
from wagtail.models import Page

from core.form_guard import TOKEN, Finding, inspect, new_token, once_key

ONCE = "guard-once"
NONCE_BYTES = 16
LONGEST_NONCE = 64


@dataclass(frozen=True)
class Guard:
    """What the hidden fields of a form hold."""

    purpose: str
    once: str
    token: str

    @classmethod
    def new(cls, purpose: str) -> "Guard":
        """For a form that is shown for the first time."""
        once = secrets.token_urlsafe(NONCE_BYTES)
        return cls(purpose, once, new_token(f"{purpose}:{once}"))

    @classmethod
    def sent(cls, purpose: str, data: QueryDict) -> "Guard":
        """As it came back."""
        return cls(purpose, data.get(ONCE, "")[:LONGEST_NONCE], data.get(TOKEN, ""))

    def inspect(self, data: QueryDict) -> Finding:
        """Judge what was sent; asks no database."""
        return inspect(data, purpose=f"{self.purpose}:{self.once}")

    def renewed(self, finding: Finding) -> "Guard":
        """For the form that is shown again: the same one, unless that can never be right."""
        return Guard.new(self.purpose) if finding.needs_new_token else self

    def key(self, answers: dict) -> str:
        """The same for the same answers to the same form, so that it counts once."""
        return once_key(f"{self.once}{self.token}", answers)


def challenge_purpose(page: Page) -> str:
    """What a proof of work is good for: one comment on one page."""
    return f"comment:{page.pk}"


def form_purpose(page: Page, digest: str) -> str:
    """What the token of a form is good for: a comment on this page by who read this notice."""
    return f"comment:{page.pk}:{digest}"


def address_of(request: HttpRequest) -> str:
    """The address of the connection; only a code of it is ever kept, for a day, to count with."""
    return request.META.get("REMOTE_ADDR", "")
