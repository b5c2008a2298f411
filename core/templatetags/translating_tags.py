"""What a page of the admin tells about translations."""

from django import template
from wagtail.models import Page

from core.localization import default_locale
from core.translations import live_translations

register = template.Library()


@register.simple_tag
def goes_along(page: Page) -> list[Page]:
    """The translations that go off line together with ``page`` (see ``core.signals``)."""
    return list(live_translations(page)) if page.locale_id == default_locale().pk else []
