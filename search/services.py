"""Keeps the index true: one function for each thing that happens to a page or file, and one for all pages."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from django.db import transaction
from wagtail.models import Page, ReferenceIndex

from core.models import BasePage, CustomDocument
from search.content import Searchable, read
from search.documents import read_text
from search.models import DocumentText, Entry, EntryText, Posting, Word

HOME_DEPTH = 2
BATCH = 200
ROWS = 2000

# Primary keys of words, by language and text; remembered while many pages are indexed.
KnownWords = dict[tuple[str, str], int]


def index_page(*, pk: int) -> None:
    """Puts one page in the index, or takes it out when visitors may not see it (any more)."""
    if not index_pages(Page.objects.filter(pk=pk).specific()):
        Entry.objects.filter(pk=pk).delete()


def index_all(*, below: str = "") -> int:
    """Brings the index up to date, or the part below the tree path ``below``; returns how many pages it holds then."""
    known: KnownWords = {}
    indexed: set[int] = set()
    for batch in _batches(Page.objects.filter(path__startswith=below, depth__gt=HOME_DEPTH, live=True)):
        indexed |= index_pages(batch, known=known)
    Entry.objects.filter(page__path__startswith=below).exclude(pk__in=indexed).delete()
    if not below:
        Word.objects.unused().delete()
    return len(indexed)


@transaction.atomic
def index_pages(pages: Collection[Page], *, known: KnownWords | None = None) -> set[int]:
    """Puts those of ``pages`` (of their own classes) that visitors may see in the index; returns their primary keys."""
    contents = {page.pk: (page, read(page)) for page in _visible(pages)}
    digests = dict(Entry.objects.filter(pk__in=contents).values_list("pk", "digest"))
    changed = {
        pk: (page, content) for pk, (page, content) in contents.items() if digests.get(pk) != content.digest
    }
    if changed:
        words = _known_words(changed.values(), {} if known is None else known)
        _write_entries({pk: content for pk, (_page, content) in changed.items()})
        _write_postings(changed, words)
    return set(contents)


def read_document(*, pk: int) -> None:
    """Reads the text of an uploaded PDF, unless that was done before, and indexes the pages that offer the file."""
    document = CustomDocument.objects.filter(pk=pk).first()
    if document is None:
        return
    read_before = (
        document.file_hash and DocumentText.objects.filter(pk=pk, file_hash=document.file_hash).exists()
    )
    if not read_before:
        values = {"file_hash": document.file_hash, "text": read_text(document)}
        DocumentText.objects.update_or_create(document=document, defaults=values)
    index_pages(Page.objects.filter(pk__in=pages_offering(document)).specific())


def pages_offering(document: CustomDocument) -> list[int]:
    """The primary keys of the pages that refer to ``document``."""
    references = ReferenceIndex.get_references_to(document).values_list("object_id", flat=True)
    return [int(key) for key in references if key.isdigit()]


def read_documents() -> None:
    """Reads all PDFs that were not read yet, such as those from before the site could."""
    for pk in CustomDocument.objects.filter(searched_text=None).values_list("pk", flat=True):
        read_document(pk=pk)


def _batches(pages) -> Iterator[Collection[Page]]:
    keys = list(pages.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        yield Page.objects.filter(pk__in=keys[start : start + BATCH]).specific()


def _visible(pages: Collection[Page]) -> list[BasePage]:
    """Those of ``pages`` that their own types call published, without home pages; one query for each type."""
    by_type: dict[type[BasePage], list[int]] = defaultdict(list)
    for page in pages:
        if isinstance(page, BasePage) and page.depth > HOME_DEPTH:
            by_type[type(page)].append(page.pk)
    public = {
        pk
        for model, keys in by_type.items()
        for pk in model.objects.published().filter(pk__in=keys).values_list("pk", flat=True)
    }
    return [page for page in pages if page.pk in public]


def _known_words(contents: Collection[tuple[BasePage, Searchable]], known: KnownWords) -> KnownWords:
    """The primary keys of all words of ``contents``; makes those that are new, and mends stems of an older version."""
    wanted: dict[tuple[str, str], str] = {}
    for page, content in contents:
        for text, stem in content.weights:
            wanted[page.locale.language_code, text] = stem
    missing = {key: stem for key, stem in wanted.items() if key not in known}
    Word.objects.bulk_create(
        [
            Word(language=code, text=text, stem=stem, backwards=stem[::-1])
            for (code, text), stem in missing.items()
        ],
        ignore_conflicts=True,
        batch_size=ROWS,
    )
    outdated: list[Word] = []
    texts = sorted({text for _code, text in missing})
    for start in range(0, len(texts), ROWS):
        for word in Word.objects.filter(text__in=texts[start : start + ROWS]):
            known[word.language, word.text] = word.pk
            stem = missing.get((word.language, word.text), word.stem)
            if stem != word.stem:
                word.stem, word.backwards = stem, stem[::-1]
                outdated.append(word)
    Word.objects.bulk_update(outdated, ["stem", "backwards"], batch_size=BATCH)
    return known


def _write_entries(contents: dict[int, Searchable]) -> None:
    Entry.objects.bulk_create(
        [
            Entry(page_id=pk, day=content.day, facets=content.facets, digest=content.digest)
            for pk, content in contents.items()
        ],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["day", "facets", "digest"],
    )
    EntryText.objects.bulk_create(
        [
            EntryText(
                entry_id=pk,
                text=content.text,
                document_text=content.document_text,
                document_language=content.document_language,
                words=content.words,
            )
            for pk, content in contents.items()
        ],
        update_conflicts=True,
        unique_fields=["entry"],
        update_fields=["text", "document_text", "document_language", "words"],
    )


def _write_postings(contents: dict[int, tuple[BasePage, Searchable]], words: KnownWords) -> None:
    Posting.objects.filter(entry__in=contents).delete()
    weights: dict[tuple[int, int], int] = {}
    for pk, (page, content) in contents.items():
        for (text, _stem), weight in content.weights.items():
            key = words[page.locale.language_code, text], pk
            weights[key] = max(weight, weights.get(key, 0))
    rows: Sequence[Posting] = [
        Posting(word_id=word, entry_id=pk, weight=weight) for (word, pk), weight in weights.items()
    ]
    Posting.objects.bulk_create(rows, batch_size=ROWS)
