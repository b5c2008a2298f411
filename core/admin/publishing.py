"""Publishing without the form of a page: from a list, or by an approval on the dashboard. Not before all is there."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet

from core.admin.pdfs import warn_of_published
from core.admin.translating import pages_to_publish
from core.publishing import is_ready


def refuse_unready_in_bulk(request, action_type: str, objects, action):
    """Answers "publish" on several pages with an error when one is not ready: then nothing is published."""
    unready = [page for page in pages_to_publish(action_type, objects, action) if not is_ready(page)]
    if not unready:
        return None
    titles = ", ".join(page.get_admin_display_title() for page in unready)
    messages.error(
        request,
        _("Nothing was published, because something is missing in: %(titles)s.") % {"titles": titles}
        + " "
        + _("Open the page and choose “Publish”. Then you see what has to be mended."),
    )
    return redirect(action.next_url)


def warn_in_bulk(request, action_type: str, objects, action) -> None:
    """Warns of the PDFs of what was published at once."""
    warn_of_published(request, pages_to_publish(action_type, objects, action))


class Answer(WorkflowActionView):
    """The answer of a reviewer who has not opened the page; an approval waits until it is ready."""

    def post(self, request, *args, **kwargs):
        """Records the answer, or sends the reviewer to the form that says what is missing."""
        if self.action_name != "approve":
            return super().post(request, *args, **kwargs)
        if is_ready(self.object):
            answer = super().post(request, *args, **kwargs)
            warn_of_published(request, [self.object])
            return answer
        messages.error(
            request,
            _("Not approved: something is missing in “%(title)s”. Approve it here, then you see what.")
            % {"title": self.object.get_admin_display_title()},
        )
        address = reverse("wagtailadmin_pages:edit", args=[self.object.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return self.render_modal_json(request, {"step": "success", "redirect": address})
        return redirect(address)


class SitePages(PageViewSet):
    """The views of every page type; registered for ``Page`` it takes the place of Wagtail's own."""

    workflow_action_view_class = Answer
