"""What waits for a moderator, on the dashboard and in the menu."""

from django.db.models import Count, Min
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.menu import MenuItem

from comments.admin.queue import REPORTED
from comments.models import Comment, Report
from comments.models.rights import may_moderate_some
from core.admin.waiting import WaitingItem


def waiting_comments(request: HttpRequest) -> WaitingItem | None:
    """Comments that nobody looked at yet."""
    if not may_moderate_some(request.user):
        return None
    found = Comment.objects.waiting().moderated_by(request.user)
    found = found.aggregate(number=Count("pk"), oldest=Min("written_at"))
    text = ngettext("comment waits to be looked at", "comments wait to be looked at", found["number"])
    href = reverse("comments_admin:queue")
    return WaitingItem(found["number"], text, href, oldest=found["oldest"], urgent=True)


def reported_comments(request: HttpRequest) -> WaitingItem | None:
    """Comments that a reader objects to."""
    if not may_moderate_some(request.user):
        return None
    mine = Comment.objects.moderated_by(request.user)
    found = Report.objects.open().filter(comment__in=mine)
    found = found.aggregate(number=Count("comment", distinct=True), oldest=Min("reported_at"))
    text = ngettext("comment was reported", "comments were reported", found["number"])
    href = reverse("comments_admin:queue") + f"?state={REPORTED}"
    return WaitingItem(found["number"], text, href, oldest=found["oldest"], urgent=True)


class ModeratorsMenuItem(MenuItem):
    """Shown to whoever moderates some section."""

    def is_shown(self, request):
        return may_moderate_some(request.user)


def queue_item() -> MenuItem:
    """The queue in the menu."""
    return ModeratorsMenuItem(
        _("To look at"), reverse("comments_admin:queue"), name="comment-queue", icon_name="comment", order=-10
    )


def trial_item() -> MenuItem:
    """The text to try in the menu."""
    return ModeratorsMenuItem(
        _("Try a text"), reverse("comments_admin:trial"), name="comment-trial", icon_name="help", order=900
    )
