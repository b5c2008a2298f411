"""Sitemap, robots.txt, feeds, and what the head of a page says: the same rule of visibility for each."""

import json
import re
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.utils.formats import date_format, time_format
from django.utils.translation import override
from wagtail.models import Locale, PageViewRestriction, Site

from core.models import Author, SiteSettings, Theme
from news.models import NewsPage
from publications.models import PublicationAuthor, PublicationPage
from tests import databases
from tests.tasks import Backend
from tests.tree import Tree, text_of

pytestmark = pytest.mark.usefixtures("site")

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def planted(django_db_setup, django_db_blocker, tmp_path_factory):
    """A page that is translated, one that is not, and every kind of page that must stay hidden; made once."""
    with django_db_blocker.unblock(), databases.another(tmp_path_factory.mktemp("outputs"), "outputs"):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Backend, "indexing", True)
            plant(Tree())
        yield


def plant(tree: Tree) -> None:
    green = Theme.objects.create(name="Groen", slug="groen", number=1, lead="Over groen.")
    shown = tree.news("Zichtbaar", slug="zichtbaar", date=date(2022, 4, 25), themes=[green])
    tree.publication("Manifest", slug="manifest", themes=[green])
    tree.news("Geheim concept", slug="geheim-concept", live=False, themes=[green])
    private = tree.news("Geheim besloten", slug="geheim-besloten", themes=[green])
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    tree.member("Geheim gestopt", slug="geheim-gestopt", state="ended", themes=[green])
    english = Locale.objects.create(language_code="en")
    for page, slug in [(tree.home, "home-en"), (tree.news_index, "news"), (shown, "visible")]:
        translate(page, english, slug)
    alias = tree.publication_index.copy_for_translation(english, alias=True)
    assert alias.live


@pytest.fixture
def site(planted, db) -> Tree:
    """The planted site; what a test changes is undone after it."""
    tree = Tree()
    tree.shown = NewsPage.objects.get(slug="zichtbaar")
    return tree


def translate(page, locale, slug):
    translation = page.copy_for_translation(locale)
    translation.slug = slug
    translation.title = f"{page.title} in English"
    translation.save_revision().publish()
    return translation


def elements(response, name):
    return list(ElementTree.fromstring(response.content).iter(name))


def test_sitemap_lists_every_public_page_with_its_languages(site, client):
    response = client.get("/sitemap.xml")
    addresses = [element.text for element in elements(response, f"{SITEMAP}loc")]

    assert sorted(address.removeprefix("http://testserver") for address in addresses) == [
        "/",
        "/agenda/",
        "/en/",
        "/en/comments/rules/",
        "/en/join/",
        "/en/news/",
        "/en/news/visible/",
        "/leden/",
        "/nieuws/",
        "/nieuws/zichtbaar/",
        "/publicaties/",
        "/publicaties/manifest/",
        "/reacties/huisregels/",
        "/themas/",
        "/themas/groen/",
        "/word-lid/",
    ]
    alternates = {(link.get("hreflang"), link.get("href")) for link in elements(response, f"{XHTML}link")}
    assert ("en", "http://testserver/en/news/visible/") in alternates
    assert ("x-default", "http://testserver/nieuws/zichtbaar/") in alternates


def test_sitemap_leaves_out_what_appeared_elsewhere_first(site, client):
    site.news(slug="elders", source_name="Platform", source_url="https://platform.example.org/stuk/")

    assert "/nieuws/elders/" not in client.get("/sitemap.xml").content.decode()


def test_sitemap_of_a_site_without_a_default_has_its_pages(site, client):
    Site.objects.update(is_default_site=False)

    addresses = [element.text for element in elements(client.get("/sitemap.xml"), f"{SITEMAP}loc")]

    assert any(address.endswith("/nieuws/zichtbaar/") for address in addresses)
    assert not any(address.endswith("/word-lid/") for address in addresses)


