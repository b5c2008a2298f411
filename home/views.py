from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

# Lists narrowed down by filters hold nothing that the full list does not.
FILTERED_LISTS = ("thema", "jaar", "soort", "provincie")


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request):
    """What search engines may read: everything but the admin, search results and filtered lists."""
    lines = ["User-agent: *", "Disallow: /admin/", f"Disallow: {reverse('search')}"]
    lines += [f"Disallow: /*?*{name}=" for name in FILTERED_LISTS]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
