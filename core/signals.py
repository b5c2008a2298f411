"""Keeps translations true to their source, whichever way the source changes."""

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_unpublished

from core.localization import default_locale
from core.services import unpublish_translations


@receiver(page_unpublished)
def unpublish_along(instance, **kwargs) -> None:
    """What is no longer true in Dutch is not left standing in another language."""
    if instance.locale_id == default_locale().pk:
        unpublish_translations(page=instance)


@receiver(post_delete, sender=Page)
def unpublish_what_was_translated(instance, **kwargs) -> None:
    """The same for a page that is gone; its translations stay as drafts."""
    if instance.locale_id == default_locale().pk:
        unpublish_translations(page=instance)
