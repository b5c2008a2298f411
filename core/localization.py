"""Which language version of a related object to show.

Pages refer to the Dutch version of a snippet or page. In another language the translation is shown
where there is a live one; else the Dutch text stays, and its template marks it with ``lang``.
"""

from collections.abc import Iterable
from typing import TypeVar

from django.conf import settings
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils.translation import get_language
from wagtail.models import Locale, Page

Translatable = TypeVar("Translatable", bound=Model)

# Locales are rows that never change once they are there, and every page asks for them several times.
_known: dict[str, Locale] = {}


def locale_for(language_code: str) -> Locale:
    """The locale of a language code. Raises ``Locale.DoesNotExist`` when the site has no such language."""
    if language_code not in _known:
        _known[language_code] = Locale.objects.get_for_language(language_code)
    return _known[language_code]


def known_locale(pk: int) -> Locale:
    """The locale with this primary key. Raises ``Locale.DoesNotExist`` when there is none."""
    for locale in _known.values():
        if locale.pk == pk:
            return locale
    locale = Locale.objects.get(pk=pk)
    _known[locale.language_code] = locale
    return locale


def default_locale() -> Locale:
    """The language in which everything is written first: Dutch."""
    return locale_for(settings.LANGUAGE_CODE)


def active_locale() -> Locale:
    """The language of the request, or the default when the site has no content in it."""
    try:
        return locale_for(get_language() or settings.LANGUAGE_CODE)
    except (Locale.DoesNotExist, LookupError):
        return default_locale()


@receiver([post_save, post_delete], sender=Locale)
def forget_locales(**kwargs) -> None:
    """Asks the database again after a language was added or removed."""
    _known.clear()


def localized(objects: Iterable[Translatable], locale: Locale) -> list[Translatable]:
    """The given objects, each replaced by its live version in ``locale`` where that exists.

    Costs no query when all objects are in ``locale`` already, otherwise one per model.
    """
    objects = list(objects)
    foreign = [item for item in objects if item.locale_id != locale.pk]
    if not foreign:
        return objects
    translations: dict[tuple[type, object], Translatable] = {}
    for model in {type(item) for item in foreign}:
        keys = {item.translation_key for item in foreign if type(item) is model}
        candidates = model._default_manager.filter(locale=locale, translation_key__in=keys)
        if issubclass(model, Page):
            candidates = candidates.filter(live=True, alias_of__isnull=True)
        translations |= {(model, item.translation_key): item for item in candidates}
    return [translations.get((type(item), item.translation_key), item) for item in objects]
