"""What an administrator sets for the whole site."""

from django.core.cache import cache
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from core.models.snippets import Author, Contact
from core.remembered import remembered


@register_setting(icon="cog", order=100)
class SiteSettings(BaseSiteSetting):
    """Numbers, switches and references for the whole site; texts live in pages and snippets, to be translated."""

    older_after_months = models.PositiveSmallIntegerField(
        _("older article after"),
        default=24,
        help_text=_("Months after the date on which “Older article” appears. 0 switches the notice off."),
    )
    review_news_after_months = models.PositiveSmallIntegerField(
        _("check news again after"), default=24, help_text=_("Months after the date. 0 means never.")
    )
    review_members_after_months = models.PositiveSmallIntegerField(
        _("check member profiles again after"),
        default=12,
        help_text=_("Months after the last change. 0 means never."),
    )
    items_per_page = models.PositiveSmallIntegerField(
        _("items on one page of a list"), default=12, validators=[MinValueValidator(6), MaxValueValidator(60)]
    )
    organisation = models.ForeignKey(
        "core.Author",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("our organisation"),
        help_text=_("Named as author where a page has none, and told to search engines."),
    )
    contact = models.ForeignKey(
        "core.Contact",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("contact in the footer"),
    )
    show_share_links = models.BooleanField(_("share links under articles"), default=True)

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("older_after_months"),
                FieldPanel("review_news_after_months"),
                FieldPanel("review_members_after_months"),
            ],
            heading=_("When pages grow old"),
        ),
        MultiFieldPanel([FieldPanel("organisation"), FieldPanel("contact")], heading=_("Who we are")),
        MultiFieldPanel(
            [FieldPanel("items_per_page"), FieldPanel("show_share_links")], heading=_("Lists and articles")
        ),
    ]
    select_related = ["organisation", "contact"]

    class Meta:
        verbose_name = _("site settings")

    @classmethod
    def for_site(cls, site):
        """The settings of a site, made with their defaults when it has none yet; remembered between requests."""
        return remembered(_key(site.pk), lambda: super(SiteSettings, cls).for_site(site))


def _key(site_id: int) -> str:
    return f"site-settings-{site_id}"


@receiver([post_save, post_delete])
def forget_settings(sender, **kwargs) -> None:
    """Reads the settings anew after they, or the author or contact that they name, were changed."""
    if sender in (SiteSettings, Author, Contact):
        cache.delete_many([_key(pk) for pk in Site.objects.values_list("pk", flat=True)])
