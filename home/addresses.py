"""What stands at an address, for whoever asks without visiting it."""

from dataclasses import dataclass, field

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils import translation
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, Site

from core.localization import default_locale, known_locale
from core.models import Theme, Tombstone
from core.querysets import readable_pages
from core.routing import route_below
from home.models import HomePage


@dataclass(frozen=True)
class Found:
    """A page that visitors can read; with ``theme`` the landing page of a theme below it."""

    page: Page
    theme: Theme | None = None
    trail: list[Page] = field(default_factory=list)


@dataclass(frozen=True)
class Gone:
    """There was a page that visitors could read."""


@dataclass(frozen=True)
class Moved:
    """An old address; ``location`` is a path of ours, or a full address elsewhere."""

    location: str
    permanent: bool


def language_of_path(path: str, fallback: str) -> tuple[str, list[str]]:
    """The language that a path names (Dutch has no prefix of its own, so there ``fallback`` counts), and its parts."""
    components = [part for part in path.split("/") if part]
    code = translation.get_language_from_path(path)
    named = code if code and code != settings.LANGUAGE_CODE else ""
    return (named, components[1:]) if named else (fallback, components)


def find(
    request: HttpRequest, locale: Locale, components: list[str], *, path: str
) -> Found | Moved | Gone | None:
    """What stands at ``components`` below the home page in ``locale``, or else where ``path`` leads to.

    A page that visitors cannot read is not there, and neither is a redirect to it.
    """
    site = Site.find_for_request(request)
    home = HomePage.objects.in_locale(locale).filter(translation_key=site.root_page.translation_key).first()
    if home is not None:
        home.locale = locale
        try:
            return _readable(
                route_below(home, request, components) if components else home.route(request, [])
            )
        except Http404:
            pass
    if moved := _moved(request, path):
        return moved
    there = "/".join(["", *([] if locale == default_locale() else [locale.language_code]), *components, ""])
    return Gone() if Tombstone.objects.at(there) else None


def _readable(result) -> Found:
    page = result.page
    if not readable_pages().filter(pk=page.pk).exists():
        raise Http404
    page.locale = known_locale(page.locale_id)
    _view, _args, named = result.args or (None, (), {})  # only a routable page gives three
    theme = next((item for item in page.own_themes if item.slug == named["slug"]), None) if named else None
    if named and theme is None:
        raise Http404
    return Found(page, theme, getattr(page, "trail", []))


def _moved(request: HttpRequest, path: str) -> Moved | None:
    redirect = get_redirect(request, Redirect.normalise_path(path, decode_unicode=False))
    if redirect is None or redirect.link is None:
        return None
    target = redirect.redirect_page
    if target is not None and not readable_pages().filter(pk=target.pk).exists():
        return None
    return Moved(location=redirect.link, permanent=redirect.is_permanent)
