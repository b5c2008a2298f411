"""Text made to fit: shortened for a card, and what somebody typed on one line."""

import re

SENTENCE_END = re.compile(r"[.!?…][”’\"']?(?=\s)")


def shorten(text: str, length: int) -> str:
    """``text`` itself when it has at most ``length`` characters, else its longest start that is whole.

    Whole means: up to the end of a sentence; when the first sentence is too long, up to the end of a word,
    with an ellipsis. The result has at most ``length`` characters.
    """
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    ends = [match.end() for match in SENTENCE_END.finditer(text) if match.end() <= length]
    if ends:
        return text[: ends[-1]]
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:–-") + "…"


def one_line(text: str, length: int) -> str:
    """What somebody typed to look for, without control characters and runs of spaces, at most ``length`` characters.

    Cut first: of a text of a megabyte only the beginning is looked at.
    """
    start = "".join(character if character.isprintable() else " " for character in text[: 2 * length])
    return " ".join(start.split())[:length].strip()
