"""What a page of the admin tells about translations, and what the translators' tool may offer."""

import json

from django import template
from wagtail.models import Page

from core.localization import default_locale
from core.translations import live_translations

register = template.Library()


@register.simple_tag
def goes_along(page: Page) -> list[Page]:
    """The translations that go off line together with ``page`` (see ``core.signals``)."""
    return list(live_translations(page)) if page.locale_id == default_locale().pk else []


@register.filter
def offered(props: str) -> str:
    """The facts for the script of the tool, without what it offers and this site refuses or leaves to reviewers.

    A page that mirrors another language is never public here. Who may not publish would get "delete" as the one
    large button; a translation goes along when its source is deleted.
    """
    facts = json.loads(props)
    facts["links"]["convertToAliasUrl"] = None
    if not facts["perms"]["canPublish"]:
        facts["perms"]["canDelete"] = False
    return json.dumps(facts)
