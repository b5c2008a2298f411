"""How the history words what happens with members."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter

ACTIONS = {
    "members.consent": (_("Agreed"), _("Agreed to the consent text")),
    "members.withdrawn": (_("Withdrawn"), _("Consent withdrawn: the story is not on the site")),
    "members.taken_up": (_("Taken up"), _("Is being read")),
    "members.small_fields": (_("Small change"), _("Small fields changed on the site at once")),
    "members.photo_removed": (_("Photo off"), _("Took a photo off the site")),
    "members.photo_put_back": (_("Photo back"), _("Put a reported photo back")),
    "members.photo_deleted": (_("Photo deleted"), _("Deleted a reported photo")),
    "members.invited": (_("Invited"), _("Invited somebody")),
    "members.invitation_revoked": (_("Invitation revoked"), _("Revoked an invitation")),
    "members.joined": (_("Writes along"), _("Somebody new writes along")),
    "members.left": (_("Left"), _("Left the group")),
    "members.removed": (_("Removed"), _("Removed somebody from the group")),
    "members.handed_over": (_("Handed over"), _("Made somebody else the owner")),
    "members.accepted": (_("Accepted"), _("Accepted the application")),
    "members.declined": (_("Declined"), _("Declined the application")),
}


class Refused(LogFormatter):
    label = _("Not placed")

    def format_message(self, log_entry):
        """Says why."""
        return _("Story not placed: %(message)s") % {"message": log_entry.data.get("message", "")}


def register_actions(actions: LogActionRegistry) -> None:
    """Tells Wagtail the names of our actions."""
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)
    actions.register_action("members.refused")(Refused)
