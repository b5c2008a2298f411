"""Choices that several apps share."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Hue(TextChoices):
    """The seven colours of the house style; the values are the names of the CSS tokens."""

    BRICK = "brick", _("Brick")
    OCHRE = "ochre", _("Ochre")
    GREEN = "green", _("Canal green")
    TEAL = "teal", _("Teal")
    SKY = "sky", _("Sky")
    VIOLET = "violet", _("Violet")
    ROSE = "rose", _("Rose")


class AuthorKind(TextChoices):
    """Who writes: a person or an organisation."""

    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")


class Province(TextChoices):
    """The twelve provinces of the Netherlands; proper names, so they are not translated."""

    GRONINGEN = "groningen", "Groningen"
    FRIESLAND = "friesland", "Friesland"
    DRENTHE = "drenthe", "Drenthe"
    OVERIJSSEL = "overijssel", "Overijssel"
    FLEVOLAND = "flevoland", "Flevoland"
    GELDERLAND = "gelderland", "Gelderland"
    UTRECHT = "utrecht", "Utrecht"
    NOORD_HOLLAND = "noord-holland", "Noord-Holland"
    ZUID_HOLLAND = "zuid-holland", "Zuid-Holland"
    ZEELAND = "zeeland", "Zeeland"
    NOORD_BRABANT = "noord-brabant", "Noord-Brabant"
    LIMBURG = "limburg", "Limburg"


class VersionState(TextChoices):
    """How a version of a page in another language stands."""

    MISSING = "missing", _("not translated")
    DRAFT = "draft", _("draft")
    LIVE = "live", _("live")
    OUT_OF_DATE = "out_of_date", _("out of date")


class PageKind(TextChoices):
    """What visitors tell apart when they search; the values stand in addresses."""

    NEWS = "nieuws", _("News")
    EVENT = "agenda", _("Calendar")
    PUBLICATION = "publicaties", _("Publications")
    MEMBER = "leden", _("Members")
    OTHER = "overig", _("Other pages")
