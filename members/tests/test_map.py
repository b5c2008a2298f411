from itertools import combinations

import pytest
from wagtail.models import Locale

from core.enums import Province
from members.directory import Directory
from members.labels import LETTER_WIDTH, Rectangle, places_of_names
from members.map import MOST_DOTS, MemberMap
from members.models import MemberPage
from members.outlines import country, outlines, point
from tests.tree import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def places(make_place):
    return [
        make_place("Breda", "noord-brabant", latitude=51.589, longitude=4.776),
        make_place("Zeist", "utrecht", latitude=52.09, longitude=5.233),
    ]


def draw(**query) -> MemberMap:
    members = MemberPage.objects.all()
    return MemberMap(Directory(members, query=query, locale=Locale.get_default(), per_page=12))


def test_every_province_and_place_is_a_link_with_its_name_and_number(tree, places, visit):
    for number, place in enumerate(places, start=1):
        for index in range(number):
            tree.member(f"{place.name} {index}", place=place)

    drawing = visit("/leden/").select_one("svg.map")
    links = {link["aria-label"]: link["href"] for link in drawing.select("a")}

    assert len(drawing.select("a.map__province")) == 12
    assert links["Utrecht: 2 groepen"] == "?provincie=utrecht#kaart"
    assert links["Drenthe: 0 groepen"] == "?provincie=drenthe#kaart"
    assert links["Breda: 1 groep"] == "?plaats=test-breda#results"
    assert links["Zeist: 2 groepen"] == "?plaats=test-zeist#results"
    assert all(text_of(link.select_one("title")) == link["aria-label"] for link in drawing.select("a"))


def test_list_has_the_same_links_as_the_map(tree, places, visit):
    for place in places:
        tree.member(place.name, place=place)
    tree.member("Netwerk", nationwide=True)

    page = visit("/leden/")
    drawn = {link["href"] for link in page.select("svg.map a")}
    listed = {link["href"] for link in page.select(".map-list a")}

    assert listed == drawn
    assert "1 groep werkt in het hele land" in text_of(page.select_one(".member-map__legend"))


def test_map_of_a_province_has_its_places_only_and_leads_back(tree, places, visit):
    for place in places:
        tree.member(place.name, place=place)

    page = visit("/leden/", provincie="utrecht")

    assert [link["aria-label"] for link in page.select("a.map__place")] == ["Zeist: 1 groep"]
    assert page.select_one("a.section__more")["href"] == ".#kaart"
    assert page.select_one("a.map__province--chosen")["aria-current"] == "true"


def test_map_of_a_province_has_no_link_out_of_sight(tree, places, visit):
    tree.member("Zeist", place=places[1])

    page = visit("/leden/", provincie="utrecht")

    drawn = [link["aria-label"].partition(":")[0] for link in page.select("a.map__province")]
    assert drawn == ["Flevoland", "Gelderland", "Noord-Brabant", "Noord-Holland", "Zuid-Holland", "Utrecht"]


def test_map_follows_the_theme_but_not_the_place(tree, places, make_theme, visit):
    green = make_theme("Groen", number=4)
    tree.member("Tuin", place=places[0], themes=[green])
    tree.member("Koor", place=places[1])

    assert [link["aria-label"] for link in visit("/leden/", thema="groen").select("a.map__place")] == [
        "Breda: 1 groep"
    ]
    assert len(visit("/leden/", plaats="test-breda").select("a.map__place")) == 2


def test_map_says_that_it_shows_more_than_the_chosen_place(tree, places, visit):
    tree.member("Tuin", place=places[0])

    near = visit("/leden/", plaats="test-zeist").select_one("#kaart")

    assert "ook buiten Zeist" in text_of(near)
    assert not visit("/leden/").select_one(".member-map__wider")


def test_without_any_group_there_is_no_map_and_no_link_to_one(tree, places, visit):
    tree.member("Tuin", place=places[0])

    page = visit("/leden/", q="xqzzkw")

    assert page.select_one("#kaart, .map-list, a[href='#kaart']") is None
    assert visit("/leden/").select_one("#kaart .map-list") is not None


def test_top_of_the_list_leads_to_the_map(tree, places, visit):
    tree.member("Tuin", place=places[0])

    assert text_of(visit("/leden/").select_one(".directory-jump a[href='#kaart']")) == "Kijk op de kaart"


