"""What visitors and invited people do: join, confirm, accept, write, say that it is still right, get a photo off.

A GET changes nothing: mail programs fetch links by themselves. Only the note that an invitation was opened is an
exception, from which nothing follows.
"""

from django.contrib.auth import login, logout
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from core.form_guard import TOKEN, Finding, inspect, is_foreign, new_token
from core.patience import ask_patience, many_came_in
from core.throttle import OverBudget
from members.forms import JoinForm, MessageForm, PhotoReportForm
from members.models import MemberPage
from members.services import joining, people, yearly
from members.services.photos import photos_of
from members.services.reports import report_photo
from members.services.writing import pass_on, purpose_for
from users.sessions import not_stored

FORM_METHODS = ["GET", "HEAD", "POST"]


@csrf_exempt  # guarded by core.form_guard: whoever only reads gets no cookie
@require_http_methods(FORM_METHODS)
def join(request: HttpRequest) -> HttpResponse:
    """The form with which a group becomes a member."""
    if request.method != "POST":
        return render(request, "join/form.html", {"form": JoinForm(), "token": new_token(joining.PURPOSE)})
    if is_foreign(request):
        raise PermissionDenied
    form = JoinForm(request.POST)
    refusal = _refusal(request, form, "join/form.html", joining.PURPOSE)
    if refusal:
        return refusal
    try:
        joining.apply(
            answers=form.answers,
            themes=form.cleaned_data["themes"],
            told=form.told,
            token=request.POST[TOKEN],
            address=request.META.get("REMOTE_ADDR", ""),
        )
    except OverBudget as over:
        return _too_often(request, form, "join/form.html", over)
    return redirect("join_received")


@require_safe
def join_received(request: HttpRequest) -> HttpResponse:
    """Say what happens now; the same for everybody."""
    return render(request, "join/received.html")


@csrf_exempt  # the link is the secret, and the form must work in a browser that keeps no cookies
@not_stored
@require_http_methods(FORM_METHODS)
def join_confirm(request: HttpRequest, secret: str) -> HttpResponse:
    """A button that confirms the address; one answer for links that do not work."""
    if request.method != "POST":
        return render(request, "join/confirm.html")
    if is_foreign(request):
        raise PermissionDenied
    confirmed = joining.confirm(secret=secret)
    return render(request, "join/confirmed.html", {"confirmed": confirmed}, status=200 if confirmed else 410)


@not_stored
@require_http_methods(FORM_METHODS)
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """A button that accepts an invitation. A new account is signed in, an old one signs in as always."""
    found = people.find_invitation(secret)
    if found is None:
        return render(request, "join/invitation_over.html", status=410)
    if request.method != "POST":
        people.note_opened(found)
        return render(request, "join/invitation.html", {"invitation": found})
    user, is_new = people.accept_invitation(invitation=found)
    if user is None:
        return render(request, "join/invitation_over.html", status=410)
    if is_new:
        login(request, user)
    elif request.user != user:
        # For another account there is no such group; the way to it asks for the invited address.
        logout(request)
    return redirect("portal_group", found.page_id)


@csrf_exempt  # the signed address is the secret
@not_stored
@require_http_methods(FORM_METHODS)
def still_right(request: HttpRequest, token: str) -> HttpResponse:
    """“Is this still right?” with one button."""
    page = yearly.page_of(token)
    if page is None:
        return render(request, "join/still_right_over.html", status=410)
    if request.method == "POST":
        if is_foreign(request):
            raise PermissionDenied
        yearly.confirm_still_right(page=page)
    return render(request, "join/still_right.html", {"group": page, "done": request.method == "POST"})


@csrf_exempt  # guarded by core.form_guard
@require_http_methods(FORM_METHODS)
def write_to_group(request: HttpRequest, pk: int) -> HttpResponse:
    """A form with which a visitor writes to a group that allows it; its address is not shown. Raises ``Http404``."""
    page = get_object_or_404(MemberPage.objects.published(), pk=pk)
    if not page.takes_messages:
        raise Http404
    purpose, context = purpose_for(page), {"group": page}
    if request.method != "POST":
        context |= {"form": MessageForm(), "token": new_token(purpose)}
        return render(request, "join/write.html", context)
    if is_foreign(request):
        raise PermissionDenied
    form = MessageForm(request.POST)
    refusal = _refusal(request, form, "join/write.html", purpose, **context)
    if refusal:
        return refusal
    sent = {"token": request.POST[TOKEN], "address": request.META.get("REMOTE_ADDR", "")}
    try:
        pass_on(page=page, **sent, **form.cleaned_data)
    except OverBudget as over:
        return _too_often(request, form, "join/write.html", over, **context)
    return redirect("message_sent")


@require_safe
def message_sent(request: HttpRequest) -> HttpResponse:
    """Say that the message is on its way; the same for everybody."""
    return render(request, "join/write_sent.html")


@csrf_exempt  # guarded by core.form_guard
@require_http_methods(FORM_METHODS)
def photo_off(request: HttpRequest, pk: int, image: int) -> HttpResponse:
    """A form with which anybody gets a photo of a profile off the site, at once; staff decide later."""
    page = get_object_or_404(MemberPage.objects.published(), pk=pk)
    picture = next((photo.image for photo in photos_of(page) if photo.image.pk == image), None)
    if picture is None:
        raise Http404
    purpose = f"photo:{pk}:{image}"
    context = {"group": page, "picture": picture}
    if request.method != "POST":
        context |= {"form": PhotoReportForm(), "token": new_token(purpose)}
        return render(request, "join/photo.html", context)
    if is_foreign(request):
        raise PermissionDenied
    form = PhotoReportForm(request.POST)
    refusal = _refusal(request, form, "join/photo.html", purpose, **context)
    if refusal:
        return refusal
    try:
        report_photo(
            page=page, image=picture, address=request.META.get("REMOTE_ADDR", ""), **form.cleaned_data
        )
    except OverBudget as over:
        return _too_often(request, form, "join/photo.html", over, **context)
    return redirect("photo_off_done")


@require_safe
def photo_off_done(request: HttpRequest) -> HttpResponse:
    """Say that the photo is off the site."""
    return render(request, "join/photo_done.html")


def _refusal(request, form, template: str, purpose: str, **context) -> HttpResponse | None:
    """The form once more for what the guard or the fields object to; ``None`` when all is well."""
    finding = inspect(request.POST, purpose=purpose)
    if finding == Finding.CLEAR and form.is_valid():
        return None
    form.is_valid()
    said = finding.said_beside(form.problems)
    problems = [{"href": "", "text": said}] * bool(said) + form.problems
    token = new_token(purpose) if finding.needs_new_token else request.POST.get(TOKEN, "")
    status = 403 if finding == Finding.FORGED else 422
    return render(
        request, template, context | {"form": form, "token": token, "problems": problems}, status=status
    )


def _too_often(request, form, template: str, over: OverBudget, **context) -> HttpResponse:
    problems = [{"href": "", "text": many_came_in(over)}]
    context |= {"form": form, "token": request.POST.get(TOKEN, ""), "problems": problems}
    return ask_patience(render(request, template, context), over)
