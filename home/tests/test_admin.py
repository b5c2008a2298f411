import pytest
from bs4 import BeautifulSoup

from home.models import Navigation

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/home/navigation/"


@pytest.fixture
def menu(tree):
    return Navigation.objects.create(header=[("link", {"page": tree.news_index, "url": "", "label": ""})])


def test_menu_and_footer_have_an_item_of_their_own(menu, admin_client):
    assert LIST in admin_client.get("/admin/").content.decode()
    assert admin_client.get(f"{LIST}edit/{menu.pk}/").context["object"] == menu


def test_there_is_one_menu(menu, admin_client):
    assert f"{LIST}add/" not in admin_client.get(LIST).content.decode()
    assert admin_client.get(f"{LIST}add/").status_code == 302


def test_menu_cannot_be_deleted(menu, admin_client):
    admin_client.post(f"{LIST}delete/{menu.pk}/")

    assert Navigation.objects.count() == 1


def test_first_menu_can_be_made(tree, admin_client):
    form = BeautifulSoup(admin_client.get(f"{LIST}add/").content, "html.parser")
    admin_client.post(
        f"{LIST}add/",
        {
            "header-count": "1",
            "header-0-type": "link",
            "header-0-order": "0",
            "header-0-deleted": "",
            "header-0-value-page": tree.news_index.pk,
            "footer-count": "0",
            "colophon": "null",
        },
    )

    assert [heading.get_text(strip=True) for heading in form.select("h2 [data-panel-heading-text]")] == [
        "Menu",
        "Kolommen van de voet",
        "Colofon",
    ]
    assert [link.href for link in Navigation.objects.get().header_links()] == ["/nieuws/"]
