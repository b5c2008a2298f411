"""Taking one person out of texts that stay: the address and the full name, wherever they were typed."""

import json
import re
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import ModelLogEntry

from users.models import User


def log_of(user: User) -> QuerySet:
    """What the log says of the account ``user``."""
    return ModelLogEntry.objects.for_instance(user)


def former_names(user: User) -> list[str]:
    """What ``user`` was called before."""
    return _before(user, "users.renamed")


def former_addresses(user: User) -> list[str]:
    """The addresses with which ``user`` signed in before, without those that are somebody else's now."""
    found = {email.lower() for email in _before(user, "users.address_changed")}
    return sorted(found - set(User.objects.filter(email__in=found).values_list("email", flat=True)))


def _before(user: User, action: str) -> list[str]:
    return [data["before"] for data in log_of(user).filter(action=action).values_list("data", flat=True)]


class Erased:
    """What has to go of ``user``: the address, and the full name, in the place of which comes “one of us”.

    Those of before go too. A first name alone stays: it is a word like another, and says nothing about who it was.
    """

    def __init__(self, user: User):
        self.emails = {email.lower() for email in (user.email, *former_addresses(user))}
        self.names = {name for name in (user.get_full_name(), *former_names(user)) if name}

    @cached_property
    def patterns(self) -> list[tuple[re.Pattern, str]]:
        """What to look for, and what comes in its place."""
        with override(settings.LANGUAGE_CODE):
            instead = _("one of us")
        # The longest first: one may be the end of another.
        emails = sorted(self.emails, key=len, reverse=True)
        names = sorted((name for name in self.names if " " in name), key=len, reverse=True)
        return [(re.compile(re.escape(email), re.IGNORECASE), "") for email in emails] + [
            (re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE), instead) for name in names
        ]

    def without(self, value: Any) -> Any:
        """The same text, list or dictionary, without this person."""
        if isinstance(value, str):
            for pattern, instead in self.patterns:
                value = pattern.sub(instead, value)
        elif isinstance(value, list):
            value = [self.without(item) for item in value]
        elif isinstance(value, dict):
            value = {key: self.without(item) for key, item in value.items()}
        return value

    def without_contact(self, content: dict) -> dict:
        """The same for the content of a profile. Who was the contact person is so no more, with the telephone."""
        content = dict(content)
        named = content.get("contact_name") in self.names
        if named or (content.get("email") or "").lower() in self.emails:
            content |= {"contact_name": "", "phone": ""}
        clean = self.without(content)
        # The story is JSON in a text, in which a letter with an accent is written as a number.
        return clean | {"body": json.dumps(self.without(json.loads(content["body"])))}

    def scrub(self, rows: QuerySet, *fields: str) -> None:
        """Take this person out of some fields of ``rows``."""
        for row in rows:
            before = {field: getattr(row, field) for field in fields}
            after = self.without(before)
            if after != before:
                type(row)._base_manager.filter(pk=row.pk).update(**after)
