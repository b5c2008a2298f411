"""Sets the demo publications as small tagged PDF files: ``python -m scripts.build_demo_pdfs``.

In: ``home/demo/content/publications.toml`` (the same text as the web page), ``snippets.toml``, ``pdf.toml``.
Out: one file per publication in ``home/demo/files/``. Two runs give the same bytes: only the fonts inside
typst are used, and the date in the file is that of the publication. The files meet PDF/UA-1, which typst
checks.
"""

import json
import tomllib
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import typst

from core.illustrations.palette import HUES, INK, PAPER, SAND, TILE

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "home" / "demo" / "content"
FILES = ROOT / "home" / "demo" / "files"
TEMPLATE = Path(__file__).with_name("demo_pdf.typ")

BLOCKS = {"p", "li"}
STYLES = {"b": "bold", "i": "italic"}


class RichText(HTMLParser):
    """Turns the rich text of the demo files into a list of blocks, each with runs of text."""

    def __init__(self, notes: dict[str, str]):
        super().__init__()
        self.notes = notes
        self.blocks: list[dict[str, Any]] = []
        self.lists: list[str] = []
        self.styles: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol"):
            self.lists.append(tag)
            self.blocks.append({"kind": tag, "items": []})
        elif tag in BLOCKS:
            self._open(tag)
        elif tag in STYLES:
            self.styles.append(STYLES[tag])
        elif tag == "footnote":
            self._runs().append({"note": self.notes[dict(attrs)["ref"] or ""]})

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.lists.pop()
        elif tag in STYLES:
            self.styles.remove(STYLES[tag])

    def handle_data(self, data: str) -> None:
        if self.blocks and (data.strip() or self._runs()):
            self._runs().append({"text": data, **dict.fromkeys(self.styles, True)})

    def _open(self, tag: str) -> None:
        if tag == "li":
            self.blocks[-1]["items"].append([])
        else:
            self.blocks.append({"kind": "p", "runs": []})

    def _runs(self) -> list[dict[str, Any]]:
        last = self.blocks[-1]
        if last["kind"] == "p":
            return last["runs"]
        return last["items"][-1] if last["items"] else []


def rich(html: str, notes: dict[str, str]) -> list[dict[str, Any]]:
    """The blocks of a piece of rich text; text without a paragraph around it becomes one."""
    source = html.strip()
    parser = RichText(notes)
    parser.feed(source if source.startswith(("<p>", "<ul>", "<ol>")) else f"<p>{source}</p>")
    return parser.blocks


def entry(html: str) -> list[dict[str, Any]]:
    """The runs of text of one point of a list."""
    return rich(html, {})[0]["runs"]


def plain(html: str) -> str:
    """The text of a footnote without markup."""
    return "".join(run["text"] for block in rich(html, {}) for run in block["runs"])


def written(cell: str | int) -> str:
    """A table cell as text; thousands have a point, as is the habit in Dutch."""
    return f"{cell:,}".replace(",", ".") if isinstance(cell, int) else cell


def read(name: str) -> dict[str, Any]:
    """One file of the demo content."""
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


class Setter:
    """Makes what the template needs of a publication: plain data, with every reference looked up."""

    def __init__(self) -> None:
        self.words = read("pdf")
        snippets = read("snippets")
        self.snippets = {
            kind: {row["slug"]: row for row in snippets[kind]}
            for kind in ("author", "partner", "kind", "contact", "reusable_text")
        }
        self.publications = read("publications")["publication"]

    def data(self, publication: dict[str, Any]) -> dict[str, Any]:
        """Everything that the template prints about one publication."""
        date = publication["date"]
        authors = [self.snippets["author"][slug]["name"] for slug in publication["authors"]]
        partners = [self.snippets["partner"][row["partner"]]["name"] for row in publication["co_publishers"]]
        notes = {row["ref"]: plain(row["text"]) for row in publication.get("footnotes", [])}
        hue = HUES[publication["pdf_hue"]]
        return {
            "title": publication["title"],
            "subtitle": publication["subtitle"],
            "kind": self.snippets["kind"][publication["kind"]]["name"],
            "lead": publication["lead"],
            "authors": authors,
            "partners": partners,
            "date": f"{date.day} {self.words['months'][date.month - 1]} {date.year}",
            "year": date.year,
            "day": [date.year, date.month, date.day],
            "hue": [hue.tint, hue.light, hue.base, hue.deep],
            "accents": [TILE.light, SAND, PAPER, INK],
            "seed": len(publication["slug"]),
            "words": self.words,
            "blocks": [made for block in publication["body"] if (made := self.block(block, notes))],
            "appendix": publication.get("pdf_appendix"),
        }

    def block(self, block: dict[str, Any], notes: dict[str, str]) -> dict[str, Any] | None:
        """One block for the template, or ``None`` for a block that only makes sense on the web."""
        kind, value = block["type"], block["value"]
        if kind in ("heading", "quote", "pull_quote", "pillars"):
            return {"kind": kind, **value}
        makers: dict[str, Callable[[], dict[str, Any]]] = {
            "paragraph": lambda: {"blocks": rich(value, notes)},
            "list": lambda: {"style": value["style"], "entries": [entry(item) for item in value["items"]]},
            "numbered_sections": lambda: {
                "sections": [
                    {"heading": section["heading"], "blocks": rich(section["body"], notes)}
                    for section in value["sections"]
                ]
            },
            "organisation_list": lambda: {
                "organisations": [
                    row | {"blocks": rich(row["text"], notes)} for row in value["organisations"]
                ]
            },
            "table": lambda: value | {"rows": [[written(cell) for cell in row] for row in value["rows"]]},
            "key_figures": lambda: {"figures": [self.figure(row) for row in value["figures"]]},
            "contact": lambda: self.contact(value),
            "reusable_text": lambda: {"blocks": rich(self.snippets["reusable_text"][value]["body"], notes)},
        }
        return {"kind": kind, **makers[kind]()} if kind in makers else None

    def figure(self, row: dict[str, Any]) -> dict[str, Any]:
        """A key figure with its date written out."""
        date = row["date"]
        return row | {"date": f"{date.day} {self.words['months'][date.month - 1]} {date.year}"}

    def contact(self, slug: str) -> dict[str, Any]:
        """Name, text, address and telephone of a contact."""
        row = self.snippets["contact"][slug]
        return {
            "name": row["name"],
            "blocks": rich(row["text"], {}),
            "email": row["email"],
            "phone": row["phone"],
        }


def seconds_of(publication: dict[str, Any]) -> int:
    """Midnight UTC at the start of the day of publication, in seconds since 1970."""
    return (publication["date"].toordinal() - 719163) * 86400


def main() -> None:
    setter = Setter()
    FILES.mkdir(parents=True, exist_ok=True)
    for publication in setter.publications:
        target = FILES / publication["files"][0]["file"]
        data = json.dumps(setter.data(publication), ensure_ascii=False, sort_keys=True)
        typst.compile(
            str(TEMPLATE),
            output=str(target),
            root=str(ROOT),
            ignore_system_fonts=True,
            sys_inputs={"data": data},
            pdf_standards=["ua-1"],
            timestamp=seconds_of(publication),
        )
        print(f"{target.name}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
