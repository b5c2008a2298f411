"""The kinds of fields that a form may have."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FieldType(TextChoices):
    """What a visitor can fill in on a form. A browser fills in name, e-mail and telephone."""

    LINE = "singleline", _("One line")
    TEXT = "multiline", _("More lines")
    NAME = "name", _("Name of the visitor")
    EMAIL = "email", _("E-mail address of the visitor")
    TELEPHONE = "telephone", _("Telephone number of the visitor")
    CHECKBOX = "checkbox", _("Tick box")
    DROPDOWN = "dropdown", _("Choice from a list")
    RADIO = "radio", _("Choice from visible answers")


WITH_CHOICES = {FieldType.DROPDOWN, FieldType.RADIO}
