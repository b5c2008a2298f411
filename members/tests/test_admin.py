import pytest
from bs4 import BeautifulSoup

from members.models import Place

pytestmark = pytest.mark.django_db

LIST, PLACES = "/admin/members/", "/admin/snippets/members/place/"


def titles(response):
    soup = BeautifulSoup(response.content, "html.parser")
    return [" ".join(title.get_text().split()) for title in soup.select("td.title [id^=page_]")]


def words(response):
    row = BeautifulSoup(response.content, "html.parser").select_one("table.listing tbody tr")
    return [" ".join(cell.get_text(" ").split()) for cell in row.select("td")]


def test_list_says_place_themes_and_state(tree, make_place, make_theme, admin_client):
    tree.member("Buurttuin", place=make_place("Breda"), themes=[make_theme("Groen")], state="paused")

    row = words(admin_client.get(LIST))

    assert row[2:5] == ["Breda (Noord-Brabant)", "Groen", "gepauzeerd"]


@pytest.mark.parametrize(
    ("report", "label"),
    [
        (LIST, "Deelname"),
        ("/admin/reports/mails/", "Stand"),
        ("/admin/members-at-work/applications/", "Stand"),
    ],
)
def test_filter_names_what_it_asks(report, label, admin_client):
    response = admin_client.get(report)

    assert response.context["filters"].form["state"].label.capitalize() == label


@pytest.mark.parametrize(("state", "told"), [("active", "op de site"), ("ended", "niet te zien")])
def test_list_says_on_the_site_of_a_group_that_visitors_see(tree, admin_client, state, told):
    tree.member("Buurttuin", state=state)

    assert words(admin_client.get(LIST))[-1].lower().endswith(told)


def test_list_is_by_name(tree, admin_client):
    tree.member("Wijkhuis")
    tree.member("Buurttuin")

    assert titles(admin_client.get(LIST)) == ["Buurttuin", "Wijkhuis"]


@pytest.mark.usefixtures("indexed")
def test_list_can_be_narrowed_down_by_province_and_state(tree, make_place, admin_client):
    tree.member("Zuid", place=make_place("Breda"))
    tree.member("Noord", place=make_place("Assen", province="drenthe"), state="ended")

    assert titles(admin_client.get(LIST, {"province": "drenthe"})) == ["Noord"]
    assert titles(admin_client.get(LIST, {"state": "active"})) == ["Zuid"]
    assert titles(admin_client.get(LIST, {"province": ["drenthe", "noord-brabant"], "q": "noord"})) == [
        "Noord"
    ]


def test_number_of_queries_does_not_grow(
    tree, make_place, make_theme, admin_client, django_assert_max_num_queries
):
    place, theme = make_place(), make_theme()
    tree.member(place=place, themes=[theme])
    admin_client.get(LIST)
    with django_assert_max_num_queries(40) as one:
        admin_client.get(LIST)
    tree.member(place=place, themes=[theme])
    tree.member(place=place, themes=[theme])

    with django_assert_max_num_queries(len(one)):
        assert len(titles(admin_client.get(LIST))) == 3


@pytest.mark.usefixtures("indexed")
def test_places_are_found_within_a_province(make_place, admin_client):
    make_place("Testdorp", province="drenthe")
    make_place("Teststad", province="limburg")

    response = admin_client.get(PLACES, {"q": "test", "province": "limburg"})

    assert [place.name for place in response.context["object_list"]] == ["Teststad"]


def test_place_that_is_missing_can_be_added(admin_client, tree):
    fields = {
        "name": "Nieuwdorp",
        "slug": "test-nieuwdorp",
        "municipality": "Breda",
        "province": "noord-brabant",
    }

    admin_client.post(f"{PLACES}add/", fields | {"latitude": "51.6", "longitude": "4.8", "population": "0"})

    assert Place.objects.get(slug="test-nieuwdorp").province == "noord-brabant"


def test_place_outside_the_country_is_refused(admin_client, tree):
    fields = {"name": "Omgekeerd", "slug": "test-omgekeerd", "province": "noord-brabant", "population": "0"}

    admin_client.post(f"{PLACES}add/", fields | {"latitude": "4.8", "longitude": "51.6"})

    assert not Place.objects.filter(slug="test-omgekeerd").exists()


@pytest.mark.parametrize(("latitude", "longitude"), [("51,5", "3,6"), ("51.5", "3.6")])
def test_place_that_staff_add_with_a_comma_or_a_point_is_found_in_the_list(
    latitude, longitude, admin_client, client
):
    place = {
        "name": "Verzonnen aan Zee",
        "slug": "verzonnen-aan-zee",
        "province": "zeeland",
        "population": "0",
    }

    answer = admin_client.post(f"{PLACES}add/", place | {"latitude": latitude, "longitude": longitude})

    assert answer.status_code == 302
    added = Place.objects.get(slug="verzonnen-aan-zee")
    assert (added.latitude, added.longitude) == (51.5, 3.6)
    form = BeautifulSoup(admin_client.get(f"{PLACES}edit/{added.pk}/").content, "html.parser")
    field = form.select_one("[name=latitude]")
    assert (field["type"], field["value"]) == ("text", "51,5")
    listing = client.get("/leden/", {"plaats": "verzonnen aan zee"}).context["listing"]
    assert listing.place == added
