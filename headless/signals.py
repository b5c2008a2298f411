"""From what happens on the site to what webhooks are told. Nothing is told of what visitors cannot read."""

from urllib.parse import urlsplit

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from comments.models import Comment
from core import signals  # noqa: F401  # its notes of what is gone come before ours
from core.api.pages import KINDS
from core.localization import known_locale
from core.models import Author, CallToAction, Contact, Partner, ReusableText, Theme, Tombstone
from core.querysets import readable_pages
from headless.enums import WebhookEvent
from headless.models import Webhook
from headless.webhooks import announce
from home.models import Navigation
from publications.models import PublicationKind, PublicationSeries

SNIPPETS = (Author, CallToAction, Contact, Partner, ReusableText, Theme, PublicationKind, PublicationSeries)


@receiver(page_published)
def tell_published(instance, **kwargs) -> None:
    """Also of a page that the clock published."""
    if readable_pages().filter(pk=instance.pk).exists():
        _tell(WebhookEvent.PUBLISHED, instance, [_path(instance)])


@receiver(page_unpublished)
def tell_unpublished(instance, **kwargs) -> None:
    """Of a page that was public: only those leave a tombstone."""
    if stone := Tombstone.objects.filter(page_id=instance.pk).first():
        _tell(WebhookEvent.UNPUBLISHED, instance, [stone.path])


@receiver(post_delete, sender=Page)
def tell_deleted(instance, **kwargs) -> None:
    """The same for a page that was deleted while it was on line, or after it had been."""
    if stone := Tombstone.objects.filter(page_id=instance.pk).first():
        _tell(WebhookEvent.DELETED, instance, [stone.path])


@receiver(page_slug_changed)
def tell_slug(instance, instance_before, **kwargs) -> None:
    """The old and the new address of the page and of those below it."""
    _tell_moved(instance, instance_before.url_path, instance.url_path)


@receiver(post_page_move)
def tell_moved(instance, url_path_before, url_path_after, **kwargs) -> None:
    """The same for a page that was put elsewhere; another order among its neighbours is no move."""
    if url_path_before != url_path_after:
        _tell_moved(instance, url_path_before, url_path_after)


@receiver([post_save, post_delete], sender=Navigation)
def tell_menu(instance, **kwargs) -> None:
    """The menu stands on every page, so it names no path."""
    announce(event=WebhookEvent.MENU, paths=[], languages=[known_locale(instance.locale_id).language_code])


@receiver([post_save], sender=Comment)
def tell_comment(instance, **kwargs) -> None:
    """Of a comment that anybody may read from now on, or reads otherwise than before."""
    if Comment.objects.visible().filter(pk=instance.pk).exists():
        page = instance.conversation.page
        paths = [_path(version) for version in readable_pages().filter(translation_key=page.translation_key)]
        about = {"kind": "comment", "id": instance.pk, "page": page.pk}
        announce(event=WebhookEvent.COMMENT, paths=paths, languages=[instance.language], about=about)


def tell_snippet(sender, instance, **kwargs) -> None:
    """A shared text or name: the pages that show it are too many to name."""
    about = {"kind": sender._meta.model_name, "id": instance.pk}
    announce(
        event=WebhookEvent.SNIPPET,
        paths=[],
        languages=[known_locale(instance.locale_id).language_code],
        about=about,
    )


for model in SNIPPETS:
    post_save.connect(tell_snippet, sender=model)
    post_delete.connect(tell_snippet, sender=model)


def _tell_moved(page, before: str, after: str) -> None:
    if not Webhook.objects.wanting(WebhookEvent.MOVED):
        return
    now = [_path(item) for item in readable_pages().filter(url_path__startswith=after)]
    ending = _path(page)
    old = ending.removesuffix(after.split("/", 2)[2]) + before.split("/", 2)[2]
    if now:
        _tell(WebhookEvent.MOVED, page, [*now, *(old + path.removeprefix(ending) for path in now)])


def _tell(event: WebhookEvent, page, paths: list[str]) -> None:
    kind = KINDS.get(page.cached_content_type.model, ("page",))[0]
    announce(
        event=event,
        paths=paths,
        languages=[known_locale(page.locale_id).language_code],
        about={"kind": kind, "id": page.pk},
    )


def _path(page) -> str:
    return urlsplit(page.get_url() or "").path
