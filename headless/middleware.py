"""The manners of the API towards other programs: methods, caches, other sites' pages, limits. One place for all.

It stands outside of what compares ETags and around everything that can fail, so that also an unknown address or a
fault is answered as a problem, with the headers that let a page of another site read it.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

from core.api.freshness import key_of, remember_tag, remembered_tag
from core.api.problems import MEDIA_TYPE, Refused, come_back_later, problem
from core.throttle import OverBudget
from headless.clients import Visit, recognise
from headless.limits import count

PREFIX = "/api/"
SAFE = ("GET", "HEAD")
METHODS = "GET, HEAD, POST, OPTIONS"
# As the pages of the site: a browser asks again each time, a shared cache may answer for a minute.
PUBLIC = "public, max-age=0, s-maxage=60, stale-if-error=86400"
NEVER_KEPT = "private, no-store"
READABLE_HEADERS = "Content-Language, ETag, Retry-After"
ALLOWED_HEADERS = "Authorization, Content-Type, If-None-Match"
PREFLIGHT_SECONDS = "600"

Answer = Callable[[HttpRequest], HttpResponse]


class ApiManners:
    """Middleware: leaves everything outside the API alone."""

    def __init__(self, get_response: Answer):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        request.COOKIES = {}  # so nobody is signed in here, and no answer sets or drops a cookie
        method = request.method
        response = self._preflight(request) if method == "OPTIONS" else self._serve(request)
        request.method = method
        _tell_other_sites(request, response)
        return response

    def _preflight(self, request: HttpRequest) -> HttpResponse:
        """RFC 9110, 9.3.7, and what the Fetch standard asks before a request of another site's page."""
        response = HttpResponse(status=204, headers={"Allow": METHODS, "Cache-Control": NEVER_KEPT})
        if _is_listed(request):
            response["Access-Control-Allow-Methods"] = METHODS
            response["Access-Control-Allow-Headers"] = ALLOWED_HEADERS
            response["Access-Control-Max-Age"] = PREFLIGHT_SECONDS
        return response

    def _serve(self, request: HttpRequest) -> HttpResponse:
        try:
            visit = _admitted(request)
        except Refused as refused:
            return _kept_by_nobody(problem(request, refused))
        except OverBudget as over:
            return _kept_by_nobody(problem(request, come_back_later(over)))
        if request.method not in SAFE:
            return _kept_by_nobody(self._ask(request))
        return self._read(request, visit)

    def _read(self, request: HttpRequest, visit: Visit) -> HttpResponse:
        request.method = "GET"  # HEAD is a GET whose body the server leaves out
        key = key_of(request)
        if "If-None-Match" in request.headers and not visit.is_client:
            tag = remembered_tag(key)
            unchanged = get_conditional_response(request, etag=tag, response=None) if tag else None
            if unchanged is not None and unchanged.status_code == 304:
                return _described(unchanged, visit)
        response = self._ask(request)
        if response.status_code in (200, 304) and "ETag" in response and not visit.is_client:
            remember_tag(key, response["ETag"])
        return _described(response, visit)

    def _ask(self, request: HttpRequest) -> HttpResponse:
        """The answer of what stands behind; an error that is not a problem yet becomes one."""
        response = self.get_response(request)
        if response.status_code < 400 or response.get("Content-Type") == MEDIA_TYPE:
            return response
        kept = {name: response[name] for name in ("Allow", "Retry-After") if name in response}
        return problem(request, Refused(response.status_code, headers=kept))


def _admitted(request: HttpRequest) -> Visit:
    """The visit, counted. Raises ``Refused`` and ``OverBudget``: who guesses at tokens spends what its network has."""
    try:
        visit = recognise(request)
    except Refused:
        count(Visit(request.META.get("REMOTE_ADDR", "")))
        raise
    count(visit)
    return visit


def _described(response: HttpResponse, visit: Visit) -> HttpResponse:
    """Say who may keep an answer to a question: nobody what is not for everybody, or went wrong."""
    is_public = response.status_code in (200, 304) and not visit.is_client
    if is_public and "Cache-Control" not in response:
        response["Cache-Control"] = PUBLIC
    elif not is_public:
        response["Cache-Control"] = NEVER_KEPT
    return response


def _kept_by_nobody(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = NEVER_KEPT
    return response


def _is_listed(request: HttpRequest) -> bool:
    return request.headers.get("Origin") in settings.API_ORIGINS


def _tell_other_sites(request: HttpRequest, response: HttpResponse) -> None:
    """Let pages of the sites on the list read the answer; credentials are never shared, so no cookie counts."""
    patch_vary_headers(response, ["Authorization"])
    if settings.API_ORIGINS:
        patch_vary_headers(response, ["Origin"])
    if _is_listed(request):
        response["Access-Control-Allow-Origin"] = request.headers["Origin"]
        response["Access-Control-Expose-Headers"] = READABLE_HEADERS
