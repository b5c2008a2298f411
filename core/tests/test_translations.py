import pytest
from django.utils import timezone

from core.enums import VersionState
from core.translations import is_complete, translations_with_work, versions_of
from news.models import NewsPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def translate(translate, django_capture_on_commit_callbacks):
    """Publishing happens when the transaction is through."""

    def make(*args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return translate(*args, **kwargs)

    return make


def state(page, locale):
    version = versions_of([page]).get((page.translation_key, locale.pk))
    return version and version.state


def published(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def test_page_without_translation_has_no_version(tree, english):
    assert state(tree.news(), english) is None


def test_translation_that_is_not_published_is_a_draft_with_texts_to_do(english_tree, translate, english):
    page = published(english_tree.news())
    translate(page, missing=1, publish=False)

    version = versions_of([page])[(page.translation_key, english.pk)]

    assert (version.state, version.missing_texts) == (VersionState.DRAFT, 1)


def test_complete_published_translation_is_live(english_tree, translate, english):
    page = published(english_tree.news())
    translate(page)

    assert state(page, english) == VersionState.LIVE


def test_translation_is_out_of_date_when_the_source_is_published_again(english_tree, translate, english):
    page = published(english_tree.news())
    translate(page)

    page.lead = "Anders."
    page = published(page)

    assert state(page, english) == VersionState.OUT_OF_DATE


def test_translation_stays_out_of_date_when_changes_were_fetched_but_not_translated(
    english_tree, translate, english
):
    page = published(english_tree.news())
    translation = translate(page)
    page.lead = "Anders."
    page = published(page)

    translation.source.update_from_db()

    version = versions_of([page])[(page.translation_key, english.pk)]
    assert (version.state, version.missing_texts) == (VersionState.OUT_OF_DATE, 1)


def test_draft_of_the_source_does_not_make_its_translation_old(english_tree, translate, english):
    page = published(english_tree.news())
    translate(page)
    page.lead = "Anders."
    page.save_revision()

    assert state(page, english) == VersionState.LIVE


def test_source_is_never_behind_its_translation(english_tree, translate):
    page = published(english_tree.news())
    translate(page)
    translated = NewsPage.objects.get(locale__language_code="en")
    translated.last_published_at = timezone.now()

    assert state(translated, english_tree.home.locale) == VersionState.LIVE


def test_copy_without_the_translators_tool_is_judged_by_the_clock(english_tree, english):
    page = published(english_tree.news())
    copy = page.copy_for_translation(english)
    copy.save_revision().publish()
    assert state(page, english) == VersionState.LIVE

    page = published(page)

    assert state(page, english) == VersionState.OUT_OF_DATE


def test_versions_cost_two_queries(english_tree, translate, django_assert_num_queries):
    for _ in range(3):
        translate(published(english_tree.news()))
    pages = list(NewsPage.objects.filter(locale__language_code="nl"))
    versions_of(pages)  # the content types are remembered from here on

    with django_assert_num_queries(2):  # translations, versions
        versions_of(pages)


def test_work_counts_what_is_missing_or_changed(english_tree, translate):
    translate(published(english_tree.news("Klaar")))
    translate(published(english_tree.news("Half")), missing=1, publish=False)
    changed = published(english_tree.news("Veranderd"))
    translate(changed)
    published(changed)

    found = {translation.source.object_repr for translation in translations_with_work()}

    assert found == {"Half", "Veranderd"}


def test_translation_is_complete_when_every_text_has_one(english_tree, translate):
    assert is_complete(translate(english_tree.news()))
    assert not is_complete(translate(english_tree.news(), missing=1, publish=False))
