"""Cleans what comes along when an editor pastes from a word processor (bullets and numbers that were typed)."""

import re

from bs4 import BeautifulSoup, NavigableString, Tag

BULLET = re.compile(r"^[\s\xa0]*[•●▪◦‣·–-][\s\xa0]+")
NUMBER = re.compile(r"^[\s\xa0]*(?:#\d{1,2}[.)]?|\d{1,2}[.)])[\s\xa0]+")
HASH = re.compile(r"^\s*#\d{1,2}[.)]?\s+")
OPENING, CLOSING = "‘“'\"„«", "’”'\"“»"
SPACES = re.compile(r"[ \xa0]{2,}")
LIST_OF_MARK = ((BULLET, "ul"), (NUMBER, "ol"))
# One line that starts with a number may be a year or a sum; two in a row are a list.
FEWEST_NUMBERS = 2


def normalise(html: str) -> str:
    """Rich text in Wagtail's database form without blank paragraphs and double spaces, with real lists.

    Runs of paragraphs that start with a typed “•”, “●” or “-” become a ``ul``; runs of two or more that start
    with “#1” or “1.” become an ``ol``. Everything else, footnotes and links included, stays as it is.
    """
    soup = BeautifulSoup(html, "html.parser")
    _collapse_spaces(soup)
    _drop_blank_paragraphs(soup)
    for mark, list_name in LIST_OF_MARK:
        for run in _runs(soup, mark):
            if list_name == "ul" or len(run) >= FEWEST_NUMBERS:
                _make_list(soup, run, mark, list_name)
    return str(soup)


def without_mark(text: str) -> str:
    """One line or a plain text without the bullet or number (“#1”) that was typed in front of it."""
    return HASH.sub("", BULLET.sub("", text))


def without_quotes(text: str) -> str:
    """A quote without the quotation marks around it: the design sets its own."""
    stripped = text.strip()
    whole = len(stripped) > 1 and stripped[0] in OPENING and stripped[-1] in CLOSING
    return stripped[1:-1].strip() if whole else stripped


def _collapse_spaces(soup: BeautifulSoup) -> None:
    for text in soup.find_all(string=SPACES):
        text.replace_with(NavigableString(SPACES.sub(" ", text)))


def _drop_blank_paragraphs(soup: BeautifulSoup) -> None:
    for paragraph in soup.find_all("p"):
        if not paragraph.get_text(strip=True).strip("\xa0") and not paragraph.find(
            ["embed", "img", "footnote"]
        ):
            paragraph.decompose()


def _runs(soup: BeautifulSoup, mark: re.Pattern) -> list[list[Tag]]:
    """Neighbouring paragraphs whose text starts with ``mark``, grouped."""
    runs: list[list[Tag]] = []
    previous: Tag | None = None
    for paragraph in soup.find_all("p", recursive=False):
        if not mark.match(paragraph.get_text()):
            continue
        if previous is not None and paragraph.find_previous_sibling() is previous:
            runs[-1].append(paragraph)
        else:
            runs.append([paragraph])
        previous = paragraph
    return runs


def _make_list(soup: BeautifulSoup, run: list[Tag], mark: re.Pattern, list_name: str) -> None:
    items = soup.new_tag(list_name)
    run[0].insert_before(items)
    for paragraph in run:
        first_text = paragraph.find(string=True)
        first_text.replace_with(NavigableString(mark.sub("", first_text)))
        paragraph.name = "li"
        items.append(paragraph.extract())
