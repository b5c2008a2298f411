"""Searches without result: counted, so that staff can see what is missing, without a trace of who searched."""

import logging
import re
from datetime import timedelta

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from search.models import Miss
from search.text import words_of

log = logging.getLogger(__name__)

# Not noted: what may be an address, a telephone or account number, or a sentence with somebody's story in it.
PERSONAL = re.compile(r"@|\b\d{4}\s?[a-z]{2}\b|https?:|www\.", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SHORTEST, LONGEST, MOST_WORDS = 3, 80, 5
# What only one person asked may be a name, and tells little of what is missing.
KEPT_DAYS, KEPT_DAYS_ONCE = 365, 30


def note_miss(*, text: str) -> None:
    """Counts one more search for the words of ``text``, unless they may say something about a person.

    A year is let through; other numbers are not. Never fails: a search without result is no reason for an error.
    """
    words = " ".join(words_of(text))
    if (
        PERSONAL.search(text)
        or any(character.isdigit() for character in YEAR.sub("", text))
        or not SHORTEST <= len(words) <= LONGEST
        or words.count(" ") >= MOST_WORDS
    ):
        return
    try:
        _count(words)
    except DatabaseError:
        log.warning("a search without result was not counted", exc_info=True)


@transaction.atomic
def _count(words: str) -> None:
    today = timezone.localdate()
    if Miss.objects.filter(text=words).update(times=F("times") + 1, last_day=today):
        return
    if not Miss.objects.is_full_today():
        Miss.objects.bulk_create(
            [Miss(text=words, times=1, first_day=today, last_day=today)], ignore_conflicts=True
        )


def forget_misses() -> int:
    """Deletes what nobody has asked for in a year, or asked once a month ago; returns how many texts."""
    today = timezone.localdate()
    outdated = Miss.objects.outdated(today - timedelta(KEPT_DAYS), once=today - timedelta(KEPT_DAYS_ONCE))
    return outdated.delete()[0]
