"""The themes of the association: a closed list."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PreviewableMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.enums import Hue
from core.models.panels import PICTURE_HELP
from core.models.vocabulary import VocabularyQuerySet, remember_terms

NUMBER_OF_THEMES = 7


class ThemeQuerySet(VocabularyQuerySet):
    def with_pictures_in(self, locale) -> list:
        """The themes in their order and in a language, each with its picture: one query."""
        shown = {theme.pk: theme for theme in self.shown_in(locale)}
        pictured = (
            self.filter(pk__in=shown).select_related("image").prefetch_related("image__renditions").in_bulk()
        )
        return [pictured[pk] for pk in shown if pk in pictured]


class Theme(TranslatableMixin, PreviewableMixin, RevisionMixin, index.Indexed, models.Model):
    """One of the seven themes of the association: a closed list, each with a landing page and a colour."""

    number = models.PositiveSmallIntegerField(
        _("number"), validators=[MinValueValidator(1), MaxValueValidator(NUMBER_OF_THEMES)]
    )
    name = models.CharField(_("name"), max_length=60, help_text=_("For example “Chances for everybody”."))
    slug = models.SlugField(
        _("slug"), max_length=60, help_text=_("The last part of the address: /themas/<slug>/.")
    )
    hue = models.CharField(_("colour"), max_length=10, choices=Hue, default=Hue.BRICK)
    lead = models.TextField(
        _("lead"),
        max_length=300,
        help_text=_("One or two sentences. They stand under the name and in lists."),
    )
    body = RichTextField(_("text"), blank=True, features=["bold", "italic", "link", "ul", "ol", "h2", "h3"])
    image = models.ForeignKey(
        "core.CustomImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )

    objects = ThemeQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("slug"), FieldPanel("lead")], heading=_("What it is")
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("image", help_text=PICTURE_HELP), FieldPanel("hue"), FieldPanel("number")],
            heading=_("How it looks"),
        ),
    ]
    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]
    override_translatable_fields = [
        SynchronizedField("number"),
        SynchronizedField("hue"),
        SynchronizedField("image"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["number"]
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        constraints = [
            models.UniqueConstraint(fields=["slug", "locale"], name="unique_theme_slug_per_locale"),
            models.UniqueConstraint(fields=["number", "locale"], name="unique_theme_number_per_locale"),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        others = Theme.objects.filter(locale_id=self.locale_id).exclude(pk=self.pk)
        if self._state.adding and others.count() >= NUMBER_OF_THEMES:
            raise ValidationError(_("There are seven themes. Change one of them instead of adding another."))

    def get_preview_template(self, request, mode_name):
        return "pages/theme_page.html"

    def get_preview_context(self, request, mode_name):
        return {"theme": self, "request": request}


remember_terms(Theme)
