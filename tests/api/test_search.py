"""Search over the API: what the page of results shows, as data."""

from datetime import date, timedelta
from time import process_time
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import PageViewRestriction

from core.models import CustomDocument
from publications.models import PublicationFile
from search.models import Miss
from search.services import index_all
from search.tests.test_documents import pdf
from search.tests.test_views import HOSTILE

pytestmark = pytest.mark.usefixtures("indexed")


@pytest.fixture
def pages(tree):
    tree.news("Buurttuin in Breda", lead="Bewoners telen samen groente.", slug="buurttuin")
    tree.news("Concept over de buurttuin", live=False)
    tree.publication("Handreiking buurttuin", slug="handreiking")
    tree.standard("Over ons", slug="over-ons")


def titles(answer) -> list[str]:
    return [item["title"] for item in answer["items"]]


def numbers(answer, facet) -> dict[str, int]:
    return {choice["value"]: choice["count"] for choice in answer["facets"][facet]}


@pytest.mark.parametrize("query", ["buurttuin", "butrttuin", "buurttuin breda", "tuinen", "over ons", "van"])
def test_answer_has_the_pages_of_the_site_in_the_same_order(query, pages, ask, client):
    on_the_site = client.get("/zoeken/", {"q": query}).context["listing"]
    answer = ask("/search", q=query)

    assert titles(answer) == [result.page.title for result in on_the_site.results]
    assert (answer["total"], answer["did_you_mean"]) == (on_the_site.count, on_the_site.corrected_text)


def test_hit_tells_where_the_page_is_and_marks_the_words(tree, ask):
    page = tree.news(
        "Nieuws uit Breda",
        date="2026-03-01",
        slug="nieuws-uit-breda",
        body=[
            (
                "paragraph",
                "<p>Zaaien in de <b>Moestuin</b>, 3 &lt; 4 meter &lt;script&gt;x&lt;/script&gt;.</p>",
            )
        ],
    )

    (hit,) = ask("/search", q="moestuinen")["items"]

    assert (hit["id"], hit["kind"], hit["path"]) == (page.pk, "news", "/nieuws/nieuws-uit-breda/")
    assert hit["detail"] == f"http://testserver/api/v1/news/{page.pk}"
    assert (
        "Zaaien in de <mark>Moestuin</mark>, 3 &lt; 4 meter &lt;script&gt;x&lt;/script&gt;." in hit["passage"]
    )
    assert (hit["date"], hit["recommended"], hit["in_document"]) == ("2026-03-01", False, False)


def test_facets_count_what_each_choice_leaves(tree, make_theme, make_place, ask):
    green = make_theme("Groen", slug="groen", number=4)
    tree.news("Tuin een", date=date(2024, 5, 1), themes=[green])
    tree.news("Tuin twee", date=date(2025, 5, 1))
    tree.member("Tuin drie", place=make_place("Breda", "noord-brabant"), themes=[green])
    tree.member("Tuin vier", nationwide=True)
    index_all()

    everything = ask("/search", q="tuin")
    assert numbers(everything, "kind") == {"news": 2, "member": 2}
    assert everything["facets"]["theme"] == [{"value": "groen", "label": "Groen", "count": 2}]
    assert numbers(everything, "year") == {"2025": 1, "2024": 1}
    assert (numbers(everything, "province")["noord-brabant"], numbers(everything, "province")["drenthe"]) == (
        2,
        1,
    )
    assert numbers(everything, "locale") == {"nl": 4}
    assert titles(ask("/search", q="tuin", theme="groen", kind="member")) == ["Tuin drie"]
    assert titles(ask("/search", q="tuin", province="drenthe")) == ["Tuin vier"]
    in_2024 = ask("/search", q="tuin", year=2024)
    assert (titles(in_2024), numbers(in_2024, "year")) == (["Tuin een"], {"2025": 1, "2024": 1})
    assert ask("/search", q="tuin", theme="geen-thema")["total"] == 0


def test_words_that_no_page_has_are_named(pages, ask):
    answer = ask("/search", q="buurttuin olifantenpaadje")

    assert answer["unknown"] == ["olifantenpaadje"]
    assert ask("/search", q="butrttuin")["did_you_mean"] == "buurttuin"


def test_answer_tells_when_no_page_has_all_words(pages, tree, ask):
    tree.news("Bakfiets te leen")

    assert ask("/search", q="buurttuin breda")["partial"] is False
    some = ask("/search", q="buurttuin bakfiets")
    assert (some["partial"], some["total"]) == (True, 3)


def test_language_is_that_of_the_pages(english_tree, translate, ask):
    page = english_tree.news("Tuin")
    translated = translate(page).get_target_instance()
    translated.title = "Gardens for everybody"
    translated.save_revision().publish()

    answer = ask("/search", q="garden", locale="en")

    assert [(hit["title"], hit["language"]) for hit in answer["items"]] == [("Gardens for everybody", "en")]
    assert ask("/search", q="garden")["total"] == 0
    assert numbers(ask("/search", q="garden"), "locale") == {"en": 1}


