"""Puts thousands of pages in the tree at once. For measuring only: it skips revisions, logs and signals."""

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from wagtail.models import Page

from core.indexing import index_in_bulk
from core.models import Theme
from search.services import KnownWords, index_pages

BATCH = 500


@transaction.atomic
def add_children(parent: Page, pages: Sequence[Page], themes: Sequence[Sequence[Theme]]) -> None:
    """Saves new ``pages`` of one class as the last children of ``parent``, live, each with its themes.

    The pages need their own fields and a slug that is free below ``parent``; this fills in those of the tree.
    """
    if not pages:
        return
    _place_in_tree(parent, pages)
    _insert(pages)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))
    _set_themes(pages, themes)
    index_in_bulk(type(pages[0]), pages)
    known: KnownWords = {}
    for start in range(0, len(pages), BATCH):
        index_pages(pages[start : start + BATCH], known=known)


def _place_in_tree(parent: Page, pages: Sequence[Page]) -> None:
    parent.refresh_from_db()
    last = parent.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) if last else 0
    content_type = ContentType.objects.get_for_model(type(pages[0]))
    for number, page in enumerate(pages, start=step + 1):
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, number)
        page.numchild = 0
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.locale = parent.locale
        page.content_type = content_type
        page.draft_title = page.title
        page.last_published_at = page.first_published_at


def _insert(pages: Sequence[Page]) -> None:
    """Writes the rows of ``Page`` and those of the class itself; Django's ``bulk_create`` writes one table only."""
    model = type(pages[0])
    own = [field for field in Page._meta.concrete_fields if not field.primary_key]
    rows = Page.objects.bulk_create(
        [Page(**{field.attname: getattr(page, field.attname) for field in own}) for page in pages],
        batch_size=BATCH,
    )
    for page, row in zip(pages, rows, strict=True):
        page.id = page.page_ptr_id = row.pk
    model._base_manager.get_queryset()._batched_insert(pages, model._meta.local_concrete_fields, BATCH)


def _set_themes(pages: Sequence[Page], themes: Sequence[Sequence[Theme]]) -> None:
    through: type[Model] = type(pages[0]).themes.through
    page_name = f"{type(pages[0])._meta.model_name}_id"
    links = [
        through(**{page_name: page.pk, "theme_id": theme.pk})
        for page, chosen in zip(pages, themes, strict=True)
        for theme in chosen
    ]
    through.objects.bulk_create(links, batch_size=BATCH)
    for page, chosen in zip(pages, themes, strict=True):
        # Also in memory, where the search index asks for them: else that is some queries for each page.
        page.themes = chosen
        page.tagged_items.set([])
