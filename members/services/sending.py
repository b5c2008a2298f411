"""Sending a story in, taking it back, taking it off the site; and what reviewers answer."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import TaskState, WorkflowState

from members.enums import Progress, Step
from members.models import Consent, ConsentText, MemberPage
from members.services.drafts import FIELDS, Locked, draft_of, is_locked, participation_of
from members.services.mails import tell_group
from members.services.photos import hide_files, photos_of


class NotReady(Exception):  # noqa: N818 - a state of affairs, not a fault
    """Something is missing; ``problems`` holds pairs of a step and a sentence."""

    def __init__(self, problems: list[tuple[Step, str]]):
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class NotWaiting(Exception):  # noqa: N818 - a state of affairs, not a fault
    """The story is not with a reviewer, or no longer: somebody else was first."""


def current_consent_text() -> ConsentText:
    """The newest version; the first one is ours, until staff write another."""
    newest = ConsentText.objects.first()
    if newest is not None:
        return newest
    with override(settings.LANGUAGE_CODE):
        return ConsentText.objects.create(
            publication=_(
                "We may put this story, the photos and the contact details that we made public on the site of"
                " the association. Everybody who can be recognised in a photo agrees; for children under 16"
                " the parents agree. We can take the story off the site at any moment."
            ),
            newsletter=_("The association may use parts of the story and the photos in its newsletter."),
            partners=_("Partners of the association may take over the story, with our name under it."),
        )


def missing_for_sending(draft: MemberPage) -> list[tuple[Step, str]]:
    """What still lacks before a draft can be sent in, in the order of the steps."""
    photos = photos_of(draft)
    checks = [
        (Step.ABOUT, draft.title, _("Fill in the name of your group.")),
        (Step.ABOUT, draft.lead, _("Say in one or two sentences who you are.")),
        (Step.PLACE, draft.place_id or draft.nationwide, _("Fill in your place.")),
        (Step.STORY, len(draft.body), _("Write your story: one answer is enough.")),
        (Step.PHOTOS, all(p.alt for p in photos), _("Say of each photo what is to be seen.")),
        (
            Step.PHOTOS,
            all(p.agreed_on for p in photos),
            _("Tick at each photo that everybody in it agrees."),
        ),
    ]
    return [(step, text) for step, fine, text in checks if not fine]


def progress_of(draft: MemberPage) -> dict[Step, tuple[Progress, str]]:
    """How far each step is in which something is filled in, with what it still asks as sentences."""
    asks: dict[Step, list[str]] = {}
    for step, sentence in missing_for_sending(draft):
        asks.setdefault(step, []).append(sentence)
    empty = {Step.PHOTOS: not photos_of(draft), Step.CONTACT: not any(_contact(draft))}
    found = {}
    for step in FIELDS:
        if step in asks:
            found[step] = (Progress.MISSING, " ".join(asks[step]))
        else:
            found[step] = (Progress.EMPTY if empty.get(step) else Progress.DONE, "")
    return found


def _contact(draft: MemberPage) -> list:
    return [getattr(draft, name) for name in FIELDS[Step.CONTACT] if not name.endswith("_public")]


@transaction.atomic
def send_in(*, page: MemberPage, text: ConsentText, newsletter: bool, partners: bool, by) -> WorkflowState:
    """Record the consent to ``text`` and put the draft before the reviewers.

    Raises ``Locked`` when it is there already, ``NotReady`` when something is missing.
    """
    page = MemberPage.objects.select_for_update().get(pk=page.pk)
    if is_locked(page):
        raise Locked
    draft = draft_of(page)
    if problems := missing_for_sending(draft):
        raise NotReady(problems)
    if page.latest_revision is None:
        page.save_revision(user=by, clean=False)
    consent = Consent.objects.create(page=page, text=text, by=by, newsletter=newsletter, partners=partners)
    log(page, "members.consent", user=by, data={"version": text.pk, "consent": consent.pk})
    participation = participation_of(page)
    participation.taken_up_by = participation.taken_up_at = participation.refused_at = None
    participation.refusal = ""
    participation.draft = page.latest_revision
    participation.save()
    state = page.current_workflow_state
    if state is not None:  # a change was asked
        state.resume(user=by)
    else:
        state = page.get_workflow().start(page, by)
    _tell(page, "sent", state.current_task_state.pk)
    return state


@transaction.atomic
def take_back(*, page: MemberPage, by) -> None:
    """Take the draft back from the reviewers, to write on. Raises ``NotWaiting``."""
    state = _waiting_state(page)
    state.cancel(user=by)
    _tell(page, "taken_back", state.pk, by=by)


@transaction.atomic
def take_offline(*, page: MemberPage, by) -> None:
    """Withdraw the consent: the page is off the site at once, in every language, without a reviewer.

    A story that is not there yet is no longer read.
    """
    page = MemberPage.objects.select_for_update().get(pk=page.pk)
    now = timezone.now()
    Consent.objects.filter(page=page, withdrawn_at=None).update(withdrawn_at=now)
    state = page.current_workflow_state
    if state is not None:
        state.cancel(user=by)
    participation = participation_of(page)
    participation.withdrawn_at = now
    participation.save(update_fields=["withdrawn_at"])
    was_live = page.live
    if was_live:
        UnpublishPageAction(page, user=by).execute(skip_permission_checks=True)
    hide_files(page)
    log(page, "members.withdrawn", user=by)
    _tell(page, "withdrawn" if was_live else "withdrawn_unseen", f"{now:%Y%m%d%H%M%S}", by=by)


# --- What reviewers do ---


@transaction.atomic
def take_up(*, page: MemberPage, by) -> None:
    """Note that ``by`` is reading the story, so that the group and colleagues know. Raises ``NotWaiting``."""
    _waiting_state(page)
    participation = participation_of(page)
    participation.taken_up_by, participation.taken_up_at = by, timezone.now()
    participation.save(update_fields=["taken_up_by", "taken_up_at"])
    log(page, "members.taken_up", user=by)


@transaction.atomic
def approve(*, page: MemberPage, by, comment: str = "") -> None:
    """Publish what waits. Raises ``NotWaiting`` when a colleague answered first."""
    _waiting_task(page).approve(user=by, comment=comment)


@transaction.atomic
def ask_change(*, page: MemberPage, by, message: str) -> None:
    """Give the story back with a message. Raises ``NotWaiting`` when a colleague answered first."""
    _waiting_task(page).reject(user=by, comment=message)


@transaction.atomic
def refuse(*, page: MemberPage, by, message: str) -> None:
    """Say no, with the reason. The group keeps its text. Raises ``NotWaiting``."""
    state = _waiting_state(page)
    participation = participation_of(page)
    participation.refused_at, participation.refusal = timezone.now(), message
    participation.save(update_fields=["refused_at", "refusal"])
    state.cancel(user=by)
    log(page, "members.refused", user=by, data={"message": message})
    _tell(page, "refused", state.pk, message=message)


def _waiting_state(page: MemberPage) -> WorkflowState:
    """The workflow in which the page is, locked until the end of the transaction. Raises ``NotWaiting``."""
    MemberPage.objects.select_for_update().get(pk=page.pk)
    states = WorkflowState.objects.for_instance(page).select_for_update()
    state = states.filter(status=WorkflowState.STATUS_IN_PROGRESS).first()
    if state is None:
        raise NotWaiting
    return state


def _waiting_task(page: MemberPage) -> TaskState:
    return _waiting_state(page).current_task_state.specific


def _tell(page: MemberPage, event: str, number: object, **facts: object) -> None:
    tell_group(page=page, event=event, cause=f"story-{event}:{page.pk}:{number}", **facts)
