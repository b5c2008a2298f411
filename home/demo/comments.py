"""What visitors of the demo wrote, in every state that a moderator meets."""

from datetime import timedelta

from django.utils import timezone

from comments.models import Comment, RefusalReason, Report, WordRule
from comments.services.moderating import mask_passage, pin_comment
from comments.services.posting import conversation_of
from home.demo.library import Library
from home.demo.sources import identity, read
from users.models import User

# The order of the reasons that every site begins with (comments/defaults.py).
REASONS = {"insult": 10, "private": 20}


def make_comments(library: Library) -> int:
    """Makes the comments, reports and words that are not there yet; tells how many comments."""
    for entry in read("comments")["word"]:
        WordRule.objects.get_or_create(phrase=entry["phrase"], defaults={"action": entry["action"]})
    made: dict[str, Comment] = {}
    number = 0
    for entry in read("comments")["comment"]:
        comment, is_new = Comment.objects.get_or_create(
            key=_key(entry["ref"]), defaults=_values(entry, made, library)
        )
        made[entry["ref"]] = comment
        if is_new:
            number += 1
            _decorate(comment, entry)
    return number


def _key(reference: str) -> str:
    return f"demo {identity(f'comment/{reference}')}"


def _values(entry: dict, made: dict[str, Comment], library: Library) -> dict:
    written_at = timezone.now() - timedelta(hours=entry["ago"])
    state = entry.get("state", "approved")
    return {
        "conversation": conversation_of(library.page(entry["page"])),
        "parent": made[entry["answers"]] if "answers" in entry else None,
        "state": state,
        "name": entry["name"],
        "text": entry["text"].strip(),
        "language": library.locale.language_code,
        "is_staff": entry.get("staff", False),
        "written_at": written_at,
        "grounds": entry.get("grounds", []),
        "proven": True,
        "decided_at": None if state == "held" else written_at + timedelta(hours=2),
        "reason": _reason(entry),
    }


def _decorate(comment: Comment, entry: dict) -> None:
    moderator = User.objects.filter(is_active=True).order_by("pk").first()
    if "mask" in entry:
        mask_passage(comment=comment, passage=entry["mask"], by=moderator, reason=_reason(entry))
    if entry.get("pinned"):
        pin_comment(comment=comment, by=moderator)
    if "report" in entry:
        Report.objects.create(
            comment=comment,
            reason="private",
            explanation=entry["report"],
            language=comment.language,
            key=comment.key,
        )


def _reason(entry: dict) -> str:
    place = REASONS.get(entry.get("reason", ""))
    reason = RefusalReason.objects.filter(sort_order=place).first() if place else None
    return reason.text if reason else ""
