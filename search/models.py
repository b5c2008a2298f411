"""The index of the site search: which word stands how prominently on which page. ADR 10 says why it is ours."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from search import lookups  # noqa: F401  # registers ``begins``
from search.querysets import EntryQuerySet, MissQuerySet, WordQuerySet
from search.text import LONGEST_WORD

LONGEST_QUERY = 200


class Entry(models.Model):
    """A page that search finds, with what narrows a search down.

    ``facets`` is its language, type, year, province and themes in one text (see ``search.facets``), so that counting
    thousands of pages is counting equal texts. ``day`` is the ordinal of its date, 0 without one. ``digest`` tells
    whether anything changed since the page was indexed.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", models.CASCADE, primary_key=True, related_name="search_entry"
    )
    day = models.IntegerField(default=0)
    facets = models.CharField(max_length=120)
    digest = models.CharField(max_length=32)

    objects = EntryQuerySet.as_manager()

    def __str__(self):
        return f"{self.pk}: {self.facets}"


class EntryText(models.Model):
    """The text of a page: ``text`` and ``document_text`` to quote from, ``words`` (folded) to look a phrase up in.

    ``document_language`` is that of its files, empty when nobody said it or they are in several. Apart from ``Entry``,
    whose rows are read by the thousand.
    """

    entry = models.OneToOneField(Entry, models.CASCADE, primary_key=True, related_name="written")
    text = models.TextField()
    document_text = models.TextField()
    document_language = models.CharField(max_length=10, default="")
    words = models.TextField()

    def __str__(self):
        return self.text[:80]


class Word(models.Model):
    """A folded word of a language, its stem, and the word backwards, for what it ends with."""

    language = models.CharField(max_length=10)
    text = models.CharField(max_length=LONGEST_WORD, db_index=True)
    stem = models.CharField(max_length=LONGEST_WORD, db_index=True)
    backwards = models.CharField(max_length=LONGEST_WORD, db_index=True)

    objects = WordQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text", "language"], name="unique_word_per_language")]

    def __str__(self):
        return self.text


class Posting(models.Model):
    """How much a word weighs on a page. All of it is the key, so that the index alone answers."""

    pk = models.CompositePrimaryKey("word_id", "entry_id", "weight")
    word = models.ForeignKey(Word, models.CASCADE, related_name="postings", db_index=False)
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="postings")
    weight = models.PositiveSmallIntegerField()

    def __str__(self):
        return f"{self.word_id} on {self.entry_id}: {self.weight}"


class DocumentText(models.Model):
    """The text of an uploaded PDF, read by a task after the upload."""

    document = models.OneToOneField(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, models.CASCADE, primary_key=True, related_name="searched_text"
    )
    file_hash = models.CharField(max_length=40)
    text = models.TextField()

    def __str__(self):
        return self.text[:80]


class Miss(models.Model):
    """Words for which search found nothing, and how often they were asked in all. Says nothing about who asked."""

    text = models.CharField(_("searched for"), max_length=80, unique=True)
    times = models.PositiveIntegerField(_("times"), default=0)
    first_day = models.DateField(_("first time"))
    last_day = models.DateField(_("last time"))

    objects = MissQuerySet.as_manager()

    class Meta:
        verbose_name = _("search without result")
        verbose_name_plural = _("searches without result")

    def __str__(self):
        return self.text
