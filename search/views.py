"""The page of results and the suggestions."""

from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.listing import PAGE_PARAMETER
from core.localization import active_locale
from core.models import SiteSettings, Theme
from core.routing import remember_site
from search.finding import suggest
from search.forms import SHORTEST_SUGGESTION, SearchForm
from search.listing import SearchListing
from search.misses import note_miss


@require_safe
def search(request):
    """The search page: without a query the form, with one a page of results."""
    remember_site(request)
    text = SearchForm.text_of(request.GET)
    settings = SiteSettings.for_request(request)
    listing = SearchListing(
        text, parameters=request.GET, locale=active_locale(), per_page=settings.items_per_page
    )
    nothing = not (listing.count or listing.links or listing.named_themes)
    if text and nothing and not listing.is_filtered and PAGE_PARAMETER not in request.GET:
        note_miss(text=text)
    context = {"query": text, "listing": listing}
    if not listing.count:
        context |= {"themes": Theme.objects.shown_in(active_locale()), "contact": settings.contact}
    return render(request, "search/search.html", context)


@require_safe
def suggestions(request):
    """Titles that go on as the visitor typed, as JSON: ``[{"title": …, "href": …}]``; an empty list for too little.

    Kept by caches no longer than a page: the title of a page that was withdrawn is not offered any more.
    """
    text = SearchForm.text_of(request.GET)
    pages = suggest(text, code=active_locale().language_code) if len(text) >= SHORTEST_SUGGESTION else []
    return JsonResponse([{"title": page.title, "href": page.get_url(request)} for page in pages], safe=False)
