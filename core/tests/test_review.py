from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from core.models import SiteSettings
from core.review import pages_due
from core.services import confirm_still_correct
from members.models import MemberPage
from news.models import NewsPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def settings_of(tree):
    return SiteSettings.for_site(tree.site)


def titles_due(settings, today):
    return sorted(page.title for page in pages_due(settings, today))


def test_news_is_due_24_months_after_its_date(tree, settings_of, today):
    tree.news("Oud", date=date(2024, 11, 21))
    tree.news("Jong", date=date(2024, 11, 22))

    assert titles_due(settings_of, today) == ["Oud"]


def test_own_date_goes_before_the_period(tree, settings_of, today):
    tree.news("Later", date=date(2017, 1, 1), review_date=today + timedelta(days=1))
    tree.news("Nu", date=date(2026, 1, 1), review_date=today)

    assert titles_due(settings_of, today) == ["Nu"]


def test_publication_is_due_on_its_own_date_only(tree, settings_of, today):
    tree.publication("Nooit", date=date(2010, 1, 1))
    tree.publication("Vandaag", date=date(2010, 1, 1), review_date=today)

    assert titles_due(settings_of, today) == ["Vandaag"]


def test_member_is_due_12_months_after_the_last_change(tree, settings_of):
    member = tree.member("Buurttuin")
    member.save_revision().publish()
    changed = timezone.localdate(MemberPage.objects.get().latest_revision_created_at)

    assert titles_due(settings_of, changed.replace(year=changed.year + 1) - timedelta(days=1)) == []
    assert titles_due(settings_of, changed.replace(year=changed.year + 1)) == ["Buurttuin"]


def test_period_of_zero_months_means_never(tree, settings_of, today):
    tree.news("Oud", date=date(2010, 1, 1))
    settings_of.review_news_after_months = 0

    assert titles_due(settings_of, today) == []


def test_page_that_is_not_on_line_is_not_due(tree, settings_of, today):
    tree.news("Oud", date=date(2010, 1, 1), live=False)

    assert titles_due(settings_of, today) == []


def test_translation_is_not_due_beside_its_source(english_tree, settings_of, translate, today):
    translate(english_tree.news("Oud", date=date(2010, 1, 1)))

    assert titles_due(settings_of, today) == ["Oud"]


def test_still_correct_moves_the_date_of_page_and_draft_on(tree, settings_of, admin_user):
    page = tree.news("Oud", date=date(2010, 1, 1))
    page.save_revision().publish()
    published_at = NewsPage.objects.get().last_published_at

    confirm_still_correct(page=page, settings=settings_of, by=admin_user)

    page = NewsPage.objects.get()
    again = timezone.localdate().replace(year=timezone.localdate().year + 2)
    assert page.review_date == page.get_latest_revision_as_object().review_date == again
    assert (page.has_unpublished_changes, page.last_published_at) == (False, published_at)
    assert page.live_revision_id == page.latest_revision_id


def test_still_correct_keeps_a_draft(tree, settings_of, admin_user):
    page = tree.news("Oud", date=date(2010, 1, 1))
    page.save_revision().publish()
    page = NewsPage.objects.get()
    page.title = "Nieuwe titel"
    page.save_revision()

    confirm_still_correct(page=NewsPage.objects.get(), settings=settings_of, by=admin_user)

    page = NewsPage.objects.get()
    assert (page.title, page.has_unpublished_changes) == ("Oud", True)
    assert page.get_latest_revision_as_object().title == "Nieuwe titel"


def test_still_correct_starts_the_period_of_a_member_anew(tree, settings_of, admin_user, today):
    member = tree.member("Buurttuin")
    member.save_revision().publish()
    Page.objects.filter(pk=member.pk).update(latest_revision_created_at=timezone.now() - timedelta(days=400))

    confirm_still_correct(page=MemberPage.objects.get(), settings=settings_of, by=admin_user)

    assert titles_due(settings_of, timezone.localdate()) == []


def test_still_correct_is_logged(tree, settings_of, admin_user):
    page = tree.news("Oud", date=date(2010, 1, 1))

    confirm_still_correct(page=page, settings=settings_of, by=admin_user)

    entry = PageLogEntry.objects.get(action="core.still_correct")
    assert (entry.page_id, entry.user) == (page.pk, admin_user)
