import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(tree):
    tree.news("Buurttuin in Breda", lead="Bewoners telen samen groente.", slug="buurttuin")
    tree.news("Concept over de buurttuin", live=False, slug="concept")
    tree.publication("Handreiking buurttuin", slug="handreiking")
    tree.standard("Over ons", slug="over-ons")


def found(client, query):
    response = client.get("/zoeken/", {"q": query})
    assert response.status_code == 200
    return [result["page"].title for result in response.context["results"]]


def test_page_with_the_word_is_found_and_a_draft_is_not(pages, client):
    assert sorted(found(client, "buurttuin")) == ["Buurttuin in Breda", "Handreiking buurttuin"]


def test_all_words_must_occur(pages, client):
    assert found(client, "buurttuin breda") == ["Buurttuin in Breda"]


def test_search_without_words_shows_the_form(pages, client):
    response = client.get("/zoeken/")

    assert response.status_code == 200
    assert response.context["total"] == 0


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "''",
        "\x00",
        "a\x00b",
        "%",
        "*",
        "buurttuin*",
        'OR "',
        "(",
        "NEAR(",
        "ж" * 5000,
        "x " * 5000,
        "-",
        "AND",
    ],
)
def test_hostile_query_gives_a_normal_page(pages, client, query):
    response = client.get("/zoeken/", {"q": query})

    assert response.status_code == 200


def test_query_is_printed_as_text(pages, client):
    body = client.get("/zoeken/", {"q": "<script>alert(1)</script>"}).content.decode()

    assert "<script>alert" not in body
    assert "&lt;script&gt;alert" in body


def test_english_search_finds_english_pages_only(pages, tree, english, client):
    home = tree.home.copy_for_translation(english)
    home.slug = "home-en"
    home.save_revision().publish()

    response = client.get("/en/search/", {"q": "buurttuin"})

    assert response.context["total"] == 0
