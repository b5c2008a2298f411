"""The error pages: what they offer, and what they can do without."""

import pytest
from django.test import Client, RequestFactory

from cms import errors
from tests.tree import Tree


@pytest.fixture
def faulty_client(client, settings):
    """A client that shows the page for a fault instead of raising it."""
    settings.ROOT_URLCONF = "tests.production_urls"
    client.raise_request_exception = False
    return client


def test_not_found_offers_search(client, tree):
    response = client.get("/bestaat-niet/")

    assert response.status_code == 404
    assert 'action="/zoeken/"' in response.content.decode()
    assert response.context["other_language_url"] is None


def test_not_found_in_english_leads_to_the_dutch_page(client, tree: Tree, english):
    tree.home.copy_for_translation(english).save_revision().publish()
    tree.standard(slug="over-ons")

    response = client.get("/en/over-ons/")

    assert response.status_code == 404
    assert response.context["other_language_url"] == "/over-ons/"
    assert 'href="/over-ons/"' in response.content.decode()


def test_not_found_in_dutch_leads_to_the_english_page(client, tree: Tree, english):
    tree.home.copy_for_translation(english).save_revision().publish()
    page = tree.standard(slug="over-ons").copy_for_translation(english)
    page.slug = "about-us"
    page.save_revision().publish()

    response = client.get("/about-us/")

    assert response.context["other_language_url"] == "/en/about-us/"


def test_not_found_does_not_tell_of_a_draft(client, tree: Tree, english):
    tree.home.copy_for_translation(english).save_revision().publish()
    tree.standard(slug="geheim", live=False)

    assert client.get("/en/geheim/").context["other_language_url"] is None


def test_not_found_costs_few_queries(client, tree, django_assert_max_num_queries):
    client.get("/bestaat-niet/")

    # as many as any other page may take
    with django_assert_max_num_queries(14):
        client.get("/bestaat-ook-niet/")


def test_fault_shows_the_dutch_page_without_a_database(faulty_client):  # a query would raise
    response = faulty_client.get("/test/broken")

    assert response.status_code == 500
    assert '<html lang="nl"' in response.content.decode()
    assert "broken" not in response.content.decode()


def test_fault_shows_the_english_page_under_its_language(rf: RequestFactory, settings):
    from cms.middleware import language_from_path

    response = language_from_path(errors.server_error)(rf.get("/en/broken/"))

    assert '<html lang="en"' in response.content.decode()


def test_fault_without_a_template_still_answers(rf: RequestFactory, settings):
    settings.TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates"}]

    response = errors.server_error(rf.get("/"))

    assert (response.status_code, response.content) == (500, b"500\n")


def test_form_without_its_token_shows_the_dutch_page(db):
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "a", "password": "b"})

    assert response.status_code == 403
    assert '<html lang="nl"' in response.content.decode()
