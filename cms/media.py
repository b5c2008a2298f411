"""Serves uploaded pictures where no proxy or object storage does."""

from posixpath import normpath

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

# What anybody may fetch. Documents have an address of their own, where restrictions on a collection are kept.
PICTURES = ("avatar_images", "images", "original_images")


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Return an uploaded picture; anything else is "not found".

    A new version of a picture gets a new name, so what has been fetched may be kept.
    """
    path = normpath(path).lstrip("/")  # what ``serve`` makes of it: "/documents/x" is a document too
    if path.partition("/")[0] not in PICTURES:
        raise Http404
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response.headers["Cache-Control"] = "public, max-age=2592000, immutable"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
