"""From a query to the words of the index that answer it."""

from dataclasses import dataclass
from itertools import chain

from django.conf import settings

from search.guesses import forgive_mistakes, take_apart
from search.query import Query
from search.text import language
from search.words import Group, related, stems_of

# Who mistypes more words than this types rubbish, which should not cost the database much.
MOST_GUESSES = 2


@dataclass(frozen=True)
class Plan:
    """The groups that some page may answer, the phrases, and the words that no page has (``unknown``).

    ``fillers`` are the primary keys of stop words in the query, which count in titles.
    """

    groups: list[Group]
    fillers: tuple[int, ...] = ()
    phrases: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()

    @property
    def corrections(self) -> dict[str, str]:
        return {group.term: group.correction for group in self.groups if group.correction}

    @property
    def corrected_text(self) -> str:
        """The query with its mistakes mended, or empty when there are none."""
        corrections = self.corrections
        return " ".join(corrections.get(word, word) for word in self.terms) if corrections else ""


def make_plan(query: Query) -> Plan:
    """The words of the index for each word of ``query``, in all languages of the site.

    One query; a second one for mistakes, and one for each compound, where no page has some of the words.
    """
    spoken = [language(code) for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    quoted = set(chain.from_iterable(phrase.split() for phrase in query.phrases))
    forgiving = {term for term in query.terms if language(query.code).is_searched(term)} - quoted
    stems = stems_of([*query.terms, *query.fillers], spoken, query.code)
    groups = related(stems, forgiving)
    groups, fillers = groups[: len(query.terms)], groups[len(query.terms) :]
    lost = [group for group in groups if not group.words]
    unknown: list[str] = []
    if lost:
        guessed = [group for group in lost if group.term in forgiving]
        if len(guessed) > MOST_GUESSES:
            guessed = []
        forgive_mistakes(guessed, stems, query.code)
        groups, unknown = take_apart(groups, spoken, guessed=[group.term for group in guessed])
    return Plan(
        [group for group in groups if group.words],
        tuple(pk for group in fillers for pk in group.words),
        query.phrases,
        tuple(unknown),
        query.terms,
    )
