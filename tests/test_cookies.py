"""Who only reads gets no cookie (safety T28, P8)."""

import pytest
from django.urls import reverse

from comments.enums import State
from comments.models import Comment
from comments.services.posting import conversation_of


@pytest.fixture
def addresses(english_tree, translate, make_theme, django_capture_on_commit_callbacks) -> list[str]:
    """Public addresses of every kind: pages with and without comments, forms, feeds, files for machines, errors."""
    tree, theme = english_tree, make_theme("Groen", slug="groen")
    articles = [tree.news(f"Bericht {number}", themes=[theme]) for number in range(10)]
    pages = [tree.publication(), tree.event(), tree.member(), tree.standard(), tree.form_page()]
    with django_capture_on_commit_callbacks(execute=True):
        translate(articles[0])
    shared = {"name": "Anna", "language": "nl", "state": State.APPROVED}
    comments = [
        Comment.objects.create(conversation=conversation_of(article), text="Mooi", key=article.slug, **shared)
        for article in articles
    ]
    found = [page.url for page in (tree.home, *articles, *pages)]
    found += [page.url for page in tree.home.get_children().live()]
    found += [page.url for page in (tree.home, articles[0]) for page in page.get_translations()]
    found += [reverse(f"comments:{name}", args=[articles[0].pk]) for name in ("write", "challenge", "feed")]
    found += [
        reverse(f"comments:{name}", args=[comment.pk])
        for comment in comments
        for name in ("permalink", "report")
    ]
    found += [reverse("comments:house_rules"), reverse("comments:ask_data")]
    found += [
        "/zoeken/?q=bericht",
        "/sitemap.xml",
        "/robots.txt",
        "/bestaat-niet/",
        "/api/v1/news",
        "/leven/",
    ]
    return found


@pytest.mark.django_db
def test_T28_no_public_address_sets_a_cookie(client, addresses):
    assert len(set(addresses)) >= 50

    setting = [address for address in addresses if client.get(address).cookies]

    assert setting == []
