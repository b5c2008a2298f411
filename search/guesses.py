"""What a word that no page has may stand for: a word with a typing mistake, or a compound of words that pages have."""

from collections.abc import Collection, Iterator
from itertools import chain
from string import ascii_lowercase

from search.enums import Nearness
from search.models import Word
from search.text import Language
from search.words import Group, Stems, related

# One mistake makes any shorter word another word.
SHORTEST_MISTAKE = 4
# Another letter in a short word, or in the stem of one, mostly makes another word: café and came, melden and bellen.
SHORTEST_WRONG_LETTER, SHORTEST_STEM_WRONG_LETTER = 5, 8
LONGEST_GUESSED = 30
# A word that may be the first half of a compound, and what is left of that.
SHORTEST_HALF, SHORTEST_REST = 6, 4


def forgive_mistakes(groups: Collection[Group], known_stems: Stems, code: str) -> None:
    """Gives each group the words of the index that are one typing mistake away, and the nearest as correction.

    A word is nearer than another form of one, then one of the language ``code``, then one on more pages.
    """
    words: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for group in groups:
        if SHORTEST_MISTAKE <= len(group.term) <= LONGEST_GUESSED:
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


def take_apart(
    groups: Collection[Group], spoken: Collection[Language], guessed: Collection[str]
) -> tuple[list[Group], list[str]]:
    """The groups, with a compound that no page has replaced by what it is made of; and what no page has the whole of.

    Of the terms in ``guessed`` the parts need not be known.
    """
    whole: list[Group] = []
    lacking: list[str] = []
    for group in groups:
        if group.words:
            whole.append(group)
            continue
        parts = _parts_of(group.term, spoken) or (_halves_of(group.term) if group.term in guessed else [])
        answered = [part for part in parts if part.words]
        whole += answered or [group]
        if not parts or len(answered) < len(parts):
            lacking.append(group.term)
    return whole, lacking


def _parts_of(term: str, spoken: Collection[Language]) -> list[Group]:
    """The known parts of a compound; its last part says most. Empty for any other word."""
    parts = list(chain.from_iterable(each.parts(term) for each in spoken))
    if not parts:
        return []
    groups = related({part: {each.code: each.stem(part) for each in spoken} for part in parts}, forgiving=())
    for group in groups:
        nearness = Nearness.LAST_PART if group.term == parts[-1] else Nearness.FIRST_PART
        group.words = dict.fromkeys(group.words, nearness)
    return groups


def _halves_of(term: str) -> list[Group]:
    """The longest word of a page that is the beginning and at least half of ``term``, and the rest without words.

    For compounds of parts that nobody listed: “toegankelijkheidsverklaring” begins with “toegankelijkheid”. The end of
    a word tells less: “aanmelden” is no “melden”.
    """
    shortest = max(SHORTEST_HALF, (len(term) + 1) // 2)
    beginnings = [term[:length] for length in range(shortest, len(term) - SHORTEST_REST + 1)]
    if not beginnings or len(term) > LONGEST_GUESSED:
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
