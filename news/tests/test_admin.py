from datetime import UTC, date, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from core.enums import VersionState
from news.models import NewsPage

pytestmark = pytest.mark.django_db

NEWS, EVENTS = "/admin/news/", "/admin/events/"


def published(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def cells(response):
    """The words of each row, by the title that it begins with."""
    table = BeautifulSoup(response.content, "html.parser").select_one("table.listing")
    if table is None:
        return {}
    rows = [
        [" ".join(cell.get_text(" ").split()) for cell in row.select("td")]
        for row in table.select("tbody tr")
    ]
    return {BeautifulSoup(row[1], "html.parser").get_text(): row[2:] for row in rows}


def titles(response):
    """The titles in the order of the list."""
    soup = BeautifulSoup(response.content, "html.parser")
    return [" ".join(title.get_text().split()) for title in soup.select("td.title [id^=page_]")]


def test_news_list_says_date_themes_review_and_status(tree, make_theme, admin_client):
    tree.news(
        "Feest", date=date(2026, 3, 1), themes=[make_theme("Groen", number=1), make_theme("Zorg", number=2)]
    )

    (row,) = cells(admin_client.get(NEWS)).values()

    assert row[0] == "1 mrt 2026"
    assert row[1] == "Groen Zorg"
    assert row[2] == "1 mrt 2028"


def test_day_that_has_come_stands_out(tree, admin_client):
    tree.news(date=date(2010, 1, 1))

    assert BeautifulSoup(admin_client.get(NEWS).content, "html.parser").select_one(".review--due")


def test_list_names_the_languages_and_shows_each_article_once(english_tree, translate, admin_client):
    translate(published(english_tree.news("Feest")), missing=1, publish=False)

    response = admin_client.get(NEWS)

    assert titles(response) == ["Feest"]
    version = BeautifulSoup(response.content, "html.parser").select_one("a.version--draft")
    assert version.get_text(" ", strip=True) == f"EN {VersionState.DRAFT.label}"


def test_list_of_one_language_shows_the_translations(english_tree, translate, admin_client):
    translate(published(english_tree.news("Feest")))

    assert titles(admin_client.get(NEWS, {"locale": "en"})) == ["English: Feest"]


def test_another_filter_leaves_each_article_shown_once(english_tree, translate, admin_client):
    translate(published(english_tree.news("Feest")))

    assert titles(admin_client.get(NEWS, {"locale": "", "published": "live"})) == ["Feest"]


def test_list_says_how_many_were_found(tree, admin_client):
    published(tree.news("Feest"))

    assert "Er is 1 resultaat" in admin_client.get(NEWS, {"published": "live"}).content.decode()
    assert "Er zijn 0 resultaten" in admin_client.get(NEWS, {"published": "draft"}).content.decode()


def test_translator_sees_the_articles_of_the_own_language(english_tree, translate, signed_in):
    translate(published(english_tree.news("Feest")))

    assert titles(signed_in("translator").get(NEWS)) == ["English: Feest"]


def test_newest_article_comes_first(tree, admin_client):
    tree.news("Oud", date=date(2017, 1, 1))
    tree.news("Nieuw", date=date(2026, 1, 1))

    assert titles(admin_client.get(NEWS)) == ["Nieuw", "Oud"]
    assert titles(admin_client.get(NEWS, {"ordering": "date"})) == ["Oud", "Nieuw"]


def test_news_can_be_narrowed_down_by_theme(tree, make_theme, admin_client):
    green = make_theme("Groen")
    tree.news("Met", themes=[green])
    tree.news("Zonder")

    assert titles(admin_client.get(NEWS, {"themes": green.pk})) == ["Met"]


@pytest.mark.parametrize(
    ("value", "found"), [("live", {"Klaar", "Veranderd"}), ("changed", {"Veranderd"}), ("draft", {"Kladje"})]
)
def test_news_can_be_narrowed_down_by_status(tree, admin_client, value, found):
    published(tree.news("Klaar"))
    published(tree.news("Veranderd")).save_revision()
    tree.news("Kladje", live=False)

    assert set(titles(admin_client.get(NEWS, {"published": value}))) == found


@pytest.mark.usefixtures("indexed")
def test_search_goes_together_with_filter_and_order(tree, make_theme, admin_client):
    green = make_theme("Groen")
    tree.news("Buurttuin open", themes=[green], date=date(2026, 1, 1))
    tree.news("Buurttuin dicht", date=date(2025, 1, 1))
    query = {"q": "buurttuin", "themes": green.pk, "published": "live"}

    assert titles(admin_client.get(NEWS, query)) == ["Buurttuin open"]
    assert titles(admin_client.get(NEWS, {"q": "buurttuin", "ordering": "date"})) == [
        "Buurttuin dicht",
        "Buurttuin open",
    ]


def test_number_of_queries_does_not_grow(
    english_tree, translate, make_theme, admin_client, django_assert_max_num_queries
):
    green = make_theme("Groen")

    def one_more():
        page = published(english_tree.news(themes=[green]))
        translate(page, missing=1, publish=False)
        english_tree.event(themes=[green], start=timezone.now())

    one_more()
    admin_client.get(NEWS)
    for address in (NEWS, EVENTS):
        with django_assert_max_num_queries(40) as one:
            admin_client.get(address)
        one_more()
        one_more()
        with django_assert_max_num_queries(len(one)):
            admin_client.get(address)


def test_event_list_says_when_and_where(tree, admin_client):
    tree.event("Open dag", start=datetime(2026, 5, 25, 10, tzinfo=UTC), place_name="De Boomtak, Tilburg")

    (row,) = cells(admin_client.get(EVENTS)).values()

    assert row[:2] == ["25 mei 2026", "De Boomtak, Tilburg"]


@pytest.mark.parametrize(("when", "found"), [("upcoming", ["Straks"]), ("past", ["Geweest"])])
def test_events_can_be_narrowed_down_by_when(tree, admin_client, when, found):
    tree.event("Geweest", start=timezone.now() - timedelta(days=2))
    tree.event("Straks", start=timezone.now() + timedelta(days=2))

    assert titles(admin_client.get(EVENTS, {"when": when})) == found


def test_lists_are_for_who_works_on_pages(signed_in):
    moderator = signed_in("moderator")

    assert moderator.get(NEWS).status_code == 302
    assert NEWS not in moderator.get("/admin/").content.decode()
    assert NEWS in signed_in("editor").get("/admin/").content.decode()


def test_editor_makes_an_article_with_title_lead_and_text_only(tree, signed_in):
    editor = signed_in("editor")
    address = f"/admin/pages/add/news/newspage/{tree.news_index.pk}/"
    fields = BeautifulSoup(editor.get(address).content, "html.parser").select("form [name]")
    empty = {
        field["name"]: field.get("value", "")
        for field in fields
        if field.get("type") == "hidden" and "__prefix__" not in field["name"]
    }

    editor.post(
        address,
        empty
        | {
            "title": "Buurtfeest",
            "slug": "buurtfeest",
            "lead": "Iedereen komt.",
            "date": str(date(2026, 5, 1)),
        }
        | {
            "body-count": "1",
            "body-0-deleted": "",
            "body-0-order": "0",
            "body-0-type": "paragraph",
            "body-0-value": '{"blocks": [{"key": "a", "text": "Welkom!", "type": "unstyled"}], "entityMap": {}}',
        },
    )

    page = NewsPage.objects.get(slug="buurtfeest")
    draft = page.get_latest_revision_as_object()
    assert (page.live, page.owner) == (False, editor.user)
    assert (draft.lead, draft.body[0].value.source) == ("Iedereen komt.", '<p data-block-key="a">Welkom!</p>')
