"""Gives the site its home page, its address, its settings, its menus and its languages."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Locale, Page, Site

from core.models import SiteSettings
from home.demo.library import Library
from home.demo.pages import HOME, new_page, sources
from home.demo.sources import identity, read
from home.models import HomePage, Navigation

DEFAULT_PORTS = {"http": 80, "https": 443}


def make_locales() -> None:
    """Adds the languages of the settings that the site does not have yet."""
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=code)


def plant_home(library: Library) -> tuple[HomePage, dict] | None:
    """Makes our home page the root of the site, instead of Wagtail's welcome page.

    Returns the new page and its entry, or ``None`` when the site has a home page already.
    """
    site = Site.objects.select_related("root_page").get(is_default_site=True)
    if isinstance(site.root_page.specific, HomePage):
        library.add(HOME, site.root_page.specific)
        return None
    welcome = site.root_page
    welcome.slug = "welcome"
    welcome.save()
    reference, _parent, model, entry = next(source for source in sources() if source[0] == HOME)
    home = new_page(reference, model, entry, library)
    welcome.get_parent().add_child(instance=home)
    site.root_page = home
    _set_address(site)
    site.save()
    # Only now: deleting the root page of a site deletes the site.
    Page.objects.get(pk=welcome.pk).delete()
    library.add(HOME, home)
    return home, entry


def follow_address() -> None:
    """Gives the site the port of the settings, when both are on this machine; another address is an editor's."""
    site = Site.objects.filter(is_default_site=True).first()
    ours = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    if site and ours.port and site.hostname == ours.hostname and site.port != ours.port:
        site.port = ours.port
        site.save()


def _set_address(site: Site) -> None:
    parts = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site.hostname = parts.hostname
    site.port = parts.port or DEFAULT_PORTS[parts.scheme]
    site.site_name = settings.WAGTAIL_SITE_NAME


def make_settings(library: Library) -> None:
    """Fills in who we are, where nobody did that yet."""
    chosen = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    chosen.organisation = chosen.organisation or library.snippet(
        "author", read("site")["settings"]["organisation"]
    )
    chosen.contact = chosen.contact or library.snippet("contact", read("site")["settings"]["contact"])
    chosen.save()


def make_navigation(library: Library) -> int:
    """Makes the menu and footer of each language that has none; tells how many.

    A link leads to the Dutch page: the menu itself finds the version in the language of the reader.
    """
    made = 0
    for entry in read("navigation")["navigation"]:
        locale = Locale.objects.get(language_code=entry["language"])
        if Navigation.objects.filter(locale=locale).exists():
            continue
        navigation = Navigation(
            translation_key=identity("navigation"),
            locale=locale,
            header=[("link", _link(link, library)) for link in entry["header"]],
            footer=[
                (
                    "column",
                    {
                        "heading": column["heading"],
                        "links": [_link(link, library) for link in column["links"]],
                    },
                )
                for column in entry["footer"]
            ],
            colophon=entry["colophon"],
        )
        navigation.full_clean()
        navigation.save()
        navigation.save_revision()
        made += 1
    return made


def _link(link: dict, library: Library) -> dict:
    page = library.page(link["page"]) if "page" in link else None
    return {"page": page, "url": link.get("url", ""), "label": link["label"]}
