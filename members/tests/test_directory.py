from datetime import UTC, datetime

import pytest

from members.directory import Directory
from members.map import MemberMap
from members.models import MemberPage
from search.services import index_all
from tests.tree import text_of

pytestmark = pytest.mark.django_db

LEDEN = "/leden/"


@pytest.fixture
def members(tree, make_place, make_theme):
    """Four groups: two in Noord-Brabant, one in Utrecht, one that works in the whole country."""
    green = make_theme("Groen", number=4)
    breda = make_place("Breda", "noord-brabant", latitude=51.589, longitude=4.776)
    tilburg = make_place("Tilburg", "noord-brabant", latitude=51.556, longitude=5.091)
    zeist = make_place("Zeist", "utrecht", latitude=52.09, longitude=5.233)
    tree.member("Wijktuin", place=breda, themes=[green], first_published_at=datetime(2020, 1, 1, tzinfo=UTC))
    tree.member("Buurthuis", place=tilburg, first_published_at=datetime(2024, 1, 1, tzinfo=UTC))
    tree.member("Moestuin", place=zeist, themes=[green], first_published_at=datetime(2022, 1, 1, tzinfo=UTC))
    tree.member("Netwerk", nationwide=True, first_published_at=datetime(2021, 1, 1, tzinfo=UTC))
    index_all()


def names(client, **query):
    response = client.get(LEDEN, query)
    assert response.status_code == 200
    return [card.title for card in response.context["listing"].cards]


def heading(visit, **query):
    return text_of(visit(LEDEN, **query).select_one("#results"))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["Buurthuis", "Moestuin", "Netwerk", "Wijktuin"]),
        ({"provincie": "noord-brabant"}, ["Buurthuis", "Netwerk", "Wijktuin"]),
        ({"provincie": "drenthe"}, ["Netwerk"]),
        ({"thema": "groen"}, ["Moestuin", "Wijktuin"]),
        ({"thema": "groen", "provincie": "utrecht"}, ["Moestuin"]),
        ({"plaats": "test-tilburg"}, ["Buurthuis"]),
        ({"plaats": "test-tilburg", "km": "10"}, ["Buurthuis"]),
        ({"plaats": "test-tilburg", "km": "25"}, ["Buurthuis", "Wijktuin"]),
        ({"plaats": "test-breda", "km": "25"}, ["Wijktuin", "Buurthuis"]),
        ({"plaats": "test-breda", "km": "25", "sorteer": "naam"}, ["Buurthuis", "Wijktuin"]),
        ({"sorteer": "nieuw"}, ["Buurthuis", "Moestuin", "Netwerk", "Wijktuin"]),
        ({"q": "wijktuinen"}, ["Wijktuin"]),
        ({"q": "tuin", "provincie": "utrecht"}, ["Moestuin"]),
        ({"q": "olifant"}, []),
        (
            {"provincie": "atlantis", "thema": "x", "sorteer": "y", "km": "-1", "p": "z"},
            ["Buurthuis", "Moestuin", "Netwerk", "Wijktuin"],
        ),
    ],
)
def test_address_says_which_members_and_in_which_order(members, client, query, found):
    assert names(client, **query) == found


def test_heading_says_in_words_what_is_shown(members, visit):
    assert heading(visit) == "4 leden"
    assert heading(visit, provincie="utrecht", thema="groen") == "1 lid met het thema Groen in Utrecht"
    assert (
        heading(visit, plaats="test-breda", km="25", q="wijktuin")
        == "1 lid met ‘wijktuin’ binnen 25 km van Breda"
    )


def test_each_part_can_be_taken_away(members, visit):
    page = visit(LEDEN, provincie="utrecht", thema="groen")

    assert [link["href"] for link in page.select(".chosen a")] == ["?provincie=utrecht", "?thema=groen"]


def test_counts_say_what_a_choice_leaves(members, visit):
    page = visit(LEDEN, thema="groen")
    counts = {
        text_of(link.select_one("span")): text_of(link.select_one(".filters__count"))
        for link in page.select(".filters a")
        if link.select_one(".filters__count")
    }

    assert counts == {"Groen": "2", "Utrecht": "1", "Noord-Brabant": "1"}


def test_group_of_the_whole_country_is_marked(members, visit):
    cards = visit(LEDEN, provincie="drenthe").select(".card--member")

    assert [text_of(card.select_one(".card__meta")) for card in cards] == ["Landelijk"]


def test_card_is_one_link_with_the_name_beside_a_place_and_a_picture_that_says_nothing(
    tree, make_place, make_image, visit
):
    image = make_image("Foto", size=(800, 500))
    tree.member("De Leest", place=make_place("Veghel"), image=image, image_alt="Drie vrouwen planten bonen")

    (card,) = visit(LEDEN).select(".card--member")

    assert [text_of(link) for link in card.select("a")] == ["De Leest"]
    assert text_of(card.select_one(".card__meta")) == "Veghel (Noord-Brabant)"
    assert [picture["alt"] for picture in card.select("img")] == [""]


