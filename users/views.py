"""Signing in by mail and signing out. A GET changes nothing: mail programs fetch links by themselves."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from core.patience import ask_patience, tried_too_often
from core.throttle import OverBudget
from users.forms import AskForm, CodeForm
from users.services import NotSignedIn, WayIn, ask_way_in, try_code, try_link
from users.sessions import landing, not_stored, remember_browser, safe_path

FORM_METHODS = ["GET", "HEAD", "POST"]
TITLE = {"problems_title": gettext_lazy("You are not signed in yet")}


@not_stored
@require_http_methods(FORM_METHODS)
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for the address, and mail the way in. 422 for no address, 429 when it was asked too often."""
    next_path = safe_path(request, request.POST.get("next") or request.GET.get("next", ""))
    if request.user.is_authenticated and request.method != "POST":
        return redirect(landing(next_path))
    form = AskForm(request.POST if request.method == "POST" else None)
    context = {**TITLE, "form": form, "next": next_path, "kept": "kept" in request.GET}
    if request.method != "POST":
        return render(request, "sign_in/ask.html", context)
    if not form.is_valid():
        return render(request, "sign_in/ask.html", context, status=422)
    response = redirect("sign_in_code")
    try:
        ask_way_in(
            email=form.cleaned_data["email"],
            browser=remember_browser(request, response),
            address=request.META.get("REMOTE_ADDR", ""),
            next_path=next_path,
        )
    except OverBudget as over:
        return _refused(request, "sign_in/ask.html", context, over)
    return response


@not_stored
@require_http_methods(FORM_METHODS)
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """Take the six figures."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return render(request, "sign_in/code.html", {"form": form})
    if not form.is_valid():
        return render(request, "sign_in/code.html", {**TITLE, "form": form}, status=422)
    return _enter(request, "sign_in/code.html", form, try_code, code=form.cleaned_data["code"])


@not_stored
@require_http_methods(FORM_METHODS)
def sign_in_link(request: HttpRequest, link: str) -> HttpResponse:
    """Show a button for any link; the button signs in."""
    if request.method != "POST":
        asked_here = settings.SIGN_IN_COOKIE in request.COOKIES
        return render(request, "sign_in/link.html", {"asked_here": asked_here})
    return _enter(request, "sign_in/code.html", CodeForm(), try_link, link=link)


@not_stored
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session, and forget which browser this is."""
    logout(request)
    response = redirect("wagtail_serve", "")
    response.delete_cookie(settings.SIGN_IN_COOKIE)
    return response


def _enter(request: HttpRequest, template: str, form: CodeForm, attempt, **secret: str) -> HttpResponse:
    """Sign in with what ``attempt`` finds, or show the one message for whatever is wrong with it."""
    browser = request.COOKIES.get(settings.SIGN_IN_COOKIE, "")
    try:
        way: WayIn = attempt(browser=browser, address=request.META.get("REMOTE_ADDR", ""), **secret)
    except OverBudget as over:
        return _refused(request, template, {**TITLE, "form": form}, over)
    except NotSignedIn:
        message = _(
            "This does not work, or no longer. Look whether you typed the figures of the newest mail. A code and a"
            " link work once, for ten minutes, in the browser in which you asked for them. Or ask for a new one."
        )
        context = {**TITLE, "form": form, "problems": [{"href": "", "text": message}]}
        return render(request, template, context, status=422)
    login(request, way.user)
    return redirect(landing(way.next_path))


def _refused(request: HttpRequest, template: str, context: dict, over: OverBudget) -> HttpResponse:
    problems = [{"href": "", "text": tried_too_often(over)}]
    return ask_patience(render(request, template, context | {"problems": problems}), over)