def test_sitemap_of_a_large_site_is_a_list_of_files(site, client, monkeypatch):
    monkeypatch.setattr("home.sitemaps.EntrySitemap.limit", 5)

    files = [element.text for element in elements(client.get("/sitemap.xml"), f"{SITEMAP}loc")]

    assert files[:2] == ["http://testserver/sitemap-pages.xml", "http://testserver/sitemap-pages.xml?p=2"]
    assert len(elements(client.get(files[1]), f"{SITEMAP}loc")) == 5


def test_robots_names_the_sitemap_and_closes_search(site, client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert "Disallow: /zoeken/" in lines
    assert "Disallow: /en/search/" in lines
    assert "Disallow: /admin/" in lines
    assert "Disallow: /*?*plaats=" in lines


@pytest.mark.parametrize(
    ("address", "titles"),
    [
        ("/feeds/nieuws/", ["Zichtbaar"]),
        ("/en/feeds/news/", ["Zichtbaar in English"]),
        ("/feeds/publicaties/", ["Manifest"]),
        ("/feeds/themas/groen/", ["Manifest", "Zichtbaar"]),
    ],
)
def test_feed_holds_what_visitors_may_read(site, client, address, titles):
    response = client.get(address)

    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert [entry.findtext(f"{ATOM}title") for entry in elements(response, f"{ATOM}entry")] == titles


def test_feed_names_themes_in_its_own_language(site, client):
    translation = Theme.objects.get(slug="groen").copy_for_translation(Locale.objects.get(language_code="en"))
    translation.name, translation.slug = "Green", "green"
    translation.save()

    terms = [
        [category.get("term") for category in elements(client.get(address), f"{ATOM}category")]
        for address in ("/feeds/nieuws/", "/en/feeds/news/")
    ]

    assert terms == [["Groen"], ["Green"]]


def test_feed_names_its_authors(site, client):
    an, jan = (Author.objects.create(name=name) for name in ("An", "Jan"))
    site.shown.author = an
    site.shown.save()
    manifest = PublicationPage.objects.get()
    manifest.publication_authors.add(PublicationAuthor(author=jan), PublicationAuthor(author=an))
    manifest.save()

    root = ElementTree.fromstring(client.get("/feeds/themas/groen/").content)

    def names(element):
        return [author.text for author in element.findall(f"{ATOM}author/{ATOM}name")]

    assert names(root) == ["LSA bewoners"]
    assert [names(entry) for entry in root.iter(f"{ATOM}entry")] == [["Jan", "An"], ["An"]]


@pytest.fixture
def english_feed(site, organisation, client, django_assert_max_num_queries):
    """The English feed of a theme with ``number`` more articles and publications of our own organisation."""
    english = Locale.objects.get(language_code="en")
    residents = organisation.copy_for_translation(english)
    residents.name = "LSA residents"
    residents.save()
    translate(site.theme_index, english, "themes")
    site.publication_index.get_translations().get().delete()
    translate(site.publication_index, english, "publications")
    green = Theme.objects.get().copy_for_translation(english)
    green.slug = "green"
    green.save()

    def make(number: int):
        for serial in range(number):
            report = site.publication("Verslag", themes=[green])
            report.publication_authors.add(PublicationAuthor(author=organisation))
            report.save()
            for page in (site.news("Bericht", author=organisation, themes=[green]), report):
                translate(page, english, f"more-{serial}")
        client.get("/en/feeds/themes/green/")
        with django_assert_max_num_queries(10):
            return client.get("/en/feeds/themes/green/")

    return make


@pytest.mark.parametrize("number", [1, 3])
def test_english_feed_names_its_authors_in_english(english_feed, number):
    names = [author.findtext(f"{ATOM}name") for author in elements(english_feed(number), f"{ATOM}author")]

    assert names == ["LSA bewoners"] + ["LSA residents"] * 2 * number


def test_feed_leaves_out_what_xml_cannot_hold(site, client):
    author = Author.objects.create(name="A\x1fn\uffff")
    NewsPage.objects.filter(pk=site.shown.pk).update(title="Zicht\x0bbaar", author=author)
    Theme.objects.update(name="Gro\x01en 🌱")

    response = client.get("/feeds/nieuws/")

    assert [entry.findtext(f"{ATOM}title") for entry in elements(response, f"{ATOM}entry")] == ["Zichtbaar"]
    assert "An" in [name.text for name in elements(response, f"{ATOM}name")]
    assert [element.get("term") for element in elements(response, f"{ATOM}category")] == ["Groen 🌱"]


def test_lead_in_a_feed_is_read_as_it_was_written(site, client):
    site.shown.lead = "Een <b>vet</b> plan: 5 < 6 & meer"
    site.shown.save()

    (summary,) = elements(client.get("/feeds/nieuws/"), f"{ATOM}summary")

    assert summary.get("type") == "html"
    assert BeautifulSoup(summary.text, "html.parser").get_text() == site.shown.lead


@pytest.mark.parametrize("address", ["/feeds/nieuws/", "/feeds/themas/groen/"])
def test_empty_feed_changed_when_its_list_did(site, client, address):
    NewsPage.objects.update(live=False)
    PublicationPage.objects.update(live=False)
    for index in (site.news_index, site.theme_index):
        index.last_published_at = datetime(2026, 3, 4, 5, tzinfo=UTC)
        index.save()

    (updated,) = elements(client.get(address), f"{ATOM}updated")

    assert updated.text == "2026-03-04T05:00:00+00:00"


@pytest.mark.parametrize("number", [1, 3])
def test_feed_costs_the_same_for_every_number_of_entries(site, client, django_assert_max_num_queries, number):
    green = Theme.objects.get()
    for _ in range(number):
        author = Author.objects.create(name="An")
        site.news("Bericht", author=author, themes=[green])
        page = site.publication("Verslag", themes=[green])
        page.publication_authors.add(PublicationAuthor(author=author))
        page.save()
    client.get("/feeds/themas/groen/")

    with django_assert_max_num_queries(9):
        client.get("/feeds/themas/groen/")


@pytest.mark.parametrize(
    "address", ["/en/feeds/publications/", "/feeds/themas/onbekend/", "/en/feeds/themes/groen/"]
)
def test_feed_of_what_does_not_exist_is_not_found(site, client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/nieuws/",
        "/leden/",
        "/themas/groen/",
        "/zoeken/?q=geheim",
        "/sitemap.xml",
        "/feeds/nieuws/",
        "/robots.txt",
    ],
)
def test_hidden_pages_are_in_no_output(site, client, address):
    body = client.get(address).content.decode()

    assert "geheim-" not in body
    assert "Geheim " not in body


