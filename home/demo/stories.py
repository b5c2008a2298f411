"""People of member groups, and their stories in each state: as they would be after some days of work."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction
from wagtail.users.models import UserProfile

from core.models import OutboxMail
from home.demo.sources import read
from members.enums import Role, Step
from members.models import MemberPage, Membership
from members.services.drafts import draft_of, save_step, version_of
from members.services.people import add_person, find_or_make_user
from members.services.photos import photos_of, set_photos
from members.services.sending import ask_change, current_consent_text, send_in
from users.models import User


@dataclass(frozen=True)
class MemberLogin:
    """Who may sign in, for which group."""

    email: str
    group: str


@transaction.atomic
def make_member_logins(reviewer: User) -> list[MemberLogin]:
    """Makes the people of groups that are not there yet, and what they wrote; returns these.

    ``reviewer`` answers the stories. The mails of all this are not sent: nobody did it just now.
    """
    entries = read("site")["member_login"]
    with _nobody_told_of_what_is_sent_in():
        made = [login for entry in entries for login in _make(entry, reviewer)]
    OutboxMail.objects.filter(recipient__in=[entry["email"] for entry in entries]).delete()
    return made


@contextmanager
def _nobody_told_of_what_is_sent_in() -> Iterator[None]:
    """Wagtail mails all who may approve; until the block ends they do not want that."""
    profiles = [UserProfile.get_for_user(user) for user in User.objects.exclude(groups=None).distinct()]
    wanting = UserProfile.objects.filter(
        pk__in=[profile.pk for profile in profiles if profile.submitted_notifications]
    )
    wanting.update(submitted_notifications=False)
    yield
    wanting.update(submitted_notifications=True)


def _make(entry: dict, reviewer: User) -> list[MemberLogin]:
    """Makes one person with the groups and the story of ``entry``; nothing for who is there already."""
    if User.objects.filter(email=entry["email"]).exists():
        return []
    name = f"{entry['first_name']} {entry['last_name']}"
    user, _is_new = find_or_make_user(email=entry["email"], name=name)
    pages = list(MemberPage.objects.filter(slug__in=entry["members"], locale__language_code="nl"))
    for page in pages:
        has_owner = Membership.objects.filter(page=page).owners().exists()
        add_person(page=page, user=user, role=Role.EDITOR if has_owner else Role.OWNER, by=reviewer)
    if pages and entry.get("sent"):
        _send(pages[0], entry, user, reviewer)
    return [MemberLogin(user.email, page.title) for page in pages[:1]]


def _send(page: MemberPage, entry: dict, user: User, reviewer: User) -> None:
    """Changes the lead of a profile, agrees to its photos and sends it in; then the reviewer may answer."""

    def change(draft: MemberPage) -> None:
        draft.lead = entry["lead"]

    def agree(draft: MemberPage) -> None:
        photos = photos_of(draft)
        for photo in photos:
            photo.agreed_on = page.first_published_at.date() if page.first_published_at else None
        set_photos(draft, photos)

    for step, edit in ((Step.ABOUT, change), (Step.PHOTOS, agree)):
        version = version_of(draft_of(MemberPage.objects.get(pk=page.pk)), step)
        save_step(page=page, step=step, version=version, change=edit, by=user)
    send_in(page=page, text=current_consent_text(), newsletter=True, partners=False, by=user)
    if entry.get("answer"):
        ask_change(page=MemberPage.objects.get(pk=page.pk), by=reviewer, message=entry["answer"])
