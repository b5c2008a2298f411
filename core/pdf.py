"""What a PDF lacks for who does not see it: tags that tell headings from text, and a title."""

import logging
from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from core.models import CustomDocument

log = logging.getLogger(__name__)

NO_TAGS = _(
    "A screen reader finds no headings or lists in this PDF. Export it again as an accessible PDF (“tagged PDF”)."
)
NO_TITLE = _(
    "This PDF has no title of its own: a reader sees the name of the file. Fill in the title where it was made."
)


def lacks_of(document: CustomDocument) -> list[str | Promise]:
    """What an editor should know of ``document``, in sentences; nothing for other files and what cannot be read."""
    if document.file_extension != "pdf":
        return []
    try:
        with document.open_file() as file:
            return list(_lacks(PdfReader(file)))
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        log.warning("cannot look into document %s", document.pk, exc_info=True)
        return []


def _lacks(reader: PdfReader) -> Iterator[str | Promise]:
    root = reader.root_object
    marked = root["/MarkInfo"].get("/Marked") if "/MarkInfo" in root else False
    if not (marked and "/StructTreeRoot" in root):
        yield NO_TAGS
    if not (reader.metadata and (reader.metadata.title or "").strip()):
        yield NO_TITLE
