"""From an address to a page in two queries, however deep the page lies."""

from django.http import Http404
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from core.querysets import BasePageQuerySet


def route_below(home: Page, request, components: list[str]) -> RouteResult:
    """The page at ``components`` below ``home``, as ``Page.route`` finds it.

    Wagtail asks the database twice per level. The addresses of all levels are known beforehand, so they are asked
    for at once. The deepest page that exists gets the rest of the address: it may have routes of its own.

    The page remembers what the way to it told: its ancestors (``trail``) and whether it or one of them is private
    (``is_restricted``). Raises ``Http404`` when there is no such page.
    """
    addresses = [home.url_path]
    for component in components:
        addresses.append(f"{addresses[-1]}{component}/")
    levels = BasePageQuerySet(Page).filter(url_path__in=addresses[1:]).with_restrictions().order_by("depth")
    # Another site may have a page with the same address: only an unbroken line from the home page counts.
    chain = [home]
    for level in levels:
        if level.depth == chain[-1].depth + 1 and level.path.startswith(chain[-1].path):
            level.locale = home.locale
            chain.append(level)
    if len(chain) == 1:
        raise Http404
    page = chain[-1].specific
    page.is_restricted = chain[-1].is_restricted
    page.trail = chain[:-1]
    return page.route(request, components[len(chain) - 1 :])
