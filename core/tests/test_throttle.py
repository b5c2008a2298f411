from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connections, transaction

from core.models import DailyKey, Spending
from core.throttle import Budget, OverBudget, forget, network_code, spend

THRICE = Budget("test", amount=3, seconds=600)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(freezer):
    freezer.move_to("2026-11-21 12:01:00")
    return freezer


def spent(budget, subject, times):
    """How many of so many times were allowed."""
    allowed = 0
    for _ in range(times):
        try:
            spend(budget, subject)
            allowed += 1
        except OverBudget:
            pass
    return allowed


def test_budget_is_spent_and_comes_back_in_the_next_period(clock):
    assert spent(THRICE, "a", 5) == 3

    with pytest.raises(OverBudget) as over:
        spend(THRICE, "a")
    assert over.value.retry_after == 9 * 60

    clock.tick(over.value.retry_after)
    assert spent(THRICE, "a", 1) == 1


def test_each_subject_and_each_budget_has_its_own():
    spent(THRICE, "a", 3)

    assert spent(THRICE, "b", 5) == 3
    assert spent(Budget("other", amount=1, seconds=600), "a", 5) == 1


def test_what_is_undone_was_not_spent():
    def undone():
        with transaction.atomic():
            spend(THRICE, "a")
            raise RuntimeError

    for _ in range(5):
        with pytest.raises(RuntimeError):
            undone()

    assert spent(THRICE, "a", 5) == 3


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_no_more_than_the_amount_get_through():
    def one(_):
        try:
            return spent(THRICE, "a", 1)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(one, range(24))) == 3


def test_code_hides_the_address_and_is_the_same_for_one_network():
    codes = [
        network_code(address) for address in ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1")
    ]

    assert codes[0] == codes[1] != codes[2]
    assert network_code("192.0.2.7") != network_code("192.0.2.8")
    assert network_code("192.0.2.7") == network_code("::ffff:192.0.2.7")
    assert network_code("") == network_code("unix:")
    assert "192.0.2.7" not in network_code("192.0.2.7")


def test_P7_code_differs_from_day_to_day_and_old_keys_are_destroyed(clock):
    codes = []
    for day in range(21, 25):
        clock.move_to(f"2026-11-{day} 12:00:00")
        codes.append(network_code("192.0.2.7"))

    assert len(set(codes)) == 4
    assert list(DailyKey.objects.order_by("day").values_list("day", flat=True)) == [
        date(2026, 11, 23),
        date(2026, 11, 24),
    ]


def test_past_periods_and_old_keys_are_forgotten(clock):
    network_code("192.0.2.7")
    spend(THRICE, "a")
    clock.move_to("2026-11-23 12:00:00")
    spend(THRICE, "a")

    assert forget() == 2
    assert Spending.objects.count() == 1
    assert DailyKey.objects.count() == 0
