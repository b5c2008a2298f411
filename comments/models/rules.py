"""What visitors may do where: a rule for a page holds for everything below it, until a page has its own."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.signals import post_page_move

from comments.enums import Rule
from comments.models.settings import CommentSettings
from core.remembered import forget, forget_on_change, remembered

KEY = "comment-rules"
Known = tuple[str, str, int | None]


class SectionRule(models.Model):
    """The rule of one page and what stands below it."""

    page = models.OneToOneField(
        "wagtailcore.Page",
        models.CASCADE,
        related_name="comment_rule",
        verbose_name=_("page"),
        help_text=_("It holds for this page and everything below it. Choose the Dutch page."),
    )
    rule = models.CharField(_("rule"), max_length=12, choices=Rule, default=Rule.HELD)
    close_after_days = models.PositiveSmallIntegerField(
        _("close after"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(3650)],
        help_text=_(
            "Days after a page came on line. 0 means never. Leave empty for the number of the settings."
        ),
    )

    panels = [PageChooserPanel("page"), FieldPanel("rule"), FieldPanel("close_after_days")]
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("rule for comments")
        verbose_name_plural = _("rules for comments")
        ordering = ["page__path"]

    def __str__(self):
        return f"{self.page.title}: {self.get_rule_display()}"


def known_rules() -> list[Known]:
    """Path, rule and days of every section that has a rule, the highest in the tree first."""
    rows = SectionRule.objects.order_by("page__path")
    return remembered(
        KEY, lambda: [*rows.values_list("page__path", "rule", "close_after_days").order_by("page__path")]
    )


def rule_at(path: str) -> tuple[Rule, int]:
    """The rule that holds for the page at ``path`` of the tree, and after how many days it closes (0: never)."""
    settings = CommentSettings.current()
    rule, days = settings.rule, settings.close_after_days
    for start, own, own_days in known_rules():
        if path.startswith(start):
            rule, days = own, days if own_days is None else own_days
    return Rule(rule), days


def hidden_pages(field: str) -> Q:
    """The condition that comments are hidden where ``field`` (such as ``page__path``) leads."""
    hidden = Q(pk__isnull=False) if CommentSettings.current().rule == Rule.HIDDEN else Q(pk__in=[])
    for start, rule, _days in known_rules():
        below = Q(**{f"{field}__startswith": start})
        hidden = hidden | below if rule == Rule.HIDDEN else hidden & ~below
    return hidden


forget_on_change(KEY, SectionRule)


@receiver(post_page_move)
def forget_rules(**kwargs) -> None:
    """Paths changed."""
    forget(KEY)