def test_public_page_is_in_the_index(site, client):
    assert "/nieuws/zichtbaar/" in client.get("/zoeken/?q=zichtbaar").content.decode()


def test_alias_in_another_language_is_no_page(site, client):
    assert client.get("/en/publicaties/").status_code == 404


def test_translated_page_offers_its_languages(site, client):
    dutch = client.get("/nieuws/zichtbaar/").content.decode()
    english = client.get("/en/news/visible/").content.decode()

    for body in (dutch, english):
        assert '<link rel="alternate" hreflang="nl" href="http://testserver/nieuws/zichtbaar/">' in body
        assert '<link rel="alternate" hreflang="en" href="http://testserver/en/news/visible/">' in body
        assert (
            '<link rel="alternate" hreflang="x-default" href="http://testserver/nieuws/zichtbaar/">' in body
        )
    assert '<html lang="nl"' in dutch
    assert '<html lang="en"' in english
    assert '<link rel="canonical" href="http://testserver/en/news/visible/">' in english


@pytest.mark.parametrize(
    ("dutch", "english", "is_kept"),
    [
        ("/word-lid/", "/en/join/", True),
        ("/reacties/huisregels/", "/en/comments/rules/", True),
        ("/zoeken/", "/en/search/", False),
    ],
)
def test_address_that_is_no_page_offers_its_languages(site, visit, dutch, english, is_kept):
    for address, other, code in [(dutch, english, "en"), (english, dutch, "nl")]:
        page = visit(address)
        links = {
            link.get("hreflang", "canonical"): link["href"].removeprefix("http://testserver")
            for link in page.head.select("link[rel=canonical], link[hreflang]")
        }

        assert page.select_one(f".languages a[hreflang={code}]")["href"] == f"http://testserver{other}"
        kept = {"canonical": address, "nl": dutch, "en": english, "x-default": dutch}
        assert links == (kept if is_kept else {})
        assert bool(page.select_one('meta[name="robots"]')) != is_kept
        assert bool(page.select_one('meta[name="description"]')) == is_kept


