"""A visitor writes a comment."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from wagtail.models import Page

from comments import mails, notice, proof
from comments.enums import State
from comments.models import Comment, Conversation, NoticeVersion, source_of
from comments.services.writing import judge
from core import throttle
from core.throttle import Budget, OverBudget, network_code

# A room full of neighbours behind one connection still gets through; a robot does not get far.
PER_NETWORK = Budget("comment_network", amount=10, seconds=10 * 60)
PER_ADDRESS = Budget("comment_address", amount=20, seconds=24 * 3600)
PER_PAGE = Budget("comment_page", amount=100, seconds=3600)
IN_TOTAL = Budget("comment_total", amount=600, seconds=3600)


@dataclass(frozen=True)
class Words:
    """What a visitor filled in, after the form judged it."""

    name: str
    text: str
    email: str = ""
    wants_decision: bool = False
    wants_replies: bool = False


class AlreadyThere(Exception):  # noqa: N818 - a state of affairs, not a fault
    """The same words by the same name stand or wait in the conversation; ``written_at`` says since when."""

    def __init__(self, written_at: datetime):
        super().__init__("the comment is there already")
        self.written_at = written_at


def post_comment(
    *,
    page: Page,
    words: Words,
    key: str,
    purpose: str,
    lines: list[str],
    solution: str = "",
    parent: Comment | None = None,
    address: str = "",
) -> Comment:
    """Keep what a visitor wrote about ``page`` and decide whether it is shown at once.

    However often and at the same moment the same form comes (``key``), there is one comment. ``solution`` is the
    proof of work for ``purpose``, ``lines`` the notice that was read, ``address`` that of the connection, of which
    only a code is used and only for the budget. Raises ``OverBudget`` and ``AlreadyThere``; then nothing is kept.
    """
    known = Comment.objects.filter(key=key).first()
    if known is not None:
        return known
    try:
        with transaction.atomic():
            conversation = conversation_of(page)
            _refuse_repeated(conversation, words, key)
            # Before the text is looked at: who sends too many costs no more than this.
            _spend(conversation, words.email, address)
            comment = _new(conversation, page, words, key, notice.store(lines, page.locale.language_code))
            comment.parent = parent and parent.root
            comment.proven = proof.is_solved(solution, purpose=purpose) and proof.spend(solution)
            judge(comment)
            comment.save()
            _tell(comment)
    except IntegrityError:
        return Comment.objects.get(key=key)
    except OverBudget:
        # The same form at the same moment may have taken the last of the budget.
        known = Comment.objects.filter(key=key).first()
        if known is None:
            raise
        return known
    return comment


def conversation_of(page: Page) -> Conversation:
    """The conversation about ``page``, made when nobody said anything yet."""
    known = Conversation.objects.of(page).first()
    if known is not None:
        return known
    defaults = {"page": Page.objects.get(pk=source_of(page).pk)}
    return Conversation.objects.get_or_create(translation_key=page.translation_key, defaults=defaults)[0]


def _refuse_repeated(conversation: Conversation, words: Words, key: str) -> None:
    same = Comment.objects.same_words(conversation=conversation, name=words.name, text=words.text)
    # The same form at the same moment is no repetition: the key sees to that.
    same = same.exclude(key=key).first()
    if same is not None:
        raise AlreadyThere(same.written_at)


def _new(conversation, page: Page, words: Words, key: str, told: NoticeVersion) -> Comment:
    return Comment(
        conversation=conversation,
        name=words.name,
        text=words.text,
        email=words.email.lower(),
        wants_decision=bool(words.email) and words.wants_decision,
        wants_replies=bool(words.email) and words.wants_replies,
        language=page.locale.language_code,
        notice=told,
        key=key,
    )


def _spend(conversation: Conversation, email: str, address: str) -> None:
    throttle.spend(PER_NETWORK, network_code(address))
    if email:
        throttle.spend(PER_ADDRESS, mails.address_code(email))
    throttle.spend(PER_PAGE, str(conversation.pk))
    throttle.spend(IN_TOTAL, "all")


def _tell(comment: Comment) -> None:
    if comment.email and (comment.wants_decision or comment.wants_replies):
        mails.ask_to_confirm(comment)
    if comment.state == State.HELD:
        mails.tell_moderators(comment)
    if comment.state == State.APPROVED and comment.parent_id:
        mails.tell_followers(comment)
