import time

import pytest
from django.core.exceptions import ValidationError

from core.form_fields import ManyLinesField, OneLineField, PlainEmailField

COMPOSED, DECOMPOSED = "Zoë", "Zoe\u0308"


@pytest.mark.parametrize("field", [OneLineField(), ManyLinesField()], ids=["line", "lines"])
def test_text_is_kept_in_one_form_of_unicode(field):
    assert field.clean(DECOMPOSED) == COMPOSED


@pytest.mark.parametrize(
    "field", [OneLineField(), ManyLinesField(), PlainEmailField()], ids=["line", "lines", "email"]
)
@pytest.mark.parametrize("bad", ["\x00", "\x1b[31m", "\x7f", "\x9b", "\ud800", "\ufffe", "\uffff"], ids=ascii)
def test_control_character_is_refused(field, bad):
    with pytest.raises(ValidationError):
        field.clean(f"a{bad}b@example.org")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x85", "\u2028", "\u2029"], ids=ascii)
def test_line_end_is_refused_in_one_line_and_an_ordinary_one_in_many(end):
    with pytest.raises(ValidationError):
        OneLineField().clean(f"Anna{end}Bcc: x@example.org")
    with pytest.raises(ValidationError):
        PlainEmailField().clean(f"a@example.org{end}b")

    assert ManyLinesField().clean(f"een{end}twee") == "een\ntwee"


def test_name_loses_what_turns_it_around_and_keeps_what_writes_it():
    assert OneLineField().clean("\u202eannA\u202c\u200b") == "annA"
    assert OneLineField().clean("می\u200cخواهم 👩\u200d🌾") == "می\u200cخواهم 👩\u200d🌾"


def test_address_fits_in_its_column_and_loses_what_nobody_sees():
    longest = "a" * 60 + "@" + ".".join(["b" * 60] * 3) + ".example"

    assert PlainEmailField().clean(f"\ufeff{longest}\u200b") == longest
    with pytest.raises(ValidationError):
        PlainEmailField().clean("a" * 12 + longest)


def test_tab_from_a_table_becomes_a_space():
    assert OneLineField().clean("Anna\tde Wit") == "Anna de Wit"


def test_long_text_is_refused_and_never_cut_by_the_browser():
    field = OneLineField(max_length=5)

    with pytest.raises(ValidationError):
        field.clean("zestig")
    assert "maxlength" not in field.widget.attrs


@pytest.mark.parametrize(
    "field", [OneLineField(), ManyLinesField(), PlainEmailField()], ids=["line", "lines", "email"]
)
@pytest.mark.parametrize("length", [31, 15_000, 60_000])
def test_T35_tower_of_marks_is_refused_before_it_keeps_the_server_busy(field, length):
    tower = "a" + "\u0301" * (length // 2) + "\u0327" * (length - length // 2)
    start = time.monotonic()

    with pytest.raises(ValidationError):
        field.clean(tower)

    assert time.monotonic() - start < 2


def test_letter_with_the_marks_of_any_writing_is_kept():
    assert ManyLinesField().clean("a" + "\u0327" * 30) == "a" + "\u0327" * 30


@pytest.mark.parametrize("field", [OneLineField, ManyLinesField, PlainEmailField])
def test_nothing_is_nothing(field):
    for nothing in ("  ", "\u200d\u200c", "\u00a0 \u3164", "\u2800", "\u0301"):
        assert field(required=False).clean(nothing) == ""
        with pytest.raises(ValidationError, match=str(field().error_messages["required"])):
            field().clean(nothing)
    with pytest.raises(ValidationError):
        field().clean(None)
