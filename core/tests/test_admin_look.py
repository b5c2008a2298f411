import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib.staticfiles import finders
from wagtail.models import get_page_models

from core.blocks import StoryBlock
from core.models import BasePage, Contact

pytestmark = pytest.mark.django_db

PAGE_TYPES = [model for model in get_page_models() if issubclass(model, BasePage)]
PREVIEWABLE = [name for name, block in StoryBlock().child_blocks.items() if block.is_previewable]


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def test_admin_carries_the_name_the_sign_and_the_colours_of_the_association(tree, admin_client):
    page = soup(admin_client.get("/admin/"))

    assert "LSA bewoners" in page.title.get_text()
    assert page.select_one("link[rel=icon]")["href"].endswith("img/favicon.svg")
    assert page.select_one("link[rel=stylesheet][href$='css/admin.css']")
    assert finders.find("css/admin.css")
    assert finders.find("img/favicon.svg")


def test_login_says_whose_site_it_is_and_what_to_fill_in(tree, client):
    page = soup(client.get("/admin/login/"))

    assert "LSA bewoners" in page.h1.get_text()
    assert page.select_one(".login-intro").get_text(strip=True)
    assert "Wagtail" not in page.main.get_text()


def test_admin_is_in_dutch_so_that_the_browser_checks_dutch_spelling(tree, admin_client):
    assert soup(admin_client.get("/admin/")).html["lang"] == "nl"


def test_own_icons_are_in_the_sprite(tree, admin_client):
    sprite = admin_client.get("/admin/sprite/").content.decode()

    for name in ("newspaper", "open-book", "map-pin", "megaphone", "layers", "swatch", "partners"):
        assert f'id="icon-{name}"' in sprite


def test_help_has_no_links_to_other_sites(tree, admin_client):
    assert "wagtail.org" not in admin_client.get("/admin/").content.decode()


def test_languages_are_in_the_menu_of_who_may_open_them(signed_in, admin_client):
    administrator = signed_in("administrator")

    assert "/admin/sites/" in administrator.get("/admin/").content.decode()
    assert "/admin/locales/" not in administrator.get("/admin/").content.decode()
    assert "/admin/locales/" in admin_client.get("/admin/").content.decode()


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_form_of_every_page_type_opens_with_its_tabs(tree, admin_client, model):
    page = model.objects.first()
    if page is None:
        parent = next(filter(None, map(some_page, model.parent_page_types)))
        fields = {"title": "Nieuw", "slug": "nieuw", "lead": "Een inleiding."}
        if hasattr(model, "contact"):  # a form has somebody who reads it
            fields["contact"] = Contact.objects.create(name="Redactie", email="info@example.org")
        page = parent.add_child(instance=model(**fields))

    response = admin_client.get(f"/admin/pages/{page.pk}/edit/")

    assert response.status_code == 200
    assert len(soup(response).select("[role=tab]")) >= 2


def some_page(label):
    """A page of the type with this label, if the site has one."""
    return apps.get_model(label).objects.first()


@pytest.mark.parametrize("name", PREVIEWABLE)
def test_block_has_a_preview_that_looks_like_the_site(tree, admin_client, name):
    block = StoryBlock().child_blocks[name]
    tree.member()

    response = admin_client.get("/admin/block-preview/", {"id": block.definition_prefix})

    assert response.status_code == 200
    page = soup(response)
    assert page.select_one("link[href$='css/story.css']")
    assert page.main.get_text(strip=True) or page.main.select_one("img, iframe, video")
