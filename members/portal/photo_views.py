"""The step with the photos, and taking one off the site at once."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from core.models import CustomImage
from members.enums import Step
from members.models import MemberPage, Membership
from members.portal.access import for_group, show, step_url
from members.portal.autosave import autosave, is_autosave
from members.portal.photo_fields import MOST_BYTES
from members.portal.photo_form import MOST_AT_ONCE, PhotoChange, PhotoForm
from members.portal.views import FORM_METHODS, as_answers, focus_on_difference, save
from members.services.drafts import draft_of, is_locked
from members.services.photos import photos_of, remove_photo, store_photo
from users.services import parked

SPARE = 2 * 1024 * 1024  # for the texts beside the photos
PHOTO_OFF = {
    "question": gettext_lazy("Take this photo off the site at once?"),
    "effect": gettext_lazy(
        "Then nobody sees it any more, and it is gone from your draft and from all earlier versions too."
    ),
    "button": gettext_lazy("Yes, take it off"),
}


@for_group
@require_http_methods(FORM_METHODS)
def photos(request: HttpRequest, membership: Membership) -> HttpResponse:
    """The photos in order; buttons move or remove one, save, or save and go on."""
    page = membership.page
    draft = draft_of(page)
    if request.method != "POST":
        return _show_form(request, membership, draft)
    form = PhotoForm(request.POST, request.FILES, draft=draft)
    if is_autosave(request):
        form.change = PhotoChange(form)
        return autosave(request, membership, form)
    if is_locked(page) or not form.is_valid():
        return _once_more(request, membership, form)
    action, _colon, key = request.POST.get("action", "").partition(":")
    with transaction.atomic():
        added = [store_photo(file=file, page=page, by=request.user) for file in form.cleaned_data["files"]]
        form.change = PhotoChange(form, action=action, key=key, added=added)
        response = save(request, membership, form, template="photos")
        if response.status_code != 302:  # a conflict: nothing was saved, the files neither
            transaction.set_rollback(True)
            for image in added:
                image.file.delete(save=False)
    if response.status_code == 302 and form.refused:
        return _with_refused(request, membership, form.refused)
    if response.status_code == 302 and action != "next":
        # Not to the top of a long page: to the photo that was moved, or to the first of those that need words now.
        seen = key if action in {"up", "down"} else next((str(image.pk) for image in added), "")
        return redirect(f"{step_url(page, Step.PHOTOS)}{'#photo-' if seen else ''}{seen}")
    return response


photos.takes_bytes = MOST_AT_ONCE * MOST_BYTES + SPARE


def _show_form(request: HttpRequest, membership: Membership, draft: MemberPage) -> HttpResponse:
    kept = parked(request=request)
    form = PhotoForm(as_answers(kept) if kept else None, draft=draft)
    if kept:
        focus_on_difference(form)
    return show(request, "photos", membership, form=form, step=Step.PHOTOS, kept=bool(kept))


def _once_more(request: HttpRequest, membership: Membership, form: PhotoForm, **context) -> HttpResponse:
    return show(request, "photos", membership, status=422, form=form, step=Step.PHOTOS, **context)


def _with_refused(request: HttpRequest, membership: Membership, refused: list) -> HttpResponse:
    """The form as it is saved now, with the files that were no photos at the field."""
    page = MemberPage.objects.get(pk=membership.page_id)
    form = PhotoForm(draft=draft_of(page))
    form.errors["files"] = form.error_class([message for error in refused for message in error.messages])
    return _once_more(
        request, membership, form, problems_title=_("Not every photo was added; the rest is saved")
    )


@for_group
@require_http_methods(FORM_METHODS)
def take_photo_off(request: HttpRequest, membership: Membership, image: int) -> HttpResponse:
    """Take a photo off the site at once, for who does not want to be seen any more; a GET explains and asks.

    Raises ``Http404``.
    """
    page = membership.page
    shown = {photo.image.pk: photo for photo in [*photos_of(page), *photos_of(draft_of(page))]}
    picture = get_object_or_404(CustomImage, pk=image if image in shown else 0)
    if request.method != "POST":
        back = f"{step_url(page, Step.PHOTOS)}#photo-{image}"
        return show(request, "sure", membership, photo=shown[image], back=back, **PHOTO_OFF)
    remove_photo(page=page, image=picture, by=request.user)
    messages.success(request, _("The photo is off the site."))
    return redirect(step_url(page, Step.PHOTOS))
