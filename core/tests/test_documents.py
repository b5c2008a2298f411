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
