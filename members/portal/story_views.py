"""The step in which the story is written."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from members.enums import Step
from members.models import Membership
from members.portal.access import for_group, show, step_url
from members.portal.autosave import autosave, is_autosave
from members.portal.story_form import StoryForm, moved
from members.portal.views import FORM_METHODS, as_answers, focus_on_difference, save
from members.services.drafts import draft_of
from users.services import parked

STEPS_OF_A_MOVE = {"up": -1, "down": 1}


@for_group
@require_http_methods(FORM_METHODS)
def story(request: HttpRequest, membership: Membership) -> HttpResponse:
    """The parts of the story; buttons add a part, move one, save, or save and go on."""
    draft = draft_of(membership.page)
    if request.method != "POST":
        return _show_form(request, membership, draft)
    form = StoryForm(request.POST, draft=draft)
    if is_autosave(request):
        return autosave(request, membership, form)
    if not form.is_valid():
        return show(request, "story", membership, status=422, form=form, step=Step.STORY)
    action, _colon, key = request.POST.get("action", "").partition(":")
    if action in STEPS_OF_A_MOVE:
        form.wanted = moved(form.edited(), key, STEPS_OF_A_MOVE[action])
    response = save(request, membership, form, template="story")
    if response.status_code == 302 and action == "add":
        return redirect(f"{step_url(membership.page, Step.STORY)}?extra=1#new-part")
    if response.status_code == 302 and action in STEPS_OF_A_MOVE:
        return redirect(f"{step_url(membership.page, Step.STORY)}#part-{key}")
    return response


def _show_form(request: HttpRequest, membership: Membership, draft) -> HttpResponse:
    kept = parked(request=request)
    if kept:
        form = StoryForm(as_answers(kept), draft=draft)
        focus_on_difference(form)
    else:
        form = StoryForm(draft=draft, extra="extra" in request.GET)
    return show(request, "story", membership, form=form, step=Step.STORY, kept=bool(kept))
