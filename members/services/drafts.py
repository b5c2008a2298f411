"""The draft of a profile: the newest revision of its page, changed step by step.

Two people, or a member and staff, may work at the same time. Each form carries the version of its step; what
was changed meanwhile in that step is a conflict, which the member sees, and other steps do not matter.
"""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from members.enums import Step
from members.models import MemberPage, Membership, Participation
from members.services.photos import PHOTO_FIELDS

# The names of the fields in a revision that each step edits.
FIELDS = {
    Step.ABOUT: ("title", "lead", "summary"),
    Step.PLACE: ("place", "neighbourhood", "nationwide", "founded", "themes"),
    Step.STORY: ("body",),
    Step.PHOTOS: ("image", "image_alt", "image_decorative", "image_caption", "image_agreed_on", "photos"),
    Step.CONTACT: (
        "contact_name",
        "contact_name_public",
        "email",
        "email_public",
        "phone",
        "phone_public",
        "opening_hours",
        "opening_hours_public",
        "website",
    ),
}
# The editor of the admin numbers the paragraphs anew at each save (in JSON: with escaped quotes); nobody reads that.
EDITOR_KEYS = re.compile(r' data-block-key=\\"[^"\\]*\\"')
# Saves of one person shortly after each other are one line in the history.
ONE_SITTING = timedelta(minutes=30)


class Locked(Exception):  # noqa: N818 - a state of affairs, not a fault
    """Nobody but a reviewer may change the draft now."""


class Conflict(Exception):  # noqa: N818 - a state of affairs, not a fault
    """Somebody else changed this step meanwhile; nothing was saved."""


def participation_of(page: MemberPage) -> Participation:
    """Where the group of ``page`` is on its way."""
    return Participation.objects.get_or_create(page=page)[0]


def draft_of(page: MemberPage) -> MemberPage:
    """The profile as it was saved last, published or not."""
    return page.get_latest_revision_as_object()


def contents(page: MemberPage, step: Step) -> dict:
    """What a step edits of a draft, as values that can be compared and stored as JSON."""
    return contents_of(page.serializable_data(), step)


def contents_of(data: dict, step: Step) -> dict:
    """The same of the content of a revision."""
    values = {name: data.get(name) for name in FIELDS[step]}
    if "photos" in values:
        rows = sorted(values["photos"] or [], key=lambda row: row.get("sort_order") or 0)
        values["photos"] = [{name: row.get(name) for name in PHOTO_FIELDS} for row in rows]
    if "themes" in values:
        values["themes"] = sorted(values["themes"] or [])
    if isinstance(values.get("body"), str):
        values["body"] = EDITOR_KEYS.sub("", values["body"])
    return values


def version_of(draft: MemberPage, step: Step) -> str:
    """A short code for what a step edits now; another one after each change."""
    text = json.dumps(contents(draft, step), sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def is_locked(page: MemberPage) -> bool:
    """Whether members may not change the draft: it is with a reviewer, or staff locked the page."""
    return page.get_lock() is not None


@transaction.atomic
def save_step(
    *, page: MemberPage, step: Step, version: str, change: Callable[[MemberPage], None], by
) -> MemberPage:
    """Let ``change`` edit the draft and keep it as a revision; returns the new draft.

    ``version`` is that of the step when the form was opened. Raises ``Locked`` and ``Conflict``.
    """
    page = MemberPage.objects.select_for_update().get(pk=page.pk)
    if is_locked(page):
        raise Locked
    draft = draft_of(page)
    if version != version_of(draft, step):
        raise Conflict
    before = contents(draft, step)
    change(draft)
    participation = participation_of(page)
    if contents(draft, step) != before:
        overwritten = _same_sitting(page, participation, by)
        # Who saves a step has seen what staff made of that one, and of no other.
        unseen = changed_steps(page, participation).keys() - {step}
        revision = draft.save_revision(
            user=by, clean=False, log_action=overwritten is None, overwrite_revision=overwritten
        )
        participation.draft = participation.draft if unseen else revision
    participation.last_step = step
    participation.save(update_fields=["draft", "last_step"])
    return draft


def _same_sitting(page: MemberPage, participation: Participation, by) -> Revision | None:
    """The revision that may be overwritten: the newest one, saved here by the same person a moment ago."""
    newest = page.latest_revision
    if newest is None or newest.pk != participation.draft_id or newest.user_id != by.pk:
        return None
    was_sent = newest.task_states.exists() or page.live_revision_id == newest.pk
    return None if was_sent or newest.created_at < timezone.now() - ONE_SITTING else newest


# --- What staff changed after a member ---


def changed_steps(page: MemberPage, participation: Participation) -> dict[Step, Revision]:
    """The steps that somebody other than a member changed after a member saved them.

    Each comes with the version in which it still is as the members had it.
    """
    mine, newest = participation.draft, page.latest_revision
    if mine is None or newest is None or mine.pk == newest.pk:
        return {}
    members = set(Membership.objects.filter(page=page).values_list("user", flat=True))
    found: dict[Step, Revision] = {}
    before = mine
    for revision in page.revisions.filter(pk__gt=mine.pk).order_by("pk"):
        for step in changed_steps_between(before, revision):
            if revision.user_id in members:
                found.pop(step, None)
            else:
                found.setdefault(step, before)
        before = revision
    return {step: found[step] for step in FIELDS if step in found and _differs(step, found[step], newest)}


@transaction.atomic
def put_back(*, page: MemberPage, step: Step, by) -> None:
    """Take what the member last saved of ``step`` instead of what staff made of it, as a new revision.

    Raises ``Locked``.
    """
    page = MemberPage.objects.select_for_update().get(pk=page.pk)
    if is_locked(page):
        raise Locked
    participation = participation_of(page)
    own = changed_steps(page, participation).get(step)
    if own is None:
        return
    draft, mine = draft_of(page), own.as_object()
    for name in FIELDS[step]:
        if name == "photos":
            draft.photos.set([_copied(photo) for photo in mine.photos.all()])
        elif name == "themes":
            draft.themes.set(mine.themes.all())
        else:
            setattr(draft, name, getattr(mine, name))
    revision = draft.save_revision(user=by, clean=False, log_action=True)
    page.refresh_from_db()
    if not changed_steps(page, participation):
        participation.draft = revision
        participation.save(update_fields=["draft"])


def changed_steps_between(mine: Revision, other: Revision) -> list[Step]:
    """The steps in which two versions differ."""
    return [step for step in FIELDS if _differs(step, mine, other)]


def _differs(step: Step, one: Revision, other: Revision) -> bool:
    return contents_of(one.content, step) != contents_of(other.content, step)


def _copied(photo):
    copy = type(photo)(**{name: getattr(photo, name) for name in PHOTO_FIELDS})
    copy.sort_order = photo.sort_order
    return copy


@transaction.atomic
def accept_changes(*, page: MemberPage, by) -> None:
    """Note that the member has seen what staff changed, and goes on from there."""
    participation = participation_of(page)
    participation.draft = MemberPage.objects.get(pk=page.pk).latest_revision
    participation.save(update_fields=["draft"])
