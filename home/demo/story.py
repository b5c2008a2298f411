"""Turns the body of a text in TOML into the blocks of a story."""

import re
from collections.abc import Callable
from uuid import UUID, uuid5

from wagtail.blocks import StreamBlock, StreamValue

from core.models import CustomImage
from home.demo.library import Library

FOOTNOTE = re.compile(r'<footnote ref="([^"]+)"\s*/>')
PAGE_LINK = re.compile(r'<a href="page:([^"]+)">')
# The texts say "numeric" for what the table block calls "number".
COLUMN_TYPES = {"numeric": "number"}


class Writer:
    """Writes the story of one page.

    ``owner`` is the translation key of the page: identities of blocks and footnotes are derived from it, so that
    two language versions of one text get the same ones. ``title`` and ``seed`` name the pictures in the story.
    """

    def __init__(self, library: Library, *, owner: UUID, title: str, seed: str):
        self.library = library
        self.owner = owner
        self.title = title
        self.seed = seed
        self.made = 0
        self.drawn = 0
        self.writers: dict[str, Callable] = {
            "paragraph": self.rich,
            "list": lambda value: {**value, "items": self.items(value["items"], paragraph)},
            "image": lambda value: self.image(value, "body"),
            "image_text": lambda value: self.image(value, "card"),
            "video": self.video,
            "table": table,
            "numbered_sections": lambda value: {"sections": self.items(value["sections"])},
            "pillars": self.pillars,
            "organisation_list": self.organisations,
            "key_figures": lambda value: {"figures": self.items(value["figures"])},
            "publication_card": self.page,
            "related_article": self.page,
            "document_card": lambda value: {**value, "document": library.document(value["document"]).pk},
            "events": lambda value: {
                "events": self.items([library.page(f"events/{slug}").pk for slug in value])
            },
            "member_teasers": self.teasers,
            "call_to_action": lambda value: library.snippet("call_to_action", value).pk,
            "contact": lambda value: library.snippet("contact", value).pk,
            "form": self.page,
            "reusable_text": lambda value: library.snippet("reusable_text", value).pk,
        }

    def write(self, body: list[dict], block: StreamBlock) -> StreamValue:
        """The story in blocks of ``block``, checked as the form of the editor would check it.

        Raises ``ValidationError`` for a block that an editor could not have saved, ``LookupError`` or
        ``ObjectDoesNotExist`` for a reference to something that is not there.
        """
        raw = []
        for entry in body:
            convert = self.writers.get(entry["type"])
            value = convert(entry["value"]) if convert else entry["value"]
            raw.append({"type": entry["type"], "value": value, "id": self.new_identity()})
        return block.clean(block.to_python(raw))

    def footnote(self, name: str) -> str:
        """The identity of the footnote that the text calls ``name``."""
        return str(uuid5(self.owner, f"footnote/{name}"))

    def new_identity(self) -> str:
        self.made += 1
        return str(uuid5(self.owner, f"block/{self.made}"))

    def items(self, values: list, convert: Callable | None = None) -> list[dict]:
        return [
            {"type": "item", "value": convert(value) if convert else value, "id": self.new_identity()}
            for value in values
        ]

    def rich(self, html: str) -> str:
        """Rich text; the texts name footnotes and, as ``page:news/a-slug``, other pages."""

        def reference(match: re.Match) -> str:
            identity = self.footnote(match[1])
            return f'<footnote id="{identity}">[{identity[:6]}]</footnote>'

        def link(match: re.Match) -> str:
            return f'<a linktype="page" id="{self.library.page(match[1]).pk}">'

        return PAGE_LINK.sub(link, FOOTNOTE.sub(reference, html))

    def image(self, value: dict, size: str) -> dict:
        """A picture block, or one with text: ``scene`` and ``alt`` become a drawing and its alternative."""
        rest = {name: part for name, part in value.items() if name not in {"scene", "alt"}}
        return {
            **rest,
            "image": {"image": self.draw(value, size).pk, "alt_text": value["alt"], "decorative": False},
        }

    def video(self, value: dict) -> dict:
        rest = {name: part for name, part in value.items() if name not in {"scene", "alt"}}
        return {**rest, "poster": self.draw(value, "body").pk if "scene" in value else None}

    def draw(self, value: dict, size: str) -> CustomImage:
        self.drawn += 1
        title = f"{self.title} ({self.drawn})"
        return self.library.picture(value, title=title, seed=f"{self.seed}-{self.drawn}", sizes=(size,))

    def page(self, value: dict) -> dict:
        return {**value, "page": self.library.page(value["page"]).pk}

    def pillars(self, value: dict) -> dict:
        pillars = [{**pillar, "points": self.items(pillar["points"])} for pillar in value["pillars"]]
        return {**value, "pillars": self.items(pillars)}

    def organisations(self, value: dict) -> dict:
        def organisation(entry: dict) -> dict:
            return {**entry, "member": self.library.page(entry["member"]).pk if entry.get("member") else None}

        return {"organisations": self.items(value["organisations"], organisation)}

    def teasers(self, value: dict) -> dict:
        members = [self.library.page(reference).pk for reference in value.get("members", [])]
        theme = self.library.snippet("theme", value["theme"]).pk if value.get("theme") else None
        return {**value, "members": self.items(members), "theme": theme}


def paragraph(text: str) -> str:
    """Rich text for a text of one paragraph, whether it has its tags or not."""
    return text if text.lstrip().startswith("<p") else f"<p>{text}</p>"


def table(value: dict) -> dict:
    """A table block."""
    columns = [
        {**column, "type": COLUMN_TYPES.get(column["type"], column["type"])} for column in value["columns"]
    ]
    return {
        "caption": value["caption"],
        "columns": columns,
        "rows": [{"values": row} for row in value["rows"]],
    }
