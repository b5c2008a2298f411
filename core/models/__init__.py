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
    TaggedSearchMixin,
    ThemedMixin,
)
from core.models.settings import SiteSettings
from core.models.snippets import Author, CallToAction, Contact, Partner, ReusableText, Snippet
from core.models.taxonomy import Theme
from core.models.throttle import DailyKey, Spending
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
    "Partner",
    "PictureMixin",
    "RelatedPage",
    "RelatedPagesMixin",
    "Rendition",
    "ReusableText",
    "SiteSettings",
    "Snippet",
    "SourceMixin",
    "Spending",
    "TaggedSearchMixin",
    "Theme",
    "ThemedMixin",
    "VocabularyQuerySet",
    "remember_terms",
]
