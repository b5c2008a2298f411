"""Old addresses of themes: like a page, a theme that gets another name in its address is still found at the old one."""

from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect

from core.models import Theme
from home.models import ThemeIndexPage


@receiver(pre_save, sender=Theme)
def lead_on(instance: Theme, raw: bool = False, **kwargs) -> None:
    """Leads the page and the feed of a theme on when its slug changes."""
    old = None if raw else Theme.objects.filter(pk=instance.pk).exclude(slug=instance.slug).first()
    if old is None:
        return
    for page in ThemeIndexPage.objects.filter(locale_id=instance.locale_id):
        to_page = {"redirect_page": page, "redirect_page_route_path": f"/{instance.slug}/"}
        _remember(page.theme_url(old), to_page)
    _remember(_feed(old), {"redirect_link": _feed(instance)})


def _feed(theme: Theme) -> str:
    with override(theme.locale.language_code):
        return reverse("theme_feed", args=[theme.slug])


def _remember(old_path: str, target: dict) -> None:
    Redirect.objects.update_or_create(
        old_path=Redirect.normalise_path(old_path),
        site=None,
        defaults={
            "redirect_page": None,
            "redirect_page_route_path": "",
            "redirect_link": "",
            "is_permanent": True,
            "automatically_created": True,
        }
        | target,
    )
