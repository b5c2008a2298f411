"""The queries of the index."""

from collections.abc import Collection
from functools import reduce
from operator import or_

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query

MISSES_A_DAY = 200


class EntryQuerySet(QuerySet):
    def for_result(self, pages: Collection[int]):
        """The entries of these pages with the page and the text to quote from; documents come when asked for."""
        return (
            self.filter(pk__in=pages)
            .select_related("page__locale", "page__content_type", "written")
            .defer("written__document_text", "written__words")
        )


class WordQuerySet(QuerySet):
    def around(self, words: Collection[str], stems: Collection[str], parts: Collection[str]):
        """Words that are one of ``words``, have one of ``stems``, or begin or end with one of ``parts``."""
        conditions = [Q(text__in=words), Q(stem__in=stems)]
        conditions += [Q(text__begins=part) for part in parts]
        conditions += [Q(backwards__begins=part[::-1]) for part in parts]
        return self.filter(reduce(or_, conditions))

    def most_used(self):
        """Only words that stand on a page, those on most pages first.

        Counted word by word: joined, PostgreSQL reads all two million postings of a large site for a handful of words.
        """
        postings = self.model._meta.get_field("postings").related_model.objects.filter(word=OuterRef("pk"))
        pages = Subquery(postings.order_by().values("word").annotate(pages=Count("entry")).values("pages"))
        return self.annotate(pages=pages).filter(pages__gt=0).order_by("-pages", "text")

    def unused(self):
        """Words that no page has any more."""
        return self.filter(postings=None)


class MissQuerySet(QuerySet):
    def is_full_today(self) -> bool:
        """Whether so many new texts were noted today that something must be wrong, such as a robot."""
        return self.filter(first_day=timezone.localdate()).count() >= MISSES_A_DAY

    def most_asked(self):
        """By how often they were asked."""
        return self.order_by("-times", "-last_day", "text")

    def with_picks(self):
        """Each with ``picks``, the key of what staff picked for just these words, if they did."""
        picked = Query.objects.filter(query_string=OuterRef("text"), editors_picks__isnull=False)
        return self.annotate(picks=Subquery(picked.values("pk")[:1]))

    def outdated(self, before, *, once):
        """What nobody has asked for since the day ``before``, and what was asked only once, before the day ``once``."""
        return self.filter(Q(last_day__lt=before) | Q(times=1, last_day__lt=once))
