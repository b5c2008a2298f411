"""Keeps conversations where their page is."""

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.models import Page

from comments.models import Conversation
from comments.models.rights import make_page_right as make_right


def make_page_right(**kwargs) -> None:
    """After the tables were made: the right to moderate."""
    make_right()


@receiver(post_delete, sender=Page)
def follow_page(instance, **kwargs) -> None:
    """A conversation goes on at a translation of the page that was deleted, and ends where there is none."""
    for conversation in Conversation.objects.orphaned().filter(translation_key=instance.translation_key):
        heir = Page.objects.filter(translation_key=instance.translation_key).order_by("pk").first()
        if heir is None:
            conversation.delete()
        else:
            conversation.page = heir
            conversation.save(update_fields=["page"])
