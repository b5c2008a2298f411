from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from pypdf import PdfWriter

from core.models import CustomDocument

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


def pdf(pages):
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=100, height=100)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_pages_of_a_pdf_are_counted():
    document = CustomDocument.objects.create(title="Verslag", file=ContentFile(pdf(3), name="verslag.pdf"))

    assert document.pages == 3


def test_damaged_pdf_is_kept_without_a_count():
    document = CustomDocument.objects.create(
        title="Kapot", file=ContentFile(b"%PDF-1.7 stuk", name="kapot.pdf")
    )

    assert document.pages is None
    assert Path(document.file.path).read_bytes() == b"%PDF-1.7 stuk"


def test_pages_of_another_file_are_what_the_editor_says():
    document = CustomDocument.objects.create(title="Tabel", file=ContentFile(b"x", name="tabel.ods"), pages=2)

    assert document.pages == 2


def test_T22_document_is_downloaded_and_runs_nothing(client):
    page = CustomDocument.objects.create(
        title="Pagina", file=ContentFile(b"<script>alert(1)</script>", name="pagina.txt")
    )

    answer = client.get(page.url)

    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == "default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_T22_pdf_may_be_read_in_the_browser_and_runs_nothing(client):
    document = CustomDocument.objects.create(title="Verslag", file=ContentFile(pdf(1), name="verslag.pdf"))

    answer = client.get(document.url)

    assert answer["Content-Disposition"].startswith("inline")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Security-Policy"] == "default-src 'none'"


def test_T22_file_of_a_document_is_not_there_beside_its_address(client):
    document = CustomDocument.objects.create(title="Verslag", file=ContentFile(pdf(1), name="verslag.pdf"))
    name = Path(document.file.name).name

    for path in (
        f"/media/documents/{name}",
        f"/media//documents/{name}",
        f"/media/./documents/{name}",
        f"/media/images/../documents/{name}",
        f"/media/images/..%2fdocuments%2f{name}",
        f"/media/documents%2f{name}",
        "/media/../manage.py",
        "/media/%2e%2e/manage.py",
        "/media/documents/",
        "/media/",
        "/media/%00",
        "/media/images/%00",
        "/media/images/",
    ):
        assert client.get(path).status_code == 404, path


@pytest.mark.parametrize(
    "name",
    ["../../x.pdf", "..\\..\\x.pdf", "/etc/x.pdf", "x\0.pdf", f"{'x' * 300}.pdf", "x\r\nSet-Cookie: y.pdf"],
)
def test_T22_name_of_a_file_leads_nowhere(name, admin_client, tmp_path, client):
    upload = ContentFile(pdf(1), name="x.pdf")
    upload._name = name  # as a client may send it; Django cleans names that it is given itself

    admin_client.post("/admin/documents/add/", {"title": "Verslag", "file": upload, "collection": 1})

    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.parent for path in kept} <= {tmp_path / "documents"}
    for document in CustomDocument.objects.all():
        assert "\n" not in client.get(document.url)["Content-Disposition"]
