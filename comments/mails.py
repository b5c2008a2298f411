"""The mails about comments. None holds a word of a visitor: that would be a way to write to others in our name.

Each is posted in the transaction of its cause (``core.outbox``), so it is sent when the cause holds, and once.
"""

from django.db.models import Min
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from wagtail.models import Site

from comments import addresses
from comments.addresses import in_full
from comments.enums import MailChoice, State
from comments.models import Comment, CommentSettings, DataRequest, ModeratorPreference, Report
from comments.models.rights import all_moderators, moderators_of
from comments.tokens import Purpose
from comments.workdays import workdays_since
from core import outbox, throttle
from core.models import OutboxMail, SiteSettings
from core.throttle import Budget, OverBudget

DAY = 24 * 3600
CONFIRM_PER_ADDRESS = Budget("comment_confirm", amount=3, seconds=DAY)
REPORT_PER_ADDRESS = Budget("comment_report_mail", amount=3, seconds=DAY)
DATA_PER_ADDRESS = Budget("comment_data_mail", amount=3, seconds=DAY)
# A busy day must not fill a mailbox: the rest is in the digest and on the dashboard.
NEWS_PER_MODERATOR = Budget("comment_moderator_mail", amount=12, seconds=3600)
DIGEST_HOUR = 8


def address_code(email: str) -> str:
    """What the budgets know an e-mail address by."""
    return salted_hmac("comments.address", email.lower(), algorithm="sha256").hexdigest()[:32]


def may_spend(budget: Budget, subject: str) -> bool:
    """Take one from a budget; whether there was one."""
    try:
        throttle.spend(budget, subject)
    except OverBudget:
        return False
    return True


# --- To who wrote ---


def ask_to_confirm(comment: Comment) -> None:
    """Ask who left an address whether it is theirs; at most three times a day for one address."""
    if may_spend(CONFIRM_PER_ADDRESS, address_code(comment.email)):
        confirm = addresses.private("confirm", Purpose.CONFIRM, comment)
        _to_writer(comment, "comment_confirm", _to_confirm(comment), confirm_url=in_full(confirm))


def was_asked_to_confirm(comment: Comment) -> bool:
    """Whether the mail to confirm the address went out; not when somebody spent its budget of the day before."""
    return OutboxMail.objects.filter(cause=_to_confirm(comment)).exists()


def _to_confirm(comment: Comment) -> str:
    return f"comment {comment.pk} confirm"


def tell_decision(comment: Comment, *, masked: bool = False) -> None:
    """Tell the writer what was decided and why, if the address was confirmed and the writer asked for it."""
    if not (comment.wants_decision and comment.email and comment.confirmed_at):
        return
    outcome = "masked" if masked else comment.state
    if outcome in {"masked", State.APPROVED, State.REFUSED}:
        cause = f"comment {comment.pk} {outcome} {comment.version}"
        permalink = in_full(addresses.permalink(comment))
        _to_writer(
            comment,
            "comment_decision",
            cause,
            reply_to=_office(),  # who disagrees writes to people, not to a robot
            outcome=str(outcome),
            permalink=permalink,
        )


