"""Words as the index knows them: folded, stemmed and taken apart, so that each database is told the same."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import snowballstemmer

DATA = Path(__file__).parent / "data"
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# The article in “'s-Hertogenbosch”, and the letter in “e-mail”.
OLD_ARTICLE = re.compile(r"['’]s-")
ONE_LETTER_AND_WORD = re.compile(r"\b([^\W\d_])-(?=[^\W\d_])")
# What a text of a page is cut to: longer words are web addresses and rubbish.
LONGEST_WORD = 60
SHORTEST_PART = 3
STEMMERS = {"nl": "dutch_porter", "en": "english"}
KNOWN_WORDS = 2**16

# Plurals that no rule finds, words that a rule takes for another one, and other names of places.
IRREGULAR = {"leden": "lid", "steden": "stad", "kinderen": "kind", "musea": "museum", "ideeen": "idee"}
IRREGULAR |= {
    "centra": "centrum",
    "ouderen": "ouderen",
    "uitje": "uitje",
    "uitjes": "uitje",
    "markt": "markt",
}
IRREGULAR |= {"fryslan": "friesland", "gravenhage": "hag"}
# What is of a province: “Friese dorpen”. The others are found by a rule.
IRREGULAR |= dict.fromkeys(["fries", "friese"], "friesland") | dict.fromkeys(["zeeuws", "zeeuwse"], "zeeland")
IRREGULAR |= dict.fromkeys(["gelders", "gelderse"], "gelderland") | dict.fromkeys(
    ["drents", "drentse"], "drenth"
)
# Plurals that compounds end with as well: “raadsleden”, “wijkcentra”.
IRREGULAR_END = re.compile(r"(.+)(leden|kinderen|centra)")
# A number in letters is the number: “40 jaar” and “veertig jaar”.
NUMBERS = "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"
TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd"
IRREGULAR |= {
    word: str(number)
    for number, word in enumerate([*NUMBERS.split(), "zeventien", "achttien", "negentien"], 2)
}
IRREGULAR |= {word: str(10 * number) for number, word in enumerate(TENS.split(), 2)}
# What he or she does, after a long vowel or two consonants: “zij kookt”, “wie helpt”. The ends of nouns stay, such as
# “buurt”, “dienst” and “markt”.
HE_OR_SHE = re.compile(
    r"(.*(?:(?:aa|ee|oo|uu|oe|ui|ij|ei|ou|au)[fgklmnp]|ie[fgklmp]|[lr][gkmp]|nk))t(?<!markt)"
)
SOUNDS = str.maketrans("vz", "fs")

# What is left of a diminutive without “-je”, and what it is small for: the first pattern that fits.
DIMINUTIVE = re.compile(r"(.{3,})jes?")
SMALL_FOR = [
    (re.compile(pattern), word)
    for pattern, word in [
        (r"(.*([bdfgklmnprs])\2)et", r"\1"),  # weggetje, balletje
        (r"(.*ng)et", r"\1"),  # dingetje
        (r"(.*(?:kaart|taart|staart|vaart|buurt|soort|poort|woort))", r"\1"),  # kaartje
        (r"(.*(?:aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au)[lnrw])t", r"\1"),  # tuintje, vrouwtje
        (r"(.*[aeiou].*(?:e[lr]|[kgp]en))t", r"\1"),  # winkeltje, keukentje
        (r"(.*(?:[aeo]{2}|oe|ui|ij|l|r)m)p", r"\1"),  # boompje, filmpje
        (r"(.*[aeiou].*in)k", r"\1g"),  # tekeninkje
    ]
]


class Fold(dict):
    """Maps each character to one plain small letter, so that a folded text is as long as the text itself."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code).lower())[0]
        self[code] = plain
        return plain


_fold = Fold()


def fold(text: str) -> str:
    """``text`` in small letters without accents, of the same length when it is composed (NFC)."""
    return unicodedata.normalize("NFC", text).translate(_fold)


