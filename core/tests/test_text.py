import pytest

from core.text import shorten


def test_short_text_stays_whole():
    assert shorten("Wij koken samen.", 160) == "Wij koken samen."


def test_long_text_ends_at_a_sentence():
    assert shorten("Wij koken samen. Daarna eten we aan één lange tafel op straat.", 40) == "Wij koken samen."


def test_one_long_sentence_ends_at_a_word():
    assert shorten("Wij koken elke week samen voor de hele straat", 24) == "Wij koken elke week…"


@pytest.mark.parametrize("length", [10, 40, 160])
def test_result_is_never_longer_than_asked(length):
    assert len(shorten("woord " * 100, length)) <= length


def test_line_breaks_and_double_spaces_become_one_space():
    assert shorten("Wij\n  koken", 20) == "Wij koken"