def test_page_without_translation_offers_no_other_language(site, client):
    body = client.get("/publicaties/manifest/").content.decode()

    assert "hreflang" not in body


@pytest.mark.parametrize("number", ["²", "٣", "x", "9" * 5000, "-1"])
def test_list_page_with_a_number_that_is_none_is_no_error(tree, client, number):
    tree.news("Een bericht")

    response = client.get("/nieuws/", {"p": number})

    assert response.status_code == 200
    assert '<link rel="canonical" href="http://testserver/nieuws/">' in response.content.decode()


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ({"p": "2"}, "/nieuws/?p=2"),
        ({"p": "999"}, "/nieuws/?p=3"),
        ({"p": "0"}, "/nieuws/"),
        ({"p": "2", "jaar": "2020"}, "/nieuws/"),
    ],
)
def test_canonical_names_the_page_that_is_shown(tree, visit, query, canonical):
    for _ in range(26):
        tree.news("Een bericht", date=date(2020, 1, 1))

    page = visit("/nieuws/", **query)

    assert page.select_one("link[rel=canonical]")["href"] == f"http://testserver{canonical}"


@pytest.mark.parametrize("address", ["/themas/groen/", "/nieuws/zichtbaar/"])
def test_canonical_of_what_is_no_list_has_no_number(site, visit, address):
    page = visit(address, p="4")

    assert page.select_one("link[rel=canonical]")["href"] == f"http://testserver{address}"


@pytest.mark.parametrize(
    ("address", "query", "title"),
    [
        ("/nieuws/", {"p": "2"}, "Nieuws, pagina 2 van 2"),
        ("/nieuws/", {"jaar": "2020", "p": "2"}, "Nieuws uit 2020, pagina 2 van 2"),
        ("/nieuws/", {"thema": "groen"}, "Nieuws met het thema Groen"),
        ("/publicaties/", {"jaar": "2019"}, "Publicaties uit 2019"),
        ("/leden/", {"provincie": "drenthe"}, "Leden in Drenthe"),
        ("/leden/", {"plaats": "Nergenshuizen"}, "Fout: Leden"),
    ],
)
def test_title_tells_one_part_of_a_list_from_another(site, visit, address, query, title):
    for _ in range(13):
        site.news("Een bericht", date=date(2020, 1, 1))

    assert text_of(visit(address, **query).title) == f"{title} – LSA bewoners"


@pytest.mark.parametrize(
    ("address", "query", "heading"),
    [
        ("/nieuws/", {"jaar": "2019"}, "Geen nieuwsberichten uit 2019"),
        ("/publicaties/", {"jaar": "2019"}, "Geen publicaties uit 2019"),
        ("/leden/", {"provincie": "drenthe"}, "Geen leden in Drenthe"),
    ],
)
def test_list_says_that_nothing_was_found(site, visit, address, query, heading):
    page = visit(address, **query)

    assert text_of(page.select_one("#results")) == heading
    assert page.main.find("a", string="Toon de hele lijst")["href"] == "."


