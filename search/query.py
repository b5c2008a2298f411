"""What a visitor asked for, and the words of the index that answer it."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from string import ascii_lowercase

from django.conf import settings

from search.enums import Nearness
from search.models import Word
from search.text import Language, language, words_of

QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]")
MOST_TERMS, MOST_FILLERS = 10, 5
# Shorter words begin or end half the dictionary, and one mistake makes any of them another word.
SHORTEST_BEGINNING, SHORTEST_ENDING, SHORTEST_MISTAKE = 3, 4, 4
# A stem has to be longer to be the beginning of others: “koor” and “bellen” are no “kor…” and no “bel…”.
SHORTEST_STEM_BEGINNING = 4
# Another letter in a short word, or in the stem of one, mostly makes another word: café and came, melden and bellen.
SHORTEST_WRONG_LETTER, SHORTEST_STEM_WRONG_LETTER = 5, 8
LONGEST_MISTAKE = 30
# A word that may be the first half of a compound, and what is left of that.
SHORTEST_HALF, SHORTEST_REST = 6, 4
# How much longer a word of another language than that of the query may be than its stem: “gardens”, “gardening”.
LONGEST_FOREIGN_ENDING = 3
# Who mistypes more words than this types rubbish, which should not cost the database much.
MOST_MISTAKES = 2
MOST_RELATED = 12


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


@dataclass(frozen=True)
class Plan:
    """The groups that some page may answer, the phrases, and the words that no page has (``unknown``).

    ``fillers`` are the primary keys of stop words in the query, which count in titles.
    """

    groups: list[Group]
    fillers: tuple[int, ...] = ()
    phrases: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()

    @property
    def corrections(self) -> dict[str, str]:
        return {group.term: group.correction for group in self.groups if group.correction}

    @property
    def corrected_text(self) -> str:
        """The query with its mistakes mended, or empty when there are none."""
        corrections = self.corrections
        return " ".join(corrections.get(word, word) for word in self.terms) if corrections else ""


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


def make_plan(query: Query) -> Plan:
    """The words of the index for each word of ``query``, in all languages of the site. One to four queries."""
    spoken = [language(code) for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    quoted = set(chain.from_iterable(phrase.split() for phrase in query.phrases))
    forgiving = {term for term in query.terms if language(query.code).is_searched(term)} - quoted
    stems = _stems([*query.terms, *query.fillers], spoken, query.code)
    groups = _related(stems, forgiving)
    groups, fillers = groups[: len(query.terms)], groups[len(query.terms) :]
    lost = [group for group in groups if not group.words]
    unknown: list[str] = []
    if lost:
        mistyped = [group for group in lost if group.term in forgiving]
        if len(mistyped) <= MOST_MISTAKES:
            _forgive_mistakes(mistyped, stems, query.code)
        groups, unknown = _take_apart(groups, spoken)
    return Plan(
        [group for group in groups if group.words],
        tuple(pk for group in fillers for pk in group.words),
        query.phrases,
        tuple(unknown),
        query.terms,
    )


def _stems(terms: Collection[str], spoken: Collection[Language], own: str) -> dict[str, dict[str, str]]:
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


def _related(stems: Mapping[str, Mapping[str, str]], forgiving: Collection[str]) -> list[Group]:
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


def _forgive_mistakes(
    groups: Collection[Group], known_stems: Mapping[str, Mapping[str, str]], code: str
) -> None:
    """Gives each group the words of the index that are one typing mistake away, and the nearest as correction.

    A word is nearer than another form of one, then one of the language ``code``, then one on more pages.
    """
    words: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for group in groups:
        if SHORTEST_MISTAKE <= len(group.term) <= LONGEST_MISTAKE:
            words[group.term] = set(_one_mistake_from(group.term, SHORTEST_WRONG_LETTER))
            stems[group.term] = {
                mistaken
                for stem in set(known_stems[group.term].values())
                if len(stem) >= SHORTEST_MISTAKE
                for mistaken in _one_mistake_from(stem, SHORTEST_STEM_WRONG_LETTER)
            }
    if not words:
        return
    found = Word.objects.around(set().union(*words.values()), set().union(*stems.values()), ())
    rows = list(found.most_used().values_list("pk", "text", "stem", "language"))
    for group in groups:
        own_words, own_stems = words.get(group.term, ()), stems.get(group.term, ())
        near = [row for row in rows if row[1] in own_words or row[2] in own_stems]
        near.sort(key=lambda row: (row[1] not in own_words, row[3] != code))
        for pk, text, _stem, _language in near:
            group.add(pk, text, Nearness.ONE_MISTAKE)
            group.correction = group.correction or text


def _one_mistake_from(word: str, shortest_wrong_letter: int) -> Iterator[str]:
    """All words with one letter left out, swapped with the next, replaced or added, but the same first letter.

    Those are most typing mistakes; another first letter mostly makes another word. A letter is replaced only in a
    word of at least ``shortest_wrong_letter`` letters.
    """
    for position in range(1, len(word) + 1):
        before, after = word[:position], word[position:]
        if after:
            yield before + after[1:]
        if after and len(word) >= shortest_wrong_letter:
            yield from (before + letter + after[1:] for letter in ascii_lowercase)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        yield from (before + letter + after for letter in ascii_lowercase)


def _take_apart(groups: Collection[Group], spoken: Collection[Language]) -> tuple[list[Group], list[str]]:
    """The groups, with a compound that no page has replaced by what it is made of.

    Beside them the terms of which no page has some part.
    """
    whole: list[Group] = []
    lacking: list[str] = []
    for group in groups:
        parts = [] if group.words else _parts_of(group.term, spoken)
        answered = [part for part in parts if part.words]
        whole += answered or [group]
        if not group.words and (len(answered) < len(parts) or not parts):
            lacking.append(group.term)
    return whole, lacking


def _parts_of(term: str, spoken: Collection[Language]) -> list[Group]:
    """What a compound is made of; its last part says most. Empty for what is none."""
    parts = list(chain.from_iterable(each.parts(term) for each in spoken))
    if not parts:
        return _beginning_of(term)
    groups = _related({part: {each.code: each.stem(part) for each in spoken} for part in parts}, forgiving=())
    for group in groups:
        nearness = Nearness.LAST_PART if group.term == parts[-1] else Nearness.FIRST_PART
        group.words = dict.fromkeys(group.words, nearness)
    return groups


def _beginning_of(term: str) -> list[Group]:
    """The longest word of a page that is at least half of ``term``, and a group without words for the rest.

    For compounds of parts that nobody listed: “toegankelijkheidsverklaring” begins with “toegankelijkheid”. The end of
    a word tells less: “aanmelden” is no “melden”.
    """
    shortest = max(SHORTEST_HALF, (len(term) + 1) // 2)
    beginnings = [term[:length] for length in range(shortest, len(term) - SHORTEST_REST + 1)]
    if not beginnings or len(term) > LONGEST_MISTAKE:
        return []
    rows = Word.objects.filter(text__in=beginnings).most_used().values_list("pk", "text")
    longest = max((text for _pk, text in rows), key=len, default="")
    if not longest:
        return []
    group = Group(longest)
    for pk, text in rows:
        if text == longest:
            group.add(pk, text, Nearness.FIRST_PART)
    return [group, Group(term.removeprefix(longest))]
