"""A list in another language tells how much more there is in Dutch."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.tree import text_of

pytestmark = pytest.mark.django_db

HINT = ".listing-head__more a"


@pytest.fixture
def green(make_theme, english):
    theme = make_theme("Groen")
    translation = theme.copy_for_translation(english)
    translation.name, translation.slug = "Green", "green"
    translation.save()
    return theme


@pytest.fixture
def lists(tree, translate, django_capture_on_commit_callbacks):
    for page in (tree.home, tree.news_index, tree.member_index, tree.publication_index):
        with django_capture_on_commit_callbacks(execute=True):
            translate(page)
    return tree


@pytest.mark.parametrize(
    ("add", "dutch", "other"),
    [
        ("news", "/nieuws/", "/en/en-nieuws/"),
        ("member", "/leden/", "/en/en-leden/"),
        ("publication", "/publicaties/", "/en/en-publicaties/"),
    ],
)
def test_list_says_how_many_more_are_only_in_dutch(
    lists, green, translate, visit, django_capture_on_commit_callbacks, add, dutch, other
):
    make = getattr(lists, add)
    translated = make("Vertaald", themes=[green])
    assert text_of(visit(other).select_one(HINT)) == "1 more only in Dutch"
    with django_capture_on_commit_callbacks(execute=True):
        translate(translated)
    assert visit(other).select_one(HINT) is None

    make("Groen", themes=[green])
    make("Iets anders")
    make("Concept", live=False)

    link = visit(other).select_one(HINT)
    assert (text_of(link), link["href"], link["hreflang"]) == ("2 more only in Dutch", dutch, "nl")
    about_green = visit(other, thema="green").select_one(HINT)
    assert (text_of(about_green), about_green["href"]) == ("1 more only in Dutch", f"{dutch}?thema=groen")
    assert visit(dutch).select_one(HINT) is None


def test_hint_costs_nothing_once_it_is_known(lists, client):
    lists.news()
    client.get("/en/en-nieuws/")
    with CaptureQueriesContext(connection) as again:
        client.get("/en/en-nieuws/")

    assert len(again) <= 14
    assert not [query for query in again if "NOT" in query["sql"] and "translation_key" in query["sql"]]


def test_calendar_says_what_is_coming_only_in_dutch(
    lists, translate, visit, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        translate(lists.event_index)
    lists.event("Voorbij", start=timezone.now() - timedelta(days=2))
    assert visit("/en/en-agenda/").select_one(HINT) is None

    lists.event("Straks", start=timezone.now() + timedelta(days=2))

    link = visit("/en/en-agenda/").select_one(HINT)
    assert (text_of(link), link["href"]) == ("1 more only in Dutch", "/agenda/")
    assert visit("/agenda/").select_one(HINT) is None


def test_list_narrowed_down_by_more_than_a_theme_says_nothing(lists, visit):
    lists.member("Buurttuin")

    assert visit("/en/en-leden/", q="tuin").select_one(HINT) is None
