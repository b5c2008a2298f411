"""What is known about the versions of pages and snippets in the other languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import Page, get_page_content_types
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog

from core.enums import VersionState
from core.localization import default_locale


@dataclass(frozen=True)
class Version:
    """The version of one page in one other language; ``missing_texts`` counts what has no translation yet."""

    state: VersionState
    page_id: int | None = None
    missing_texts: int = 0


NO_VERSION = Version(VersionState.MISSING)


def is_complete(translation: Translation) -> bool:
    """Whether every text of the source has a translation without an error."""
    total, done = translation.get_progress()
    return total == done


def live_translations(page: Page) -> QuerySet[Page]:
    """The versions of ``page`` in other languages that visitors can read."""
    return page.get_translations().filter(live=True, alias_of__isnull=True)


def page_translations() -> QuerySet[Translation]:
    """The translations of pages in progress or done.

    Each has ``missing_texts`` (a number), ``source_live``, ``to_fetch`` (the source was published after the
    translators' tool looked at it) and ``source_changed`` (that, or it was fetched after the translation was saved).
    """
    translated = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=OuterRef(OuterRef("target_locale_id")),
        has_error=False,
    )
    missing = StringSegment.objects.filter(~Exists(translated), source_id=OuterRef("source_id"))
    source = Page.objects.filter(
        translation_key=OuterRef("source__object_id"), locale_id=OuterRef("source__locale_id")
    )
    saved = TranslationLog.objects.filter(
        source_id=OuterRef("source_id"), locale_id=OuterRef("target_locale_id")
    )
    return (
        Translation.objects.filter(enabled=True, source__specific_content_type__in=get_page_content_types())
        .annotate(
            missing_texts=Coalesce(
                Subquery(
                    missing.order_by().values("source_id").annotate(number=Count("pk")).values("number"),
                    output_field=IntegerField(),
                ),
                0,
            ),
            source_published_at=Subquery(source.values("last_published_at")[:1]),
            source_live=Subquery(source.values("live")[:1]),
            saved_at=Subquery(saved.order_by("-created_at").values("created_at")[:1]),
        )
        .annotate(to_fetch=Q(source_published_at__gt=F("source__last_updated_at")))
        .annotate(source_changed=Q(to_fetch=True) | Q(saved_at__lt=F("source__last_updated_at")))
    )


def translations_with_work() -> QuerySet[Translation]:
    """Translations of pages in which texts are missing, or of which the source has changes to fetch."""
    return page_translations().filter(Q(missing_texts__gt=0) | Q(to_fetch=True))


def finished_translations() -> QuerySet[Translation]:
    """Translations of which every text is done, of pages on the site, that were not published since.

    Since the last text, or since the source was fetched: then something may be gone from it.
    """
    written = StringTranslation.objects.filter(
        context__object_id=OuterRef("source__object_id"), locale_id=OuterRef("target_locale_id")
    ).order_by("-updated_at")
    target = Page.objects.filter(
        translation_key=OuterRef("source__object_id"), locale_id=OuterRef("target_locale_id")
    )
    done = page_translations().filter(missing_texts=0, source_live=True).exclude(to_fetch=True)
    newer = Q(published_at__lt=F("written_at")) | Q(published_at__lt=F("source__last_updated_at"))
    return done.annotate(
        written_at=Subquery(written.values("updated_at")[:1]),
        is_live=Subquery(target.values("live")[:1]),
        published_at=Subquery(target.values("last_published_at")[:1]),
    ).filter(Q(is_live=False) | newer)


def source_to_fetch(translation: Translation) -> int | None:
    """The source of which ``translation`` still shows an older text, as its primary key; ``None`` when it is new."""
    newer = page_translations().filter(pk=translation.pk, to_fetch=True)
    return newer.values_list("source_id", flat=True).first()


def versions_of(pages: Iterable[Page]) -> dict[tuple[UUID, int], Version]:
    """How the given pages stand in every language, by translation key and primary key of the locale.

    A language in which a page has no version is left out. Takes two queries, however many pages.
    """
    keys = {page.translation_key for page in pages}
    known = {
        (translation.source.object_id, translation.target_locale_id): translation
        for translation in page_translations().filter(source__object_id__in=keys).select_related("source")
    }
    found = Page.objects.filter(translation_key__in=keys, alias_of__isnull=True).order_by("pk")
    found = list(found.only("pk", "translation_key", "locale_id", "live", "last_published_at"))
    sources = {page.translation_key: page for page in found if page.locale_id == default_locale().pk}
    return {
        (page.translation_key, page.locale_id): _version(
            page, sources.get(page.translation_key), known.get((page.translation_key, page.locale_id))
        )
        for page in found
    }


def _version(page: Page, source: Page | None, translation: Translation | None) -> Version:
    missing = translation.missing_texts if translation else 0
    if not page.live:
        return Version(VersionState.DRAFT, page.pk, missing)
    if translation:
        behind = bool(missing or translation.source_changed)
    else:
        # Without the translators' tool there is only the clock to tell; the source itself is never behind.
        moments = (source.last_published_at, page.last_published_at) if source else ()
        behind = bool(moments) and all(moments) and moments[0] > moments[1]
    return Version(VersionState.OUT_OF_DATE if behind else VersionState.LIVE, page.pk, missing)
