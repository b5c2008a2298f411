from collections import Counter
from datetime import date, timedelta

import pytest
from wagtail.models import PageViewRestriction

from core.images import specs_for
from members.enums import MemberState
from members.models import MemberPage

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 21)


def names(members):
    return [member.title for member in members]


@pytest.fixture
def members(tree):
    return [tree.member(f"Groep {number}") for number in range(7)]


def test_rotation_is_stable_for_a_day(members):
    first = MemberPage.objects.teasers(count=3, day=DAY)

    assert names(MemberPage.objects.teasers(count=3, day=DAY)) == names(first)
    assert names(MemberPage.objects.teasers(count=3, day=DAY + timedelta(1))) != names(first)


def test_rotation_shows_every_member_equally_often_over_a_round(members):
    shown = Counter(
        name
        for day in range(len(members))
        for name in names(MemberPage.objects.teasers(count=3, day=DAY + timedelta(day)))
    )

    assert shown == {member.title: 3 for member in members}


def test_teasers_never_hold_the_page_itself_nor_doubles(members):
    page = members[2]
    shown = MemberPage.objects.teasers(count=6, page=page, day=DAY)

    assert sorted(names(shown)) == sorted(member.title for member in members if member != page)


def test_fewer_members_than_asked_are_shown_once(tree):
    tree.member("Alleen")

    assert names(MemberPage.objects.teasers(count=3, day=DAY)) == ["Alleen"]


def test_picked_members_keep_their_order_without_doubles(members):
    picked = [members[4].pk, members[1].pk, members[4].pk]

    assert names(MemberPage.objects.teasers(mode="manual", picked=picked)) == ["Groep 4", "Groep 1"]


def test_teasers_by_theme(tree, make_theme):
    green = make_theme("Groen")
    tree.member("Tuin", themes=[green])
    tree.member("Koor")

    assert names(MemberPage.objects.teasers(mode="theme", theme=green)) == ["Tuin"]


def test_teasers_by_province_include_who_works_in_the_whole_country(tree, make_place):
    tree.member("Brabants", place=make_place("Breda", "noord-brabant"))
    tree.member("Landelijk", nationwide=True)
    tree.member("Zeeuws", place=make_place("Goes", "zeeland"))

    assert sorted(names(MemberPage.objects.teasers(mode="province", province="zeeland"))) == [
        "Landelijk",
        "Zeeuws",
    ]


def test_too_few_in_the_province_are_made_up_with_others(tree, make_place):
    zeeland = make_place("Goes", "zeeland")
    page, neighbour = tree.member("Zelf", place=zeeland), tree.member("Buur", place=zeeland)
    tree.member("Ver", place=make_place("Breda", "noord-brabant"))

    shown = MemberPage.objects.teasers(mode="province", province="zeeland", fill=True, page=page)

    assert names(shown) == [neighbour.title, "Ver"]


@pytest.mark.parametrize(
    "hidden", [{"state": MemberState.PAUSED}, {"state": MemberState.ENDED}, {"live": False}]
)
def test_member_that_is_not_active_or_not_approved_is_nowhere(tree, hidden, client, indexed):
    tree.member("Zichtbaar")
    page = tree.member("Verborgen", **hidden)
    suggested = "/zoeken/suggesties/?q="
    assert "Zichtbaar" in client.get(f"{suggested}zicht").content.decode()

    assert names(MemberPage.objects.published()) == ["Zichtbaar"]
    assert names(MemberPage.objects.teasers(count=6)) == ["Zichtbaar"]
    assert client.get(page.url).status_code == 404
    lists = ("/leden/", "/sitemap.xml", "/api/v1/members", "/api/v1/members.geojson", "/")
    for address in (*lists, "/zoeken/?q=verborg", f"{suggested}verborg", "/api/v1/search?q=verborg"):
        body = client.get(address).content.decode()
        assert page.slug not in body
        assert "Verborgen" not in body


def test_private_page_is_in_no_list(tree):
    page = tree.member("Besloten")
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert list(MemberPage.objects.published()) == []


@pytest.mark.parametrize("number", [1, 3])
def test_cards_of_any_number_cost_four_queries(tree, make_image, number, django_assert_num_queries):
    for index in range(number):
        image = make_image(f"Foto{index}", size=(800, 500))
        image.get_renditions(*specs_for("card"))
        tree.member(f"Groep {index}", image=image, image_decorative=True)

    # how many there are, whose turn it is, their cards with themes, the renditions of their pictures
    with django_assert_num_queries(4):
        for member in MemberPage.objects.teasers(count=number, day=date(1, 1, 1) + timedelta(number - 1)):
            assert member.image.get_renditions(*specs_for("card"))
