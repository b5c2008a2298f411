"""What visitors are told: texts that staff change and translate, and what was told to whom."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Locale, TranslatableMixin

FEATURES = ["bold", "italic", "link", "ul", "ol", "h3"]


class CommentTexts(TranslatableMixin, models.Model):
    """The house rules and what is said beside the form; one in each language."""

    house_rules = RichTextField(
        _("house rules"), features=FEATURES, help_text=_("On a page of their own, linked beside the form.")
    )
    notice = models.TextField(
        _("extra line beside the form"),
        max_length=600,
        blank=True,
        help_text=_(
            "What happens with a comment, who reads it and how long it is kept is said by itself, from the settings."
        ),
    )

    panels = [FieldPanel("house_rules"), FieldPanel("notice")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("texts beside comments")
        verbose_name_plural = _("texts beside comments")

    def __str__(self):
        return str(_("House rules and notice"))


class RefusalReasonQuerySet(models.QuerySet):
    def in_locale(self, locale: Locale):
        return self.filter(locale=locale)


class RefusalReason(TranslatableMixin, models.Model):
    """Why a comment is refused, in words for the one who wrote it."""

    name = models.CharField(_("name"), max_length=80, help_text=_("Only staff see this name."))
    text = models.TextField(
        _("what the writer reads"),
        max_length=600,
        help_text=_("For example “Your comment names a person who did not choose to be named.”"),
    )
    sort_order = models.PositiveSmallIntegerField(_("place in the list"), default=0)

    objects = RefusalReasonQuerySet.as_manager()

    panels = [FieldPanel("name"), FieldPanel("text"), FieldPanel("sort_order")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("reason for refusal")
        verbose_name_plural = _("reasons for refusal")
        ordering = ["sort_order", "name"]

    def __str__(self):
        return self.name


class NoticeVersion(models.Model):
    """One wording of what stood beside the form; each comment refers to the one that its writer read."""

    digest = models.CharField(max_length=16, unique=True)
    language = models.CharField(max_length=16)
    text = models.TextField(_("text"))
    first_used_at = models.DateTimeField(_("first used"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("notice beside the form")
        verbose_name_plural = _("notices beside the form")
        ordering = ["-first_used_at", "-pk"]
        default_permissions = ["view"]

    def __str__(self):
        return f"{self.language} {self.digest}"
