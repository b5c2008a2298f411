"""What visitors see of ordinary pages, theme pages and the footer."""

from uuid import uuid4

import pytest
from django.core.serializers import deserialize, serialize
from wagtail.contrib.redirects.models import Redirect
from wagtail_footnotes.models import Footnote

from core.models import Contact, SiteSettings, Theme
from home.models import ThemeIndexPage
from tests.tree import text_of

pytestmark = pytest.mark.django_db


def heading(text):
    return ("heading", {"text": text, "level": "h2"})


def test_ordinary_page_has_a_table_of_contents_from_four_headings_on(tree, visit):
    three = tree.standard(body=[heading(f"Kop {number}") for number in range(3)])
    four = tree.standard(body=[heading(f"Kop {number}") for number in range(4)])

    assert visit(three.url).find(class_="toc") is None
    assert [text_of(link) for link in visit(four.url).select(".toc a")] == [
        "Kop 0",
        "Kop 1",
        "Kop 2",
        "Kop 3",
    ]


def test_ordinary_page_prints_its_notes(tree, visit):
    key = uuid4()
    page = tree.standard(
        body=[("paragraph", f'<p>Het staat vast.<footnote id="{key}">[{str(key)[:6]}]</footnote></p>')]
    )
    Footnote.objects.create(page=page, uuid=key, text="<p>Jaarverslag 2021.</p>")

    notes = visit(page.url).find(class_="footnotes")

    assert "Jaarverslag 2021." in text_of(notes)


class TestThemePage:
    @pytest.fixture
    def green(self, make_theme):
        return make_theme("Groen")

    def more_links(self, page):
        return {text_of(link): link["href"] for link in page.select(".section__more")}

    def test_full_shelf_leads_to_the_filtered_list_and_says_how_many(self, tree, green, visit):
        for number in range(ThemeIndexPage.NEWS_SHOWN + 1):
            tree.news(f"Bericht {number}", themes=[green])
        for number in range(ThemeIndexPage.MEMBERS_SHOWN + 2):
            tree.member(f"Groep {number}", themes=[green])
        tree.news("Geheim concept", themes=[green], live=False)
        tree.news("Over iets anders")

        links = self.more_links(visit("/themas/groen/"))

        assert links == {"Alle 7 berichten": "/nieuws/?thema=groen", "Alle 8 leden": "/leden/?thema=groen"}
        assert len(visit(links["Alle 7 berichten"]).select("main .card")) == 7

    def test_shelf_that_holds_everything_leads_nowhere(self, tree, green, visit):
        for number in range(ThemeIndexPage.NEWS_SHOWN):
            tree.news(f"Bericht {number}", themes=[green])

        assert self.more_links(visit("/themas/groen/")) == {}


def test_footer_speaks_english_where_the_contact_is_translated(english_tree, translate, visit):
    contact = Contact.objects.create(name="Bureau", email="info@example.org", text="<p>Vragen?</p>")
    SiteSettings.objects.update_or_create(site=english_tree.site, defaults={"contact": contact})
    assert "Vragen?" in text_of(visit("/en/").select_one(".footer__contact [lang=nl]"))

    translate(contact)

    footer = visit("/en/").find(class_="footer__contact")
    assert "English: Vragen?" in text_of(footer)
    assert footer.find(lang="nl") is None
    assert "English" not in text_of(visit("/").find(class_="footer__contact"))


class TestThemeThatMoves:
    """A theme gets another name in its address, and gets it back."""

    def rename(self, theme, slug):
        theme.slug = slug
        theme.save()

    def test_old_addresses_lead_on(self, tree, make_theme, client):
        theme = make_theme("Groen", slug="groen")
        index = tree.theme_index.url

        self.rename(theme, "natuur")

        assert client.get(f"{index}groen/").url == f"{index}natuur/"
        assert client.get("/feeds/themas/groen/").url == "/feeds/themas/natuur/"
        assert client.get("/feeds/themas/natuur/").status_code == 200

    def test_there_and_back_again(self, tree, make_theme, client):
        theme = make_theme("Groen", slug="groen")
        index = tree.theme_index.url

        for slug in ("natuur", "groen", "natuur", "klimaat"):
            self.rename(theme, slug)

        assert client.get(f"{index}klimaat/").status_code == 200
        for old in ("groen", "natuur"):
            assert client.get(f"{index}{old}/", follow=True).redirect_chain[-1] == (f"{index}klimaat/", 301)

    def test_other_change_makes_no_redirect(self, tree, make_theme):
        theme = make_theme("Groen", slug="groen")
        theme.name = "Groener"
        theme.save()

        assert not Redirect.objects.exists()

    def test_name_that_came_back_leads_nowhere_once_the_list_is_gone(self, tree, make_theme, client):
        theme = make_theme("Groen", slug="groen")
        index = tree.theme_index
        for slug in ("natuur", "groen"):
            self.rename(theme, slug)
        index.unpublish()
        theme.delete()

        for address in (index.url, "/feeds/themas/"):
            ways = client.get(f"{address}natuur/", follow=True)
            assert (ways.redirect_chain, ways.status_code) == ([(f"{address}groen/", 301)], 404)

    def test_two_redirects_of_one_address_become_one(self, tree, make_theme, client):
        theme = make_theme("Groen", slug="groen")
        index = tree.theme_index.url
        for _ in range(2):
            Redirect.objects.create(old_path=f"{index}groen", redirect_link="/elders/")

        self.rename(theme, "natuur")

        assert client.get(f"{index}groen/").url == f"{index}natuur/"

    def test_list_outside_every_site_has_no_addresses(self, tree, make_theme):
        theme = make_theme("Groen", slug="groen")
        tree.site.delete()

        self.rename(theme, "natuur")

        assert Redirect.objects.get().old_path == "/feeds/themas/groen"

    def test_fixture_makes_no_redirect(self, tree, make_theme):
        theme = make_theme("Groen", slug="groen")
        theme.slug = "natuur"
        for loaded in deserialize("json", serialize("json", [theme])):
            loaded.save()

        assert Theme.objects.get().slug == "natuur"
        assert not Redirect.objects.exists()
