"""Who writes for a group: invite, accept, leave, hand over. Staff may do it all, for every group."""

import secrets

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.log_actions import log
from wagtail.users.models import UserProfile

from core import throttle
from core.throttle import Budget
from members.enums import Role
from members.models import Invitation, MemberPage, Membership
from members.services.mails import name_of, tell_group, write
from users.models import User
from users.services import digest

INVITATIONS_PER_GROUP = Budget("invitations", amount=20, seconds=24 * 3600)
TOKEN_BYTES = 32


class LastOwner(Exception):  # noqa: N818 - a state of affairs, not a fault
    """A group keeps an owner: make somebody else owner first."""


@transaction.atomic
def invite(
    *, page: MemberPage, email: str, name: str = "", role: str = Role.EDITOR, by, news: str = ""
) -> Invitation:
    """Mail an invitation to write for ``page``; an open one to the same address is replaced.

    ``news`` is a sentence to begin with, which may name the ``%(group)s``.
    Raises ``OverBudget`` when the group invited too many.
    """
    throttle.spend(INVITATIONS_PER_GROUP, str(page.pk))
    email = email.strip().lower()
    Invitation.objects.open().filter(page=page, email=email).update(revoked_at=timezone.now())
    secret = secrets.token_urlsafe(TOKEN_BYTES)
    invitation = Invitation.objects.create(
        page=page, email=email, name=name, role=role, by=by, token=digest("invitation", secret)
    )
    log(page, "members.invited", user=by, data={"invitation": invitation.pk, "role": str(role)})
    with override(settings.LANGUAGE_CODE):
        path = reverse("invitation", args=[secret])
    write(
        to=email,
        cause=f"invitation:{invitation.pk}",
        subject=_("Will you write for %(group)s?"),
        text=(
            *[news] * bool(news),
            _("%(by)s invites you to write the story of %(group)s on the site of LSA bewoners."),
            _("You need no password: you sign in with a mail. This invitation works for two weeks, once."),
        ),
        names={"group": page.title, "by": name_of(by, page)},
        button=_("Accept the invitation"),
        url=settings.WAGTAILADMIN_BASE_URL + path,
    )
    return invitation


def find_invitation(secret: str) -> Invitation | None:
    """The invitation of a link, if it can still be accepted."""
    found = Invitation.objects.open().filter(token=digest("invitation", secret))
    return found.select_related("page", "by").first()


def note_opened(invitation: Invitation) -> None:
    """Note that somebody, or the mail program, opened the link. It is a hint for who invited, nothing follows."""
    Invitation.objects.filter(pk=invitation.pk, opened_at=None).update(opened_at=timezone.now())


@transaction.atomic
def accept_invitation(*, invitation: Invitation) -> tuple[User | None, bool]:
    """Make whoever has the invited address write for the group; returns the account and whether it is new.

    Gives ``None`` when the invitation was accepted or revoked meanwhile.
    """
    taken = Invitation.objects.open().filter(pk=invitation.pk).update(accepted_at=timezone.now())
    if not taken:
        return None, False
    user, is_new = find_or_make_user(email=invitation.email, name=invitation.name)
    add_person(page=invitation.page, user=user, role=invitation.role, by=user)
    return user, is_new


def find_or_make_user(*, email: str, name: str = "") -> tuple[User, bool]:
    """The account with this address; a new one has no password and no right."""
    user = User.objects.filter(email__iexact=email).first()
    if user is not None:
        return user, False
    first_name, last_name = split_name(name)
    return User.objects.create_user(email, first_name=first_name, last_name=last_name), True


def split_name(name: str) -> tuple[str, str]:
    """First and last name as an account keeps them; together they are what was typed, with one space between words."""
    first, _space, last = " ".join(name.split()).partition(" ")
    return first[:150], last[:150]


@transaction.atomic
def add_person(*, page: MemberPage, user: User, role: str, by) -> Membership:
    """Let ``user`` write for ``page``. Who was an owner stays one."""
    membership, is_new = Membership.objects.get_or_create(user=user, page=page, defaults={"role": role})
    if not user.is_admin_user:
        # Wagtail's mails about the workflow lead to the admin, where a member cannot come; ours take their place.
        UserProfile.objects.update_or_create(
            user=user, defaults={"approved_notifications": False, "rejected_notifications": False}
        )
    if is_new:
        log(page, "members.joined", user=by, data={"user": user.pk})
        tell_group(page=page, event="joined", cause=f"joined:{membership.pk}", person=str(user), without=user)
    return membership


@transaction.atomic
def revoke(*, invitation: Invitation, by) -> None:
    """Make the link of an invitation stop working."""
    if Invitation.objects.open().filter(pk=invitation.pk).update(revoked_at=timezone.now()):
        log(invitation.page, "members.invitation_revoked", user=by, data={"invitation": invitation.pk})


@transaction.atomic
def remove_person(*, membership: Membership, by) -> None:
    """Take away the right to write: one's own (leave), or that of somebody else; mail to all, also to who goes.

    Raises ``LastOwner`` when a member would leave the group without an owner; staff may.
    """
    page, user = membership.page, membership.user
    MemberPage.objects.select_for_update().get(pk=page.pk)
    is_member = Membership.objects.filter(page=page, user=by).exists()
    owners = Membership.objects.filter(page=page).owners()
    if is_member and membership.is_owner and not owners.exclude(pk=membership.pk).exists():
        raise LastOwner
    event = "left" if user == by else "removed"
    log(page, f"members.{event}", user=by, data={"user": user.pk})
    tell_group(page=page, event=event, cause=f"{event}:{membership.pk}", person=str(user), by=by, without=by)
    membership.delete()


@transaction.atomic
def hand_over(*, membership: Membership, by) -> None:
    """Make somebody who writes along the owner; who handed it over writes along from then on, staff do not."""
    page = membership.page
    MemberPage.objects.select_for_update().get(pk=page.pk)
    Membership.objects.filter(page=page, user=by).update(role=Role.EDITOR)
    Membership.objects.filter(pk=membership.pk).update(role=Role.OWNER)
    log(page, "members.handed_over", user=by, data={"user": membership.user_id})
    cause = f"handed-over:{membership.pk}:{timezone.now():%Y%m%d%H%M%S}"
    tell_group(page=page, event="handed_over", cause=cause, person=str(membership.user), by=by)
