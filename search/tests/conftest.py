import pytest
from django.core.cache import cache
from django.db import transaction

from core.localization import forget_locales
from search.tests import corpus


@pytest.fixture(autouse=True)
def _indexed(indexed):
    """Whatever is saved here can be found."""


@pytest.fixture(scope="module")
def demo_pages(django_db_setup, django_db_blocker):
    """The texts of the demo in the index, once for all tests of a module that ask and change nothing."""
    with django_db_blocker.unblock(), transaction.atomic():
        forget_locales()
        cache.clear()
        yield corpus.plant()
        transaction.set_rollback(True)