def test_form_keeps_what_was_asked_and_works_without_script(members, visit):
    form = visit(LEDEN, q="tuin", plaats="Utrehct", km="25", thema="groen").select_one("form.directory-form")

    assert form["method"] == "get"
    assert form.select_one("[name=q]")["value"] == "tuin"
    assert form.select_one("[name=plaats]")["value"] == "Utrehct"
    assert form.select_one("[name=km] [selected]")["value"] == "25"
    assert form.select_one("[name=thema]")["value"] == "groen"
    assert form.select_one("[name=plaats]")["aria-describedby"] == "directory-place-error"


def test_place_that_nobody_knows_is_told_with_one_that_looks_like_it(members, visit):
    error = visit(LEDEN, plaats="test-tilbrug").select_one("#directory-place-error")

    assert "‘test-tilbrug’" in text_of(error)
    assert (
        visit(LEDEN, plaats="Tilbrug").select_one("#directory-place-error a")["href"]
        == "?plaats=test-tilburg"
    )


def test_nobody_near_leads_to_the_least_distance_where_somebody_is(members, make_place, visit):
    make_place("Oosterhout", "noord-brabant", latitude=51.642, longitude=4.862)

    page = visit(LEDEN, plaats="test-oosterhout", km="5", thema="groen")
    link = page.select_one(".directory-wider a")

    assert heading(visit, plaats="test-oosterhout", km="5", thema="groen").startswith("Geen leden")
    assert text_of(link) == "1 lid binnen 10 km van Oosterhout"
    assert link["href"] == "?km=10&plaats=test-oosterhout&thema=groen"
    assert visit(LEDEN, plaats="test-oosterhout", q="olifant").select_one(".directory-wider") is None
    assert visit(LEDEN, plaats="test-breda").select_one(".directory-wider") is None


@pytest.mark.parametrize(
    ("typed", "found", "words"),
    [
        ({"plaats": "Meierijstad"}, ["Kookclub", "Wijkwinkel"], "2 leden in Meierijstad"),
        ({"plaats": "MEIERIJSTAD", "km": "50"}, None, "leden binnen 50 km van Meierijstad"),
        ({"plaats": "meierijstad", "q": "kookclub"}, ["Kookclub"], "1 lid met ‘kookclub’ in Meierijstad"),
    ],
)
def test_municipality_is_asked_for_as_a_place(members, tree, make_place, visit, client, typed, found, words):
    for name, group in (("Test-Veghel", "Wijkwinkel"), ("Test-Schijndel", "Kookclub")):
        place = make_place(name, "noord-brabant", municipality="Meierijstad", latitude=51.6, longitude=5.5)
        tree.member(group, place=place)
    index_all()

    assert found is None or names(client, **typed) == found
    assert heading(visit, **typed).endswith(words)


@pytest.mark.parametrize(
    ("typed", "name", "province"),
    [
        ("Drenthe", "Drenthe", "drenthe"),
        ("Drente", "Drenthe", "drenthe"),
        ("Fryslân", "Friesland", "friesland"),
        ("Brabant", "Noord-Brabant", "noord-brabant"),
    ],
)
def test_province_in_the_field_for_a_place_is_understood(members, visit, typed, name, province):
    link = visit(LEDEN, plaats=typed).select_one("#directory-place-error a")

    assert (text_of(link), link["href"]) == (f"de provincie {name}", f"?provincie={province}")


@pytest.mark.parametrize("hidden", [{"state": "paused"}, {"state": "ended"}, {"live": False}])
def test_group_that_is_hidden_is_not_counted_nor_on_the_map(members, tree, make_place, client, hidden):
    place = make_place("Goes", "zeeland", latitude=51.5, longitude=3.89)
    tree.member("Verborgen", place=place, **hidden)

    body = client.get(LEDEN).content.decode()

    assert "Verborgen" not in body
    assert "Goes" not in body
    assert "Zeeland: 1 groep" in body
    assert names(client, plaats="test-goes", km="50") == []


@pytest.mark.parametrize("payload", ['"><script>alert(1)</script>', "\x00", "%", "' OR 1=1", "x" * 10_000])
def test_T4_hostile_query_gives_a_normal_page(members, client, payload):
    response = client.get(LEDEN, {"q": payload, "plaats": payload, "km": payload, "thema": payload})

    assert response.status_code == 200
    assert b"<script>alert" not in response.content


@pytest.mark.parametrize("number", [1, 3])
def test_queries_of_the_directory_and_its_map_do_not_grow(
    tree, make_place, make_theme, number, rf, django_assert_num_queries
):
    theme = make_theme("Groen", number=4)
    for index in range(number):
        place = make_place(f"Dorp {index}", "utrecht", slug=f"dorp-{index}")
        tree.member(f"Tuin {index}", place=place, themes=[theme])
    index_all()
    page = tree.member_index
    page.get_context(rf.get(LEDEN))

    # the place, the words of the index, matches, cards of the page
    request = rf.get(LEDEN, {"q": "tuin", "plaats": "dorp-0", "km": "25"})
    with django_assert_num_queries(5):
        directory = Directory(
            MemberPage.objects.child_of(page), query=request.GET, locale=page.locale, per_page=12
        )
        assert directory.place
        assert len(directory.cards) == number
        assert len(MemberMap(directory).dots) == number
