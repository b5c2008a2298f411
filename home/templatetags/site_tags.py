"""Tags that know the tree of the site: menu, breadcrumb, languages, and what search engines are told."""

from django import template
from django.urls import reverse
from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info

from core.localization import active_locale, known_locale
from home.breadcrumbs import trail_to
from home.menus import contact_for, list_addresses, menu
from home.seo import alternates, page_address, social_tags_for, view_links, view_tags_for
from home.structured_data import as_script, describe

register = template.Library()


@register.simple_tag(takes_context=True)
def navigation(context) -> dict:
    """The menu and footer of the active language; in Dutch, with ``lang``, where nobody translated them."""
    request = context["request"]
    found = menu(active_locale())
    header = [link | {"current": request.path.startswith(link["href"])} for link in found["header"]]
    return found | {"header": header, "contact": contact_for(request, active_locale())}


@register.simple_tag(takes_context=True)
def breadcrumbs(context, page) -> list[dict]:
    """The way from the home page to ``page``; the page itself comes last and has no address."""
    return trail_to(page, theme=context.get("theme"))


@register.simple_tag(takes_context=True)
def language_links(context, page) -> list[dict]:
    """A link per language in which this page is live; nothing when there is only one.

    Without a page, for an address that every language of the site has, such as that of the search.
    """
    request = context["request"]
    versions = alternates(page, request, theme=context.get("theme")) if page else view_links(request)
    if len(versions) < 2:
        return []
    return [
        {
            "code": code,
            "name": get_language_info(code)["name_local"].capitalize(),
            "href": href,
            "current": code == get_language(),
        }
        for code, href in versions
    ]


@register.simple_tag
def search_url() -> str:
    """The address of the search in the language of the page."""
    return reverse("search")


@register.simple_tag
def feed_url(page, theme=None) -> str:
    """The address of the Atom feed of a news list, publication list or theme; empty for other pages."""
    if theme is not None:
        return reverse("theme_feed", args=[theme.slug])
    name = {"newsindexpage": "news_feed", "publicationindexpage": "publication_feed"}.get(
        page._meta.model_name
    )
    return reverse(name) if name else ""


@register.simple_tag(takes_context=True)
def theme_url(context, theme) -> str:
    """The address of the landing page of a theme, in the language of the theme; empty without a theme list."""
    known = context["request"].__dict__.setdefault("list_addresses", {})
    if theme.locale_id not in known:
        known[theme.locale_id] = list_addresses(known_locale(theme.locale_id))
    address = known[theme.locale_id].get("themeindexpage")
    return f"{address}{theme.slug}/" if address else ""


@register.simple_tag
def list_urls() -> dict[str, str]:
    """The addresses of the lists in the active language, by the name of their model (``newsindexpage`` …)."""
    return list_addresses(active_locale())


@register.simple_tag(takes_context=True)
def social_tags(context, page) -> SafeString:
    """Canonical address, language versions and OpenGraph of a page, as elements for ``<head>``."""
    return format_html_join("\n", "<{} {}>", _elements(social_tags_for(page, context)))


@register.simple_tag(takes_context=True)
def view_tags(context) -> SafeString:
    """Canonical address and language versions of an address that is no page, such as that of the house rules."""
    return format_html_join("\n", "<{} {}>", _elements(view_tags_for(context.get("request"))))


@register.simple_tag(takes_context=True)
def structured_data(context, page) -> SafeString:
    """JSON-LD of a page (schema.org) in one data block, which no browser runs."""
    return as_script(describe(page, context))


@register.simple_tag(takes_context=True)
def full_address(context, page) -> str:
    """The full address of a page, for citations, feeds and print."""
    return page_address(page, context["request"])


def _elements(tags):
    for name, attributes in tags:
        yield name, SafeString(" ".join(f'{key}="{escape(value)}"' for key, value in attributes.items()))