def words_of(text: str) -> Iterator[str]:
    """The folded words of ``text`` in order: “thema’s” is *thema*, “e-mail” is *email*, “LSA-leden” is two words."""
    for match in WORD.finditer(ONE_LETTER_AND_WORD.sub(r"\1", OLD_ARTICLE.sub("", fold(text)))):
        word, _apostrophe, tail = match.group().replace("’", "'").partition("'")
        word = word if len(tail) < 2 else (word + tail if len(word) > 1 else tail)
        if len(word) <= LONGEST_WORD:
            yield word


@dataclass(frozen=True)
class Language:
    """How the words of one language are brought together."""

    code: str
    stop_words: frozenset[str]

    def is_searched(self, word: str) -> bool:
        """Whether a folded word says anything: no stop word, no single letter."""
        return (len(word) > 1 or word.isdigit()) and word not in self.stop_words

    def stem(self, word: str) -> str:
        """What the forms of a folded word have in common: *wijken* and *wijk*, *huizen* and *huis*."""
        return _stem(self.code, word)

    def parts(self, word: str) -> list[str]:
        """The stems of the words that a Dutch compound is made of; empty for any other word."""
        return list(_parts(self.code, word)) if self.code == "nl" else []


@cache
def language(code: str) -> Language:
    """The language with this code; one that nobody described has no stop words and no stemmer."""
    return Language(code, frozenset(_lines(f"stop_words_{code}.txt")))


@lru_cache(KNOWN_WORDS)
def _stem(code: str, word: str) -> str:
    if code == "nl":
        return _dutch_stem(word)
    return _stemmer(code).stemWord(word) if code in STEMMERS else word


def _dutch_stem(word: str) -> str:
    """Snowball's Dutch stem, with the ends made alike that it leaves apart: *initiatiev* and *initiatief*."""
    word = _without_diminutive(word)
    if word in IRREGULAR:
        return IRREGULAR[word]
    if match := IRREGULAR_END.fullmatch(word):
        return match[1] + IRREGULAR[match[2]]
    if word.endswith(("ieen", "eeen")):
        word = word[:-2]
    elif word.endswith("ies"):
        word = word[:-1]
    elif match := HE_OR_SHE.fullmatch(word):
        word = match[1]
    stem = _stemmer("nl").stemWord(word)
    if len(stem) > SHORTEST_PART and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        stem = stem[:-1]
    return stem[:-1] + stem[-1:].translate(SOUNDS)


def _without_diminutive(word: str) -> str:
    """What a diminutive is small for: *tuintje* is a *tuin*, *feestje* a *feest*; any other word as it is."""
    match = DIMINUTIVE.fullmatch(word)
    if not match or word in IRREGULAR:
        return word
    for pattern, whole in SMALL_FOR:
        found = pattern.fullmatch(match[1])
        if found:
            return found.expand(whole)
    return match[1]


@cache
def _stemmer(code: str):
    return snowballstemmer.stemmer(STEMMERS[code])


@lru_cache(KNOWN_WORDS)
def _parts(code: str, word: str) -> tuple[str, ...]:
    """The longest last part counts: *bewonersbedrijven* is *bewoner* and *bedrijf*."""
    known = _known_parts()
    for position in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        first, last = _stem(code, word[:position]), word[position:]
        if first in known:
            if _stem(code, last) in known:
                return (first, _stem(code, last))
            further = _parts(code, last)
            if further:
                return (first, *further)
    return ()


@cache
def _known_parts() -> frozenset[str]:
    return frozenset(_stem("nl", word) for line in _lines("compound_parts_nl.txt") for word in line.split())


def _lines(name: str) -> list[str]:
    """The lines of a data file without comments, folded; nothing when there is no such file."""
    path = DATA / name
    if not path.exists():
        return []
    lines = [fold(line).strip() for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("#")]
