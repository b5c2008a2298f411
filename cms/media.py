"""Serves uploaded files where no proxy or object storage does."""

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

# Documents have an address of their own, where restrictions on a collection are kept.
DOCUMENTS = "documents"


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Return an uploaded image; a document or a directory is "not found".

    A new version of an image gets a new name, so what has been fetched may be kept.
    """
    parts = Path(path).parts
    if parts[:1] == (DOCUMENTS,) or ".." in parts:
        raise Http404
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response.headers["Cache-Control"] = "public, max-age=2592000, immutable"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