def test_results_come_page_by_page_as_other_lists(tree, ask):
    for number in range(5):
        tree.news(f"Tuin {number}", date=timezone.localdate() - timedelta(days=number))

    second = ask("/search", q="tuin", page=2, per_page=2)

    assert (second["total"], second["pages"], titles(second)) == (5, 3, ["Tuin 2", "Tuin 3"])
    assert parse_qs(urlsplit(second["next"]).query) == {"q": ["tuin"], "page": ["3"], "per_page": ["2"]}
    assert ask("/search", q="tuin", page=9)["items"] == []
    only = ask("/search", q="tuin", fields="title")["items"][0]
    assert sorted(only) == ["id", "kind", "title"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({}, "q"),
        ({"q": "a", "per_page": 101}, "per_page"),
        ({"q": "a", "soort": "nieuws"}, "soort"),
        ({"q": "a", "kind": "nieuws"}, "kind"),
        ({"q": "a", "fields": "words"}, "fields.0"),
        ({"q": "a", "sort": "title"}, "sort"),
    ],
)
def test_search_refuses_what_it_does_not_know(query, field, pages, ask):
    assert [error["field"] for error in ask("/search", 400, **query)["errors"]] == [field]


def test_page_that_nobody_may_read_any_more_is_gone_at_once(tree, client):
    page, private = tree.news("Buurttuin een"), tree.news("Buurttuin twee")
    first = client.get("/api/v1/search", {"q": "buurttuin"})
    assert first.json()["total"] == 2

    page.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    again = client.get("/api/v1/search", {"q": "buurttuin"}, headers={"If-None-Match": first["ETag"]})
    assert (again.json()["total"], again.json()["facets"]["kind"]) == (0, [])


def test_pick_of_staff_comes_first_and_says_so(pages, tree, client):
    pick = tree.standard("Zo begint u")
    hidden = tree.standard("Verborgen", live=False)
    tag = client.get("/api/v1/search", {"q": "buurttuin"})["ETag"]
    for page in (hidden, pick):
        SearchPromotion.objects.create(query=Query.get("Buurttuinen"), page=page)

    answer = client.get("/api/v1/search", {"q": "buurttuin"}, headers={"If-None-Match": tag}).json()

    first = answer["items"][0]
    assert (first["title"], first["recommended"]) == ("Zo begint u", True)
    assert answer["total"] == 3


def test_link_that_staff_picked_comes_with_the_answer(pages, ask):
    SearchPromotion.objects.create(
        query=Query.get("moestuin"),
        external_link_url="https://moestuin.example.org/",
        external_link_text="Bond",
    )

    link = {"title": "Bond", "href": "https://moestuin.example.org/", "description": ""}
    assert ask("/search", q="moestuinen")["links"] == [link]
    assert ask("/search", q="buurttuin")["links"] == []
    assert not Miss.objects.exists()


def test_search_without_result_is_counted_as_on_the_site(pages, ask):
    for _ in range(2):
        ask("/search", q="Olifanten")
    ask("/search", q="giraffen", kind="member")
    ask("/search", q="jan@example.org")

    assert list(Miss.objects.values_list("text", "times")) == [("olifanten", 2)]


def test_suggestions_go_on_as_the_visitor_typed(pages, ask):
    found = ask("/search/suggestions", q="buurtt")["items"]

    assert sorted((item["title"], item["path"]) for item in found) == [
        ("Buurttuin in Breda", "/nieuws/buurttuin/"),
        ("Handreiking buurttuin", "/publicaties/handreiking/"),
    ]
    assert ask("/search/suggestions", q="b")["items"] == []
    assert ask("/search/suggestions", q="concept")["items"] == []


@pytest.mark.parametrize("path", ["/search", "/search/suggestions"])
def test_T39_hostile_query_gives_a_normal_answer(path, pages, client):
    client.get("/api/v1/search", {"q": "warm"})
    for query in HOSTILE:
        start = process_time()
        assert client.get(f"/api/v1{path}", {"q": query}).status_code == 200
        # Of this process: what else the machine does is no fault of the search.
        assert process_time() - start < 0.3


def test_search_costs_the_same_for_one_and_for_many(tree, ask, make_theme, django_assert_max_num_queries):
    themes = [make_theme()]
    file = ContentFile(pdf("Over de vleermuiskast"), name="verslag.pdf")
    document = CustomDocument.objects.create(title="Verslag", file=file)

    def add():
        page = tree.publication("Verslag", themes=themes)
        page.files.add(PublicationFile(document=document))
        page.save()
        index_all()
        ask("/search", q="iets anders")  # fetches what is remembered between requests

    add()
    # Themes, words, matches, picks, entries with their texts, texts of files, site.
    with django_assert_max_num_queries(7) as one:
        assert ask("/search", q="vleermuiskast", per_page=100)["items"][0]["in_document"]
    add()
    add()
    with django_assert_max_num_queries(7) as three:
        assert len(ask("/search", q="vleermuiskast", per_page=100)["items"]) == 3

    assert len(one.captured_queries) == len(three.captured_queries)
