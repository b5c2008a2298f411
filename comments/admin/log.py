"""How the log words what happened with a comment."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter

WORDS = {
    "approve": _("Approved"),
    "refuse": _("Refused"),
    "spam": _("Marked as spam"),
    "trash": _("Put in the trash"),
    "restore": _("Put back in the queue"),
    "mask": _("Masked a passage"),
    "unmask": _("Put back the text from before masking"),
    "answer": _("Answered"),
    "pin": _("Put on top"),
    "unpin": _("No longer on top"),
    "block": _("Blocked who wrote it"),
    "dismiss": _("Left it as it is after a report"),
    "edit": _("Changed by its writer"),
    "erase": _("Erased"),
}


class WithReason(LogFormatter):
    """Says why, where somebody did."""

    def format_comment(self, log_entry):
        return (log_entry.data or {}).get("reason", "")


def register_actions(actions: LogActionRegistry) -> None:
    """Tells Wagtail the names of our actions."""
    for name, words in WORDS.items():
        formatter = type(f"{name.capitalize()}Formatter", (WithReason,), {"label": words, "message": words})
        actions.register_action(f"comments.{name}")(formatter)
