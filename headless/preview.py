"""The preview of a page on another front end, in the admin's own panel."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from core.api.pages import KINDS
from core.previews import PreviewWay
from headless.services import preview_address

# Lists have nothing of their own to show.
PREVIEWED = {model for model, (kind, _address) in KINDS.items() if not kind.endswith("_index")}


def is_offered(page) -> bool:
    """Whether there is another front end, and the page is of a kind that it can show."""
    return bool(settings.PREVIEW_URL) and page._meta.model_name in PREVIEWED


def in_a_frame(request: HttpRequest, page) -> HttpResponse:
    """A page that holds the other front end: the panel wants an answer of our own host around it."""
    return render(request, "headless/preview.html", {"address": preview_address(page=page), "page": page})


OTHER_SITE = PreviewWay("other_site", _("On the other site"), is_offered, in_a_frame)
