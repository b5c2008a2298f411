"""What the views share. Every answer is private: it holds a token, or somebody's words."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from comments.models import Comment
from comments.policies import is_commentable, policy_for
from core.form_guard import Finding, is_foreign
from core.localization import active_locale
from core.patience import ask_patience, many_came_in
from core.querysets import BasePageQuerySet
from core.throttle import OverBudget

PRIVATE = "private, no-store"


def form_view(view):
    """A view that shows a form and takes it, guarded by ``core.form_guard`` instead of a cookie.

    403 for what another site sends, 404 for a comment that somebody deleted in the meantime. The answer is kept
    by no cache and found by no search engine.
    """

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method == "POST" and is_foreign(request):
            raise PermissionDenied
        try:
            response = view(request, *args, **kwargs)
        except Comment.DoesNotExist as gone:
            raise Http404 from gone
        response.headers["Cache-Control"] = PRIVATE
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return guarded


def readable_page(pk: int) -> Page:
    """The page ``pk`` in the language of the address, if anybody may read it and its comments. Raises ``Http404``."""
    page = BasePageQuerySet(Page).published().in_locale(active_locale()).filter(pk=pk).specific().first()
    if page is None or not is_commentable(page) or policy_for(page).is_hidden:
        raise Http404
    return page


def status_of(finding: Finding) -> int:
    """The HTTP status for a form that is shown again."""
    return 403 if finding == Finding.FORGED else 422


def form_again(
    request: HttpRequest, template: str, context: dict, *, status: int = 422, problem: str = ""
) -> TemplateResponse:
    """The form as it was filled in; ``problem`` is one of the whole form and comes before those of fields."""
    problems = [{"text": problem}] * bool(problem) + context["form"].problems
    return TemplateResponse(request, template, context | {"problems": problems}, status=status)


def over_budget(request: HttpRequest, template: str, context: dict, over: OverBudget) -> TemplateResponse:
    """429: too many came in just now."""
    return ask_patience(form_again(request, template, context, problem=many_came_in(over)), over)
