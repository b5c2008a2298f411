"""Saving while somebody writes, for static/js/autosave.js: the same check and the same draft, an answer in JSON.

What cannot be saved (a field is wrong, a colleague was first) is parked: it is there when the step is opened again.
Nothing goes on the site from here, not even a small field: a number that is half typed is no telephone number.
"""

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from members.models import Membership
from members.services.drafts import Conflict, Locked, save_step, version_of
from users.services import forget_parked, park
from users.sessions import remember_browser


def is_autosave(request: HttpRequest) -> bool:
    """Whether a script sent this, and not a button."""
    return request.method == "POST" and request.POST.get("action") == "autosave"


def autosave(request: HttpRequest, membership: Membership, form) -> JsonResponse:
    """Save what was written so far: ``told`` is for the writer, ``version`` that of the step from now on."""
    if not form.is_valid():
        return _parked(request, _("Not saved yet: something must be mended first."), 422)
    try:
        draft = save_step(
            page=membership.page,
            step=form.step,
            version=form.cleaned_data["version"],
            change=form.change,
            by=request.user,
        )
    except Conflict:
        told = _("Not saved yet: somebody else changed this too. Press “Save” to see both.")
        return _parked(request, told, 409)
    except Locked:
        return _parked(request, _("Not saved: the story is with the association."), 409)
    forget_parked(request=request)
    return JsonResponse({"told": saved_at(), "version": version_of(draft, form.step)})


def saved_at() -> str:
    """That it was saved, and when."""
    return _("Saved at %(time)s.") % {"time": date_format(timezone.localtime(), "H:i")}


def _parked(request: HttpRequest, told: str, status: int) -> JsonResponse:
    response = JsonResponse({"told": told, "version": ""}, status=status)
    park(request=request, browser=remember_browser(request, response))
    return response
