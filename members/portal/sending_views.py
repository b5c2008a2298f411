"""Looking, sending in, taking back, taking off the site, and what staff changed meanwhile."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from members.enums import Step
from members.models import Consent, Membership
from members.portal.access import for_group, show, step_url
from members.portal.forms import SendForm
from members.portal.versions import both_versions
from members.portal.views import FORM_METHODS
from members.services.drafts import (
    FIELDS,
    Locked,
    accept_changes,
    changed_steps,
    draft_of,
    is_locked,
    participation_of,
    put_back,
)
from members.services.sending import (
    NotReady,
    NotWaiting,
    current_consent_text,
    missing_for_sending,
    send_in,
    take_back,
    take_offline,
)


@for_group
@require_safe
def preview(request: HttpRequest, membership: Membership) -> HttpResponse:
    """The draft in the template in which everybody will read it, with a bar above it that leads back."""
    draft = draft_of(membership.page)
    request.is_preview = True
    bar = {"portal_page": membership.page, "portal_locked": is_locked(membership.page)}
    context = draft.get_preview_context(request, "") | bar
    response = TemplateResponse(request, draft.get_preview_template(request, ""), context)
    response["X-Robots-Tag"] = "noindex"
    return response


@for_group
@require_http_methods(FORM_METHODS)
def send(request: HttpRequest, membership: Membership) -> HttpResponse:
    """What lacks, the consent, and the button."""
    page = membership.page
    text = current_consent_text()
    form = SendForm(request.POST if request.method == "POST" else None, text=text)
    context = {
        "form": form,
        "step": Step.SEND,
        "missing": [
            (step, step_url(page, step), words) for step, words in missing_for_sending(draft_of(page))
        ],
        "agreed": Consent.objects.standing(page).first(),
        "problems_title": _("Not sent in yet"),
    }
    if request.method != "POST":
        return show(request, "send", membership, **context)
    if not form.is_valid():
        return show(request, "send", membership, status=422, **context)
    uses = {name: form.cleaned_data[name] for name in ("newsletter", "partners")}
    try:
        send_in(page=page, text=text, by=request.user, **uses)
    except NotReady:
        return show(request, "send", membership, status=422, **context)
    except Locked:
        messages.info(request, _("The story is with the association already."))
    else:
        messages.success(request, _("Your story has been sent in."))
    return redirect("portal_group", page.pk)


@for_group
@require_POST
def back(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Take the story back, to write on."""
    try:
        take_back(page=membership.page, by=request.user)
    except NotWaiting:
        messages.info(request, _("The association has answered already. Read below what it says."))
    else:
        messages.success(request, _("You have the story back. Send it in again when it is ready."))
    return redirect("portal_group", membership.page_id)


@for_group
@require_http_methods(FORM_METHODS)
def offline(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Take the page off the site at once; a GET explains and asks."""
    if request.method != "POST":
        return show(request, "offline", membership)
    was_live = membership.page.live
    take_offline(page=membership.page, by=request.user)
    told = _("The page is off the site. Nobody can see it any more.")
    messages.success(request, told if was_live else _("The story is withdrawn. You can write on."))
    return redirect("portal_group", membership.page_id)


@for_group
@require_http_methods(FORM_METHODS)
def differences(request: HttpRequest, membership: Membership) -> HttpResponse:
    """What staff changed after the member saved: both versions, with a choice for each step."""
    page = membership.page
    participation = participation_of(page)
    steps = changed_steps(page, participation)
    if request.method != "POST":
        draft = draft_of(page)
        rows = [row for step, own in steps.items() for row in both_versions(own.as_object(), draft, [step])]
        return show(request, "differences", membership, rows=rows)
    wanted = request.POST.get("mine", "")
    if not wanted:
        accept_changes(page=page, by=request.user)
    elif wanted not in FIELDS:
        raise Http404
    else:
        try:
            put_back(page=page, step=Step(wanted), by=request.user)
        except Locked:
            messages.error(
                request, _("Not saved: the story is with the association. Take it back to change it.")
            )
            return redirect("portal_group", page.pk)
    messages.success(request, _("Saved."))
    return redirect("portal_differences" if wanted else "portal_group", page.pk)
