"""Addresses that are no pages: robots.txt, and taking the forms of visitors."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from core.form_guard import TOKEN, Finding, inspect, is_foreign
from core.localization import active_locale
from core.patience import ask_patience, many_came_in
from core.throttle import OverBudget
from home.models import FormPage
from home.services import receive_form

# Lists narrowed down by filters hold nothing that the full list does not.
FILTERED_LISTS = ("thema", "jaar", "soort", "provincie", "plaats")


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request):
    """What search engines may read: everything but the admin, search results and filtered lists."""
    lines = ["User-agent: *", "Disallow: /admin/"]
    for code, _name in settings.LANGUAGES:
        with override(code):
            lines.append(f"Disallow: {reverse('search')}")
    lines += [f"Disallow: /*?*{name}=" for name in FILTERED_LISTS]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@csrf_exempt  # guarded by core.form_guard, so that pages with a form need no cookie
@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a form: to the page that says thank you, or the form again with what was filled in and why.

    403 for a form of another site and for a token that is not ours, 422 for what must be mended, 429 when the
    budget of the network or of the form is spent.
    """
    if request.method == "POST" and is_foreign(request):
        raise PermissionDenied
    page = _form_page(request, pk)
    if request.method != "POST":  # somebody kept the address of a form that came back
        return redirect(page.get_url(request))
    filled = page.get_form(request.POST)
    finding = inspect(request.POST, purpose=page.purpose)
    if finding != Finding.CLEAR:
        status = 403 if finding == Finding.FORGED else 422
        said = finding.said_beside(filled.problems)
        return _once_more(request, page, filled, status, said, new_token=finding.needs_new_token)
    if not filled.is_valid():
        return _once_more(request, page, filled, 422)
    try:
        receive_form(
            page=page,
            answers=filled.cleaned_data,
            token=request.POST[TOKEN],
            address=request.META.get("REMOTE_ADDR", ""),
        )
    except OverBudget as over:
        return ask_patience(_once_more(request, page, filled, 429, many_came_in(over)), over)
    return redirect(page.received_url)


@require_safe
def form_received(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a form has arrived; the same page for everybody, so it tells nothing of what was sent."""
    page = _form_page(request, pk)
    return TemplateResponse(request, page.landing_page_template, page.get_context(request))


def _form_page(request: HttpRequest, pk: int) -> FormPage:
    """The form page in the language of the address, if this visitor may see it. Raises ``Http404``."""
    pages = FormPage.objects.live().in_locale(active_locale()).filter(alias_of=None, pk=pk)
    page = pages.select_related("locale", "contact").first()
    if page is None or not all(bar.accept_request(request) for bar in page.get_view_restrictions()):
        raise Http404
    return page


def _once_more(request, page, filled, status, problem="", *, new_token=False) -> TemplateResponse:
    """The page with the form as it was filled in; a ``problem`` of the whole comes before those of fields."""
    context = page.get_context(request, form=filled)
    context["problems"] = [{"text": problem}] * bool(problem) + filled.problems
    if not new_token:
        context["token"] = request.POST[TOKEN]
    return TemplateResponse(request, page.get_template(request), context, status=status)
