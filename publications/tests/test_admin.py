from datetime import date

import pytest
from bs4 import BeautifulSoup

from publications.models import PublicationKind, PublicationPage, PublicationSeries

pytestmark = pytest.mark.django_db

LIST = "/admin/publications/"


def titles(response):
    soup = BeautifulSoup(response.content, "html.parser")
    return [" ".join(title.get_text().split()) for title in soup.select("td.title [id^=page_]")]


def words(response):
    row = BeautifulSoup(response.content, "html.parser").select_one("table.listing tbody tr")
    return [" ".join(cell.get_text(" ").split()) for cell in row.select("td")]


def test_list_says_kind_date_themes_and_review(tree, make_kind, make_theme, admin_client):
    tree.publication(
        "Wijkverslag",
        kind=make_kind("Verslag"),
        date=date(2022, 4, 25),
        themes=[make_theme("Groen")],
        review_date=date(2030, 1, 2),
    )

    assert words(admin_client.get(LIST))[2:6] == ["Verslag", "25 apr 2022", "Groen", "2 jan 2030"]


@pytest.mark.usefixtures("indexed")
def test_list_can_be_narrowed_down_by_kind(tree, make_kind, admin_client):
    report = make_kind("Verslag")
    tree.publication("Wijkverslag", kind=report)
    tree.publication("Manifest")

    assert titles(admin_client.get(LIST, {"kind": report.pk})) == ["Wijkverslag"]
    assert titles(admin_client.get(LIST, {"kind": report.pk, "q": "wijkverslag"})) == ["Wijkverslag"]


@pytest.mark.parametrize("name", ["kind", "themes"])
def test_number_that_no_row_has_narrows_nothing_down(tree, admin_client, name):
    tree.publication("Wijkverslag")

    assert titles(admin_client.get(LIST, {name: "9" * 20})) == ["Wijkverslag"]


def test_list_can_be_ordered_by_kind(tree, make_kind, admin_client):
    tree.publication("A", kind=make_kind("Verslag", slug="verslag"))
    tree.publication("B", kind=make_kind("Manifest", slug="manifest"))

    assert titles(admin_client.get(LIST, {"ordering": "kind__name"})) == ["B", "A"]


def test_number_of_queries_does_not_grow(
    tree, make_kind, make_theme, admin_client, django_assert_max_num_queries
):
    kind, theme = make_kind(), make_theme()
    tree.publication(kind=kind, themes=[theme])
    admin_client.get(LIST)
    with django_assert_max_num_queries(40) as one:
        admin_client.get(LIST)
    tree.publication(kind=kind, themes=[theme])
    tree.publication(kind=kind, themes=[theme])

    with django_assert_max_num_queries(len(one)):
        assert len(titles(admin_client.get(LIST))) == 3


def test_kind_is_chosen_from_the_dutch_ones(tree, make_kind, english, admin_client):
    kind = make_kind("Verslag")
    kind.copy_for_translation(english).save()
    page = tree.publication()

    soup = BeautifulSoup(admin_client.get(f"/admin/pages/{page.pk}/edit/").content, "html.parser")

    assert [option["value"] for option in soup.select("select[name=kind] option")] == ["", str(kind.pk)]


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize("model", [PublicationKind, PublicationSeries])
def test_what_publications_are_sorted_by_is_found_by_name(tree, admin_client, model):
    for name in ("Verslagen", "Manifesten"):
        model.objects.create(name=name, **({"slug": name.lower()} if model is PublicationKind else {}))

    address = f"/admin/snippets/publications/{model._meta.model_name}/"
    response = admin_client.get(address, {"q": "versl", "locale": "nl"})

    assert [item.name for item in response.context["object_list"]] == ["Verslagen"]


def test_themes_are_offered_once_each(tree, make_theme, english, admin_client):
    theme = make_theme()
    theme.copy_for_translation(english).save()
    page = tree.publication()

    soup = BeautifulSoup(admin_client.get(f"/admin/pages/{page.pk}/edit/").content, "html.parser")

    assert [box["value"] for box in soup.select("input[name=themes]")] == [str(theme.pk)]
    assert PublicationPage.objects.count() == 1


def test_name_of_a_new_kind_fills_in_its_address(admin_client):
    form = BeautifulSoup(
        admin_client.get("/admin/snippets/publications/publicationkind/add/").content, "html.parser"
    )

    assert form.select_one("#id_name")["data-w-sync-target-value"] == "#id_slug"
    assert "w-slug" in form.select_one("#id_slug")["data-controller"]
