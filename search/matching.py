"""Which pages answer a plan, and how well. A setting says who answers: see ADR 10.

``SEARCH_MATCHER`` names a class with one method, ``match``. The one of the site looks in the tables of this app;
the other asks Wagtail's search backend, which may be OpenSearch.
"""

from collections.abc import Collection, Mapping
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string
from wagtail.models import Page
from wagtail.search.query import Or, Phrase, PlainText, SearchQuery

from search.models import Entry
from search.plan import Plan
from search.scores import scores, weighed
from search.words import Group

# A page that answers: its primary key, how well, its day (an ordinal, 0 for none) and its packed facets. A plain
# tuple, because there may be twenty thousand.
Match = tuple[int, float, int, str]


class Matcher(Protocol):
    """What ``SEARCH_MATCHER`` names."""

    def match(self, plan: Plan, *, some: bool = False) -> list[Match]:
        """The pages that answer all groups of ``plan``, or ``some`` (at least half) of them; in any order."""


class TableMatcher:
    """Looks in the index of this app: the same answer on SQLite and PostgreSQL."""

    def match(self, plan: Plan, *, some: bool = False) -> list[Match]:
        """The pages with a word of each group, or with ``some`` of at least half of them."""
        groups: list[Mapping[int, int]] = [group.words for group in plan.groups]
        at_least = len(groups)
        if some:
            # Where not all words need to be there, a rare one says more than a common one.
            groups, at_least = weighed(groups), (len(groups) + 1) // 2
        return scores(groups, at_least=at_least, fillers=plan.fillers, phrases=plan.phrases)


class BackendMatcher:
    """Asks the search backend of Wagtail for the best pages; facets are counted among those."""

    MOST = 1000

    def match(self, plan: Plan, *, some: bool = False) -> list[Match]:
        """The thousand best pages of the backend."""
        if not plan.groups:
            return []
        terms = " ".join(group.term for group in plan.groups)
        words = PlainText(terms, operator="or" if some else "and")
        query: SearchQuery = words
        for phrase in plan.phrases:
            query &= Phrase(phrase)
        for correction in self._corrected(plan.groups):
            query = Or([query, correction])
        found = Page.objects.filter(live=True).search(query).annotate_score("_score")[: self.MOST]
        ranks = {page.pk: page._score or 0 for page in found}
        entries = Entry.objects.filter(pk__in=ranks).values_list("pk", "day", "facets")
        return [(pk, ranks[pk], day, facets) for pk, day, facets in entries]

    @staticmethod
    def _corrected(groups: Collection[Group]) -> list[PlainText]:
        """The query with its typing mistakes mended, if there are any."""
        if not any(group.correction for group in groups):
            return []
        return [PlainText(" ".join(group.correction or group.term for group in groups), operator="and")]


def get_matcher() -> Matcher:
    """The matcher of this site. Raises ``ImportError`` when the setting names no class."""
    return import_string(settings.SEARCH_MATCHER)()
