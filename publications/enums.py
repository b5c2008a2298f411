"""What a partner did for a publication."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PartnerRole(TextChoices):
    """What another organisation did for a publication."""

    INITIATOR = "initiator", _("initiator")
    CO_PUBLISHER = "co_publisher", _("co-publisher")
    PARTNER = "partner", _("partner")
