"""Rich text as it leaves: clean HTML, with addresses in the place of what the editor stores.

What stays is a short list of elements. A link to a page that visitors cannot read, or to a file that is not for
everybody, becomes its own text: not even the address is told.
"""

import re
from collections import Counter
from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag
from ninja import Field

from core.api.reading import Reading
from core.api.schemas import Schema
from core.blocks.values import anchor_for

KEPT = {"p", "br", "a", "b", "i", "strong", "em", "sup", "ul", "ol", "li", "h2", "h3", "h4", "hr", "span"}
DROPPED = ["embed", "script", "style", "iframe", "img"]
HEADINGS = ["h2", "h3", "h4"]
SCHEMES = ("http://", "https://", "mailto:", "tel:", "/", "#")
LINK = re.compile(r"""<a\b[^>]*\blinktype="(page|document)"[^>]*>""")
LINKED_ID = re.compile(r"""\bid="(\d+)\"""")


class Footnote(Schema):
    """A note, and the marks in the text that refer to it."""

    number: int
    anchor: str = Field(description="Where the marks link to.", examples=["footnote-1"])
    html: str
    references: list[str] = Field(
        description="The ids of its marks in the text.", examples=[["footnote-source-1-1"]]
    )


class Footnotes:
    """The notes of one page, counted in the order in which its text refers to them."""

    def __init__(self, notes: Iterable):
        self.known = {str(note.uuid): note for note in notes}
        self.marks: dict[str, list[str]] = {}

    def refer(self, uuid: str) -> tuple[int, str] | None:
        """The number of a note and the id of a new mark for it; ``None`` when there is no such note."""
        if uuid not in self.known:
            return None
        marks = self.marks.setdefault(uuid, [])
        number = list(self.marks).index(uuid) + 1
        marks.append(f"footnote-source-{number}-{len(marks) + 1}")
        return number, marks[-1]

    def listed(self, reading: Reading) -> list[Footnote]:
        """The notes that the text referred to, in order."""
        return [
            Footnote(
                number=number,
                anchor=f"footnote-{number}",
                html=rich_text(reading, self.known[uuid].text),
                references=marks,
            )
            for number, (uuid, marks) in enumerate(self.marks.items(), start=1)
        ]


def linked(sources: Iterable[str]) -> dict[str, set[int]]:
    """The primary keys of the pages and documents that rich texts link to, for ``Reading.load``."""
    found: dict[str, set[int]] = {"pages": set(), "documents": set()}
    for source in sources:
        for match in LINK.finditer(source):
            if identity := LINKED_ID.search(match[0]):
                found[f"{match[1]}s"].add(int(identity[1]))
    return found


def rich_text(reading: Reading, source: str, *, footnotes: Footnotes | None = None) -> str:
    """HTML for a rich text as the database holds it. Headings get an id, unique within this text."""
    if not source:
        return ""
    reading.load(**linked([source]))
    soup = BeautifulSoup(source, "html.parser")
    for element in soup.find_all(DROPPED):
        element.decompose()
    anchors: Counter[str] = Counter()
    for element in soup.find_all(lambda tag: tag.name != "footnote"):
        _clean(reading, element, anchors)
    for mark in soup.find_all("footnote"):
        _number_mark(soup, mark, footnotes)
    return str(soup)


def _clean(reading: Reading, element: Tag, anchors: Counter[str]) -> None:
    if element.name not in KEPT:
        element.unwrap()
    elif element.name == "a":
        _resolve(reading, element)
    elif element.name in HEADINGS:
        anchor = anchor_for(element.get_text())
        anchors[anchor] += 1
        element.attrs = {"id": anchor if anchors[anchor] == 1 else f"{anchor}-{anchors[anchor]}"}
    else:
        element.attrs = {"lang": element["lang"]} if "lang" in element.attrs else {}


def _resolve(reading: Reading, link: Tag) -> None:
    address = _address(reading, link)
    if address:
        link.attrs = {"href": address}
    else:
        link.unwrap()


def _address(reading: Reading, link: Tag) -> str:
    kind, identity = link.get("linktype"), str(link.get("id", ""))
    if kind in {"page", "document"} and not identity.isdecimal():
        return ""
    if kind == "page":
        page = reading.page(int(identity))
        return reading.path(page) if page is not None else ""
    if kind == "document":
        document = reading.document(int(identity))
        return reading.absolute(document.url) if document is not None else ""
    address = str(link.get("href", "")).strip()
    return address if address.lower().startswith(SCHEMES) else ""


def _number_mark(soup: BeautifulSoup, mark: Tag, footnotes: Footnotes | None) -> None:
    reference = footnotes.refer(str(mark.get("id", ""))) if footnotes is not None else None
    if reference is None:
        mark.decompose()
        return
    number, anchor = reference
    link = soup.new_tag("a", attrs={"href": f"#footnote-{number}", "id": anchor})
    link.string = str(number)
    mark.replace_with(link)
    link.wrap(soup.new_tag("sup"))
