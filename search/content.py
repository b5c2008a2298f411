"""What search knows of a page: the ``search_fields`` that its type declares, its facts and its documents."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import md5
from math import log2

from wagtail.search import index

from core.models import BasePage, ThemedMixin
from search.facets import NATIONWIDE, Facts
from search.models import DocumentText
from search.text import language, words_of

# A word in a text without a boost; a declared boost multiplies it.
ONCE, OFTEN = 10, 3
# A word of a title of two words counts as declared; in a longer title for less, alone for more.
TITLE_FLOOR, TITLE_SHARE = 0.6, 0.8
# A part of a compound: “bus” of a page that says “buurtbus”.
PART = 0.4
DOCUMENT_BOOST = 0.3
HEAVIEST = 1000
# Title words of a page begin here (see ``BasePage.search_fields``); for suggestions.
IN_TITLE = 60


@dataclass(frozen=True)
class Searchable:
    """A page as the index keeps it: facets, the ordinal of its day, texts, weight of each word with its stem."""

    facets: str
    day: int
    text: str
    document_text: str
    document_language: str
    words: str
    weights: dict[tuple[str, str], int]

    @property
    def digest(self) -> str:
        """A fingerprint: equal for equal content."""
        quoted = (self.text, self.document_text, self.document_language)
        content = repr((self.facets, self.day, *quoted, sorted(self.weights.items())))
        return md5(content.encode(), usedforsecurity=False).hexdigest()


def read(page: BasePage) -> Searchable:
    """Everything that search has to know of ``page``, of its own class."""
    code = page.locale.language_code
    fields = list(_texts(page, type(page).get_search_fields()))
    quoted = "\n".join(text for name, text, _boost in fields if name in page.quoted_fields)
    files = _document_texts(page)
    documents = "\n".join(text for text, _language in files)
    languages = {language for _text, language in files}
    date = page.date if hasattr(page, "date") else None
    weights = _weights([*fields, ("", documents, DOCUMENT_BOOST)], code)
    everything = " | ".join(
        " ".join(words_of(text)) for text in [*(text for _n, text, _b in fields), documents]
    )
    return Searchable(
        facets=_facts(page, code, date).pack(),
        day=date.toordinal() if date else 0,
        text=quoted,
        document_text=documents,
        document_language=languages.pop() if len(languages) == 1 else "",
        words=f" {everything} ",
        weights=weights,
    )


def _facts(page: BasePage, code: str, date) -> Facts:
    return Facts(
        language=code,
        type=str(page.found_as),
        year=str(date.year) if date else "",
        province=NATIONWIDE if getattr(page, "nationwide", False) else _province(page),
        themes=_theme_numbers(page),
    )


def _theme_numbers(page: BasePage) -> tuple[str, ...]:
    """The numbers of the themes, which are the same in each language; none for a page type without themes."""
    return (
        tuple(sorted(str(theme.number) for theme in page.themes.all()))
        if isinstance(page, ThemedMixin)
        else ()
    )


def _province(page: BasePage) -> str:
    place = getattr(page, "place", None)
    return place.province if place else ""


def _texts(item, fields: Iterable, path: str = "") -> Iterator[tuple[str, str, float]]:
    """The name, text and boost of each declared field of ``item``, those of related objects included."""
    for declared in fields:
        if isinstance(declared, index.SearchField):
            text = _as_text(declared.get_value(item))
            if text:
                yield path + declared.field_name, text, declared.boost or 1
        elif isinstance(declared, index.RelatedFields):
            value = declared.get_value(item)
            for related in value.all() if hasattr(value, "all") else filter(None, [value]):
                yield from _texts(related, declared.fields, f"{path}{declared.field_name}.")


def _as_text(value) -> str:
    if isinstance(value, list | tuple):
        return "\n".join(filter(None, map(_as_text, value)))
    return str(value or "").replace("\x00", "").strip()


def _document_texts(page: BasePage) -> list[tuple[str, str]]:
    """Text and language of each of the page's own files that anybody may download."""
    documents = page.searched_documents()
    if not documents:
        return []
    public = [document.pk for document in documents if not document.collection.get_view_restrictions()]
    texts = DocumentText.objects.filter(pk__in=public).order_by("pk")
    return list(texts.values_list("text", "document__language"))


def _weights(fields: Iterable[tuple[str, str, float]], code: str) -> dict[tuple[str, str], int]:
    spoken = language(code)
    weights: defaultdict[tuple[str, str], float] = defaultdict(float)
    for name, text, boost in fields:
        all_words = Counter(words_of(text))
        counted = Counter({word: times for word, times in all_words.items() if spoken.is_searched(word)})
        if name == "title":
            boost *= TITLE_FLOOR + TITLE_SHARE / max(1, len(counted))
            counted = all_words
        for word, times in counted.items():
            weight = boost * (ONCE + OFTEN * log2(times))
            weights[word, spoken.stem(word)] += weight
            for part in set(spoken.parts(word)):
                weights[part, part] += weight * PART
    return {word: max(1, min(HEAVIEST, round(weight))) for word, weight in weights.items()}
