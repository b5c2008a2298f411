"""How the history of a page or tag words what staff did with ``core.services``."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter


class MergedTags(LogFormatter):
    label = gettext_lazy("Merge tags")

    def format_message(self, log_entry):
        """Names the tags that are gone."""
        return _("Merged into it: %(names)s") % {"names": ", ".join(log_entry.data.get("merged", []))}


def register_actions(actions: LogActionRegistry) -> None:
    """Tells Wagtail the names of our actions."""
    actions.register_action(
        "core.still_correct", gettext_lazy("Still correct"), gettext_lazy("Read again: still correct")
    )
    actions.register_action("core.merge_tags")(MergedTags)
