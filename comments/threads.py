"""Reading: the conversation as a page shows it. Everything here asks ``visible`` of the queryset."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain

from django.core.paginator import Page as PaginatorPage
from wagtail.models import Page

from comments.enums import Order
from comments.models import Comment, CommentSettings
from comments.policies import Policy, is_commentable, policy_for
from core.listing import ListPaginator

PARAMETER = "c"
PER_PAGE = 50


@dataclass
class Discussion:
    """What a page shows of its conversation.

    ``threads`` are the comments that start a thread on this page of it, each with ``shown_answers``; one that is
    not visible itself is the empty place above its answers. ``count`` counts all visible comments.
    """

    page: Page
    policy: Policy
    count: int = 0
    threads: list[Comment] = field(default_factory=list)
    pinned: Comment | None = None
    part: PaginatorPage | None = None

    @property
    def comments(self) -> list[Comment]:
        """Every visible comment on this page of the conversation, in the order in which it is read."""
        return [
            comment
            for thread in self.threads
            for comment in (thread, *thread.shown_answers)
            if comment.is_visible
        ]

    @property
    def on_top(self) -> Comment | None:
        """The pinned comment, which stands above the first page only."""
        return self.pinned if self.number == 1 else None

    @property
    def moved(self) -> int | None:
        """The key of the comment that stands on top of this page and not in its place on it: nobody reads it twice."""
        return self.on_top.pk if self.on_top and self.on_top in self.comments else None

    @property
    def number(self) -> int:
        """The number of this page of the conversation."""
        return self.part.number if self.part else 1

    @property
    def page_links(self) -> list[tuple[int | str, str]]:
        """Number and address of each page of the conversation; an ellipsis has no address."""
        if self.part is None:
            return []
        numbers = self.part.paginator.get_elided_page_range(self.number, on_each_side=1, on_ends=1)
        return [(number, address_of(number) if isinstance(number, int) else "") for number in numbers]

    @property
    def previous_href(self) -> str:
        return address_of(self.number - 1) if self.part and self.part.has_previous() else ""

    @property
    def next_href(self) -> str:
        return address_of(self.number + 1) if self.part and self.part.has_next() else ""


def address_of(number: int) -> str:
    """The relative address of a page of the conversation."""
    return f"?{PARAMETER}={number}#comments" if number > 1 else ".#comments"


def discussion_about(page: Page, number: str | None = None) -> Discussion | None:
    """The conversation about ``page``, or ``None`` where comments are hidden or were never possible.

    Costs two queries however many comments there are, one more where the pinned comment stands on another page
    of them, one while there are none; and is remembered by ``page``.
    """
    if "_discussion" not in vars(page):
        page._discussion = _load(page, number)
    return page._discussion


def _load(page: Page, number: str | None) -> Discussion | None:
    if not is_commentable(page) or not page.pk:
        return None
    policy = policy_for(page)
    if policy.is_hidden:
        return None
    outline = outline_of(page)
    if not outline.threads:
        return Discussion(page, policy)
    part = ListPaginator(outline.roots, PER_PAGE).get_page(number)
    discussion = Discussion(page, policy, outline.count, part=part)
    discussion.threads = _threads_on(part, outline)
    discussion.pinned = _pinned(outline.pinned, discussion.comments)
    return discussion


@dataclass(frozen=True)
class Outline:
    """The keys of the visible comments on a page.

    ``threads`` has the keys of what starts a thread, in the order in which it is read, and of each the answers.
    """

    threads: dict[int, list[int]]
    count: int
    pinned: int | None

    @property
    def roots(self) -> list[int]:
        return list(self.threads)


def outline_of(page: Page) -> Outline:
    """The shape of the conversation about ``page``, in the order of the settings: one query.

    A start that is not visible itself keeps its place above visible answers.
    """
    comments = Comment.objects.visible().about(page).order_by("written_at", "pk")
    fields = ("pk", "parent", "written_at", "parent__written_at", "conversation__pinned")
    rows = list(comments.values_list(*fields))
    begun, answers = {}, defaultdict(list)
    for key, parent, written_at, begun_at, _pinned_key in rows:
        if parent is None:
            begun[key] = written_at
        else:
            begun[parent] = begun_at
            answers[parent].append(key)
    newest_first = CommentSettings.current().order == Order.NEWEST
    roots = sorted(begun, key=lambda key: (begun[key], key), reverse=newest_first)
    pinned = rows[0][-1] if rows else None
    return Outline({root: answers[root] for root in roots}, len(rows), pinned)


def _threads_on(part: PaginatorPage, outline: Outline) -> list[Comment]:
    """The threads on one ``part`` of a conversation, each with its visible answers in ``shown_answers``."""
    keys = {root: outline.threads[root] for root in part.object_list}
    comments = Comment.objects.in_bulk([*keys, *chain.from_iterable(keys.values())])
    # One that was erased since the outline was made is left out.
    for root in keys.keys() & comments.keys():
        comments[root].shown_answers = [comments[key] for key in keys[root] if key in comments]
    return [comments[root] for root in keys if root in comments]


def _pinned(key: int | None, loaded: list[Comment]) -> Comment | None:
    """The pinned comment if visitors may read it: from what was ``loaded``, else from the database."""
    if key is None:
        return None
    known = next((comment for comment in loaded if comment.pk == key), None)
    return known or Comment.objects.visible().filter(pk=key).first()


def place_of(comment: Comment) -> int:
    """The number of the page of the conversation on which ``comment`` stands."""
    return outline_of(comment.conversation.page).roots.index(comment.root.pk) // PER_PAGE + 1
