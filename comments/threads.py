"""Reading: the conversation as a page shows it. Everything here asks ``visible`` or ``roots`` of the queryset."""

from dataclasses import dataclass, field

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Prefetch
from wagtail.models import Page

from comments.enums import Order
from comments.models import Comment, CommentSettings, Conversation
from comments.policies import Policy, is_commentable, policy_for

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

    Costs three queries however many comments there are, one more where the pinned comment stands on another page
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
    conversation = Conversation.objects.of(page).with_counts().first()
    if conversation is None or not conversation.count:
        return Discussion(page, policy)
    paginator = Paginator(roots_of(conversation), PER_PAGE)
    paginator.count = conversation.thread_count
    discussion = Discussion(page, policy, conversation.count, part=paginator.get_page(number))
    discussion.threads = list(discussion.part.object_list)
    discussion.pinned = _pinned(conversation, discussion.comments)
    return discussion


def _pinned(conversation: Conversation, loaded: list[Comment]) -> Comment | None:
    """The pinned comment if visitors may read it: from what was ``loaded``, else from the database."""
    if conversation.pinned_id is None:
        return None
    known = next((comment for comment in loaded if comment.pk == conversation.pinned_id), None)
    return known or Comment.objects.visible().filter(pk=conversation.pinned_id).first()


def roots_of(conversation: Conversation):
    """What starts a thread, in the order of the settings, each with its visible answers in ``shown_answers``."""
    newest_first = CommentSettings.current().order == Order.NEWEST
    order = ("-written_at", "-pk") if newest_first else ("written_at", "pk")
    answers = Prefetch("answers", Comment.objects.visible(), to_attr="shown_answers")
    return (
        Comment.objects.roots().filter(conversation=conversation).order_by(*order).prefetch_related(answers)
    )


def place_of(comment: Comment) -> int:
    """The number of the page of the conversation on which ``comment`` stands."""
    keys = list(roots_of(comment.conversation).prefetch_related(None).values_list("pk", flat=True))
    return keys.index(comment.root.pk) // PER_PAGE + 1
