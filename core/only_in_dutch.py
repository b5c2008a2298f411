"""What a list in another language does not show: the pages that nobody translated."""

from collections.abc import Mapping
from typing import NamedTuple

from core.changes import remembered_of_content
from core.listing import ThemeFilter, address
from core.localization import default_locale
from core.models import BasePage, Theme
from core.querysets import BasePageQuerySet


class OnlyInDutch(NamedTuple):
    """How many more there are, and the address of the Dutch list with them."""

    count: int
    href: str


def only_in_dutch(
    index: BasePage, pages: BasePageQuerySet, chosen: Mapping[str, str] | None = None
) -> OnlyInDutch | None:
    """Those of ``pages`` that ``index``, a list in some language, lacks; ``None`` when there are none.

    ``chosen`` is what a visitor narrowed the list down by. A theme narrows these down too; when anything else was
    chosen the answer is ``None``. Costs two queries after a change of content.
    """
    chosen = chosen or {}
    if index.locale_id == default_locale().pk or set(chosen) - {ThemeFilter.name}:
        return None
    slug = chosen.get(ThemeFilter.name, "")
    theme = next((theme for theme in Theme.objects.shown_in(index.locale) if theme.slug == slug), None)

    def find() -> OnlyInDutch | None:
        dutch = index.get_translations().filter(locale=default_locale(), live=True).first()
        translated = pages.model.objects.published().in_locale(index.locale).values("translation_key")
        lacking = pages.published().in_locale(default_locale()).exclude(translation_key__in=translated)
        count = (lacking.about(theme) if theme else lacking).count()
        if not (count and dutch):
            return None
        (dutch_theme,) = Theme.objects.translated([theme], default_locale()) if theme else [None]
        query = address({ThemeFilter.name: dutch_theme.slug}) if dutch_theme else ""
        return OnlyInDutch(count, f"{dutch.url}{query}")

    return remembered_of_content(f"only-in-dutch-{index.pk}-{theme.pk if theme else ''}", find)
