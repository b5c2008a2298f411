"""The view that every page is compared with."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import clear_url_caches, path

BARE = "benchmark/bare/"


def bare(request: HttpRequest) -> HttpResponse:
    """Answers with one word, after the same middleware as every page."""
    return HttpResponse("ok")


@contextmanager
def bare_view() -> Iterator[None]:
    """Gives the view an address before those of the site, only inside the ``with``."""
    addresses = import_module(settings.ROOT_URLCONF).urlpatterns
    addresses.insert(0, path(BARE, bare))
    clear_url_caches()
    try:
        yield
    finally:
        addresses.pop(0)
        clear_url_caches()
