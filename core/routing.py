"""From an address to a page in two queries, however deep the page lies."""

import uuid

from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from wagtail.models import Locale, Page, Site
from wagtail.url_routing import RouteResult

from core.querysets import BasePageQuerySet
from core.remembered import remembered

HOME_DEPTH = 2
GENERATION = "sites-generation"
# What the way to a page takes from the levels above it.
LEVEL = ("path", "depth", "url_path", "title", "locale", "content_type")


@receiver([post_save, post_delete])
def forget_sites(sender, instance, **kwargs) -> None:
    """Asks the database again after a site, a language or a home page was changed."""
    if sender in (Site, Locale) or (isinstance(instance, Page) and instance.depth == HOME_DEPTH):
        cache.set(GENERATION, uuid.uuid4().hex, None)


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
    pages = BasePageQuerySet(Page).filter(url_path__in=addresses[1:]).only(*LEVEL)
    levels = pages.with_restrictions().order_by("depth")
    # Another site may have a page with the same address: only an unbroken line from the home page counts.
    chain = [home]
    for level in levels:
        if level.depth == chain[-1].depth + 1 and level.path.startswith(chain[-1].path):
            level.locale = home.locale
            chain.append(level)
    if len(chain) == 1:
        raise Http404
    model = chain[-1].specific_class
    page = model.objects.to_show().get(pk=chain[-1].pk)
    page.is_restricted = chain[-1].is_restricted
    page.trail = chain[:-1]
    return page.route(request, components[len(chain) - 1 :])


def remember_site(request: HttpRequest) -> None:
    """Fills the place in which Wagtail keeps the site of a request; for a view that shows a page without being one."""
    key = f"site-{cache.get(GENERATION)}-{request.get_host()}-{get_language()}"
    request._wagtail_site = remembered(key, lambda: _find_site(request))


def _find_site(request: HttpRequest) -> Site | None:
    site = Site.find_for_request(request)
    if site is not None:
        site.root_page = site.root_page.localized.specific
    return site
