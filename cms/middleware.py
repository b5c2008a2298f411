"""What every answer passes through. Kept short: each line here is paid for by every page."""

import ipaddress
import re
from collections.abc import Callable
from contextlib import suppress

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.urls import Resolver404, resolve
from django.utils import translation

ADMIN = "/admin/"
# Pages of the admin that anybody can open; they need no script of their own.
ADMIN_DOORS = ("/admin/login/", "/admin/logout/", "/admin/password_reset/")

# Browsers ask again each time (an ETag makes that cheap), a shared cache may answer for a minute, and for
# a day when the site is down.
PUBLIC = "public, max-age=0, s-maxage=60, stale-if-error=86400"
PRIVATE = "private, no-store"

SMALL_BODY = 1024 * 1024
FEW_FIELDS = 1000

COMPRESSIBLE = re.compile(r"text/|application/(json|javascript|xml|\w+\+(json|xml)|manifest)|image/svg")

Answer = Callable[[HttpRequest], HttpResponse]


def is_admin(path: str) -> bool:
    """Tell whether a path belongs to the admin, its public doors not counted."""
    return path.startswith(ADMIN) and not path.startswith(ADMIN_DOORS)


def client_address(get_response: Answer) -> Answer:
    """Put the visitor's address in REMOTE_ADDR when the site stands behind proxies.

    Each proxy appends the address it was called from to X-Forwarded-For, so with n trusted proxies the n-th
    from the right is the first that a visitor cannot have made up.
    """
    trusted = settings.TRUSTED_PROXIES
    if not trusted:
        raise MiddlewareNotUsed

    def middleware(request: HttpRequest) -> HttpResponse:
        hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        if len(hops) >= trusted:
            candidate = hops[-trusted].strip()
            with suppress(ValueError):  # not an address: the one of the connection stays
                request.META["REMOTE_ADDR"] = str(ipaddress.ip_address(candidate))
        return get_response(request)

    return middleware


class ContentSecurityPolicy(CSPMiddleware):
    """Sends one of two policies, built once; a view's own (decorator or nonce) is built for its answer."""

    def __init__(self, get_response: Answer) -> None:
        """Build both policies."""
        super().__init__(get_response)
        self.public = _policy(settings.CONTENT_SECURITY_POLICY["DIRECTIVES"])
        self.admin = _policy(settings.ADMIN_CONTENT_SECURITY_POLICY)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Add the header, unless the view wrote it; a preview gets that of the admin, which shows it."""
        if getattr(request, "is_dummy", False):
            return response
        if any(name.startswith("_csp") for name in vars(response)) or hasattr(request, "_csp_nonce"):
            return super().process_response(request, response)
        policy = self.admin if is_admin(request.path_info) else self.public
        response.headers.setdefault("Content-Security-Policy", policy)
        return response


def _policy(directives: dict[str, list[str]]) -> str:
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def response_headers(get_response: Answer) -> Answer:
    """Say who may use an answer and keep it; a view's own Cache-Control stays."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if getattr(request, "is_dummy", False):
            return response  # a page inside a preview; the admin's answer around it has the headers
        headers = response.headers
        headers.setdefault("Cross-Origin-Resource-Policy", _who_may_show(request.path_info))
        headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if "Cache-Control" not in headers:
            headers["Cache-Control"] = PUBLIC if is_for_everybody(request, response) else PRIVATE
        return response

    return middleware


def head_without_body(get_response: Answer) -> Answer:
    """Answer HEAD with the headers alone (RFC 9110, 9.3.2); the length stays that of the body."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "HEAD" and not response.streaming:
            length = response.headers.get("Content-Length", str(len(response.content)))
            response.content = b""
            response.headers["Content-Length"] = length
        return response

    return middleware


def _who_may_show(path: str) -> str:
    """Pictures may be shown by other front ends when there are any; everything else by our own pages only."""
    is_shown_elsewhere = settings.API_ORIGINS and path.startswith((settings.MEDIA_URL, settings.STATIC_URL))
    return "cross-origin" if is_shown_elsewhere else "same-origin"


def is_for_everybody(request: HttpRequest, response: HttpResponse) -> bool:
    """Tell whether an answer is the same for every visitor, so that a shared cache may keep it."""
    return (
        response.status_code == 200
        and request.method in ("GET", "HEAD")
        and not request.path_info.startswith(ADMIN)
        and not response.cookies
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "cookie" not in response.headers.get("Vary", "").lower()
    )


class CompressText(GZipMiddleware):
    """Compresses what gets smaller by it; photos and documents do not."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Compress text that nobody compressed before."""
        if COMPRESSIBLE.match(response.headers.get("Content-Type", "")):
            return super().process_response(request, response)
        return response


def language_from_path(get_response: Answer) -> Answer:
    """Take the language from the address and nothing else, so that an answer depends on its address only.

    Django's own middleware would add ``Vary: Accept-Language`` to the pages at ``/``.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        translation.activate(translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language()
        response = get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response

    return middleware


def _discard_body(request: HttpRequest) -> None:
    """Read what is sent, up to a point: a client that is cut off while it sends may never see the answer."""
    for _ in range(16):
        if not request.read(SMALL_BODY):
            break


def most_bytes(request: HttpRequest) -> int:
    """How large a form may be: small, unless the view says ``takes_bytes`` and somebody may be signed in."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return SMALL_BODY
    language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    with suppress(Resolver404), translation.override(language):  # addresses are translated
        return getattr(resolve(request.path_info).func, "takes_bytes", SMALL_BODY)
    return SMALL_BODY


def _is_utf8(encoding: str | None) -> bool:
    return (encoding or "utf-8").lower() in {"utf-8", "utf8"}


def small_posts(get_response: Answer) -> Answer:
    """Refuse a large form outside the admin before it is read: 413 for its size, 400 for its fields or its writing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD") and not is_admin(request.path_info):
            length = int(request.META.get("CONTENT_LENGTH") or 0)
            if length > SMALL_BODY and length > most_bytes(request):
                _discard_body(request)
                return HttpResponse(status=413)
            is_form = request.content_type == "application/x-www-form-urlencoded"
            if is_form and request.body.count(b"&") >= FEW_FIELDS:
                return HttpResponse(status=400)
            # Django takes any name that Python knows, also of what is no way to write text, and then fails.
            if request.content_type == "multipart/form-data" and not _is_utf8(request.encoding):
                return HttpResponse(status=400)
        return get_response(request)

    return middleware
