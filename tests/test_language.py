"""The interface is written at language level B1: short sentences, everyday words (safety Q10)."""

import re
from pathlib import Path

import polib

CATALOGUE = Path(__file__).parent.parent / "locale" / "nl" / "LC_MESSAGES" / "django.po"
MOST_WORDS = 20
SENTENCE_END = re.compile(r"(?<=[.!?:])[”’)]?\s+|\n")
OFFICIAL = re.compile(
    r"\b(indien|middels|teneinde|derhalve|omtrent|aangaande|betreffende|desbetreffende|gelieve|dient te|dienen te|"
    r"ten behoeve van|met betrekking tot|alsmede|alvorens|conform|inzake|thans|tevens|reeds|desgewenst|faciliteren|"
    r"optimaliseren|implementeren|participeren|geautoriseerd|authenticatie|valideren)\b",
    re.IGNORECASE,
)


def texts() -> list[str]:
    """Every Dutch text of the interface, singular and plural."""
    entries = polib.pofile(str(CATALOGUE))
    return [text for entry in entries for text in (entry.msgstr, *entry.msgstr_plural.values()) if text]


def test_Q10_sentences_are_short():
    sentences = [sentence for text in texts() for sentence in SENTENCE_END.split(text)]

    assert len(sentences) > 1000
    assert [sentence for sentence in sentences if len(sentence.split()) > MOST_WORDS] == []


def test_Q10_words_are_those_of_every_day():
    assert [text for text in texts() if OFFICIAL.search(text)] == []


def test_quotation_marks_are_of_one_kind():
    """Dutch words, titles and buttons stand between ‘ and ’, as the quotes in stories do."""
    assert [text for text in texts() if re.search(r'[“”„«»]|"\w|&quot;', text)] == []
