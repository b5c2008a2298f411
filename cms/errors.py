"""The pages for what goes wrong. 414, 500 and 503 need neither the database nor the request."""

import errno
import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template import TemplateDoesNotExist, loader
from django.urls import is_valid_path, resolve
from django.utils import translation
from wagtail.models import Page, Site

RETRY_AFTER = "30"  # seconds; the database is usually back by then
NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
# SQLite's and PostgreSQL's ways to say "not now"; other operational errors are faults in the code.
SQLITE_UNAVAILABLE = (
    "SQLITE_BUSY",
    "SQLITE_CANTOPEN",
    "SQLITE_FULL",
    "SQLITE_IOERR",
    "SQLITE_LOCKED",
    "SQLITE_READONLY",
)
# Connection, resources, shut down or restarting, lock not available: classes of SQLSTATE.
POSTGRESQL_UNAVAILABLE = ("08", "53", "55P03", "57P")


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Show the 403 page."""
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Show the 403 page for a form whose token is missing or wrong."""
    return permission_denied(request)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Show the 404 page, with a link when the page exists in another language.

    An address that lacks only its last slash is sent to the page that it means.
    """
    if request.method in ("GET", "HEAD") and _lacks_slash(request):
        return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
    return render(request, "404.html", {"other_language_url": other_language_url(request)}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Show the 500 page, or the 503 page when the database or the disk is what failed."""
    if is_unavailable(sys.exception()):
        return _plain_page("503.html", 503, headers={"Retry-After": RETRY_AFTER})
    return _plain_page("500.html", 500)


def address_too_long() -> HttpResponse:
    """Return the 414 page, in the language of the site: nobody has read of which language the address is."""
    with translation.override(settings.LANGUAGE_CODE):
        return _plain_page("414.html", 414)


def is_unavailable(error: BaseException | None) -> bool:
    """Tell a failure that passes (no connection, a lock, a full disk) from a fault in the code."""
    if isinstance(error, OSError):
        return error.errno in NO_SPACE
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    cause = error.__cause__
    if name := getattr(cause, "sqlite_errorname", ""):
        return name.startswith(SQLITE_UNAVAILABLE)
    state = getattr(cause, "sqlstate", None)  # psycopg has none when it could not even connect
    return state is None or state.startswith(POSTGRESQL_UNAVAILABLE)


def other_language_url(request: HttpRequest) -> str | None:
    """Return the address of the live page that this path names in another language, if there is one."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    language = translation.get_language_from_path(request.path_info)
    path = request.path_info.strip("/").split("/")
    path = "/".join(path[1:] if language else path)
    homes = site.root_page.get_translations(inclusive=True).exclude(
        locale__language_code=language or translation.get_language()
    )
    candidates = [f"{home.url_path}{path}/" for home in homes]
    page = Page.objects.live().public().filter(url_path__in=candidates).first() if path else None
    return page.get_url(request) if page else None


def _lacks_slash(request: HttpRequest) -> bool:
    path = f"{request.path_info}/"
    if request.path_info.endswith("/") or is_valid_path(request.path_info) or not is_valid_path(path):
        return False
    match = resolve(path)
    return match.url_name != "wagtail_serve" or Page.route_for_request(request, *match.args) is not None


def _plain_page(template: str, status: int, headers: dict[str, str] | None = None) -> HttpResponse:
    """Render a template without a request, so without context processors; a bare line if there is none."""
    try:
        content = loader.get_template(template).render()
    except TemplateDoesNotExist:
        content = f"{status}\n"
    return HttpResponse(content, status=status, headers=headers)
