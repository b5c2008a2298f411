"""What Wagtail and its libraries leave in English, an editor reads in Dutch."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import TaskState
from wagtail.rich_text import features

from core.blocks.media import PictureBlock
from core.models import Contact

pytestmark = pytest.mark.django_db

LINK_WINDOWS = {
    "external": ["Webadres", "Tekst van de link"],
    "email": ["E-mailadres", "Tekst van de link", "Onderwerp", "Bericht"],
    "phone": ["Telefoonnummer", "Tekst van de link"],
    "anchor": ["Naam van de plek op deze pagina, zonder #", "Tekst van de link"],
}


def soup(html):
    return BeautifulSoup(html, "html.parser")


def labels(html):
    return [label.get_text(strip=True).rstrip("*").strip() for label in soup(html).select("label")]


@pytest.mark.parametrize(("kind", "expected"), LINK_WINDOWS.items())
def test_window_for_a_link_has_dutch_labels(tree, admin_client, kind, expected):
    answer = admin_client.get(reverse(f"wagtailadmin_choose_page_{kind}_link")).json()

    assert labels(answer["html"]) == expected


@pytest.mark.parametrize("model", ["contact", "theme"])
def test_window_for_a_snippet_names_the_language(model, tree, english, make_theme, admin_client):
    Contact.objects.create(name="Redactie", email="info@example.org")
    make_theme()

    answer = admin_client.get(f"/admin/snippets/choose/core/{model}/").json()

    assert labels(answer["html"]) == ["Zoekterm", "Taal"]
    assert [th.get_text(strip=True) for th in soup(answer["html"]).select("th")] == ["Titel", "Taal"]


def test_what_an_editor_fills_in_for_search_engines_is_said_without_jargon(tree, admin_client):
    fields = (
        admin_client.get(reverse("wagtailadmin_pages:edit", args=[tree.news().pk])).context["form"].fields
    )

    said = {name: str(fields[name].label).lower() for name in ("slug", "seo_title", "search_description")}
    assert said == {
        "slug": "naam in het adres",
        "seo_title": "titel in zoekmachines",
        "search_description": "beschrijving voor zoekmachines",
    }
    assert str(fields["slug"].help_text).startswith("Het laatste stuk van het webadres")


def test_address_that_is_taken_is_told_with_the_way_out(tree, admin_client):
    tree.news(slug="buurtfeest")
    address = reverse("wagtailadmin_pages:add", args=["news", "newspage", tree.news_index.pk])

    form = {"title": "Buurtfeest", "slug": "buurtfeest", "body-count": "0"}
    for name in ("footnotes", "related_pages", "comments"):
        form |= {f"{name}-TOTAL_FORMS": "0", f"{name}-INITIAL_FORMS": "0"}

    answer = admin_client.post(address, form)

    assert answer.context["form"].errors["slug"] == [
        "Er is hier al een pagina met ‘buurtfeest’ in het adres. Kies bij ‘Vindbaar’ een andere naam in het adres."
    ]


def test_columns_of_the_list_of_sites_are_dutch(tree, admin_client):
    table = soup(admin_client.get("/admin/sites/").content).select_one("table.listing")

    heads = [" ".join(head.get_text(" ").split()) for head in table.select("th")]
    assert heads == ["Site", "Poort", "Naam van de site", "Voorpagina", "Standaard?"]


def test_buttons_of_the_text_editor_are_dutch(tree, admin_client):
    admin_client.get("/admin/")

    def said(name):
        return features.get_editor_plugin("draftail", name).data["description"]

    assert (said("footnotes"), said("italic")) == ("Voetnoot", "Schuin")


def test_fields_of_a_picture_in_a_text_are_called_what_they_are_called_above_the_text():
    with override("nl"):
        said = [str(block.label) for block in PictureBlock().child_blocks["image"].child_blocks.values()]

    assert said == ["Afbeelding", "Alleen versiering", "Beschrijving van de afbeelding"]


def test_time_since_a_page_was_sent_in_is_dutch(tree, signed_in):
    editor = signed_in("editor").user
    page = tree.news()
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
    TaskState.objects.update(started_at=timezone.now() - timedelta(seconds=16))

    form = signed_in("reviewer").get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert "seconden geleden" in form.content.decode()
    assert "ago" not in soup(form.content).get_text().split()


def test_list_of_pages_counts_in_dutch(tree, admin_client):
    listing = admin_client.get(reverse("wagtailadmin_explore", args=[tree.home.pk]))

    assert "1-5 van 5 pagina’s" in " ".join(soup(listing.content).get_text().split())


class TestFootnotes:
    ADDRESS = "/footnotes/footnotes_modal/"  # the script of the library asks for it here

    def test_window_opens_where_the_script_asks_for_it(self, tree, signed_in):
        window = soup(signed_in("editor").get(self.ADDRESS).content)

        assert window.h1.get_text(strip=True) == "Voetnoot op deze plek"
        assert window.select_one("button#footnotes-create-new").get_text(strip=True)
        assert window.select_one("#footnotes-modal table#footnotes-listing tbody") is not None

    def test_stranger_does_not_see_it(self, tree, client):
        assert client.get(self.ADDRESS)["Location"].startswith("/admin/login/")

    def test_panel_is_dutch(self, tree, admin_client):
        form = soup(admin_client.get(reverse("wagtailadmin_pages:edit", args=[tree.news().pk])).content)
        row = soup(form.select_one("#id_footnotes-EMPTY_FORM_TEMPLATE").decode_contents())

        assert labels(str(row))[:2] == ["Tekst", "Teken"]
        assert "footnote" not in row.get_text()
