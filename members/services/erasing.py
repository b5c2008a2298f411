"""Taking one person out of texts that stay: the address and the full name, wherever they were typed."""

import json
import re
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import override

from users.models import User


class Erased:
    """What has to go of ``user``: the address, and the full name, in the place of which comes “one of us”.

    A first name alone stays: it is a word like another, and says nothing about who it was.
    """

    def __init__(self, user: User):
        self.email = user.email.lower()
        self.name = user.get_full_name()

    @cached_property
    def patterns(self) -> list[tuple[re.Pattern, str]]:
        """What to look for, and what comes in its place."""
        patterns = [(re.compile(re.escape(self.email), re.IGNORECASE), "")]
        if " " in self.name:
            with override(settings.LANGUAGE_CODE):
                instead = _("one of us")
            patterns.append((re.compile(rf"\b{re.escape(self.name)}\b", re.IGNORECASE), instead))
        return patterns

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
        named = self.name and content.get("contact_name") == self.name
        if named or (content.get("email") or "").lower() == self.email:
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
