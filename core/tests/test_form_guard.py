import pytest
from django.test import RequestFactory

from core.form_guard import (
    LEAST_SECONDS,
    MOST_SECONDS,
    TOKEN,
    TRAP,
    Finding,
    inspect,
    is_foreign,
    new_token,
    once_key,
)

HOUR = 3600


@pytest.fixture
def clock(freezer):
    freezer.move_to("2026-11-21 12:00:00")
    return freezer


def finding(token, purpose="form:1", **data):
    return inspect({TOKEN: token, **data}, purpose=purpose)


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (0, Finding.TOO_FAST),
        (LEAST_SECONDS - 1, Finding.TOO_FAST),
        (LEAST_SECONDS, Finding.CLEAR),
        (MOST_SECONDS, Finding.CLEAR),
        (MOST_SECONDS + 1, Finding.TOO_OLD),
        (-HOUR, Finding.CLEAR),
    ],
    ids=["at once", "too fast", "fast", "a day", "more than a day", "clock set back"],
)
def test_age_of_the_form(clock, age, expected):
    token = new_token("form:1")
    clock.tick(age)

    assert finding(token) == expected


def test_token_of_another_form_is_refused(clock):
    token = new_token("form:2")
    clock.tick(HOUR)

    assert finding(token) == Finding.FORGED


@pytest.mark.parametrize("wrong", ["", "x", "a:b", "a:b:c", "\x00", "é" * 1000])
def test_made_up_token_is_refused(wrong):
    assert finding(wrong) == Finding.FORGED
    assert inspect({}, purpose="form:1") == Finding.FORGED


def test_changed_token_is_refused(clock):
    token = new_token("form:1")
    clock.tick(HOUR)

    assert {finding(token[:place] + "A" + token[place + 1 :]) for place in (0, len(token) - 1)} == {
        Finding.FORGED
    }


def test_trap_that_was_filled_in_is_found(clock):
    token = new_token("form:1")
    clock.tick(HOUR)

    assert finding(token, **{TRAP: "https://example.org"}) == Finding.TRAPPED
    assert finding(token, **{TRAP: ""}) == Finding.CLEAR


@pytest.mark.parametrize(
    ("headers", "foreign"),
    [
        ({}, False),
        ({"Origin": "http://testserver"}, False),
        ({"Origin": "https://testserver"}, True),
        ({"Origin": "http://testserver.example.org"}, True),
        ({"Origin": "null"}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, True),
    ],
)
def test_where_the_form_was_sent_from(headers, foreign):
    assert is_foreign(RequestFactory().post("/", headers=headers)) == foreign


def test_once_key_tells_forms_and_answers_apart():
    key = once_key("token", {"name": "Anna", "ok": True})

    assert key == once_key("token", {"ok": True, "name": "Anna"})
    assert (
        len(
            {
                key,
                once_key("other", {"name": "Anna", "ok": True}),
                once_key("token", {"name": "Bas", "ok": True}),
            }
        )
        == 3
    )
