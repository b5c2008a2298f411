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
    """Leads the page and the feed of a theme on when its slug changes; its new addresses lead nowhere else."""
    old = None if raw else Theme.objects.filter(pk=instance.pk).exclude(slug=instance.slug).first()
    if old is None:
        return
    for page in ThemeIndexPage.objects.filter(locale_id=instance.locale_id):
        if page.url:  # else it stands in no site
            to_page = {"redirect_page": page, "redirect_page_route_path": f"/{instance.slug}/"}
            _move(page.theme_url(old), page.theme_url(instance), to_page)
    _move(_feed(old), _feed(instance), {"redirect_link": _feed(instance)})


def _feed(theme: Theme) -> str:
    with override(theme.locale.language_code):
        return reverse("theme_feed", args=[theme.slug])


def _move(old_path: str, new_path: str, target: dict) -> None:
    """Leads one address on to another; ``target`` says in the fields of a redirect which that is.

    When the theme had the new address before, that leads away still: back and forth for ever once the list of
    themes is gone. Rows for all sites are deleted first, for the database lets several have the same path.
    """
    for_all_sites = Redirect.objects.filter(site=None)
    for_all_sites.filter(old_path=Redirect.normalise_path(new_path), automatically_created=True).delete()
    for_all_sites.filter(old_path=Redirect.normalise_path(old_path)).delete()
    Redirect.objects.create(
        old_path=Redirect.normalise_path(old_path), is_permanent=True, automatically_created=True, **target
    )
