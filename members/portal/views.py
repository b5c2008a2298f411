"""The start page of somebody who signed in, where a story stands, and the steps that are plain forms."""

from itertools import count, pairwise

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from members.enums import Step, StoryState
from members.models import MemberPage, MemberSettings, Membership, Participation
from members.parts import read_parts
from members.portal.access import for_group, show, step_url
from members.portal.autosave import autosave, is_autosave, saved_at
from members.portal.forms import STEP_FORMS, StepForm
from members.services.contact import publish_small_fields
from members.services.drafts import (
    Conflict,
    Locked,
    changed_steps,
    draft_of,
    is_locked,
    participation_of,
    save_step,
    version_of,
)
from members.services.photos import photos_of
from members.services.sending import missing_for_sending
from members.services.status import status_of
from users.services import forget_parked, parked
from users.sessions import for_members

FORM_METHODS = ["GET", "HEAD", "POST"]
NEXT = dict(pairwise(Step))
# The association wants something else than what it read.
ANSWERED = {StoryState.CHANGE_ASKED, StoryState.REFUSED}


@for_members
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The groups of a person; with one group, that group."""
    memberships = list(Membership.objects.of(request.user))
    if len(memberships) == 1:
        return redirect("portal_group", memberships[0].page_id)
    return render(request, "portal/home.html", {"memberships": memberships})


@for_group
@require_safe
def group(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Where the story stands, and what somebody can do now."""
    participation = participation_of(membership.page)
    return show(
        request,
        "group",
        membership,
        changed_by_staff=changed_steps(membership.page, participation),
        resume=step_url(membership.page, participation.last_step),
        send=send_url(membership.page, participation),
    )


def send_url(page: MemberPage, participation: Participation) -> str:
    """Where to send in what is written; empty as long as something lacks, or when there is nothing new."""
    status = status_of(page, participation)
    is_new = page.has_unpublished_changes or not page.live
    if status.state in ANSWERED:
        is_new = page.latest_revision_created_at > status.since
    if is_locked(page) or not is_new or missing_for_sending(draft_of(page)):
        return ""
    return step_url(page, Step.SEND)


@for_group
@require_POST
def mute(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Switch the mails that are no decision off, or on again."""
    Membership.objects.filter(pk=membership.pk).update(muted=not membership.muted)
    messages.success(request, _("Saved."))
    return redirect("portal_group", membership.page_id)


@for_group
@require_http_methods(FORM_METHODS)
def step(request: HttpRequest, membership: Membership, name: str) -> HttpResponse:
    """One step that is a plain form. Raises ``Http404`` for another name."""
    form_class = STEP_FORMS.get(name)
    if form_class is None:
        raise Http404
    draft = draft_of(membership.page)
    if request.method != "POST":
        return _show_form(request, membership, form_class, draft)
    form = form_class(request.POST, initial=form_class.for_draft(draft).initial)
    if is_autosave(request):
        return autosave(request, membership, form)
    if not form.is_valid():
        return show(request, "step", membership, status=422, form=form, step=form.step)
    return save(request, membership, form)


def _show_form(
    request, membership: Membership, form_class: type[StepForm], draft: MemberPage
) -> HttpResponse:
    """The form as it was saved, or as it was sent after the session had ended."""
    form = form_class.for_draft(draft)
    kept = parked(request=request)
    if kept:
        form = form_class(as_answers(kept), initial=form.initial)
        focus_on_difference(form)
    return show(request, "step", membership, form=form, step=form.step, kept=bool(kept))


def as_answers(kept: dict[str, list[str]]) -> QueryDict:
    """A parked form as a form gets it, with lines that end as in what was saved (a browser sends CR LF)."""
    answers = QueryDict(mutable=True)
    for name, values in kept.items():
        answers.setlist(name, [value.replace("\r\n", "\n") for value in values])
    return answers


def focus_on_difference(form) -> None:
    """Let the browser go to the field in which somebody was writing."""
    name = form.first_difference()
    if name:
        form.fields[name].widget.attrs["autofocus"] = True


def save(request: HttpRequest, membership: Membership, form, template: str = "step") -> HttpResponse:
    """Save a valid step and go on; on a conflict the form comes back beside what somebody else made of it."""
    page = membership.page
    try:
        draft = save_step(
            page=page,
            step=form.step,
            version=form.cleaned_data["version"],
            change=form.change,
            by=request.user,
        )
    except Locked:
        messages.error(request, _("Not saved: the story is with the association. Take it back to change it."))
        return redirect("portal_group", page.pk)
    except Conflict:
        return _conflict(request, membership, form, template)
    forget_parked(request=request)
    told = saved_at()
    if form.step == Step.CONTACT:
        rules = MemberSettings.for_request(request)
        if publish_small_fields(page=page, draft=draft, rules=rules, by=request.user):
            told += " " + _("What may go at once is on the site already.")
    messages.success(request, told)
    return go_on(request, page, form.step)


def go_on(request: HttpRequest, page: MemberPage, here: Step) -> HttpResponse:
    """To the next step, or to this one again, as the button says."""
    if request.POST.get("action") == "next":
        return redirect(step_url(page, NEXT[here]))
    return redirect(step_url(page, here))


def _conflict(request, membership: Membership, form, template: str) -> HttpResponse:
    """Both versions: what was sent, still to be saved, and what is there now. Nothing was overwritten."""
    page = MemberPage.objects.get(pk=membership.page_id)
    draft = draft_of(page)
    form.data = form.data.copy()
    form.data["version"] = version_of(draft, form.step)
    context = {"form": form, "step": form.step, "conflict": True, "theirs": theirs(form, draft)}
    return show(request, template, membership, status=409, **context)


def theirs(form, draft: MemberPage) -> list[tuple[str, str]]:
    """What is saved now, as pairs of a label and a text, of the fields in which the form differs."""
    if form.step == Step.STORY:
        parts = read_parts(draft.body, owner=draft.translation_key)
        return [(part.heading, part.text or part.fixed) for part in parts]
    if form.step == Step.PHOTOS:
        labels = (_("Photo %(number)s") % {"number": number} for number in count(1))
        return [(label, photo.alt) for label, photo in zip(labels, photos_of(draft), strict=False)]
    fresh = type(form).for_draft(draft)
    return [
        (bound.label, str(bound.initial if bound.initial not in (None, []) else "–"))
        for bound in fresh
        if bound.name != "version" and bound.initial != form[bound.name].value()
    ]
