import pytest

from members.models import Place
from members.places import read_places

pytestmark = pytest.mark.django_db
KNOWN = {
    "s-hertogenbosch",
    "den-haag",
    "ijmuiden",
    "leeuwarden",
    "veghel",
    "hengelo-gelderland",
    "hengelo-overijssel",
}


@pytest.fixture
def places():
    Place.objects.bulk_create(
        [place for place in read_places() if place.slug in KNOWN], ignore_conflicts=True
    )


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("Den Bosch", "s-hertogenbosch"),
        ("'s-Hertogenbosch", "s-hertogenbosch"),
        ("s hertogenbosch", "s-hertogenbosch"),
        ("’s-Gravenhage", "den-haag"),
        ("DEN HAAG", "den-haag"),
        ("The Hague", "den-haag"),
        ("Ijmuiden", "ijmuiden"),
        ("Ljouwert", "leeuwarden"),
    ],
)
def test_place_is_known_by_its_other_names_and_spellings(places, typed, slug):
    assert Place.objects.meant_by(typed).slug == slug
    assert [place.slug for place in Place.objects.named(typed)] == [slug]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Vehgel", ["Veghel"]),
        ("Leeuwaarden", ["Leeuwarden"]),
        ("meierijstad", ["Veghel"]),
        ("Xqzzkw", []),
    ],
)
def test_places_that_somebody_may_mean(places, typed, names):
    assert [place.name for place in Place.objects.like(typed)] == names


def test_namesakes_are_told_apart_by_their_province(places):
    assert sorted(place.slug for place in Place.objects.named("Hengelo")) == [
        "hengelo-gelderland",
        "hengelo-overijssel",
    ]
    assert [place.slug for place in Place.objects.named("hengelo (geld")] == ["hengelo-gelderland"]
    assert Place.objects.meant_by("Hengelo").slug == "hengelo-overijssel"
