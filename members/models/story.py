"""What stands beside a profile while its group writes it: questions, consent, and where it is on its way.

The story itself is not here: it is a revision of the page.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from core.localization import default_locale
from members.enums import ReportState, Step


class GuidingQuestionQuerySet(models.QuerySet):
    def asked(self):
        """The questions that are asked now, in order; in Dutch, in which stories are written."""
        return self.filter(active=True, locale=default_locale()).order_by("number", "pk")


class GuidingQuestion(TranslatableMixin, models.Model):
    """A question that helps a group to write; it becomes the heading above the answer."""

    number = models.PositiveSmallIntegerField(_("order"), default=10)
    question = models.CharField(
        _("question"), max_length=120, help_text=_("For example “How did it begin?”.")
    )
    hint = models.CharField(
        _("explanation"),
        max_length=250,
        blank=True,
        help_text=_("Stands under the question. For example “Who had the idea, and what happened next?”"),
    )
    active = models.BooleanField(_("is asked"), default=True)

    objects = GuidingQuestionQuerySet.as_manager()

    panels = [
        FieldPanel("question"),
        FieldPanel("hint"),
        FieldRowPanel([FieldPanel("number"), FieldPanel("active")]),
    ]
    override_translatable_fields = [SynchronizedField("number"), SynchronizedField("active")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("question for members")
        verbose_name_plural = _("questions for members")
        ordering = ["number", "pk"]

    def __str__(self):
        return self.question


class ConsentText(models.Model):
    """What a group agrees to. A version that was once agreed to does not change; a new one is asked anew."""

    publication = models.TextField(
        _("for the site"), help_text=_("What everybody agrees to who sends in a story.")
    )
    newsletter = models.TextField(_("for the newsletter"), help_text=_("May be refused."))
    partners = models.TextField(_("for partners"), help_text=_("May be refused."))
    created_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    panels = [FieldPanel("publication"), FieldPanel("newsletter"), FieldPanel("partners")]

    class Meta:
        verbose_name = _("consent text")
        verbose_name_plural = _("consent texts")
        ordering = ["-pk"]

    def __str__(self):
        return _("version %(number)d") % {"number": self.pk or 0}


class ConsentQuerySet(models.QuerySet):
    def standing(self, page):
        """The consent for ``page`` that was given last and not withdrawn, as a set of one or none."""
        return self.filter(page=page, withdrawn_at=None).select_related("text").order_by("-pk")[:1]


class Consent(models.Model):
    """That somebody agreed, to which version, for which uses, and when; a withdrawal is kept beside it."""

    page = models.ForeignKey("members.MemberPage", models.CASCADE, related_name="consents")
    text = models.ForeignKey(ConsentText, models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    newsletter = models.BooleanField(default=False)
    partners = models.BooleanField(default=False)
    given_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True)

    objects = ConsentQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"{self.page} ({self.text})"


class Participation(models.Model):
    """Where a group is on its way with its profile, as far as the page itself does not tell."""

    page = models.OneToOneField("members.MemberPage", models.CASCADE, related_name="participation")
    # The newest version that a member saved: what staff change after it is shown to the member.
    draft = models.ForeignKey("wagtailcore.Revision", models.SET_NULL, null=True, related_name="+")
    last_step = models.CharField(max_length=8, choices=Step, default=Step.ABOUT)
    taken_up_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("read by")
    )
    taken_up_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    refusal = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    # Once a year: “is this still right?”
    asked_at = models.DateTimeField(_("asked"), null=True)
    reminders = models.PositiveSmallIntegerField(_("reminders"), default=0)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return str(self.page)


class PhotoReport(models.Model):
    """A photo that somebody did not want on the site: it went off at once, and staff decide about it."""

    page = models.ForeignKey("members.MemberPage", models.CASCADE, related_name="photo_reports")
    image = models.ForeignKey("core.CustomImage", models.SET_NULL, null=True, related_name="+")
    place = models.JSONField(default=dict)
    reason = models.TextField(_("reason"), blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    state = models.CharField(_("state"), max_length=8, choices=ReportState, default=ReportState.OPEN)
    created_at = models.DateTimeField(_("reported"), default=timezone.now)
    decided_at = models.DateTimeField(_("answered"), null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reported photo")
        verbose_name_plural = _("reported photos")
        ordering = ["-created_at"]
        default_permissions = ["view", "change"]

    def __str__(self):
        return str(self.page)
