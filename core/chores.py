"""What ``housekeep`` does for every page type and form; each app has a ``chores.py`` with its own."""

from collections.abc import Callable

from django.utils.module_loading import autodiscover_modules

from core import outbox, throttle
from core.models import Tombstone

Chore = Callable[[], object]
_chores: list[Chore] = []


def chore(function: Chore) -> Chore:
    """Let ``housekeep`` call ``function`` each time; what it returns is printed after its name."""
    _chores.append(function)
    return function


def all_chores() -> list[Chore]:
    """The chores of every installed app, in the order of the apps."""
    autodiscover_modules("chores")
    return list(_chores)


@chore
def deliver_mail() -> str:
    """Offers the mail server what it did not take before."""
    return f"{outbox.deliver_due()} mails wait"


@chore
def forget_mail() -> str:
    """Deletes what mails said after the period for which they are kept."""
    return f"{outbox.forget()} rows emptied or deleted"


@chore
def forget_budgets() -> str:
    """Deletes the counts of past periods and the keys of before yesterday."""
    return f"{throttle.forget()} rows deleted"


@chore
def forget_tombstones() -> str:
    """Deletes what is known of pages that went more than a year ago."""
    return f"{Tombstone.objects.outdated().delete()[0]} rows deleted"
