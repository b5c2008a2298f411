"""The one query that scores all pages for a search.

In SQL and not in expressions of Django: those join before they group and convert each of up to twenty thousand rows,
which takes three times as long. Both databases read it alike. Names come from the models, values are parameters.
"""

from collections.abc import Mapping, Sequence
from math import log2

from django.db import connection

from search.enums import Nearness
from search.models import Entry, EntryText, Posting

Group = Mapping[int, int]
Row = tuple[int, float, int, str]

QUERY = """
SELECT found.entry_id, found.score, entry.day, entry.facets
FROM (
    SELECT posting.entry_id, {score} AS score
    FROM {postings} AS posting
    WHERE posting.word_id IN ({words}) {heavy}
    GROUP BY posting.entry_id
    HAVING {having}
) AS found
JOIN {entries} AS entry ON entry.page_id = found.entry_id
"""
# A text is looked into for each page that was found, one by one: PostgreSQL expects a phrase on hardly any page, and
# would compare each page with each text if these were joined.
HOLDS_PHRASE = "(SELECT {holds} FROM {texts} AS text WHERE text.entry_id = found.entry_id)"
# Whether a text holds another one, quicker than LIKE and without wildcards.
HOLDS = {"postgresql": "strpos(text.words, %s) > 0", "sqlite": "instr(text.words, %s) > 0"}


def scores(
    groups: Sequence[Group],
    *,
    at_least: int | None = None,
    fillers: Sequence[int] = (),
    phrases: Sequence[str] = (),
    weight: int = 0,
) -> list[Row]:
    """Page, score, day and facets of each entry with a word of at least so many of ``groups`` (of all, if None).

    A group is what one word of a query may stand for: primary keys of words, each with its nearness in percent. Of
    each group the best word counts; each of the words ``fillers`` counts a little. ``phrases`` (folded) must stand in
    the text as they are. Only words of at least this ``weight`` count.
    """
    if not any(groups):
        return []
    best = [_best_of(group) for group in groups]
    filler = f"CASE WHEN posting.word_id IN ({_keys(fillers)}) THEN posting.weight * {Nearness.FILLER:d} ELSE 0 END"
    answered = " + ".join(f"CASE WHEN {each} > 0 THEN 1 ELSE 0 END" for each in best)
    everything = [*fillers, *(pk for group in groups for pk in group)]
    sql = QUERY.format(
        score=" + ".join([*best, f"SUM({filler})"] if fillers else best),
        postings=Posting._meta.db_table,
        entries=Entry._meta.db_table,
        words=_keys(everything),
        heavy=f"AND posting.weight >= {weight:d}" if weight else "",
        having=f"{answered} >= {len(groups) if at_least is None else at_least:d}",
    )
    if phrases:
        holds = " AND ".join([HOLDS[connection.vendor]] * len(phrases))
        sql += "WHERE " + HOLDS_PHRASE.format(holds=holds, texts=EntryText._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(sql, [f" {phrase} " for phrase in phrases])
        return cursor.fetchall()


def weighed(groups: Sequence[Group]) -> list[Group]:
    """The groups with the nearness of a rare word multiplied: up to 14 times for one on a page of 20,000.

    A page with two forms of a word counts twice: that is near enough, and told by the index alone.
    """
    total = Entry.objects.count()
    counts = [Posting.objects.filter(word__in=group).count() for group in groups]
    return [
        _multiplied(group, log2(total / count)) if 0 < count < total else group
        for group, count in zip(groups, counts, strict=True)
    ]


def _multiplied(group: Group, factor: float) -> Group:
    return {pk: nearness * max(1, round(factor)) for pk, nearness in group.items()}


def _best_of(group: Group) -> str:
    """The largest weight among the words of a group, in percent; 0 for none."""
    by_nearness: dict[int, list[int]] = {}
    for pk, nearness in group.items():
        by_nearness.setdefault(int(nearness), []).append(pk)
    cases = [
        f"WHEN posting.word_id IN ({_keys(pks)}) THEN posting.weight * {near:d}"
        for near, pks in by_nearness.items()
    ]
    return f"MAX(CASE {' '.join(cases)} ELSE 0 END)"


def _keys(keys: Sequence[int]) -> str:
    """Primary keys as a list in SQL: whole numbers from our own tables, never what a visitor typed."""
    return ", ".join(f"{key:d}" for key in keys)
