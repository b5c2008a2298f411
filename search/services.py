"""Finding pages by words."""

import re

from wagtail.models import Locale, Page
from wagtail.search.query import PlainText

from core.querysets import BasePageQuerySet
from members.enums import MemberState
from members.models import MemberPage

HOME_DEPTH = 2
WORD = re.compile(r"\w+")


def find_pages(*, text: str, locale: Locale):
    """The published pages in ``locale`` that hold all words of ``text``, best first; a search result set.

    Quotes, operators and wildcards of the search backends are plain characters here. Groups that paused or
    ended are not found. Returns an empty list when ``text`` has no word.
    """
    words = WORD.findall(text)
    if not words:
        return []
    hidden = MemberPage.objects.exclude(state=MemberState.ACTIVE).values("pk")
    public = (
        BasePageQuerySet(Page)
        .published()
        .in_locale(locale)
        .filter(depth__gt=HOME_DEPTH)
        .exclude(pk__in=hidden)
    )
    # The search backends read filters on indexed fields only, hence one on the primary key.
    return Page.objects.filter(pk__in=public.values("pk")).search(PlainText(" ".join(words), operator="and"))
