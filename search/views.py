from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from core.listing import PAGE_PARAMETER, address
from core.localization import active_locale
from core.models import SiteSettings
from search.forms import SearchForm
from search.services import find_pages


@require_safe
def search(request):
    """The search page: without a query the form, with one a page of results."""
    form = SearchForm(request.GET)
    query = form.cleaned_data["q"] if form.is_valid() else ""
    found = find_pages(text=query, locale=active_locale())
    paginator = Paginator(found, SiteSettings.for_request(request).items_per_page)
    results = paginator.get_page(request.GET.get(PAGE_PARAMETER))
    context = {
        "query": query,
        "total": paginator.count,
        "results": [_shown(page) for page in _specific(results)],
        "page_links": [
            (number, address({"q": query, PAGE_PARAMETER: str(number)}) if isinstance(number, int) else "")
            for number in paginator.get_elided_page_range(results.number, on_each_side=1, on_ends=1)
        ],
        "number": results.number,
        "previous_href": _href(query, results.number - 1) if results.has_previous() else "",
        "next_href": _href(query, results.number + 1) if results.has_next() else "",
    }
    return render(request, "search/search.html", context)


def _href(query: str, number: int) -> str:
    return address({"q": query, PAGE_PARAMETER: str(number)})


def _specific(results) -> list[Page]:
    """The found pages as their own types, in the order of the results: one query per type."""
    pages = Page.objects.filter(pk__in=[page.pk for page in results]).specific().defer_streamfields()
    found = {page.pk: page for page in pages}
    return [found[page.pk] for page in results if page.pk in found]


def _shown(page) -> dict:
    return {"page": page, "type_label": page._meta.verbose_name, "date": getattr(page, "date", None)}
