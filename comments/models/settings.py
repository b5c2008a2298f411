"""What an administrator sets about comments on the whole site."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from comments.enums import Order, Rule
from core.remembered import forget_on_change, remembered

KEY = "comment-settings"


def _days(label, default: int, help_text: str = "", least: int = 1) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        label,
        default=default,
        validators=[MinValueValidator(least), MaxValueValidator(3650)],
        help_text=help_text,
    )


@register_setting(icon="comment", order=110)
class CommentSettings(BaseGenericSetting):
    """The numbers and switches for comments on the whole site."""

    rule = models.CharField(
        _("rule"),
        max_length=12,
        choices=Rule,
        default=Rule.HELD,
        help_text=_("Holds where no section or page has a rule of its own."),
    )
    close_after_days = _days(
        _("close after"), 0, _("Days after a page came on line. 0 means never."), least=0
    )
    order = models.CharField(_("order"), max_length=8, choices=Order, default=Order.OLDEST)
    badge = models.CharField(
        _("mark of our own answers"),
        max_length=40,
        default="LSA bewoners",
        help_text=_("Stands beside the name under answers of staff, so that readers know who speaks."),
    )
    most_links = models.PositiveSmallIntegerField(
        _("links in a comment"), default=1, help_text=_("A comment with more of them is held.")
    )
    edit_minutes = models.PositiveSmallIntegerField(
        _("change an own comment"),
        default=15,
        help_text=_("Minutes in which a writer may change a comment that nobody answered yet."),
    )
    answer_within_days = _days(_("we look within"), 2, _("Working days. Visitors read this beside the form."))
    remind_after_days = _days(
        _("remind moderators after"), 3, _("Working days that the oldest comment waits.")
    )
    keep_rejected_days = _days(_("keep what is refused, spam or in the trash for"), 30, _("Days."))
    keep_address_days = _days(
        _("keep e-mail addresses for"),
        30,
        _("Days after the decision, unless the writer asked for mails about answers."),
    )
    keep_follower_days = _days(
        _("keep addresses for mails about answers for"), 365, _("Days after the comment was written.")
    )
    keep_original_days = _days(_("keep a masked passage for"), 30, _("Days."))
    keep_report_days = _days(_("keep reports for"), 90, _("Days after we dealt with them."))

    panels = [
        MultiFieldPanel(
            [FieldPanel("rule"), FieldPanel("close_after_days"), FieldPanel("order"), FieldPanel("badge")],
            heading=_("On the page"),
        ),
        MultiFieldPanel([FieldPanel("most_links"), FieldPanel("edit_minutes")], heading=_("Writing")),
        MultiFieldPanel(
            [FieldPanel("answer_within_days"), FieldPanel("remind_after_days")], heading=_("Moderating")
        ),
        MultiFieldPanel(
            [
                FieldPanel("keep_rejected_days"),
                FieldPanel("keep_address_days"),
                FieldPanel("keep_follower_days"),
                FieldPanel("keep_original_days"),
                FieldPanel("keep_report_days"),
            ],
            heading=_("Privacy"),
        ),
    ]

    class Meta:
        verbose_name = _("comments")

    @classmethod
    def current(cls) -> "CommentSettings":
        """The settings, made with their defaults when there are none yet; remembered between requests."""
        return remembered(KEY, cls.load)


forget_on_change(KEY, CommentSettings)
