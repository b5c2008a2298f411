"""Files to download."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from wagtail.documents.models import AbstractDocument


class CustomDocument(AbstractDocument):
    """A file to download, with what a reader wants to know before the download."""

    pages = models.PositiveIntegerField(
        _("pages"),
        null=True,
        blank=True,
        help_text=_("Counted by itself for a PDF; fill it in for other files."),
    )
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE, blank=True
    )
    date = models.DateField(_("date"), null=True, blank=True, help_text=_("The date on the document itself."))

    admin_form_fields = ("title", "file", "language", "date", "pages", "collection", "tags")

    def save(self, *args, **kwargs):
        """Saves the document; a new file is measured, and the pages of a PDF are counted."""
        if self.file and not self.file._committed:
            self._set_document_file_metadata()
            if self.file_extension == "pdf":
                self.pages = count_pages(self.file) or self.pages
        super().save(*args, **kwargs)

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")


def count_pages(file) -> int | None:
    """The number of pages of a PDF (an open binary file), or ``None`` when the file cannot be read as one."""
    try:
        return len(PdfReader(file).pages)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError):
        # A damaged PDF may still open in a reader's viewer: it is accepted, without a count.
        return None
    finally:
        file.seek(0)
