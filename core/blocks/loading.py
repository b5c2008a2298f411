"""Loads what the blocks of a story refer to, in as many queries for one block as for ten."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.images import get_image_model
from wagtail.models import Page, TranslatableMixin

from core.changes import remembered_of_content
from core.images import specs_for
from core.localization import active_locale, known_locale, localized
from core.querysets import readable_pages

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

    Pictures get their renditions; pages and snippets get ``shown``, their version in the active language (``None``
    for a page that visitors cannot read); calls to action get the page or contact that their button leads to.
    """
    found = [leaf for leaf in leaves(value) if leaf is not None]
    _load_renditions([leaf for leaf in found if isinstance(leaf, get_image_model())])
    _load_pages([leaf for leaf in found if isinstance(leaf, Page)])
    snippets = [leaf for leaf in found if isinstance(leaf, TranslatableMixin) and not isinstance(leaf, Page)]
    for snippet, shown in zip(snippets, localized(snippets, active_locale()), strict=True):
        snippet.shown = shown
    if calls := [snippet.shown for snippet in snippets if hasattr(snippet.shown, "page_id")]:
        prefetch_related_objects(calls, "page", "contact")


def _load_pages(pages: list[Page]) -> None:
    locale = active_locale()
    for model in {type(page) for page in pages}:
        group = [page for page in pages if type(page) is model]
        best: dict = {}
        for version in _versions(model, group, locale):
            version.locale = known_locale(version.locale_id)
            if version.locale_id == locale.pk or version.translation_key not in best:
                best[version.translation_key] = version
        for page in group:
            page.shown = best.get(page.translation_key)


def _versions(model: type[Page], group: list[Page], locale) -> list[Page]:
    """What visitors can read of these pages, in their own language and in ``locale``."""
    keys = {page.translation_key for page in group}
    locales = {locale.pk, *(page.locale_id for page in group)}
    readable = model.objects.for_story() if hasattr(model.objects, "for_story") else readable_pages()
    name = "-".join([model._meta.model_name, *sorted(map(str, [*keys, *locales]))])
    return remembered_of_content(
        f"story-{sha256(name.encode()).hexdigest()}",
        lambda: list(readable.filter(translation_key__in=keys, locale__in=locales)),
    )


def load_specific(pages: Iterable[Page | None]) -> None:
    """Gives pages that were picked from all types the fields of their own type, such as a date.

    To be called after ``load_related``; costs one query per type that occurs, and one more.
    """
    picked = [page for page in pages if page is not None and page.shown is not None]
    if picked:
        specific = Page.objects.specific().in_bulk([page.shown.pk for page in picked])
        for page in picked:
            page.shown = specific.get(page.shown.pk, page.shown)


def _load_renditions(images: list) -> None:
    if images:
        renditions = (
            get_image_model().get_rendition_model().objects.filter(filter_spec__in=specs_for(*PICTURE_SIZES))
        )
        prefetch_related_objects(
            images, Prefetch("renditions", queryset=renditions, to_attr="prefetched_renditions")
        )
