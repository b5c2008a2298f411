"""What a visitor asked for, taken apart into words and phrases."""

import re
from dataclasses import dataclass

from search.text import language, words_of

QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]")
MOST_TERMS, MOST_FILLERS = 10, 5


@dataclass(frozen=True)
class Query:
    """The folded words to look for, and word sequences that must stand as they are (they were in quotes).

    ``fillers`` are the stop words: a page need not have them, but a title that does is nearer. ``code`` is the
    language that it is written in.
    """

    code: str
    terms: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()

    def __bool__(self):
        return bool(self.terms)


def parse(text: str, code: str) -> Query:
    """The query in ``text``, written in the language ``code``; empty when it holds no word."""
    spoken = language(code)
    phrases = [" ".join(words_of(quoted)) for quoted in QUOTED.findall(text)]
    words = dict.fromkeys(words_of(text))
    terms = [word for word in words if spoken.is_searched(word)]
    fillers = [word for word in words if word not in terms]
    if not terms:
        # Titles are indexed with all their words, so "ván en mét" is found although it says nothing.
        terms, fillers = [word for word in fillers if len(word) > 1], []
    return Query(
        code,
        tuple(terms[:MOST_TERMS]),
        tuple(phrase for phrase in phrases if " " in phrase),
        tuple(fillers[:MOST_FILLERS]),
    )
