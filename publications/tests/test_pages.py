"""What visitors see of a publication, and where an editor finds its fields."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from core.models import CustomDocument
from publications.models import PublicationSeries
from tests.tree import text_of

pytestmark = pytest.mark.django_db

BODY = [("heading", {"text": "Begin", "level": "h2"})]


def test_publication_without_a_file_has_no_box_to_choose_from(tree, visit):
    page = tree.publication(body=BODY)

    soup = visit(page.url)

    assert soup.find(class_="editions") is None
    assert soup.find(id="begin")


def test_publication_with_a_file_offers_both_ways_to_read(tree, visit):
    document = CustomDocument(title="Verslag")
    document.file.save("verslag.pdf", ContentFile(b"%PDF-1.7", name="verslag.pdf"))
    page = tree.publication(body=BODY)
    page.files.create(document=document)
    page.save()

    parts = visit(page.url).select(".editions__title")

    assert [text_of(part) for part in parts] == ["Download", "Lees op de site"]


def test_publication_without_a_picture_has_an_upright_cover(tree, visit):
    page = tree.publication()
    drawings = {
        visit(address).select_one(".cover img")["src"] for address in (page.url, tree.publication_index.url)
    }

    (drawing,) = drawings
    assert "/img/covers/" in drawing


def test_authors_and_partners_are_on_the_first_tab(tree, signed_in):
    address = f"/admin/pages/add/publications/publicationpage/{tree.publication_index.pk}/"
    page = BeautifulSoup(signed_in("editor").get(address).content, "html.parser")

    first = page.select_one("#tab-inhoud, [role=tabpanel]")

    assert first.select_one("[name=publication_authors-TOTAL_FORMS]")
    assert first.select_one("[name=publication_partners-TOTAL_FORMS]")


@pytest.mark.parametrize(("language", "words"), [("nl", ("reeks", "reeksen")), ("en", ("series", "series"))])
def test_one_series_and_several_have_their_own_word(language, words):
    with override(language):
        names = PublicationSeries._meta.verbose_name, PublicationSeries._meta.verbose_name_plural
        assert tuple(map(str, names)) == words


def test_kind_is_shown_in_the_language_of_the_reader(tree, make_kind, english):
    kind = make_kind("Verslag")
    page = tree.publication(kind=kind)
    with override("en"):
        assert page.shown_kind.name == "Verslag"
    report = kind.copy_for_translation(english)
    report.name = "Report"
    report.save()

    assert page.shown_kind.name == "Verslag"
    with override("en"):
        assert page.shown_kind.name == "Report"


def test_cards_in_a_text_cost_the_same_for_one_and_three(tree, visit, make_theme):
    themes = [make_theme("Groen", number=1)]
    cards = [("publication_card", {"page": tree.publication(themes=themes)}) for _number in range(3)]
    one, three = tree.news(body=cards[:1]), tree.news(body=cards)

    def queries(page) -> int:
        visit(page.url)
        with CaptureQueriesContext(connection) as found:
            assert len(visit(page.url).select(".story__card")) == len(page.body)
        return len(found)

    assert queries(three) == queries(one)
