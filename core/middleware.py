"""What ``core`` does with each request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from wagtail.views import serve

from core.routing import remember_site


class RememberSite:
    """Middleware: gives a page its site, with the home page of its language, without asking the database.

    Wagtail asks for both on every request. Must stand after the middleware that chooses the language. Requests for
    anything but a page are left alone: some must be answered while the database is away.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> None:
        """Fills the place in which Wagtail keeps the site of a request."""
        if view is serve:
            remember_site(request)
