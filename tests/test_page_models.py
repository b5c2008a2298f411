"""What holds for every page type."""

import pytest
from django.core.checks import run_checks
from django.template.loader import get_template
from wagtail.models import Page, get_page_models

from core.checks import check_page_types
from core.models import BasePage, Contact

PAGE_TYPES = [model for model in get_page_models() if model is not Page]

page_type = pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)


@page_type
def test_page_type_has_what_editors_and_visitors_need(model):
    assert issubclass(model, BasePage)
    assert str(model.page_description)
    assert get_template(model.template)
    assert model.template == f"pages/{snake_case(model.__name__)}.html"
    assert model._meta.verbose_name[0].islower()


@page_type
def test_page_type_is_made_with_title_and_lead_only(model, tree):
    parent = parent_for(model, tree)
    page = model(title="Een titel", slug="een-titel", lead="Een inleiding.", **needed(model))

    parent.add_child(instance=page)

    assert model.objects.filter(pk=page.pk, live=True).exists()


@page_type
def test_page_type_has_a_place_in_the_tree(model):
    parents = model.clean_parent_page_models()

    assert parents
    assert all(model in parent.clean_subpage_models() for parent in parents)


def test_house_rules_hold():
    assert run_checks(app_configs=None) == []


def test_page_type_that_forgets_the_rules_is_reported(monkeypatch):
    class Forgetful(Page):
        class Meta:
            abstract = True

    monkeypatch.setattr("core.checks.get_page_models", lambda: [Page, Forgetful])

    assert [error.id for error in check_page_types(None)] == ["core.E001", "core.E002"]


def needed(model) -> dict:
    """What a type cannot go on line without: a form that nobody would read is refused."""
    if model.__name__ == "FormPage":
        return {"contact": Contact.objects.create(name="Redactie", email="redactie@lsabewoners.example")}
    return {}


def snake_case(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def parent_for(model, tree):
    """A page below which the type may be made; the lists of the tree make room for another of their kind."""
    if model.__name__ == "HomePage":
        return Page.objects.get(depth=1)
    if model.__name__.endswith("IndexPage"):
        model.objects.all().first().delete()
        return Page.objects.get(pk=tree.home.pk).specific
    lists = {
        "NewsPage": tree.news_index,
        "EventPage": tree.event_index,
        "PublicationPage": tree.publication_index,
        "MemberPage": tree.member_index,
    }
    return lists.get(model.__name__, tree.home)
