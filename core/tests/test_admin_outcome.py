"""A reviewer answers with the edit form and reads what came of it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from news.models import NewsPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def answer(tree, signed_in):
    """Sends a page in, answers it as the reviewer, and gives the messages: ``answer("approve")``."""

    def give(action, **fields):
        page = tree.news("Feest", live=False, **fields)
        page.save_revision(clean=False)
        page.get_workflow().start(page, signed_in("editor").user)
        reviewer = signed_in("reviewer")
        form = {
            "title": page.title,
            "slug": page.slug,
            "lead": page.lead,
            "date": "2026-01-01",
            "go_live_at": f"{page.go_live_at:%Y-%m-%d %H:%M}" if page.go_live_at else "",
            "body-count": "0",
            "action-workflow-action": "true",
            "workflow-action-name": action,
            **{
                f"{formset}-{field}": "0"
                for formset in ("footnotes", "related_pages", "comments")
                for field in ("TOTAL_FORMS", "INITIAL_FORMS")
            },
        }
        response = reviewer.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            form | {"comment_notifications": ""},
            follow=True,
        )
        shown = BeautifulSoup(response.content, "html.parser").select(".messages li")
        return " ".join(" ".join(item.get_text(" ").split()) for item in shown)

    return give


def test_approval_says_that_the_page_is_on_the_site(answer):
    assert "Je hebt ‘Feest’ goedgekeurd. De pagina staat nu op de site." in answer("approve")
    assert NewsPage.objects.get().live


def test_approval_of_a_planned_page_says_that_it_waits(answer):
    told = answer("approve", go_live_at=timezone.now() + timedelta(days=3))

    assert "op het geplande moment" in told
    assert not NewsPage.objects.get().live


def test_sending_back_says_who_is_next(answer):
    assert "Je hebt ‘Feest’ teruggestuurd." in answer("reject")


def test_page_that_lacks_something_is_not_approved(answer):
    assert "er moet eerst iets beter" in answer("approve", lead="")
    assert not NewsPage.objects.get().live


def test_page_that_lacks_something_can_be_sent_back(answer):
    assert "Je hebt ‘Feest’ teruggestuurd." in answer("reject", lead="")
