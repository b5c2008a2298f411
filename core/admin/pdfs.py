"""A warning when a page goes on the site with a PDF that not everybody can read (it goes on the site all the same)."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from core.pdf import lacks_of


def warn_of_pdfs(request, page: Page) -> None:
    """Names each file that ``page`` offers and what it lacks."""
    for document in page.specific.searched_documents():
        if lacks := lacks_of(document):
            text = _("About “%(title)s”:") % {"title": document.title}
            sentences = " ".join(str(lack) for lack in lacks)
            edit = reverse("wagtaildocs:edit", args=[document.pk])
            messages.warning(
                request,
                format_html("{} {}", text, sentences),
                buttons=[messages.button(edit, _("Replace the file"))],
            )


def warn_of_approved(request, page: Page) -> None:
    """The same when a reviewer approved ``page`` in its form, which Wagtail counts as an edit."""
    if request.POST.get("action-workflow-action") and request.POST.get("workflow-action-name") == "approve":
        warn_of_published(request, [page])


def warn_of_published(request, pages: Iterable[Page]) -> None:
    """The same for those of ``pages`` that are on the site as they are now."""
    keys = [page.pk for page in pages]
    for page in Page.objects.filter(pk__in=keys, live=True, has_unpublished_changes=False):
        warn_of_pdfs(request, page)
