"""What the head of a page tells to search engines and social media."""

from urllib.parse import urlencode

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import override

from core.changes import remembered_of_content
from core.listing import PAGE_PARAMETER, PageLinks
from core.models import Theme
from core.remembered import remembered
from core.renditions import renditions_of
from home.models import HomePage
from search.listing import QUERY

OPEN_GRAPH_LOCALES = {"nl": "nl_NL", "en": "en_GB"}
ARTICLES = {"newspage", "publicationpage", "eventpage"}
# Addresses that are no pages of the tree, and that search engines may keep; the search itself they may not.
KEPT_VIEWS = ("join", "comments:house_rules")
VIEWS = (*KEPT_VIEWS, "search")

Element = tuple[str, dict[str, str]]


def page_address(page, request, theme=None) -> str:
    """The full address of a page, or of the landing page of ``theme`` below it."""
    address = page.get_full_url(request) or ""
    return f"{address}{theme.slug}/" if theme is not None else address


def alternates(page, request, theme=None) -> list[tuple[str, str]]:
    """Language code and full address of each live version of a page, Dutch first.

    Only versions that somebody translated and published count; aliases and private pages do not. The page's own
    language is among them.
    """
    versions = remembered_of_content(f"versions-{page.translation_key}", lambda: _versions(page, request))
    if theme is None:
        return [(code, address) for code, _locale, address in versions]
    slugs = {
        item.locale_id: item.slug
        for item in Theme.objects.terms()
        if item.translation_key == theme.translation_key
    }
    return [(code, f"{address}{slugs[locale]}/") for code, locale, address in versions if locale in slugs]


def languages_of_the_site() -> list[str]:
    """The codes of the languages in which the site has a home page, Dutch first."""

    def find() -> list[str]:
        codes = HomePage.objects.published().values_list("locale__language_code", flat=True)
        return sorted(codes, key=lambda code: (code != settings.LANGUAGE_CODE, code))

    return remembered_of_content("languages", find)


def paths_of_view(name: str) -> list[tuple[str, str]]:
    """Language code and path of a view without arguments in each language of the site, Dutch first."""
    found = []
    for code in languages_of_the_site():
        with override(code):
            found.append((code, reverse(name)))
    return found


def view_versions(request, views: tuple[str, ...]) -> list[tuple[str, str]]:
    """Language code and full address of each version of this address, if it is one of ``views``; else nothing."""
    match = getattr(request, "resolver_match", None)
    if match is None or match.view_name not in views:
        return []
    return [(code, request.build_absolute_uri(path)) for code, path in paths_of_view(match.view_name)]


def view_links(request) -> list[tuple[str, str]]:
    """What ``view_versions`` gives, for a visitor who goes on in another language: with what was searched for."""
    words = request.GET.get(QUERY, "")
    query = f"?{urlencode({QUERY: words})}" if words else ""
    return [(code, f"{href}{query}") for code, href in view_versions(request, VIEWS)]


def view_tags_for(request) -> list[Element]:
    """The elements for the head of an address that is no page of the tree: canonical and hreflang."""
    versions = view_versions(request, KEPT_VIEWS)
    if not versions:
        return []
    canonical = ("link", {"rel": "canonical", "href": request.build_absolute_uri(request.path)})
    return [canonical, *_alternate_links(versions)]


def _versions(page, request) -> list[tuple[str, int, str]]:
    """Language code, primary key of the language and full address of each live version of a page, Dutch first."""
    versions = (
        type(page).objects.published().filter(translation_key=page.translation_key).only("url_path", "locale")
    )
    found = [
        (version.locale.language_code, version.locale_id, page_address(version, request))
        for version in versions
    ]
    return sorted(found, key=lambda version: (version[0] != settings.LANGUAGE_CODE, version[0]))


def social_tags_for(page, context) -> list[Element]:
    """The elements for the head: canonical, hreflang, OpenGraph and the feed's own pages of results."""
    request, theme = context["request"], context.get("theme")
    title = theme.name if theme else page.seo_title or page.title
    return [
        *_addresses(page, request, theme, _page_number(context.get("listing"))),
        *_open_graph(
            page, request, title=title, description=theme.lead if theme else page.description, theme=theme
        ),
    ]


def _page_number(listing: PageLinks | None) -> int:
    """Which page of the whole list this is; 1 for a list narrowed down, which counts as the whole one."""
    return 1 if listing is None or listing.is_filtered else listing.page.number


def _addresses(page, request, theme, number: int) -> list[Element]:
    canonical = getattr(page, "source_url", "") or page_address(page, request, theme)
    if number > 1:
        canonical += f"?{PAGE_PARAMETER}={number}"
    elements: list[Element] = [("link", {"rel": "canonical", "href": canonical})]
    return elements + _alternate_links(alternates(page, request, theme))


def _alternate_links(versions: list[tuple[str, str]]) -> list[Element]:
    """The versions of an address for search engines; none where there is only one."""
    if len(versions) < 2:
        return []
    return [
        ("link", {"rel": "alternate", "hreflang": code, "href": href})
        for code, href in [*versions, ("x-default", versions[0][1])]
    ]


def _open_graph(page, request, *, title: str, description: str, theme) -> list[Element]:
    image, width, height = social_image(page, request)
    properties = {
        "og:type": "article" if page._meta.model_name in ARTICLES else "website",
        "og:title": title,
        "og:description": description,
        "og:url": page_address(page, request, theme),
        "og:site_name": settings.WAGTAIL_SITE_NAME,
        "og:locale": OPEN_GRAPH_LOCALES.get(page.locale.language_code, page.locale.language_code),
        "og:image": image,
        "og:image:width": str(width),
        "og:image:height": str(height),
        "og:image:alt": page.image_alt if page.image_id else "",
    }
    if page._meta.model_name in ARTICLES and page.date:
        properties["article:published_time"] = page.date.isoformat()
    return [
        ("meta", {"property": name, "content": content}) for name, content in properties.items() if content
    ]


def social_image(page, request) -> tuple[str, int, int]:
    """Full address, width and height in pixels of the picture for social media: the page's own, or ours."""
    root = request.build_absolute_uri("/").rstrip("/")
    if page.image_id is None:
        return root + static("img/social.png"), 1200, 630
    address, width, height = remembered(f"social-{page.image_id}", lambda: _social_rendition(page.image))
    return (address if address.startswith("http") else root + address), width, height


def _social_rendition(image) -> tuple[str, int, int]:
    (rendition,) = renditions_of(image, "social")
    return rendition.url, rendition.width, rendition.height
