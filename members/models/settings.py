"""What staff set about members: which fields they change at once, and when people are reminded."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.forms import CheckboxSelectMultiple, MultipleChoiceField
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

# Fields of which a change does no harm before somebody read it.
SMALL_FIELDS = (
    ("opening_hours", _("opening hours")),
    ("phone", _("telephone")),
    ("email", _("e-mail address")),
    ("website", _("web address")),
)


class SmallFields(models.JSONField):
    """The names of some of ``SMALL_FIELDS``, ticked in a list."""

    def formfield(self, **options):
        return MultipleChoiceField(
            label=self.verbose_name,
            help_text=self.help_text,
            choices=SMALL_FIELDS,
            widget=CheckboxSelectMultiple,
            required=False,
            initial=self.default,
        )


@register_setting(icon="group", order=200)
class MemberSettings(BaseSiteSetting):
    """How the association works with its members."""

    live_at_once = SmallFields(
        _("on the site at once"),
        default=list,
        blank=True,
        help_text=_("Members change these on a published profile without sending it in."),
    )
    remind_after_days = models.PositiveSmallIntegerField(
        _("remind reviewers after"),
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text=_("Days that a story may wait before the reviewers get a reminder."),
    )
    ask_after_months = models.PositiveSmallIntegerField(
        _("ask “is this still right?” after"),
        default=12,
        help_text=_("Months after the last change or answer. 0 means never."),
    )
    ask_again_after_weeks = models.PositiveSmallIntegerField(
        _("remind members after"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(26)],
        help_text=_("Weeks without an answer. There are two reminders, then the profile is in your list."),
    )

    panels = [
        MultiFieldPanel([FieldPanel("live_at_once"), FieldPanel("remind_after_days")], heading=_("Stories")),
        MultiFieldPanel(
            [FieldPanel("ask_after_months"), FieldPanel("ask_again_after_weeks")], heading=_("Once a year")
        ),
    ]

    class Meta:
        verbose_name = _("members: how we work")
