from datetime import date

import pytest

from core.listing import Listing, ThemeFilter, YearFilter, address
from core.localization import default_locale
from news.models import NewsPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def news(tree, make_theme):
    green, chances = make_theme("Groen", number=1), make_theme("Kansen", number=2)
    tree.news("Oud", date=date(2017, 11, 2), themes=[green])
    tree.news("Midden", date=date(2022, 4, 25), themes=[green, chances])
    tree.news("Nieuw", date=date(2026, 9, 1))
    return NewsPage.objects.for_listing()


def listing(pages, **query):
    filters = [ThemeFilter(default_locale()), YearFilter()]
    return Listing(pages, query=query, name="test", filters=filters, per_page=2)


def titles(listing):
    return [page.title for page in listing.page]


def test_list_without_choice_shows_everything_newest_first(news):
    shown = listing(news)

    assert (titles(shown), shown.count, shown.is_filtered) == (["Nieuw", "Midden"], 3, False)


def test_theme_and_year_narrow_the_list_together(news):
    shown = listing(news, thema="groen", jaar="2017")

    assert (titles(shown), shown.count, shown.is_filtered) == (["Oud"], 1, True)


def test_options_have_counts_and_keep_the_other_choice(news):
    themes, years = listing(news, jaar="2022").facets

    assert [(o.label, o.count, o.href) for o in themes.options] == [
        ("Groen", 2, "?jaar=2022&thema=groen"),
        ("Kansen", 1, "?jaar=2022&thema=kansen"),
    ]
    assert [(o.label, o.count, o.selected) for o in years.options] == [
        ("2026", 1, False),
        ("2022", 1, True),
        ("2017", 1, False),
    ]
    assert years.clear_href == "."


@pytest.mark.parametrize(
    "query", [{"thema": "bestaat-niet"}, {"jaar": "0000"}, {"jaar": "x"}, {"p": "x"}, {"p": "99"}]
)
def test_value_that_makes_no_sense_is_ignored(news, query):
    assert listing(news, **query).count == 3


@pytest.mark.parametrize(
    ("query", "words"),
    [({"jaar": "2019"}, "uit 2019"), ({"thema": "stil"}, "met het thema Stil")],
)
def test_value_that_no_page_has_empties_the_list(news, make_theme, query, words):
    make_theme("Stil", number=3)

    shown = listing(news, **query)

    assert (titles(shown), shown.words, shown.is_filtered) == ([], words, True)
    assert [(facet.selected.count, facet.clear_href) for facet in shown.facets if facet.selected] == [
        (0, ".")
    ]


@pytest.mark.parametrize(
    ("sent", "number"), [("0", 1), ("-1", 1), ("", 1), ("²", 1), ("2", 2), ("3", 2), ("9" * 5000, 1)]
)
def test_number_outside_the_list_shows_its_nearest_page(news, sent, number):
    assert listing(news, p=sent).page.number == number


def test_pages_of_results_keep_the_choice(news):
    shown = listing(news, thema="groen", p="1")

    assert (shown.previous_href, shown.next_href) == ("", "")
    assert listing(news, p="2").previous_href == "."
    assert listing(news).next_href == "?p=2"


def test_address_is_the_same_for_the_same_choice():
    assert address({"thema": "groen", "jaar": "2022", "p": "1"}) == "?jaar=2022&thema=groen"


def test_counts_cost_no_query_until_a_page_changes(news, tree, django_assert_num_queries):
    listing(news)
    with django_assert_num_queries(1):  # the pages of the list themselves
        titles(listing(news))

    tree.news("Nog een", date=date(2026, 10, 1))

    assert listing(news).facets[1].options[0].count == 2


def test_counts_follow_when_a_page_is_taken_off_the_site(news):
    listing(news)
    NewsPage.objects.get(title="Oud").unpublish()

    assert [option.label for option in listing(news).facets[1].options] == ["2026", "2022"]
