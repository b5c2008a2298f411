import pytest
from django.utils.translation import override
from wagtail.models import Locale

from core.localization import active_locale, default_locale, localized
from core.models import Theme
from news.models import NewsPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def themes(make_theme, english):
    green, chances = make_theme("Groen", number=1), make_theme("Kansen", number=2)
    translation = green.copy_for_translation(english)
    translation.name, translation.slug = "Green", "green"
    translation.save()
    return [green, chances]


def test_translated_objects_are_replaced_and_the_others_stay(themes, english):
    assert [theme.name for theme in localized(themes, english)] == ["Green", "Kansen"]


def test_objects_of_the_language_itself_cost_no_query(themes, django_assert_num_queries):
    locale = default_locale()

    with django_assert_num_queries(0):
        assert localized(themes, locale) == themes


@pytest.mark.parametrize("number", [1, 2])
def test_translations_of_any_number_cost_one_query(themes, english, number, django_assert_num_queries):
    with django_assert_num_queries(1):
        localized(themes[:number], english)


def test_unpublished_translation_is_not_shown(tree, english):
    page = tree.news("Buurtfeest")
    tree.home.copy_for_translation(english)
    tree.news_index.copy_for_translation(english)
    page.copy_for_translation(english)

    assert localized([page], english) == [page]


def test_language_without_locale_falls_back_to_dutch(settings):
    with override("en"):
        assert active_locale() == default_locale()


def test_language_that_is_added_later_is_found(settings):
    with override("en"):
        active_locale()
        english = Locale.objects.create(language_code="en")
        assert active_locale() == english


def test_about_finds_pages_by_theme_in_every_language(tree, themes, english):

    page = tree.news("Zonnepanelen", themes=[themes[0]])
    green = Theme.objects.get(locale=english)

    assert list(NewsPage.objects.about(green)) == [page]


def test_card_of_a_dutch_page_names_its_themes_in_the_language_of_the_reader(
    tree, themes, django_assert_num_queries
):
    page = tree.news("Zonnepanelen", themes=themes)
    Theme.objects.terms()

    with override("en"), django_assert_num_queries(1):
        (card,) = NewsPage.objects.filter(pk=page.pk).with_themes()
        assert [theme.name for theme in card.shown_themes] == ["Green", "Kansen"]
    assert [theme.name for theme in NewsPage.objects.get(pk=page.pk).shown_themes] == ["Groen", "Kansen"]
