"""Lets roles follow the home pages: a new language, or another home page, asks for the same rights."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page, Site
from wagtail.signals import copy_for_translation_done

from users.roles import place_roles

HOME_DEPTH = 2


@receiver(copy_for_translation_done)
def place_on_new_home_page(target_obj, **kwargs) -> None:
    """A home page in another language was made."""
    if isinstance(target_obj, Page) and target_obj.depth == HOME_DEPTH:
        place_roles()


@receiver(post_save, sender=Site)
def place_on_other_home_page(**kwargs) -> None:
    """The site may have got another home page."""
    place_roles()
