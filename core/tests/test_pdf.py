"""What an editor hears about a PDF that not everybody can read (Q9)."""

from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.files.base import ContentFile
from django.urls import reverse
from pypdf import PdfWriter
from wagtail import hooks

from core.admin.pdfs import warn_of_approved, warn_of_pdfs
from core.models import CustomDocument
from core.pdf import NO_TAGS, NO_TITLE, lacks_of

pytestmark = pytest.mark.django_db

TAGGED = next((Path(settings.BASE_DIR) / "home" / "demo" / "files").glob("*.pdf"))


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


def bare(title: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(width=100, height=100)
    if title:
        writer.add_metadata({"/Title": title})
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def document(content: bytes, name: str = "verslag.pdf") -> CustomDocument:
    return CustomDocument.objects.create(title="Verslag", file=ContentFile(content, name=name))


@pytest.mark.parametrize(
    ("content", "name", "lacks"),
    [
        (TAGGED.read_bytes(), "verslag.pdf", []),
        (bare(), "verslag.pdf", [NO_TAGS, NO_TITLE]),
        (bare("Verslag 2026"), "verslag.pdf", [NO_TAGS]),
        (bare("  "), "verslag.pdf", [NO_TAGS, NO_TITLE]),
        (b"%PDF-1.7 stuk", "verslag.pdf", []),
        (bare(), "verslag.odt", []),
    ],
)
def test_Q9_tags_and_title_of_a_pdf_are_looked_for(content, name, lacks):
    assert lacks_of(document(content, name)) == lacks


def test_Q9_file_that_is_gone_is_no_error():
    verslag = document(bare())
    verslag.file.storage.delete(verslag.file.name)

    assert lacks_of(verslag) == []


@pytest.mark.parametrize(("content", "told"), [(bare(), True), (TAGGED.read_bytes(), False)])
def test_Q9_form_of_a_document_says_it_below_the_title(admin_client, content, told):
    answer = admin_client.get(reverse("wagtaildocs:edit", args=[document(content).pk]))

    words = BeautifulSoup(answer.content, "html.parser").get_text()
    assert (str(NO_TAGS) in words, str(NO_TITLE) in words) == (told, told)


@pytest.fixture
def verslag(tree):
    """A publication with two files, of which one lacks tags."""
    page = tree.publication()
    page.files.create(document=document(bare()))
    page.files.create(document=document(TAGGED.read_bytes(), "goed.pdf"))
    page.save()
    return page


def warnings(request) -> list[str]:
    return [str(message) for message in get_messages(request)]


def posted(rf, **form):
    request = rf.post("/", form)
    request._messages = CookieStorage(request)
    return request


def test_Q9_editor_who_puts_it_on_the_site_is_warned(verslag, rf):
    request = posted(rf)

    warn_of_pdfs(request, verslag)

    [warning] = warnings(request)
    assert "‘Verslag’" in warning
    assert str(NO_TAGS) in warning
    assert warn_of_pdfs in hooks.get_hooks("after_publish_page")


@pytest.mark.parametrize(
    ("answer", "live", "changed", "number"),
    [
        ("approve", True, False, 1),
        ("approve", True, True, 0),
        ("approve", False, False, 0),
        ("reject", True, False, 0),
    ],
)
def test_Q9_reviewer_whose_approval_puts_it_on_the_site_is_warned(verslag, rf, answer, live, changed, number):
    type(verslag).objects.filter(pk=verslag.pk).update(live=live, has_unpublished_changes=changed)
    request = posted(rf, **{"action-workflow-action": "true", "workflow-action-name": answer})

    warn_of_approved(request, verslag)

    assert len(warnings(request)) == number
    assert warn_of_approved in hooks.get_hooks("after_edit_page")


def test_Q9_who_publishes_from_a_list_is_warned(verslag, admin_client):
    type(verslag).objects.filter(pk=verslag.pk).update(live=False)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    answer = admin_client.post(f"{bulk}?id={verslag.pk}&next=/admin/", follow=True)

    assert str(NO_TAGS) in " ".join(str(message) for message in answer.context["messages"])


def test_Q9_who_approves_on_the_dashboard_is_warned(verslag, admin_client, admin_user, tree):
    type(verslag).objects.filter(pk=verslag.pk).update(live=False)
    verslag.refresh_from_db()
    verslag.save_revision()
    state = verslag.get_workflow().start(verslag, admin_user)
    where = [verslag.pk, "approve", state.current_task_state.pk]

    answer = admin_client.post(reverse("wagtailadmin_pages:workflow_action", args=where), follow=True)

    assert str(NO_TAGS) in " ".join(str(message) for message in answer.context["messages"])


def test_Q9_page_without_files_warns_of_nothing(tree, rf):
    request = posted(rf)

    warn_of_pdfs(request, tree.news())

    assert warnings(request) == []
