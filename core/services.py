"""What staff do to many pages at once, or to a page without editing its text. Each function is atomic and logged."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from dateutil.relativedelta import relativedelta
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from modelcluster.fields import ParentalKey
from taggit.models import GenericTaggedItemBase, ItemBase, Tag
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail.search import index

from core.models import Tombstone
from core.review import MONTHS_WITHOUT_PERIOD
from core.translations import live_translations


@transaction.atomic
def confirm_still_correct(*, page: Page, settings, by) -> None:
    """Records that ``page`` was read again and is still true, without touching what visitors see.

    The review date moves on by the period of the page type; where the period counts from the last change,
    a new revision starts it anew. A draft keeps its other changes.
    """
    page = page.specific_class.objects.get(pk=page.pk)
    rule = page.review_rule
    draft = page.get_latest_revision_as_object()
    follows_live = not page.has_unpublished_changes
    if rule.own_date:
        again = timezone.localdate() + relativedelta(months=rule.months(settings) or MONTHS_WITHOUT_PERIOD)
        type(page).objects.filter(pk=page.pk).update(**{rule.own_date: again})
        setattr(draft, rule.own_date, again)
    revision = draft.save_revision(user=by, changed=False, clean=False)
    if follows_live and page.live:
        Page.objects.filter(pk=page.pk).update(live_revision=revision)
    log(page, "core.still_correct", user=by, revision=revision)


def unpublish_translations(*, page: Page, by=None) -> None:
    """Takes the translations of ``page`` off line; Wagtail logs each, in the name of ``by`` or of who is at work."""
    for translation in live_translations(page).specific():
        UnpublishPageAction(translation, user=by).execute(skip_permission_checks=True)


@transaction.atomic
def remember_gone(*, pages: Iterable[Page]) -> None:
    """Notes of pages that visitors could read until now that they cannot any more; a draft leaves no trace."""
    for page in pages:
        if (path := urlsplit(page.get_url() or "").path) and page.depth > 1:
            known = {
                "model": page.cached_content_type.model,
                "language": page.locale.language_code,
                "path": path,
            }
            Tombstone.objects.update_or_create(page_id=page.pk, defaults={**known, "gone_at": timezone.now()})


def forget_gone(*, page: Page) -> None:
    """Takes back that a page is gone: visitors can read it again."""
    Tombstone.objects.filter(page_id=page.pk).delete()


@transaction.atomic
def merge_tags(*, tags: Iterable[Tag], into: Tag, by) -> None:
    """Gives everything that carries one of ``tags`` the tag ``into``, and deletes the others.

    Drafts and scheduled versions change along, and so do the search index and the lists of usage.
    """
    merged = [tag for tag in tags if tag != into]
    changed = [item for through in _tagged_item_models() for item in _retag(through, merged, into)]
    log(into, "core.merge_tags", user=by, data={"merged": [tag.name for tag in merged]})
    Tag.objects.filter(pk__in=[tag.pk for tag in merged]).delete()
    for item in changed:
        index.insert_or_update_object(item)
        ReferenceIndex.create_or_update_for_object(item)


def reindex_tagged(*, tag: Tag) -> None:
    """Tells the search index about everything that carries ``tag``, after it got another name."""
    for through in _tagged_item_models():
        for row in through.objects.filter(tag=tag).prefetch_related("content_object"):
            index.insert_or_update_object(row.content_object)


def _tagged_item_models() -> list[type[ItemBase]]:
    relations = Tag._meta.related_objects
    return [item.related_model for item in relations if issubclass(item.related_model, ItemBase)]


def _retag(through: type[ItemBase], merged: list[Tag], into: Tag) -> list:
    """Moves the rows of one kind of tagged item over to ``into``; gives the objects that carried them."""
    rows = list(through.objects.filter(tag__in=merged).prefetch_related("content_object"))
    owners = list(dict.fromkeys(row.content_object for row in rows))
    tagged = {
        row.content_object for row in through.objects.filter(tag=into).prefetch_related("content_object")
    }
    for row in rows:
        if row.content_object in tagged:
            row.delete()
        else:
            tagged.add(row.content_object)
            through.objects.filter(pk=row.pk).update(tag=into)
    if not issubclass(through, GenericTaggedItemBase):
        _retag_drafts(through._meta.get_field("content_object"), owners, merged, into)
    return owners


def _retag_drafts(parent: ParentalKey, pages: list[Page], merged: list[Tag], into: Tag) -> None:
    """Rewrites the tags in newest and scheduled versions, which an editor opens next or the clock publishes."""
    page_type, relation = parent.related_model, parent.remote_field.get_accessor_name()
    drafts = page_type.objects.filter(Q(pk__in=[page.pk for page in pages]) | Q(has_unpublished_changes=True))
    content_type = ContentType.objects.get_for_model(page_type)
    versions = Q(pk__in=drafts.values("latest_revision")) | Q(approved_go_live_at__isnull=False)
    old = {tag.pk for tag in merged}
    for revision in Revision.objects.filter(versions, content_type=content_type):
        rows = revision.content.get(relation, [])
        if any(row["tag"] in old for row in rows):
            kept = {into.pk if row["tag"] in old else row["tag"]: row for row in rows}
            revision.content[relation] = [row | {"tag": tag} for tag, row in kept.items()]
            revision.save(update_fields=["content"])
