"""Comments, and which of them anybody may read."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from comments.enums import REJECTED, Ground, State
from comments.models.conversations import Conversation
from comments.models.rights import moderated_pages
from core.localization import locale_for

NAME_LENGTH = 80
TEXT_LENGTH = 4000
# “Helemaal mee eens!” may be said twice.
REPEATED_LENGTH = 40


class CommentQuerySet(models.QuerySet):
    """The queries of comments; ``visible`` alone says what anybody may read."""

    # --- What visitors see: everything that shows a comment asks ``visible``, and nothing else decides it ---

    def visible(self):
        """The comments that anybody may read: approved, on a page that anybody may read."""
        return self.filter(state=State.APPROVED, conversation__in=Conversation.objects.readable())

    def about(self, page):
        """The comments on a page, in whichever language it was read."""
        return self.filter(conversation__translation_key=page.translation_key)

    # --- What moderators see ---

    def moderated_by(self, user):
        """The comments in the sections that ``user`` looks after."""
        if user.is_active and user.is_superuser:
            return self
        return self.filter(conversation__page__in=moderated_pages(user).order_by().values("pk"))

    def waiting(self):
        """What a moderator has to decide on."""
        return self.filter(state=State.HELD)

    def reported(self):
        """What readers objected to and nobody answered yet."""
        return self.filter(reports__outcome="open").distinct()

    # --- Whose they are ---

    def of_address(self, email: str):
        """The comments that were left with an e-mail address."""
        return self.filter(email=email.lower()) if email else self.none()

    def same_words(self, *, conversation: Conversation, name: str, text: str):
        """Comments in a conversation by the same name with the same text, of the last day, that still count.

        Spam does too: who sends it must not learn from a second try that it is not waiting.
        """
        since = timezone.now() - timedelta(days=1)
        recent = self.filter(conversation=conversation, written_at__gt=since)
        return recent.filter(name=name, text=text, state__in=(State.HELD, State.APPROVED, State.SPAM))

    def repeats(self, comment: "Comment"):
        """The same text, when it is more than a few words, anywhere in the last day."""
        if len(comment.text) < REPEATED_LENGTH:
            return self.none()
        since = timezone.now() - timedelta(days=1)
        return self.filter(text=comment.text, written_at__gt=since).exclude(pk=comment.pk)

    def is_known(self, email: str) -> bool:
        """Whether a comment was approved before under this address, after its owner confirmed it."""
        known = self.of_address(email).filter(confirmed_at__isnull=False, state=State.APPROVED)
        return known.exists()

    def in_thread(self, root: "Comment"):
        """A comment that starts a thread, and what was answered to it."""
        return self.filter(Q(pk=root.pk) | Q(parent=root))

    def following(self, root: "Comment"):
        """Who asked for mail about answers in the thread of ``root``, with an address that was confirmed.

        Who was refused has no conversation here: no mail says that it goes on.
        """
        thread = self.in_thread(root).filter(wants_replies=True).exclude(state__in=REJECTED)
        return thread.exclude(email="").filter(confirmed_at__isnull=False)

    # --- What has to go ---

    def rejected_before(self, moment):
        """Refused comments, spam and trash of before ``moment``."""
        return self.filter(state__in=REJECTED, decided_at__lt=moment)


class Comment(models.Model):
    """What one visitor, or somebody of the staff, wrote. Plain text; nothing tells from which network it came."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="visitor_comments")
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="answers")
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.HELD)
    name = models.CharField(_("name"), max_length=NAME_LENGTH, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True, db_index=True)
    text = models.TextField(_("comment"), blank=True)
    original = models.TextField(_("text before masking"), blank=True)
    masked_at = models.DateTimeField(null=True, blank=True)
    language = models.CharField(_("language"), max_length=16)
    is_staff = models.BooleanField(_("by staff"), default=False)
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField(_("written"), default=timezone.now, db_index=True)
    edited_at = models.DateTimeField(_("changed"), null=True, blank=True)
    grounds = models.JSONField(_("why it waited"), default=list, blank=True)
    proven = models.BooleanField(_("with proof of work"), default=False)
    notice = models.ForeignKey(
        "comments.NoticeVersion", models.PROTECT, null=True, blank=True, related_name="+"
    )
    wants_decision = models.BooleanField(_("mail about the decision"), default=False)
    wants_replies = models.BooleanField(_("mail about answers"), default=False)
    confirmed_at = models.DateTimeField(_("address confirmed"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(_("reason"), blank=True)
    version = models.PositiveIntegerField(default=1)
    key = models.CharField(max_length=64, unique=True, editable=False)

    objects = CommentQuerySet.as_manager()

    # It refers to no page or snippet, and the search must never find what is not approved.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("comment of a visitor")
        verbose_name_plural = _("comments of visitors")
        ordering = ["written_at", "pk"]
        default_permissions: tuple[str, ...] = ()
        indexes = [
            models.Index(fields=["conversation", "parent", "state"], name="comment_thread"),
            models.Index(fields=["state", "written_at"], name="comment_queue"),
        ]

    def __str__(self):
        # Goes into the log, which is kept for longer than what somebody wrote.
        return gettext("Comment %(number)s") % {"number": self.pk}

    @property
    def is_visible(self) -> bool:
        """Whether the comment itself may be read, as far as it is up to the comment."""
        return self.state == State.APPROVED

    @property
    def is_erased(self) -> bool:
        """Whether only the empty place is left, above answers of others."""
        return self.state == State.ERASED

    @property
    def anchor(self) -> str:
        """The id of the comment on its page."""
        return f"comment-{self.pk}"

    @property
    def root(self) -> "Comment":
        """The comment that began its thread: itself, or the one that it answers."""
        return self.parent or self

    @property
    def paragraphs(self) -> list[list[str]]:
        """The text as paragraphs of lines, for a template to print without any HTML of the writer."""
        blocks = [block for block in self.text.split("\n\n") if block.strip()]
        return [[line for line in block.split("\n") if line.strip()] for block in blocks]

    @property
    def shown_grounds(self) -> list[str]:
        """Why it was not shown at once, in words."""
        return [str(Ground(ground).label) for ground in self.grounds]

    @property
    def is_foreign(self) -> bool:
        """Whether it is written in another language than the page it is read on."""
        return self.language != get_language()

    @property
    def locale(self):
        """The locale of its language. Raises ``LookupError`` for a language that the site no longer has."""
        return locale_for(self.language)
