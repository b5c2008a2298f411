"""Documents to download."""

import datetime as dt

from ninja import Field

from core.api.reading import Reading
from core.api.schemas import Schema


class Document(Schema):
    """A file with what a reader wants to know before the download."""

    title: str
    url: str = Field(description="Full address of the file.")
    type: str = Field(description="The ending of its name.", examples=["pdf"])
    size: int | None = Field(description="Bytes.", examples=[48213])
    pages: int | None = Field(description="Number of pages, where known.")
    language: str = Field(description="A language code; empty when not known.", examples=["nl"])
    date: dt.date | None = Field(description="The date on the document itself.")


def document_of(reading: Reading, document, title: str = "") -> Document | None:
    """The document, called ``title`` where that is given; ``None`` when there is none that everybody may have."""
    if not reading.is_open(document):
        return None
    return Document(
        title=title or document.title,
        url=reading.absolute(document.url),
        type=document.file_extension.lower(),
        size=document.file_size,
        pages=document.pages,
        language=document.language,
        date=document.date,
    )
