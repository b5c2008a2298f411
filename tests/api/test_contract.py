"""Any request that the OpenAPI document allows, and many that it does not: no fault, no answer outside its schema.

The suite tries a few, the same each time. Before a release try many others:
``API_EXAMPLES=300 pytest tests/api/test_contract.py``.
"""

import os

import pytest
import schemathesis
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import CHECKS as ALL
from schemathesis.checks import load_all_checks

from core.localization import forget_locales
from core.models import Author, Theme
from headless import limits
from headless.documents import openapi
from members.models import Place
from publications.models import PublicationKind
from tests.tree import Tree

EXAMPLES = int(os.environ.get("API_EXAMPLES", "4"))
IS_SUITE = "API_EXAMPLES" not in os.environ

load_all_checks()
CHECKS = ALL.get_by_names(
    [
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_schema_conformance",
    ]
)


OPERATIONS = [
    (path, method, operation["operationId"])
    for path, operations in openapi()["paths"].items()
    for method, operation in operations.items()
]


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    """One page of each kind, once for all operations; what they send in is undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        forget_locales()
        cache.clear()
        tree = Tree()
        theme = Theme.objects.create(name="Zorg", slug="zorg-voor-elkaar", number=1, lead="Over zorg.")
        place = Place.objects.filter(slug="breda").first()
        Author.objects.create(
            name="LSA bewoners", kind="organisation", since_year=1986, bio="Al {years} jaar."
        )
        tree.news(themes=[theme]).tags.add("zeggenschap")
        tree.event(themes=[theme])
        kind = PublicationKind.objects.create(name="Verslag", slug="verslag", plural="Verslagen")
        tree.publication(kind=kind)
        tree.member(place=place, nationwide=place is None)
        tree.standard()
        tree.form_page()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def document():
    """The document, and the site to ask, on the connection of the test: as Django's own client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize(
    ("path", "method", "name"), OPERATIONS, ids=[name for _path, _method, name in OPERATIONS]
)
def test_answers_stay_within_the_document(path, method, name, site, document):
    operation = document[path][method.upper()]

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=IS_SUITE,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def try_it(case):
        limits.forget()
        case.call_and_validate(checks=CHECKS, headers={"Accept-Encoding": "identity"})

    try_it()
