"""Every page of the portal finds its group through the person who asks: what is not theirs is not there."""

from collections.abc import Callable
from functools import partial, wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from members.enums import Step
from members.models import MemberPage, Membership
from members.services.drafts import draft_of, is_locked, participation_of
from members.services.sending import progress_of
from members.services.status import status_of
from users.sessions import for_members


def for_group(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give ``view`` the membership of who asks in the place of the primary key. Raises ``Http404``."""

    @for_members
    @wraps(view)
    def guarded(request: HttpRequest, pk: int, **kwargs) -> HttpResponse:
        memberships = Membership.objects.select_related("page", "user")
        membership = get_object_or_404(memberships, user=request.user, page_id=pk)
        return view(request, membership, **kwargs)

    return guarded


def show(
    request: HttpRequest, template: str, membership: Membership, status: int = 200, **context
) -> HttpResponse:
    """Render a page of the portal about one group, with the steps and where the story stands."""
    page: MemberPage = membership.page
    participation = participation_of(page)
    about = {
        "membership": membership,
        "group": page,
        "participation": participation,
        "status": status_of(page, participation),
        "locked": is_locked(page),
        "steps": partial(steps_of, page),  # a page without the steps does not read the draft for them
        "saved_at": page.latest_revision_created_at,
    }
    return render(request, f"portal/{template}.html", about | context, status=status)


def steps_of(page: MemberPage) -> list[dict]:
    """The steps as a list: where they are, how far the group is with them, and what they still ask."""
    progress = progress_of(draft_of(page))
    steps = []
    for step in Step:
        state, asks = progress.get(step, ("", ""))
        steps.append(
            {"name": step, "label": step.label, "url": step_url(page, step), "state": state, "asks": asks}
        )
    return steps


def step_url(page: MemberPage, step: Step) -> str:
    """The address of a step."""
    names = {Step.STORY: "portal_story", Step.PHOTOS: "portal_photos", Step.SEND: "portal_send"}
    if step in names:
        return reverse(names[step], args=[page.pk])
    return reverse("portal_step", args=[page.pk, step])
