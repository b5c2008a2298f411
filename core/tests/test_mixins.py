from datetime import date

import pytest
from django.core.exceptions import ValidationError

from core.models import SiteSettings
from news.models import NewsPage

pytestmark = pytest.mark.django_db


def test_picture_without_description_is_refused_at_the_field(tree, make_image):
    page = tree.news()
    page.image = make_image()

    with pytest.raises(ValidationError) as error:
        page.full_clean()

    assert list(error.value.message_dict) == ["image_alt"]


@pytest.mark.parametrize("choice", [{"image_alt": "Een bankje."}, {"image_decorative": True}])
def test_picture_with_description_or_choice_is_accepted(tree, make_image, choice):
    page = tree.news(image=make_image(), **choice)

    page.full_clean()


@pytest.mark.parametrize(
    ("written", "months", "expected"),
    [
        (date(2024, 11, 21), 24, True),
        (date(2024, 11, 22), 24, False),
        (date(2017, 11, 2), 24, True),
        (date(2017, 11, 2), 0, False),
        (date(2024, 2, 29), 12, True),
    ],
)
def test_older_notice_appears_after_the_set_months(written, months, expected, today):
    page = NewsPage(date=written)

    assert page.is_older(SiteSettings(older_after_months=months), today) is expected


def test_older_notice_can_be_switched_off_per_page(today):
    page = NewsPage(date=date(2017, 11, 2), show_older_notice=False)

    assert page.is_older(SiteSettings(older_after_months=24), today) is False


def test_read_also_leaves_out_what_visitors_cannot_read(tree):
    page, shown, draft = tree.news("Een"), tree.news("Twee"), tree.news("Concept", live=False)
    for target in (draft, shown):
        page.related_pages.create(target=target)

    assert [related.title for related in page.related_articles()] == ["Twee"]
