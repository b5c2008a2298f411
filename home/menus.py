"""The menu and footer, kept in the cache between requests: every page shows them and they seldom change."""

from django.conf import settings
from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Locale, Page, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from core.localization import localized
from core.models import Contact, SiteSettings
from core.querysets import BasePageQuerySet
from core.remembered import remembered
from home.models import Navigation

LIST_DEPTH = 3
NOTHING = {"header": [], "footer": [], "colophon": "", "lang": ""}


def menu(locale: Locale) -> dict:
    """The menu of a language: ``header`` and ``footer`` with labels and addresses, ``colophon``, and ``lang``.

    ``lang`` is empty, or the language of the texts where nobody translated them.
    """
    return remembered(_menu_key(locale.language_code), lambda: _build(locale))


def list_addresses(locale: Locale) -> dict[str, str]:
    """The address of each published list in a language, by the name of its model (``newsindexpage`` …)."""
    return remembered(_lists_key(locale.language_code), lambda: _find_lists(locale))


def contact_for(request, locale: Locale) -> Contact | None:
    """The contact in the footer, in a language where somebody translated it, or ``None``."""
    contact = SiteSettings.for_request(request).contact
    if contact is None or contact.locale_id == locale.pk:
        return contact
    return remembered(_contact_key(locale.language_code), lambda: localized([contact], locale)[0])


def _contact_key(language_code: str) -> str:
    return f"footer-contact-{language_code}"


def _lists_key(language_code: str) -> str:
    return f"lists-{language_code}"


def _menu_key(language_code: str) -> str:
    return f"menu-{language_code}"


def _build(locale: Locale) -> dict:
    found = Navigation.objects.in_language(locale)
    if found is None:
        return NOTHING
    return {
        "header": [_link(link) for link in found.header_links()],
        "footer": [
            {"heading": column["heading"], "links": [_link(link) for link in column["links"]]}
            for column in found.footer_columns()
        ],
        "colophon": found.colophon,
        "lang": "" if found.locale_id == locale.pk else settings.LANGUAGE_CODE,
    }


def _link(link) -> dict:
    return {"label": link.label, "href": link.href}


def _find_lists(locale: Locale) -> dict[str, str]:
    pages = (
        BasePageQuerySet(Page)
        .published()
        .in_locale(locale)
        .filter(depth=LIST_DEPTH)
        .select_related("content_type")
    )
    return {page.content_type.model: page.url for page in pages}


@receiver([page_published, page_unpublished, page_slug_changed, post_page_move])
def forget_menus(**kwargs) -> None:
    """Builds the menus anew: a page that they name may have another title or address, or be gone."""
    cache.delete_many(
        [
            key(code)
            for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
            for key in (_menu_key, _lists_key, _contact_key)
        ]
    )


for model in (Navigation, Contact, SiteSettings, Site, Locale):
    post_save.connect(forget_menus, sender=model)
    post_delete.connect(forget_menus, sender=model)


@receiver(post_delete)
def forget_menus_of_deleted_page(sender, **kwargs) -> None:
    """The same for a page of any type that is deleted."""
    if issubclass(sender, Page):
        forget_menus()
