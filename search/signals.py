"""Keeps the index true, whichever way a page, a file or a restriction changes."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from core.models import BasePage, CustomDocument
from search import services, tasks

# Fields that Wagtail writes alone, when it saves a draft.
OF_DRAFTS = {
    "draft_title",
    "go_live_at",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "locked",
    "locked_at",
    "locked_by",
}


@receiver(post_save)
def index_saved_page(sender, instance, raw=False, update_fields=None, **kwargs) -> None:
    """A page of ours was saved; drafts leave the index alone."""
    only_draft = update_fields is not None and set(update_fields) <= OF_DRAFTS
    if issubclass(sender, BasePage) and not raw and not only_draft:
        tasks.index_page.enqueue(instance.pk)


@receiver([page_published, page_unpublished])
def index_published_page(instance, **kwargs) -> None:
    """Themes, tags and files are saved after the page itself."""
    tasks.index_page.enqueue(instance.pk)


@receiver(post_page_move)
def index_moved_pages(instance, **kwargs) -> None:
    """What holds for the new parent holds for the pages below."""
    tasks.index_below.enqueue(instance.path)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def index_restricted_pages(instance, **kwargs) -> None:
    """A part of the site became private, or public again."""
    if Page.objects.filter(pk=instance.page_id).exists():
        tasks.index_below.enqueue(instance.page.path)


@receiver(post_save, sender=CustomDocument)
def read_saved_document(instance, raw=False, **kwargs) -> None:
    """A new file is read; a file that moved to another collection may be private now."""
    if not raw:
        tasks.read_document.enqueue(instance.pk)


@receiver(pre_delete, sender=CustomDocument)
def remember_who_offered(instance, **kwargs) -> None:
    """Afterwards nobody knows any more."""
    instance.offered_by = services.pages_offering(instance)


@receiver(post_delete, sender=CustomDocument)
def forget_deleted_document(instance, **kwargs) -> None:
    """No page is found by the text of a file that is gone."""
    for pk in instance.offered_by:
        tasks.index_page.enqueue(pk)


@receiver([post_save, post_delete], sender=CollectionViewRestriction)
def index_restricted_documents(instance, **kwargs) -> None:
    """A collection of files became private, or public again."""
    _read_documents_in(instance.collection)


@receiver(post_save, sender=Collection)
def index_moved_documents(instance, created=False, raw=False, **kwargs) -> None:
    """Files may be private in the new place of their collection.

    Nothing tells of the move itself: the admin does it after it saved the collection, in the same transaction.
    """
    if not created and not raw:
        transaction.on_commit(partial(_read_documents_if_moved, instance.pk, instance.path))


def _read_documents_if_moved(pk: int, path: str) -> None:
    collection = Collection.objects.filter(pk=pk).exclude(path=path).first()
    if collection is not None:
        _read_documents_in(collection)


def _read_documents_in(collection: Collection) -> None:
    """Who may see the files in and below ``collection`` changed, and so does what pages are found by."""
    documents = CustomDocument.objects.filter(collection__in=collection.get_descendants(inclusive=True))
    for pk in documents.values_list("pk", flat=True):
        tasks.read_document.enqueue(pk)