def test_page_that_appeared_elsewhere_first_names_that_as_canonical(tree, client):
    page = tree.news(source_name="Platform", source_url="https://platform.example.org/stuk/")

    assert (
        '<link rel="canonical" href="https://platform.example.org/stuk/">'
        in client.get(page.url).content.decode()
    )


def test_article_tells_search_engines_what_it_is(site, client, organisation):
    SiteSettings.objects.update_or_create(site=site.site, defaults={"organisation": organisation})
    site.shown.title = 'Kies </script><script>alert(1)</script> & "ván"'
    site.shown.save()

    body = client.get("/nieuws/zichtbaar/").content.decode()
    graph = {item["@type"]: item for item in json_ld(body)["@graph"]}

    assert graph["Article"]["headline"] == site.shown.title
    assert graph["Article"]["datePublished"] == "2022-04-25"
    assert graph["Article"]["author"] == [{"@type": "Organization", "name": "LSA bewoners"}]
    assert graph["Organization"]["foundingDate"] == "1986"
    assert [item["name"] for item in graph["BreadcrumbList"]["itemListElement"]][:2] == [
        "LSA bewoners",
        "Nieuws",
    ]
    assert "<script>alert" not in body


def json_ld(body: str) -> dict:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', body, re.S)
    return json.loads(text)


def test_report_and_event_have_their_own_type(tree, client):
    publication, event = tree.publication(), tree.event()

    assert "Report" in [
        item["@type"] for item in json_ld(client.get(publication.url).content.decode())["@graph"]
    ]
    assert "Event" in [item["@type"] for item in json_ld(client.get(event.url).content.decode())["@graph"]]


@pytest.mark.parametrize(
    ("fields", "place", "mode"),
    [
        ({"place_name": "Buurthuis"}, {"name": "Buurthuis"}, "Offline"),
        ({"address": "Kerkstraat 1, Breda"}, {"address": "Kerkstraat 1, Breda"}, "Offline"),
        (
            {"place_name": "Buurthuis", "online_url": "https://meet.example.org/"},
            {"name": "Buurthuis"},
            "Mixed",
        ),
        ({"place_name": "Online", "online_url": "https://meet.example.org/"}, None, "Online"),
        ({"online_url": "https://meet.example.org/"}, None, "Online"),
    ],
)
def test_event_tells_where_one_takes_part(tree, client, fields, place, mode):
    body = client.get(tree.event(**fields).url).content.decode()
    (data,) = [item for item in json_ld(body)["@graph"] if item["@type"] == "Event"]
    places = [{"@type": "Place", **place}] if place else []
    online = [{"@type": "VirtualLocation", "url": fields["online_url"]}] if "online_url" in fields else []

    assert data["location"] == places + online
    assert data["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"


def test_event_without_a_place_yet_tells_none(tree, client):
    body = client.get(tree.event().url).content.decode()
    (data,) = [item for item in json_ld(body)["@graph"] if item["@type"] == "Event"]

    assert not {"location", "eventAttendanceMode"} & set(data)


def test_theme_falls_back_to_dutch_in_english(site, client):
    body = client.get("/en/news/visible/").content.decode()

    assert Theme.objects.count() == 1
    assert re.search(r'lang="nl"[^>]*>\s*(<[^>]+>\s*)*Groen', body)


def test_english_page_writes_dates_in_one_way(site, visit):
    meta = visit("/en/news/visible/").select_one(".page-head .meta")

    assert text_of(meta.select_one("time")) == "25 April 2022"
    assert "This text is of 25 April 2022." in text_of(visit("/en/news/visible/").select_one(".older"))


def test_english_writes_times_as_on_the_clock():
    with override("en"):
        moment = datetime(2026, 12, 5, 19, 30)  # noqa: DTZ001 - as it stands on the clock
        assert date_format(moment, "DATETIME_FORMAT") == "5 December 2026, 19:30"
        assert time_format(moment, "TIME_FORMAT") == "19:30"
