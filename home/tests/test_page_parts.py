"""What stands around a text: ways in and out, what is shared and printed, pictures, and how much it all weighs."""

import gzip
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.staticfiles import finders

from tests.tree import text_of

pytestmark = pytest.mark.django_db

MOST_BYTES, MOST_REQUESTS = 60_000, 8


@pytest.fixture
def article(tree, make_image):
    return tree.news(
        "Buurtfeest",
        slug="buurtfeest",
        lead="Iedereen danst.",
        date=date(2022, 4, 25),
        image=make_image(),
        image_alt="Een bankje in de zon",
        body=[("paragraph", "<p>Wij dansten.</p>")],
    )


def test_page_begins_with_a_way_to_its_text(visit, article):
    page = visit(article.url)

    first = page.body.find(["a", "button", "input"])
    assert (text_of(first), first["href"]) == ("Ga direct naar de tekst", f"#{page.main['id']}")
    assert page.main["tabindex"] == "-1"


def test_breadcrumb_names_the_way_from_the_home_page(visit, article):
    trail = visit(article.url).select_one("nav.breadcrumb")

    assert [(text_of(step), step.get("href")) for step in trail.select("a, span")] == [
        ("LSA bewoners", "/"),
        ("Nieuws", "/nieuws/"),
        ("Buurtfeest", None),
    ]
    assert trail.select_one("[aria-current=page]").name == "span"


def test_article_is_passed_on_by_plain_links(visit, article):
    share = visit(article.url).select_one(".share")
    mail, whatsapp, linkedin = (
        urlsplit(link["href"].replace("mailto:", "mailto:///")) for link in share("a")
    )

    address = "http://testserver/nieuws/buurtfeest/"
    assert parse_qs(mail.query) == {"subject": ["Buurtfeest"], "body": [address]}
    assert parse_qs(whatsapp.query) == {"text": [f"Buurtfeest {address}"]}
    assert parse_qs(linkedin.query) == {"url": [address]}
    assert text_of(share.select_one(".share__url")) == address
    assert not share(["script", "button", "iframe"])


def test_article_says_what_others_show_of_it(visit, article):
    told = {tag["property"]: tag["content"] for tag in visit(article.url).select("meta[property]")}

    assert told["og:image"].startswith("http://testserver/media/")
    assert {name: value for name, value in told.items() if name != "og:image"} == {
        "og:type": "article",
        "og:title": "Buurtfeest",
        "og:description": "Iedereen danst.",
        "og:url": "http://testserver/nieuws/buurtfeest/",
        "og:site_name": "LSA bewoners",
        "og:locale": "nl_NL",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Een bankje in de zon",
        "article:published_time": "2022-04-25",
    }


def test_picture_comes_in_three_widths_and_leaves_room_for_itself(visit, article):
    picture = visit(article.url).select_one(".article__picture img")

    choices = [choice.split() for choice in picture["srcset"].split(", ")]
    assert [width for _address, width in choices] == ["640w", "960w", "1440w"]
    assert all(address.endswith(".webp") for address, _width in choices)
    assert (picture["width"], picture["height"]) == ("1440", "900")
    assert picture["alt"] == "Een bankje in de zon"


def test_paper_says_where_the_text_stands_and_of_when_it_is(visit, article, freezer):
    freezer.move_to("2022-06-01T12:00:00Z")
    article.save_revision().publish()

    source = visit(article.url).select_one(".print-source")

    assert text_of(source) == "Bron: http://testserver/nieuws/buurtfeest/ · tekst van 1 juni 2022"


def test_first_view_of_an_article_is_light(client, visit, article):
    page = visit(article.url)
    parts = [tag["href"] for tag in page.select("link[rel=stylesheet], link[rel=icon]")]
    parts += [tag["src"] for tag in page.select("script[src], img:not([loading=lazy])")]
    files = [finders.find(part.removeprefix("/static/")) for part in parts if part.startswith("/static/")]

    texts = [client.get(article.url).content, *(Path(file).read_bytes() for file in files)]

    assert sum(len(gzip.compress(text)) for text in texts) <= MOST_BYTES
    assert 1 + len(parts) <= MOST_REQUESTS
