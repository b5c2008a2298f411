"""States and choices of members, their stories and who writes them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MemberState(TextChoices):
    """Whether a group takes part; only an active one is shown anywhere."""

    ACTIVE = "active", _("active")
    PAUSED = "paused", _("paused")
    ENDED = "ended", _("ended")


class Role(TextChoices):
    """What somebody is to a group. Both write and send; an owner also says who else may."""

    OWNER = "owner", _("owner")
    EDITOR = "editor", _("writes along")


class StoryState(TextChoices):
    """Where a story stands, in the words of a member."""

    DRAFT = "draft", _("Draft")
    SENT = "sent", _("Sent in")
    IN_REVIEW = "in_review", _("Being read")
    CHANGE_ASKED = "change_asked", _("Change asked")
    REFUSED = "refused", _("Not placed")
    PUBLISHED = "published", _("On the site")
    WITHDRAWN = "withdrawn", _("Taken off the site")

    @property
    def is_locked(self) -> bool:
        """Whether members must wait, or take the story back, before they can write on."""
        return self in {StoryState.SENT, StoryState.IN_REVIEW}


class Step(TextChoices):
    """The steps in which a group writes its profile, in order."""

    ABOUT = "about", _("About you")
    PLACE = "place", _("Place and themes")
    STORY = "story", _("Your story")
    PHOTOS = "photos", _("Photos")
    CONTACT = "contact", _("Contact")
    SEND = "send", _("Look and send in")


class Progress(TextChoices):
    """How far a group is with a step."""

    DONE = "done", _("ready")
    MISSING = "missing", _("still needed")
    EMPTY = "empty", _("may stay empty")


class ApplicationState(TextChoices):
    """Where an application stands."""

    UNCONFIRMED = "unconfirmed", _("address not confirmed")
    NEW = "new", _("waits for an answer")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")


class InvitationState(TextChoices):
    """Where an invitation stands."""

    SENT = "sent", _("sent")
    OPENED = "opened", _("opened")
    ACCEPTED = "accepted", _("accepted")
    EXPIRED = "expired", _("expired")
    REVOKED = "revoked", _("revoked")


class ReportState(TextChoices):
    """What became of a photo that somebody did not want on the site."""

    OPEN = "open", _("taken off, waits for you")
    PUT_BACK = "put_back", _("put back")
    DELETED = "deleted", _("deleted")
