"""What a reviewer is told after an answer in the workflow: Wagtail only says that the page was updated."""

from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page


def tell_outcome(request, page: Page) -> None:
    """Says what became of ``page`` after it was approved or sent back with the edit form."""
    if not request.POST.get("action-workflow-action"):
        return
    answer = request.POST.get("workflow-action-name")
    title = {"title": page.get_admin_display_title()}
    if answer == "reject":
        messages.info(
            request, _("You sent “%(title)s” back. The writer gets a mail with your remark.") % title
        )
    elif answer == "approve":
        messages.success(request, _after_approval(Page.objects.get(pk=page.pk)) % title)


def _after_approval(page: Page) -> str:
    if page.workflow_in_progress:
        return _("You approved “%(title)s”. It now waits for the next reviewer.")
    if page.approved_schedule:
        return _("You approved “%(title)s”. It goes on the site at the planned moment.")
    return _("You approved “%(title)s”. It is on the site now.")
