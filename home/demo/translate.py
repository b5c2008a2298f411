"""Translates the demo through wagtail-localize's own models, so that the translators' tool knows every string."""

import json
from collections import Counter
from collections.abc import Mapping

from django.db.models import Model
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from home.demo.library import SNIPPETS, Library
from home.demo.snippets import EARLY, LATE, entries
from home.demo.sources import plain_values, read

# Where a text stands: its path in the object, and the how-manieth text of that path it is.
Position = tuple[str, int]


class IncompleteTranslationError(Exception):
    """Some strings of an object have no translation; the message lists them."""


def translate_all(library: Library, locale: Locale) -> int:
    """Makes what the texts translate into ``locale`` and is not there yet; tells how many objects that were.

    Buttons come last, because they lead to translated pages. Raises ``IncompleteTranslationError``.
    """
    return (
        sum(_translate_snippets(table, library, locale) for table in EARLY)
        + _translate_pages(library, locale)
        + sum(_translate_snippets(table, library, locale) for table in LATE)
    )


def _translate_pages(library: Library, locale: Locale) -> int:
    made = 0
    # Fresh from the database: the library still holds pages as they were before they were published.
    pages = [
        (Page.objects.get(pk=library.page(entry["source"]).pk).specific, entry)
        for entry in read("english")["page"]
    ]
    for page, entry in sorted(pages, key=lambda pair: pair[0].depth):
        if page.has_translation(locale):
            continue
        texts = {pair["nl"]: pair["en"] for pair in entry["string"]}
        source = TranslationSource.get_or_create_from_instance(page)[0]
        _translate(source, locale, {**_by_position(source, texts), ("slug", 0): entry["en_slug"]})
        _tidy(page, locale)
        made += 1
    return made


def _by_position(source: TranslationSource, texts: Mapping[str, str]) -> dict[Position, str]:
    return {
        position: texts[segment.string.data]
        for position, segment in _segments(source)
        if segment.string.data in texts
    }


def _tidy(page: Page, locale: Locale) -> None:
    """Gives the translation the dates of its source, and drops the redirect from the slug that it never had."""
    dates = {name: getattr(page, name) for name in ("first_published_at", "last_published_at")}
    Page.objects.filter(translation_key=page.translation_key, locale=locale).update(**dates)
    # The copy stands at the Dutch slug for a moment, and Wagtail takes its new slug for a change.
    Redirect.objects.filter(
        redirect_page__translation_key=page.translation_key, redirect_page__locale=locale
    ).delete()


def _translate_snippets(table: str, library: Library, locale: Locale) -> int:
    made = 0
    for entry in entries(table):
        snippet = library.snippet(table, entry["slug"])
        if "en" not in entry or snippet.has_translation(locale):
            continue
        source = TranslationSource.get_or_create_from_instance(snippet)[0]
        if "page" in entry["en"]:
            _override_target(source, locale, library.page(entry["en"]["page"]))
        model = SNIPPETS[table]
        english = model(locale=locale, **plain_values(model, {**entry, **entry["en"]}))
        _translate(source, locale, _texts_of(english))
        made += 1
    return made


def _texts_of(instance: Model) -> dict[Position, str]:
    """The translatable texts of an unsaved object, by their position."""
    seen: Counter[str] = Counter()
    texts = {}
    for segment in extract_segments(instance):
        if isinstance(segment, StringSegmentValue):
            texts[segment.path, seen[segment.path]] = segment.string.data
            seen[segment.path] += 1
    return texts


def _override_target(source: TranslationSource, locale: Locale, page: Page) -> None:
    """Lets the translated button lead to another page than its source."""
    segment = OverridableSegment.objects.get(source=source, context__path="page")
    target = page.get_translation(locale)
    SegmentOverride.objects.get_or_create(
        locale=locale, context=segment.context, defaults={"data_json": json.dumps(target.pk)}
    )


def _segments(source: TranslationSource):
    """The strings of the source, each with its position."""
    seen: Counter[str] = Counter()
    for segment in source.stringsegment_set.select_related("string", "context").order_by("order"):
        yield (segment.context.path, seen[segment.context.path]), segment
        seen[segment.context.path] += 1


def _translate(source: TranslationSource, locale: Locale, texts: Mapping[Position, str]) -> None:
    """Saves and publishes the translation of ``source`` by the given texts."""
    translation = Translation.objects.get_or_create(source=source, target_locale=locale)[0]
    missing = []
    for position, segment in _segments(source):
        if position not in texts:
            missing.append(f"{position[0]}: {segment.string.data}")
            continue
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={
                "data": texts[position],
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            },
        )
    if missing:
        raise IncompleteTranslationError("\n".join([f"{source.object_repr} lacks:", *missing]))
    translation.save_target(publish=True)
