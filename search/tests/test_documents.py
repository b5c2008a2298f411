from collections import Counter
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from wagtail.models import Collection, CollectionViewRestriction

from core.models import CustomDocument
from publications.models import PublicationFile
from search import facets
from search.finding import find, results
from search.models import DocumentText

pytestmark = pytest.mark.django_db


def pdf(text: str) -> bytes:
    """A PDF of one page with one line."""
    writer = PdfWriter()
    page = writer.add_blank_page(300, 100)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(font)})}
    )
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 10 50 Td ({text}) Tj ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.fixture
def make_document(db, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)

    def make(content: bytes, name="verslag.pdf", **fields) -> CustomDocument:
        return CustomDocument.objects.create(title="Verslag", file=ContentFile(content, name=name), **fields)

    return make


def offer(page, document):
    page.files.add(PublicationFile(document=document))
    page.save_revision().publish()


def found(query):
    answer = find(query, code="nl")
    return results(answer, answer.pages)


def test_publication_is_found_by_the_text_of_its_pdf(tree, make_document):
    offer(tree.publication("Jaarverslag"), make_document(pdf("De vleermuiskast hangt")))

    (result,) = found("vleermuiskasten")

    assert result.page.title == "Jaarverslag"
    assert result.passage.in_document
    assert [piece.text for piece in result.passage.pieces if piece.found] == ["vleermuiskast"]


def test_passage_says_in_which_language_the_files_are(tree, make_document):
    offer(tree.publication("Jaarverslag"), make_document(pdf("De vleermuiskast hangt"), language="nl"))
    english = tree.publication("Manifest")
    for name, word in [("een.pdf", "egelhuis"), ("twee.pdf", "hedgehog")]:
        offer(english, make_document(pdf(word), name, language="nl" if word == "egelhuis" else "en"))

    assert found("vleermuiskast")[0].passage.language == "nl"
    assert found("egelhuis")[0].passage.language == ""


def test_passage_of_a_dutch_file_is_marked_between_english_results(
    tree, translate, make_document, visit, django_capture_on_commit_callbacks
):
    report = tree.publication("Jaarverslag")
    offer(report, make_document(pdf("De vleermuiskast hangt"), language="nl"))
    for page in (tree.home, tree.publication_index, report):
        with django_capture_on_commit_callbacks(execute=True):
            translate(page)

    passage = visit("/en/search/", q="vleermuiskast").select_one(".result__passage")

    assert passage["lang"] == "nl"


def test_new_file_of_a_document_replaces_the_old_text(tree, make_document):
    document = make_document(pdf("vleermuiskast"))
    offer(tree.publication("Jaarverslag"), document)
    document.file = ContentFile(pdf("egelhuis"), name="nieuw.pdf")
    document._set_document_file_metadata()
    document.save()

    assert found("vleermuiskast") == []
    assert [result.page.title for result in found("egelhuis")] == ["Jaarverslag"]


def test_text_of_a_file_in_a_private_collection_is_not_found(tree, make_document):
    private = Collection.get_first_root_node().add_child(name="Besloten")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    document = make_document(pdf("vleermuiskast"), collection=private)
    offer(tree.publication("Jaarverslag"), document)

    assert DocumentText.objects.get(document=document).text == "vleermuiskast"
    assert found("vleermuiskast") == []


def test_text_is_no_longer_found_when_its_collection_becomes_private(tree, make_document):
    collection = Collection.get_first_root_node().add_child(name="Eerst open")
    offer(tree.publication("Jaarverslag"), make_document(pdf("vleermuiskast"), collection=collection))
    assert len(found("vleermuiskast")) == 1

    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")

    assert found("vleermuiskast") == []


def test_text_is_no_longer_found_when_its_collection_moves_below_a_private_one(
    tree, make_document, signed_in, django_capture_on_commit_callbacks
):
    root = Collection.get_first_root_node()
    moved, private = root.add_child(name="Eerst open"), root.add_child(name="Besloten")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    inside = moved.add_child(name="Verslagen")
    offer(tree.publication("Jaarverslag"), make_document(pdf("vleermuiskast"), collection=inside))
    staff = signed_in("administrator")

    for parent, times in [(private, 0), (root, 1)]:
        with django_capture_on_commit_callbacks(execute=True):
            staff.post(f"/admin/collections/{moved.pk}/", {"name": "Eerst open", "parent": parent.pk})

        assert Collection.objects.get(pk=moved.pk).get_parent() == parent
        assert len(found("vleermuiskast")) == times


def test_deleted_file_is_no_longer_found(tree, make_document):
    document = make_document(pdf("vleermuiskast"))
    offer(tree.publication("Jaarverslag"), document)
    assert len(found("vleermuiskast")) == 1

    document.delete()

    assert found("vleermuiskast") == []


def test_text_of_a_file_is_not_found_on_a_publication_that_is_off_line(tree, make_document):
    page = tree.publication("Jaarverslag")
    offer(page, make_document(pdf("vleermuiskast")))

    page.unpublish()

    assert found("vleermuiskast") == []
    assert find("vleermuiskast", code="nl").counts == {name: Counter() for name in facets.NAMES}


def test_file_in_a_draft_of_a_published_page_is_not_found(tree, make_document):
    page = tree.publication("Jaarverslag")
    page.files.add(PublicationFile(document=make_document(pdf("vleermuiskast"))))
    page.save_revision()

    assert found("vleermuiskast") == []


def test_dots_of_a_table_of_contents_are_not_quoted(make_document):
    document = make_document(pdf("Inleiding . . . . . . . 4 Uilenkast ........ 7"))

    assert DocumentText.objects.get(document=document).text == "Inleiding … 4 Uilenkast … 7"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 and then rubbish", b"not a pdf at all"])
def test_damaged_file_has_no_text_and_breaks_nothing(make_document, content):
    document = make_document(content)

    assert DocumentText.objects.get(document=document).text == ""


def test_file_of_another_kind_is_left_alone(make_document):
    document = make_document(b"vleermuiskast", name="verslag.txt")

    assert DocumentText.objects.get(document=document).text == ""
