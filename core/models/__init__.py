from core.models.base import BasePage
from core.models.documents import CustomDocument
from core.models.images import CustomImage, Rendition
from core.models.mixins import (
    BodyMixin,
    DatedMixin,
    PictureMixin,
    RelatedPage,
    RelatedPagesMixin,
    SourceMixin,
    TaggedMixin,
    ThemedMixin,
)
from core.models.outbox import OutboxMail
from core.models.sending import Sending, SendingQuerySet, SendingState
from core.models.settings import SiteSettings
from core.models.snippets import Author, CallToAction, Contact, Partner, ReusableText, Snippet
from core.models.taxonomy import Theme
from core.models.throttle import DailyKey, Spending
from core.models.tombstones import Tombstone
from core.models.vocabulary import VocabularyQuerySet, remember_terms

__all__ = [
    "Author",
    "BasePage",
    "BodyMixin",
    "CallToAction",
    "Contact",
    "CustomDocument",
    "CustomImage",
    "DailyKey",
    "DatedMixin",
    "OutboxMail",
    "Partner",
    "PictureMixin",
    "RelatedPage",
    "RelatedPagesMixin",
    "Rendition",
    "ReusableText",
    "Sending",
    "SendingQuerySet",
    "SendingState",
    "SiteSettings",
    "Snippet",
    "SourceMixin",
    "Spending",
    "TaggedMixin",
    "Theme",
    "ThemedMixin",
    "Tombstone",
    "VocabularyQuerySet",
    "remember_terms",
]
