"""Budgets: how often something may happen within a period, counted in the database.

In the database and not in the cache, which may be absent, culled, or different for each process: a limit must
hold then too. A spending is part of the transaction around it, so what is undone was not spent.
"""

import hmac
import ipaddress
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from core.models.throttle import DailyKey, Spending


@dataclass(frozen=True)
class Budget:
    """``amount`` times per ``seconds`` for each subject."""

    name: str
    amount: int
    seconds: int


class OverBudget(Exception):  # noqa: N818 - a state of affairs, not a fault
    """The budget is spent; ``retry_after`` is the number of seconds until there is a new one."""

    def __init__(self, retry_after: int):
        super().__init__(f"again in {retry_after} seconds")
        self.retry_after = retry_after

    @property
    def minutes(self) -> int:
        """The same in minutes, rounded up: what people are told."""
        return ceil(self.retry_after / 60)


@transaction.atomic
def spend(budget: Budget, subject: str) -> None:
    """Take one from the budget of ``subject``. Raises ``OverBudget`` when nothing is left in this period."""
    now = int(time.time())
    start = now - now % budget.seconds
    end = start + budget.seconds
    row = Spending(subject=f"{budget.name}:{subject}:{start}", until=datetime.fromtimestamp(end, UTC))
    Spending.objects.bulk_create([row], ignore_conflicts=True)
    # One statement counts and compares: of many at the same moment no more than the amount get through.
    if not Spending.objects.filter(subject=row.subject, used__lt=budget.amount).update(used=F("used") + 1):
        raise OverBudget(end - now)


def network_code(address: str) -> str:
    """A code for the network of an internet address, another one each day, from which nobody reads it."""
    return hmac.digest(_key_of_today().encode(), network_of(address).encode(), "sha256").hex()[:32]


def forget() -> int:
    """Delete what ended: spendings of past periods, keys of before yesterday. Returns how many rows."""
    spendings, _ = Spending.objects.filter(until__lt=timezone.now()).delete()
    return spendings + _forget_keys()


def network_of(address: str) -> str:
    """An IPv4 address itself; of an IPv6 address the /64, which is what one household gets."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:  # a server behind a socket knows no address: then all visitors share one budget
        return ""
    ip = getattr(ip, "ipv4_mapped", None) or ip
    return str(ip) if ip.version == 4 else str(ipaddress.ip_network((int(ip), 64), strict=False))


def _key_of_today() -> str:
    today = timezone.localdate()
    known = DailyKey.objects.filter(day=today).first()
    if known is None:
        DailyKey.objects.bulk_create([DailyKey(day=today, key=secrets.token_hex(32))], ignore_conflicts=True)
        _forget_keys()
        known = DailyKey.objects.get(day=today)
    return known.key


def _forget_keys() -> int:
    return DailyKey.objects.filter(day__lt=timezone.localdate() - timedelta(days=1)).delete()[0]
