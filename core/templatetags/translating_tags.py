"""What a page of the admin tells about translations, and what the translators' tool may offer."""

import json
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from wagtail.models import Page

from core.localization import default_locale
from core.translations import live_translations, source_to_fetch

register = template.Library()


@register.simple_tag
def goes_along(page: Page) -> list[Page]:
    """The translations that go off line together with ``page`` (see ``core.signals``)."""
    return list(live_translations(page)) if page.locale_id == default_locale().pk else []


@register.simple_tag(takes_context=True)
def fetch_address(context, translation) -> str:
    """Where a translator fetches what changed in the source, and comes back from; empty when nothing changed."""
    source = source_to_fetch(translation)
    if source is None:
        return ""
    back = urlencode({"next": context["request"].path})
    return f"{reverse('wagtail_localize:update_translations', args=[source])}?{back}"


@register.simple_tag(takes_context=True)
def reachable_source(context) -> dict:
    """The facts about the source, of which ``editUrl`` is the page itself for who may not change it."""
    facts, source = context["source_translation"], context["translation"].source.get_source_instance()
    if not isinstance(source, Page) or source.permissions_for_user(context["request"].user).can_edit():
        return facts
    return facts | {"editUrl": source.url if source.live else ""}


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
