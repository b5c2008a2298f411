"""The editors' guide stands in the admin, for every role."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from core.admin.guide import SOURCE
from tests.staff import ROLES
from tests.tree import text_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [*ROLES])
def test_guide_is_in_the_help_menu_of_every_role(signed_in, role):
    person = signed_in(role)

    assert '"/admin/guide/"' in person.get(reverse("wagtailadmin_home")).content.decode()
    assert person.get(reverse("editors_guide")).status_code == 200


def test_guide_is_shown_whole_with_its_chapters(tree, admin_client):
    page = BeautifulSoup(admin_client.get(reverse("editors_guide")).content, "html.parser")

    chapters = [line[3:] for line in SOURCE.read_text().splitlines() if line.startswith("## ")]
    assert [text_of(heading) for heading in page.select(".guide__text h2")] == chapters
    anchors = [link["href"] for link in page.select(".guide__chapters a")]
    assert anchors == [f"#{heading['id']}" for heading in page.select(".guide__text h2")]
    assert len(set(anchors)) == len(anchors)
    assert [text_of(heading) for heading in page.select("h1")] == ["Handleiding voor de redactie"]
    assert page.select_one(".guide__text table th")
    assert "**" not in text_of(page.select_one(".guide__text"))


def test_guide_is_for_staff(client, tree):
    assert client.get(reverse("editors_guide")).url.startswith(reverse("wagtailadmin_login"))
