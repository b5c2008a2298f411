"""What publications are sorted by: kinds and series."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.admin.widgets import SlugInput

from core.models import Snippet, VocabularyQuerySet, remember_terms


class PublicationKind(Snippet):
    """What a publication is: manifesto, report, discussion paper, research, guide."""

    slug = models.SlugField(
        _("slug"), max_length=60, help_text=_("Used in the address of the filtered list.")
    )
    plural = models.CharField(_("name of several"), max_length=120, help_text=_("For example “Reports”."))

    objects = VocabularyQuerySet.as_manager()

    panels = [
        TitleFieldPanel("name", classname="", placeholder=False),
        FieldPanel("plural"),
        FieldPanel("slug", widget=SlugInput),
    ]

    class Meta(Snippet.Meta):
        verbose_name = _("publication kind")
        verbose_name_plural = _("publication kinds")
        constraints = [models.UniqueConstraint(fields=["slug", "locale"], name="unique_kind_slug_per_locale")]


remember_terms(PublicationKind)


class PublicationSeries(Snippet):
    """Documents around one process, for example a round of neighbourhood talks."""

    description = models.TextField(_("description"), max_length=300, blank=True)

    panels = [FieldPanel("name"), FieldPanel("description")]

    class Meta(Snippet.Meta):
        verbose_name = _("series")
        # The same word in English, another one in Dutch.
        verbose_name_plural = pgettext_lazy("more than one", "series")
