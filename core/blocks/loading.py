"""Loads what the blocks of a story refer to, in a number of queries that does not depend on how many blocks there are."""

from collections.abc import Iterable, Iterator

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.images import get_image_model
from wagtail.models import Page, TranslatableMixin

from core.images import specs_for
from core.localization import active_locale, known_locale, localized

PICTURE_SIZES = ("body", "card")


def leaves(value) -> Iterator[object]:
    """Every value at the end of a branch of a stream, list or struct value."""
    if isinstance(value, StreamValue):
        for child in value:
            yield from leaves(child.value)
    elif isinstance(value, ListValue):
        for item in value:
            yield from leaves(item)
    elif isinstance(value, StructValue):
        for item in value.values():
            yield from leaves(item)
    else:
        yield value


def load_related(value: StreamValue) -> None:
    """Prepares the objects that a story shows.

    Pictures get their renditions; pages and snippets get ``shown``, their version in the active language;
    calls to action get the page that their button leads to.
    """
    found = [leaf for leaf in leaves(value) if leaf is not None]
    _load_renditions([leaf for leaf in found if isinstance(leaf, get_image_model())])
    translatable = [leaf for leaf in found if isinstance(leaf, TranslatableMixin)]
    for leaf, shown in zip(translatable, localized(translatable, active_locale()), strict=True):
        leaf.shown = shown
        if isinstance(shown, Page):
            shown.locale = known_locale(shown.locale_id)
    targets = [leaf.shown for leaf in translatable if not isinstance(leaf, Page) and hasattr(leaf.shown, "page_id")]
    if targets:
        prefetch_related_objects(targets, "page")


def load_specific(pages: Iterable[Page | None]) -> None:
    """Gives pages that were picked from all types the fields of their own type, such as a date.

    To be called after ``load_related``; costs one query per type that occurs, and one more.
    """
    picked = [page for page in pages if page is not None]
    if picked:
        specific = Page.objects.specific().in_bulk([page.shown.pk for page in picked])
        for page in picked:
            page.shown = specific.get(page.shown.pk, page.shown)


def _load_renditions(images: list) -> None:
    if images:
        renditions = get_image_model().get_rendition_model().objects.filter(filter_spec__in=specs_for(*PICTURE_SIZES))
        prefetch_related_objects(images, Prefetch("renditions", queryset=renditions, to_attr="prefetched_renditions"))
