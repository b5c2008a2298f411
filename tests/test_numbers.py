"""Numbers that no database holds, in addresses and forms: not there, and no fault of ours."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter

pytestmark = pytest.mark.django_db

OURS = ("comments.", "core.", "headless.", "home.", "members.", "news.", "publications.", "search.", "users.")
LARGE = 987_654_321_987_654_321
HUGE = "9" * 20


def with_numbers(resolver: URLResolver, *namespaces: str) -> Iterator[tuple[str, dict]]:
    """Yield name, with its namespaces, and converters of each address of ours that holds a number."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from with_numbers(pattern, *namespaces, *filter(None, [pattern.namespace]))
        elif _is_ours(pattern) and any(map(_is_number, pattern.pattern.converters.values())):
            yield ":".join([*namespaces, pattern.name]), pattern.pattern.converters


def _is_ours(pattern: URLPattern) -> bool:
    return bool(pattern.name) and pattern.lookup_str.startswith(OURS)


def _is_number(converter) -> bool:
    return isinstance(converter, IntConverter)


def test_number_that_no_database_holds_is_not_there(make_writer, admin_client):
    writer = make_writer()
    asked = 0

    for name, converters in with_numbers(get_resolver()):
        values = {part: LARGE if _is_number(kind) else "x" for part, kind in converters.items()}
        address = reverse(name, kwargs=values).replace(str(LARGE), HUGE)
        for browser in (writer.client, admin_client):
            assert browser.get(address).status_code < 500, address
            assert browser.post(address).status_code < 500, address
        asked += 1

    assert asked > 40


def test_choice_that_no_database_holds_is_refused(writer):
    answer = writer.post("stap/place/", writer.fields("stap/place/") | {"themes": [HUGE]})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["themes"]
