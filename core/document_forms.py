"""The form for a file to download. The setting ``WAGTAILDOCS_DOCUMENT_FORM_BASE`` names it."""

from django.utils.html import format_html_join
from wagtail.documents.forms import BaseDocumentForm

from core.pdf import lacks_of


class DocumentForm(BaseDocumentForm):
    """Says below the title what a PDF lacks: after an upload, and whenever the document is opened again."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and "title" in self.fields:
            lacks = ((lack,) for lack in lacks_of(self.instance))
            self["title"].help_text = format_html_join(" ", "{}", lacks)
