"""What would happen to this text? Tries the rules without keeping anything."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from comments.admin.forms import TrialForm
from comments.enums import Rule
from comments.models.rights import may_moderate_some
from comments.screening import screen


@require_http_methods(["GET", "HEAD", "POST"])
def trial(request: HttpRequest) -> HttpResponse:
    """The form, with the verdict below it once somebody sent a text."""
    if not may_moderate_some(request.user):
        raise PermissionDenied
    form = TrialForm(request.POST or None)
    verdict = None
    if form.is_valid():
        verdict = screen(**form.cleaned_data | {"rule": Rule(form.cleaned_data["rule"])})
    context = {
        "header_title": _("Try a text"),
        "header_icon": "help",
        "breadcrumbs_items": [
            {"url": reverse("comments_admin:queue"), "label": _("Comments")},
            {"url": "", "label": _("Try a text")},
        ],
        "form": form,
        "verdict": verdict,
    }
    return TemplateResponse(request, "wagtailadmin/comments/trial.html", context)


addresses = [path("trial/", trial, name="trial")]