def test_more_places_than_fit_are_gathered_and_none_is_lost(tree, make_place):
    total = MOST_DOTS + 30
    for number in range(total):
        place = make_place(
            f"Dorp {number}",
            "gelderland",
            latitude=51.8 + (number % 10) * 0.03,
            longitude=5.2 + (number // 10) * 0.05,
            slug=f"test-dorp-{number}",
        )
        tree.member(f"Groep {number}", place=place)

    map_ = draw()

    assert len(map_.dots) <= MOST_DOTS
    assert sum(dot.count for dot in map_.dots) == total
    gathered = next(dot for dot in map_.dots if dot.gathers)
    assert gathered.name.startswith("Rond Dorp")
    assert "km=" in gathered.href


def test_more_groups_make_a_darker_province_and_a_larger_house(tree, places):
    tree.member("Een", place=places[0])
    for number in range(4):
        tree.member(f"Vier {number}", place=places[1])

    map_ = draw()
    shades = {area.slug: area.shade for area in map_.areas}
    sizes = {dot.name: dot.radius for dot in map_.dots}

    assert shades["utrecht"] > shades["noord-brabant"] > shades["drenthe"] == 0
    assert sizes["Zeist"] > sizes["Breda"]


@pytest.mark.parametrize("province", ["groningen", "limburg", "zeeland", "flevoland"])
def test_outline_lies_on_the_map_around_its_label(province):
    outline = outlines()[province]
    box, whole = outline.box, country()

    assert box.left <= outline.label[0] <= box.left + box.width
    assert box.top <= outline.label[1] <= box.top + box.height
    assert box.left >= 0
    assert box.left + box.width <= whole.width + 1


def test_names_of_provinces_cover_no_house_nor_each_other():
    letters = 18
    houses = [Rectangle(x - 8, y - 10, x + 8, y + 8) for x, y in (o.label for o in outlines().values())]

    names = places_of_names(country(), letters, tuple(houses))

    shapes = []
    for slug, (x, y) in names.items():
        half = len(Province(slug).label) * LETTER_WIDTH * letters / 2
        shapes.append(Rectangle(x - half, y - letters / 2, x + half, y + letters / 2))
        box = outlines()[slug].box
        assert box.left < x < box.left + box.width
        assert box.top < y < box.top + box.height
    assert len(shapes) == len(Province)
    # Zeeland has hardly any room beside a house in its middle.
    assert sum(name.shared(house) for name in shapes for house in houses) < 20
    assert all(name.shared(other) == 0 for name, other in combinations(shapes, 2))


def test_map_of_a_province_names_its_neighbours_only_where_the_whole_name_fits(tree, places, visit):
    tree.member("Tuin", place=places[0])

    drawing = visit("/leden/", provincie="limburg").select_one("svg.map")
    left, _top, width, _height = map(float, drawing["viewbox"].split())
    names = {text_of(name): float(name["x"]) for name in drawing.select(".map__name")}

    assert "Limburg" in names
    assert "Groningen" not in names
    assert all(left < x < left + width for x in names.values())
    # Its border lies on top of those of its neighbours.
    assert "map__province--chosen" in drawing.select("a.map__province")[-1]["class"]


def test_name_of_a_place_stays_on_the_map(tree, make_place):
    far = make_place("Sint Philipsland aan Zee", "zeeland", latitude=51.35, longitude=3.4)
    tree.member("Tuin", place=far)

    map_ = draw()
    (dot,) = map_.dots

    assert map_.box.left + 90 < dot.label < map_.box.left + map_.box.width / 2
    assert dot.x < dot.label


def test_position_lands_in_its_province():
    x, y = point(52.09, 5.12)  # the city of Utrecht
    box = outlines()["utrecht"].box

    assert box.left < x < box.left + box.width
    assert box.top < y < box.top + box.height


def test_sources_stand_below_the_map_as_the_licence_asks(tree, places, visit):
    tree.member("Tuin", place=places[0])

    sources = visit("/leden/").select_one(".member-map__sources")

    assert text_of(sources).startswith("Plaatsen: GeoNames")
    assert [link["href"] for link in sources.select("a")][-1].startswith(
        "https://creativecommons.org/licenses/by/4.0"
    )
