"""Keeps true what follows from a page: its translations, and what is known of pages that are gone."""

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished

from core.localization import default_locale
from core.querysets import readable_pages
from core.services import forget_gone, remember_gone, unpublish_translations


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


@receiver(page_published)
def note_published(instance, **kwargs) -> None:
    """A published page is there again, unless its own type says that visitors do not see it."""
    if readable_pages().filter(pk=instance.pk).exists():
        forget_gone(page=instance)
    elif not instance.get_view_restrictions().exists() and not instance.alias_of_id:
        remember_gone(pages=[instance])


@receiver(page_unpublished)
def note_unpublished(instance, **kwargs) -> None:
    """The page was live a moment ago; one behind a password was not public."""
    if not instance.alias_of_id and not instance.get_view_restrictions().exists():
        remember_gone(pages=[instance])


@receiver(pre_delete, sender=Page)
def note_deleted(instance, **kwargs) -> None:
    """The same for a page that is deleted while it is live."""
    remember_gone(pages=readable_pages().filter(pk=instance.pk))


@receiver(post_save, sender=PageViewRestriction)
def note_closed(instance, created, **kwargs) -> None:
    """Pages that get behind a password were public until now, unless another password stood before them."""
    if created:
        others = PageViewRestriction.objects.exclude(pk=instance.pk).values_list("page__path", flat=True)
        if not any(instance.page.path.startswith(path) for path in others):
            remember_gone(pages=instance.page.get_descendants(inclusive=True).live().filter(alias_of=None))


@receiver(post_delete, sender=PageViewRestriction)
def note_opened(instance, **kwargs) -> None:
    """And they are there again."""
    for page in readable_pages().descendant_of(instance.page, inclusive=True):
        forget_gone(page=page)
