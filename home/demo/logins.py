"""The people of the demo: one for each role."""

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction

from home.demo.sources import read
from users.models import User
from users.roles import ADMINISTRATOR, COMMENT_MODERATOR, EDITOR, REVIEWER, Role, ensure_roles, translator

TRANSLATED_INTO = "en"
PASSWORD_BYTES = 12


@dataclass(frozen=True)
class Login:
    """Who may sign in, and as what."""

    role: str
    email: str
    password: str


def is_this_machine() -> bool:
    """Whether the site runs on somebody's own machine: the settings refuse any other address without encryption."""
    return settings.WAGTAILADMIN_BASE_URL.startswith("http://")


@transaction.atomic
def make_logins() -> list[Login]:
    """Makes the people of the demo that are not there yet, with their roles; returns these.

    On one's own machine the password is the one in the texts, anywhere else a new one that nobody knows.
    """
    password = (
        read("site")["logins"]["password"] if is_this_machine() else secrets.token_urlsafe(PASSWORD_BYTES)
    )
    wanted = [
        entry
        for entry in read("site")["login"]
        if not User.objects.filter(email__iexact=entry["email"]).exists()
    ]
    if wanted:
        ensure_roles()
    made = []
    for entry in wanted:
        names = {name: entry[name] for name in ("first_name", "last_name")}
        user = User.objects.create_user(entry["email"], password, **names)
        group = _roles()[entry["role"]].group_name
        user.groups.add(Group.objects.get(name=group))
        made.append(Login(group, user.email, password))
    return made


def _roles() -> dict[str, Role]:
    return {
        "administrator": ADMINISTRATOR,
        "editor": EDITOR,
        "reviewer": REVIEWER,
        "comment moderator": COMMENT_MODERATOR,
        "translator": translator(TRANSLATED_INTO),
    }