def tell_followers(reply: Comment) -> None:
    """Tell who follows the thread that an answer appeared in it; not who wrote it, and each address once."""
    known = {reply.email}
    for comment in Comment.objects.following(reply.root).exclude(pk=reply.pk):
        if comment.email in known:
            continue
        known.add(comment.email)
        thread = in_full(addresses.private("unfollow", Purpose.THREAD, comment))
        outbox.post(
            to=comment.email,
            cause=f"comment {reply.pk} answers {comment.pk}",
            template="comment_reply",
            context=_about(comment)
            | {
                "permalink": in_full(addresses.permalink(reply)),
                "unfollow_url": thread,
                "unfollow_all_url": in_full(addresses.private("unfollow_all", Purpose.EVERYTHING, comment)),
            },
            language=comment.language,
            # RFC 8058: the mail program unsubscribes with one request.
            headers={
                "List-Unsubscribe": f"<{thread}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            },
        )


def _to_writer(comment: Comment, template: str, cause: str, *, reply_to: str = "", **context) -> None:
    own = {"status_url": in_full(addresses.status(comment)), "reply_to": reply_to}
    outbox.post(
        to=comment.email,
        cause=cause,
        template=template,
        context=_about(comment) | own | context,
        language=comment.language,
        reply_to=reply_to,
    )


def _office() -> str:
    """The shared mailbox of the association, where staff named one."""
    site = Site.objects.filter(is_default_site=True).first()
    contact = SiteSettings.for_site(site).contact if site else None
    return contact.email if contact else ""


def _about(comment: Comment) -> dict:
    page = comment.conversation.page
    version = page.get_translations(inclusive=True).filter(locale=comment.locale).first() or page
    return {"comment": comment, "page_title": version.title, "reason": comment.reason}


# --- To who reported, and who asks for data ---


def tell_reporter(report: Report) -> None:
    """Tell who reported what we decided and why, where an address was left."""
    _tell_reporter(report, str(report.outcome), receipt_url=in_full(addresses.receipt(report)))


def tell_reporter_it_is_gone(report: Report) -> None:
    """Tell who waits for an answer that there is nothing left to decide on: the writer had the comment deleted."""
    _tell_reporter(report, "gone", is_gone=True)


def _tell_reporter(report: Report, what: str, **context) -> None:
    if report.email and may_spend(REPORT_PER_ADDRESS, address_code(report.email)):
        outbox.post(
            to=report.email,
            cause=f"report {report.pk} {what}",
            template="comment_report",
            context={"report": report} | context,
            language=report.language,
        )


def send_data_link(request: DataRequest, language: str) -> None:
    """Send the link to what is kept under an address."""
    outbox.post(
        to=request.email,
        cause=f"comment data {request.pk}",
        template="comment_data",
        context={"data_url": in_full(addresses.data(request, language))},
        language=language,
    )


# --- To moderators ---


def tell_moderators(comment: Comment) -> None:
    """Tell those who want to know at once that a comment waits in their section."""
    _tell_at_once(comment, "comment_waits", f"comment {comment.pk} version {comment.version} waits")


def tell_moderators_of_report(report: Report) -> None:
    """Tell those who want to know at once that a reader objects to a comment in their section."""
    _tell_at_once(report.comment, "comment_reported", f"report {report.pk}")


def send_digests() -> int:
    """Once a day, in the morning: what waits, to who wants a digest. Returns how many mails."""
    now = timezone.localtime()
    if now.hour < DIGEST_HOUR:
        return 0
    sent = 0
    for user in all_moderators().exclude(email="").select_related("comment_preference"):
        waiting = Comment.objects.waiting().moderated_by(user)
        number = waiting.count()
        if number and preference_of(user).mails == MailChoice.DAILY:
            oldest = waiting.aggregate(oldest=Min("written_at"))["oldest"]
            context = {"number": number, "oldest": oldest, "queue_url": in_full(_queue())}
            _to_moderator(user, "comment_digest", f"comments for {user.pk} on {now.date()}", context)
            sent += 1
    return sent


def send_reminders() -> int:
    """To moderators in whose section a comment waits for longer than the settings allow; once a day each."""
    limit, sent = CommentSettings.current().remind_after_days, 0
    today = timezone.localdate()
    for user in all_moderators().exclude(email="").select_related("comment_preference"):
        oldest = Comment.objects.waiting().moderated_by(user).order_by("written_at", "pk").first()
        if oldest and preference_of(user).reminder and workdays_since(oldest.written_at) > limit:
            context = {
                "days": workdays_since(oldest.written_at),
                "item_url": in_full(addresses.desk(oldest)),
                "page_title": _title(oldest),
            }
            _to_moderator(user, "comment_reminder", f"reminder for {user.pk} on {today}", context)
            sent += 1
    return sent


def preference_of(user) -> ModeratorPreference:
    """How a moderator wants to hear of comments; the defaults for who never said."""
    return getattr(user, "comment_preference", None) or ModeratorPreference(user=user)


def _tell_at_once(comment: Comment, template: str, cause: str) -> None:
    context = {"item_url": in_full(addresses.desk(comment)), "page_title": _title(comment)}
    for user in (
        moderators_of(comment.conversation.page).exclude(email="").select_related("comment_preference")
    ):
        if preference_of(user).mails == MailChoice.AT_ONCE and may_spend(NEWS_PER_MODERATOR, str(user.pk)):
            _to_moderator(user, template, f"{cause} for {user.pk}", context)


def _to_moderator(user, template: str, cause: str, context: dict) -> None:
    outbox.post(to=user.email, cause=cause, template=template, context=context)


def _title(comment: Comment) -> str:
    return comment.conversation.page.title


def _queue() -> str:
    return reverse("comments_admin:queue")
