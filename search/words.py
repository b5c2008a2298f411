"""The words of the index that are a word of a query in another form, or begin or end with it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import chain

from search.enums import Nearness
from search.models import Word
from search.text import Language

# Shorter words begin or end half the dictionary.
SHORTEST_BEGINNING, SHORTEST_ENDING = 3, 4
# A stem has to be longer to be the beginning of others: “koor” and “bellen” are no “kor…” and no “bel…”.
SHORTEST_STEM_BEGINNING = 4
# How much longer a word of another language than that of the query may be than its stem: “gardens”, “gardening”.
LONGEST_FOREIGN_ENDING = 3
MOST_RELATED = 12

# Of words of a query their stems by the code of the language.
Stems = Mapping[str, Mapping[str, str]]


@dataclass
class Group:
    """One word of the query: ``words`` are the words of the index that it may stand for, with their nearness.

    ``texts`` are those words themselves; ``correction`` is set when only a word with one mistake answers.
    """

    term: str
    words: dict[int, int] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)
    correction: str = ""

    def add(self, pk: int, text: str, nearness: int) -> None:
        """Adds a word, or brings it nearer."""
        self.words[pk] = max(nearness, self.words.get(pk, 0))
        self.texts.add(text)


def stems_of(terms: Collection[str], spoken: Collection[Language], own: str) -> Stems:
    """Of each term its stem in each language, by code; a Dutch word has no stem in English that is half of it."""
    return {
        term: {
            each.code: stem
            for each in spoken
            if (stem := each.stem(term))
            and (each.code == own or len(term) - len(stem) <= LONGEST_FOREIGN_ENDING)
        }
        for term in terms
    }


def related(stems: Stems, forgiving: Collection[str]) -> list[Group]:
    """For each term its own forms; for those that are ``forgiving`` also words that begin or end with it."""
    groups = [Group(term) for term in stems]
    every_stem = set(chain.from_iterable(by_code.values() for by_code in stems.values()))
    parts = {term for term in forgiving if len(term) >= SHORTEST_BEGINNING}
    parts |= {
        stem for term in forgiving for stem in stems[term].values() if len(stem) >= SHORTEST_STEM_BEGINNING
    }
    rows = Word.objects.around(stems, every_stem, parts).values_list("pk", "language", "text", "stem")
    # The shortest first: they are nearest to what was typed.
    for pk, code, text, stem in sorted(rows, key=lambda row: (len(row[2]), row[2])):
        for group in groups:
            own_stem = stems[group.term].get(code, group.term)
            nearness = _nearness(group.term, own_stem, text, stem, group.term in forgiving)
            is_related = nearness in (Nearness.BEGINS_WITH_IT, Nearness.ENDS_WITH_IT)
            if nearness and not (is_related and len(group.words) >= MOST_RELATED):
                group.add(pk, text, nearness)
    return groups


def _nearness(term: str, stem: str, word: str, word_stem: str, is_forgiving: bool) -> int:
    if word == term:
        return Nearness.SAME
    if word_stem == stem:
        return Nearness.SAME_STEM
    if not is_forgiving:
        return 0
    if len(term) >= SHORTEST_BEGINNING and word.startswith(term):
        return Nearness.BEGINS_WITH_IT
    if len(stem) >= SHORTEST_STEM_BEGINNING and word.startswith(stem):
        return Nearness.BEGINS_WITH_IT
    if len(stem) >= SHORTEST_ENDING and word_stem.endswith(stem):
        return Nearness.ENDS_WITH_IT
    return 0
