"""The doors of pages for members: who is not signed in, and what such a page tells caches."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import cache_control

from core.throttle import OverBudget
from users.services import new_browser_token, park

Answer = Callable[..., HttpResponse]
COOKIE_AGE = 24 * 3600  # seconds; as long as a parked form is kept

not_stored = cache_control(private=True, no_store=True)


def remember_browser(request: HttpRequest, response: HttpResponse) -> str:
    """The token of this browser; a new one is put in a cookie of ``response``."""
    token = request.COOKIES.get(settings.SIGN_IN_COOKIE) or new_browser_token()
    response.set_cookie(
        settings.SIGN_IN_COOKIE,
        token,
        max_age=COOKIE_AGE,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return token


def for_members(view: Answer) -> Answer:
    """Let only who is signed in see a page. What somebody else sends is kept until the same browser signed in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        response = redirect(f"{reverse('sign_in')}?{urlencode({'next': request.get_full_path()})}")
        if request.method == "POST":
            try:
                park(request=request, browser=remember_browser(request, response))
            except OverBudget:
                return response
            response["Location"] += "&kept=1"
        return response

    return not_stored(guarded)


def safe_path(request: HttpRequest, path: str) -> str:
    """``path`` when it is one of this site, else an empty string."""
    safe = url_has_allowed_host_and_scheme(path, allowed_hosts=None, require_https=request.is_secure())
    return path if safe and path.startswith("/") else ""


def landing(path: str) -> str:
    """Where somebody who signed in goes: to ``path``, or to the usual page."""
    return path or resolve_url(settings.LOGIN_REDIRECT_URL)
