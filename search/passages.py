"""The passage of a text that shows why a page was found, with the words that were looked for marked."""

import re
from collections.abc import Collection
from typing import NamedTuple

from search.models import Entry
from search.text import fold

LENGTH = 220
# How far before the first word that was found a passage may begin, to begin with a sentence.
RUN_UP = 90
SENTENCE_START = re.compile(r"(?<=[.!?…])[”’\"']?\s+")
SHORTEST = 3


class Piece(NamedTuple):
    """A part of a passage; ``found`` when it is a word that was looked for. Plain text: a template escapes it."""

    text: str
    found: bool


class Passage(NamedTuple):
    """Pieces in order; ``before`` and ``after`` tell whether text was left out there.

    ``in_document`` tells whether it is from a file, ``language`` of which language that is, where this is known.
    """

    pieces: list[Piece]
    before: bool = False
    after: bool = False
    in_document: bool = False
    language: str = ""


def passage(entry: Entry, words: Collection[str], phrases: Collection[str] = ()) -> Passage:
    """The best passage of the text of ``entry``; of its files where only they have the words; else its beginning."""
    sought = _sought(words, phrases)
    text = entry.written.text
    spots = _spots(text, sought)
    in_document, language = False, ""
    if not spots and sought:
        document_spots = _spots(entry.written.document_text, sought)
        if document_spots:
            text, spots, in_document = entry.written.document_text, document_spots, True
            language = entry.written.document_language
    start, end = _window(text, spots)
    pieces = _pieces(text, start, end, spots)
    left_out = {"before": start > 0, "after": end < len(text.rstrip())}
    return Passage(pieces, **left_out, in_document=in_document, language=language)


def said(text: str | None) -> Passage | None:
    """What staff say of a page, in the place of a passage; ``None`` when they say nothing."""
    return Passage([Piece(text, False)]) if text else None


def stands_in_text(entry: Entry, words: Collection[str], phrases: Collection[str] = ()) -> bool:
    """Whether the text of ``entry`` has any of the words, so that its files need not be read to quote from."""
    return bool(_spots(entry.written.text, _sought(words, phrases)))


def _sought(words: Collection[str], phrases: Collection[str]) -> re.Pattern | None:
    """Finds the words in a folded text, also at the beginning or end of a longer one, and phrases as a whole."""
    long = sorted((word for word in words if len(word) >= SHORTEST), key=len, reverse=True)
    short = [word for word in words if len(word) < SHORTEST]
    patterns = [r"\W+".join(map(re.escape, phrase.split())) for phrase in phrases]
    if long:
        anyone = "|".join(map(re.escape, long))
        patterns.append(rf"(?:{anyone})[^\W_]*|[^\W_]*(?:{anyone})")
    patterns += map(re.escape, short)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])") if patterns else None


def _spots(text: str, sought: re.Pattern | None) -> list[tuple[int, int]]:
    """Where the words stand. The folded text is as long as the text, so positions are the same."""
    return [match.span() for match in sought.finditer(fold(text))] if sought and text else []


def _window(text: str, spots: list[tuple[int, int]]) -> tuple[int, int]:
    """Beginning and end of the stretch with most different words, from the beginning of a block or sentence near it."""
    if not spots:
        return 0, _end(text, 0)
    found = fold(text)

    def variety(first: int) -> int:
        inside = [
            (start, end)
            for start, end in spots[first : first + 20]
            if end <= spots[first][0] + LENGTH - RUN_UP
        ]
        return len({found[start:end] for start, end in inside})

    best = max(range(min(len(spots), 200)), key=lambda first: (variety(first), -first))
    spot = spots[best][0]
    earliest = max(0, spot - RUN_UP)
    if spot <= RUN_UP:
        return 0, _end(text, 0)
    block = text.rfind("\n", earliest, spot) + 1
    starts = [match.end() for match in SENTENCE_START.finditer(text, earliest, spot)]
    start = block or (starts[0] if starts else _next_word(text, earliest))
    return start, _end(text, start)


def _next_word(text: str, position: int) -> int:
    match = re.compile(r"\s").search(text, position)
    return match.end() if match else position


def _end(text: str, start: int) -> int:
    """About ``LENGTH`` characters on, never within a word."""
    if len(text) - start <= LENGTH:
        return len(text.rstrip())
    cut = text.rfind(" ", start, start + LENGTH)
    return cut if cut > start else start + LENGTH


def _pieces(text: str, start: int, end: int, spots: list[tuple[int, int]]) -> list[Piece]:
    pieces = []
    position = start
    for first, last in spots:
        if first >= position and last <= end:
            pieces += [Piece(text[position:first], False), Piece(text[first:last], True)]
            position = last
    pieces.append(Piece(text[position:end], False))
    return [piece for piece in pieces if piece.text]
