"""The addresses of the site, and some that only a test would ask for."""

import time

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from cms.urls import handler403, handler404, handler500, urlpatterns  # noqa: F401


def slow(request: HttpRequest) -> HttpResponse:
    """Take a second."""
    time.sleep(1)
    return HttpResponse("done")


def broken(request: HttpRequest) -> HttpResponse:
    """Fail."""
    raise RuntimeError("this page is broken for somebody@example.org")


def database(request: HttpRequest) -> HttpResponse:
    """Need the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return HttpResponse("read")


def address(request: HttpRequest) -> HttpResponse:
    """Show what the site takes for the visitor's address, the scheme and the host."""
    return HttpResponse(f"{request.META['REMOTE_ADDR']} {request.scheme} {request.get_host()}")


urlpatterns = [
    path("test/slow", slow),
    path("test/broken", broken),
    path("test/database", database),
    path("test/address", address),
    *urlpatterns,
]
