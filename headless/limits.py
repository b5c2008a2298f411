"""How much one program may ask. A limit is kept in the database and counted in portions, so that reading stays cheap.

Each process adds up what a network asks and takes it from the budget twenty requests at a time. So a limit is exact
to twenty for each process, and nineteen of twenty requests cost no query.
"""

import threading
import time
from collections import Counter

from core.throttle import Budget, OverBudget, network_code, spend
from headless.clients import Visit

PORTION = 20
MINUTE = 60
PER_NETWORK = Budget("api_network", amount=600 // PORTION, seconds=MINUTE)
PER_CLIENT = Budget("api_client", amount=6000 // PORTION, seconds=MINUTE)
MOST_REMEMBERED = 10_000

_lock = threading.Lock()
_asked: Counter[str] = Counter()
_spent_until: dict[str, float] = {}


def count(visit: Visit) -> None:
    """Count one request. Raises ``OverBudget`` when the client or the network asked too much in this minute."""
    now = time.time()
    subject = visit.subject
    with _lock:
        if len(_asked) + len(_spent_until) > MOST_REMEMBERED:
            forget()
        if now < _spent_until.get(subject, 0):
            raise OverBudget(max(1, round(_spent_until[subject] - now)))
        _spent_until.pop(subject, None)
        _asked[subject] += 1
        is_portion = _asked[subject] % PORTION == 0
    if is_portion:
        _take(visit, now)


def _take(visit: Visit, now: float) -> None:
    budget = PER_CLIENT if visit.is_client else PER_NETWORK
    subject = visit.subject if visit.is_client else network_code(visit.address)
    try:
        spend(budget, subject)
    except OverBudget as over:
        with _lock:
            _spent_until[visit.subject] = now + over.retry_after
        raise


def forget() -> None:
    """Start to count anew in this process; what was taken from a budget stays taken."""
    _asked.clear()
    _spent_until.clear()
