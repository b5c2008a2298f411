"""The light marks with which members write, and the rich text that the site keeps: one into the other.

A blank line begins a paragraph; “- ” begins a point and “1. ” a numbered one; **two stars** make bold, *one*
makes italic, and [words](https://…) make a link. Everything else, HTML included, is text as typed.
"""

import re
from collections.abc import Collection
from html import escape
from urllib.parse import urlsplit

import nh3
from bs4 import BeautifulSoup, NavigableString, Tag

SCHEMES = {"http", "https", "mailto"}
TAGS = {"p", "ul", "ol", "li", "strong", "b", "em", "i", "a", "br"}
# What else staff may have put in: notes under the text. ``linktype`` and ``id`` name a page or document of ours.
STAFF_TAGS = {*TAGS, "footnote"}
ATTRIBUTES: dict[str, set[str]] = {"*": set(), "a": {"href", "linktype", "id"}, "footnote": {"id"}}

BULLET = re.compile(r"^\s*[-*•–]\s+")
NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+")
LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]+)\)")
BARE_LINK = re.compile(r"(?<![\w(/\">=])(https?://[^\s<>()\[\]]+[^\s<>()\[\].,;:!?’”\"'])")
BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])")
OWN_LINK = re.compile(r"^(page|document):(\d{1,12})$")
KNOWN_VALUES = {
    "href": re.compile(r"(https?://|mailto:|tel:|#)", re.IGNORECASE),
    "linktype": re.compile(r"[a-z]{1,20}$"),
    "id": re.compile(r"[\w-]{1,40}$", re.ASCII),
}
CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]")


def cleaned(html: str) -> str:
    """Rich text in Wagtail's database form with nothing in it but what the editor and the portal can make.

    Used when a text is saved and again when it is shown: what got in by another way does not come out.
    """
    return nh3.clean(
        html,
        tags=STAFF_TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_known_value,
        url_schemes={*SCHEMES, "tel"},
        link_rel=None,
        clean_content_tags={"script", "style"},
    )


def _known_value(_element: str, attribute: str, value: str) -> str | None:
    """Only what the editor writes: an address with a scheme or to a heading of the page, and names of our own rows."""
    return value if KNOWN_VALUES[attribute].match(value) else None


def safe_address(target: str) -> str:
    """The web or mail address that somebody typed, made whole; empty when it is not one (WCAG and T3).

    >>> safe_address("www.example.org")
    'https://www.example.org'
    >>> safe_address("java\\tscript:alert(1)")
    ''
    """
    if CONTROL.search(target):
        return ""
    if target.lower().startswith("www."):
        target = f"https://{target}"
    if "@" in target and ":" not in target and "/" not in target:
        target = f"mailto:{target}"
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    if parts.scheme == "mailto":
        return target if "@" in parts.path else ""
    return target if parts.scheme in SCHEMES and "." in parts.netloc else ""


def to_html(text: str, own_links: Collection[str] = ()) -> str:
    """Rich text for what a member typed.

    ``own_links`` are the links to pages and documents of ours (“page:12”) that the text had already: staff made
    them, and a member can keep or delete them but not make one.
    """
    parts: list[str] = []
    for kind, lines in _blocks(text):
        inline = [_inline(line, own_links) for line in lines]
        if kind == "p":
            parts.append(f"<p>{'<br/>'.join(inline)}</p>")
        else:
            parts.append(f"<{kind}>{''.join(f'<li>{line}</li>' for line in inline)}</{kind}>")
    return cleaned("".join(parts))


def to_text(html: str) -> str:
    """What a member edits: rich text as light marks. ``to_html`` makes the same rich text of it again."""
    soup = _parsed(html)
    blocks = []
    for node in soup.children:
        if isinstance(node, Tag) and node.name in {"ul", "ol"}:
            blocks.append(_list_as_text(node))
        else:
            blocks.append(_as_text(node).strip())
    return "\n\n".join(block for block in blocks if block)


def own_links(html: str) -> set[str]:
    """The links to our own pages and documents in rich text, as they stand in light marks."""
    soup = _parsed(html)
    return {f"{link['linktype']}:{link['id']}" for link in soup.find_all("a", linktype=True, id=True)}


def _parsed(html: str) -> Tag:
    """The root of some rich text; inside an element, so that a bare address is not taken for one to fetch."""
    return BeautifulSoup(f"<div>{html}</div>", "html.parser").div


def _blocks(text: str) -> list[tuple[str, list[str]]]:
    """The text in runs of lines of one kind: ``p``, ``ul`` or ``ol``."""
    runs: list[tuple[str, list[str]]] = []
    fresh = True
    for line in text.splitlines():
        if not line.strip():
            fresh = True
            continue
        kind, bare = _kind(line)
        # Points stay one list also with blank lines between them.
        if runs and runs[-1][0] == kind and not (fresh and kind == "p"):
            runs[-1][1].append(bare)
        else:
            runs.append((kind, [bare]))
        fresh = False
    return runs


def _kind(line: str) -> tuple[str, str]:
    for kind, mark in (("ul", BULLET), ("ol", NUMBER)):
        if mark.match(line):
            return kind, mark.sub("", line).strip()
    return "p", line.strip()


def _inline(line: str, own: Collection[str]) -> str:
    """One line: links first, so that marks inside an address stay what they are."""
    pieces = []
    position = 0
    for match in LINK.finditer(line):
        pieces += [_words(line[position : match.start()]), _link(match, own)]
        position = match.end()
    return "".join([*pieces, _words(line[position:])])


def _link(match: re.Match, own: Collection[str]) -> str:
    label, target = match.groups()
    if (kept := OWN_LINK.match(target)) and target in own:
        return f'<a linktype="{kept[1]}" id="{kept[2]}">{_marks(label)}</a>'
    address = safe_address(target)
    return f'<a href="{escape(address)}">{_marks(label)}</a>' if address else _marks(match[0])


def _words(text: str) -> str:
    pieces = BARE_LINK.split(text)
    return "".join(
        f'<a href="{escape(piece)}">{escape(piece)}</a>'
        if index % 2 and safe_address(piece)
        else _marks(piece)
        for index, piece in enumerate(pieces)
    )


def _marks(text: str) -> str:
    return ITALIC.sub(r"<i>\1</i>", BOLD.sub(r"<b>\1</b>", escape(text, quote=False)))


def _list_as_text(node: Tag) -> str:
    items = node.find_all("li", recursive=False)
    marks = [f"{number}. " if node.name == "ol" else "- " for number in range(1, len(items) + 1)]
    return "\n".join(f"{mark}{_as_text(item).strip()}" for mark, item in zip(marks, items, strict=True))


def _as_text(node) -> str:
    if isinstance(node, NavigableString):
        return re.sub(r"\s+", " ", str(node))
    inner = "".join(_as_text(child) for child in node.children)
    if node.name == "br":
        return "\n"
    if node.name in {"b", "strong"} and inner.strip():
        return f"**{inner.strip()}**"
    if node.name in {"i", "em"} and inner.strip():
        return f"*{inner.strip()}*"
    if node.name == "a":
        return _link_as_text(node, inner)
    return inner


def _link_as_text(node: Tag, inner: str) -> str:
    target = f"{node['linktype']}:{node['id']}" if node.get("linktype") else node.get("href", "")
    return inner if not target or inner == target else f"[{inner}]({target})"
