"""The text of PDF files."""

import logging
import re

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from core.models import CustomDocument

log = logging.getLogger(__name__)

MOST_PAGES = 400
MOST_CHARACTERS = 300_000
# The dots between a chapter and its page in a table of contents.
LEADERS = re.compile(r"(?:\s*[.…·_]){4,}")


def read_text(document: CustomDocument) -> str:
    """The text of a PDF, at most 300,000 characters of 400 pages; empty for other files and what cannot be read."""
    if document.file_extension != "pdf":
        return ""
    try:
        with document.open_file() as file:
            return _text_of(file)
    # A damaged file can break a reader anywhere, and it is only a text to search.
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        log.warning("no text in document %s", document.pk, exc_info=True)
        return ""


def _text_of(file) -> str:
    texts: list[str] = []
    length = 0
    for page in PdfReader(file).pages[:MOST_PAGES]:
        whole = _without_broken_words(page.extract_text()).replace("\x00", "")
        text = " ".join(LEADERS.sub(" …", whole).split())
        texts.append(text)
        length += len(text)
        if length >= MOST_CHARACTERS:
            break
    return "\n".join(texts)[:MOST_CHARACTERS]


def _without_broken_words(text: str) -> str:
    """Joins words that were divided at the end of a line."""
    return text.replace("\u00ad\n", "").replace("\u00ad", "").replace("-\n", "")
