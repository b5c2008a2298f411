"""Names and texts as a reader's eye takes them: two that look the same become the same."""

import re
import unicodedata

# Letters of other alphabets, and figures, that pass for a Latin letter (Unicode TR39 has the long list).
LETTERS = {
    **dict(zip("авекмнорстухіјѕԁԛԝһӏ", "abekmhopctyxijsdqwhl", strict=True)),
    **dict(zip("αβεικνορτυχωϲ", "abeikvoptuxwc", strict=True)),
    "ı": "i",
    "ß": "ss",
    "ĳ": "ij",
}
FIGURES = {**dict(zip("0135", "oles", strict=True)), "|": "l"}
IN_TEXT = str.maketrans(LETTERS)
IN_NAMES = str.maketrans(LETTERS | FIGURES)


def fold_name(name: str) -> str:
    """``name`` without accents, capitals, spaces and marks, in Latin letters: “ＬSА Bеwoners” is “lsabewoners”."""
    plain = unicodedata.normalize("NFKD", name).casefold().translate(IN_NAMES)
    # A capital i and a small l are the same stroke.
    return "".join(letter for letter in plain if letter.isalnum()).replace("i", "l")


def fold_text(text: str) -> str:
    """``text`` in small Latin letters without accents, with one space between words: for lists of words."""
    plain = unicodedata.normalize("NFKD", without_invisible(text)).casefold().translate(IN_TEXT)
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())


def without_invisible(text: str) -> str:
    """``text`` without what splits a word unseen: soft hyphens, joiners, marks of direction."""
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")


def without_towers(name: str) -> str:
    """``name`` with at most two marks on one letter: towers of them cover the lines above."""
    marks = "".join(letter if unicodedata.combining(letter) else " " for letter in name)
    return "".join(
        letter
        for place, letter in enumerate(name)
        if not re.fullmatch(r"[^ ]{3}", marks[max(place - 2, 0) : place + 1])
    )
