"""What a token may do, and what a webhook tells."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Scope(TextChoices):
    """What a client may do with its token."""

    READ = "read", _("read what everybody may read, with a larger limit")
    DRAFTS = "drafts", _("read drafts of pages")


class WebhookEvent(TextChoices):
    """What a webhook may be told about."""

    PUBLISHED = "page.published", _("a page was published or changed")
    UNPUBLISHED = "page.unpublished", _("a page went off line")
    MOVED = "page.moved", _("a page got another address")
    DELETED = "page.deleted", _("a page was deleted")
    COMMENT = "comment.approved", _("a comment was approved")
    MENU = "menu.changed", _("the menu or footer changed")
    SNIPPET = "snippet.changed", _("a shared text or name changed")
