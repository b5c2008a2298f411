"""The photos of a profile as one row: the first stands large at the top of the page, the others below the story."""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.log_actions import log
from wagtail.models import Collection, Page, ReferenceIndex, Revision

from core.models import CustomImage, Rendition
from members.models import MemberPage, MemberPhoto, PhotoReport

MOST_PHOTOS = 12
PHOTO_FIELDS = ("image", "alt", "caption", "agreed_on")
ORPHAN_AFTER = timedelta(days=1)
UPLOADS, RENDITIONS = "original_images", "images"  # where Wagtail keeps them
PREFIX = "lid-"


@dataclass
class Photo:
    """One photo in a draft: ``agreed_on`` is the day on which a member ticked that everybody in it agrees."""

    image: CustomImage
    alt: str = ""
    caption: str = ""
    agreed_on: date | None = None


def photos_of(draft: MemberPage) -> list[Photo]:
    """The photos of a draft, in order."""
    first = []
    if draft.image_id:
        first = [Photo(draft.image, draft.image_alt, draft.image_caption, draft.image_agreed_on)]
    rows = sorted(draft.photos.all(), key=lambda row: row.sort_order or 0)
    return first + [Photo(row.image, row.alt, row.caption, row.agreed_on) for row in rows]


def photos_on_site(page: MemberPage) -> set[int]:
    """The primary keys of the pictures that everybody sees on ``page`` now, whatever its draft says."""
    live = MemberPage.objects.filter(pk=page.pk, live=True).first()
    return {photo.image.pk for photo in photos_of(live)} if live else set()


def set_photos(draft: MemberPage, photos: list[Photo]) -> None:
    """Puts ``photos`` in a draft, in this order; does not save it."""
    first = photos[0] if photos else Photo(image=None)
    draft.image = first.image
    draft.image_alt, draft.image_caption = first.alt, first.caption
    draft.image_agreed_on = first.agreed_on
    draft.image_decorative = False
    draft.photos.set(
        [
            MemberPhoto(
                image=photo.image,
                alt=photo.alt,
                caption=photo.caption,
                agreed_on=photo.agreed_on,
                sort_order=number,
            )
            for number, photo in enumerate(photos[1:])
        ]
    )


def photo_collection() -> Collection:
    """The collection in which the uploads of members stand apart, so that staff find them."""
    with override(settings.LANGUAGE_CODE):
        name = _("Photos of members")
    root = Collection.get_first_root_node()
    return root.get_children().filter(name=name).first() or root.add_child(name=name)


def store_photo(*, file: ContentFile, page: MemberPage, by) -> CustomImage:
    """Keep an upload that was checked and made new (see the form). Its file name tells nothing of the member's."""
    file.name = _new_name(file.name)
    return CustomImage.objects.create(
        title=page.title[:200], file=file, collection=photo_collection(), uploaded_by_user=by
    )


def _new_name(name: str) -> str:
    """A file name that nobody can guess, with the ending of another."""
    return f"{PREFIX}{secrets.token_hex(16)}.{name.rpartition('.')[2]}"


def delete_orphans() -> int:
    """Delete uploads of members that stand in no version of a page; returns how many.

    They are left when a photo was taken out of a draft, or when the machine stopped between the file and the
    draft. Young ones stay: their draft may be on its way.
    """
    old = CustomImage.objects.filter(
        collection=photo_collection(), created_at__lt=timezone.now() - ORPHAN_AFTER
    )
    used = _images_in_revisions()
    deleted = _delete_files_without_row(UPLOADS, CustomImage.objects.all())
    deleted += _delete_files_without_row(RENDITIONS, Rendition.objects.all())
    for image in old:
        is_reported = PhotoReport.objects.filter(image=image).exists()
        if image.pk not in used and not is_reported and not ReferenceIndex.get_references_to(image).exists():
            image.delete()
            deleted += 1
    return deleted


def _delete_files_without_row(folder: str, rows: QuerySet) -> int:
    """Delete files of members in a folder that no row names (any more); returns how many."""
    try:
        _folders, names = default_storage.listdir(folder)
    except FileNotFoundError:  # nobody ever uploaded anything
        return 0
    paths = [f"{folder}/{name}" for name in names if name.startswith(PREFIX)]
    known = set(rows.filter(file__in=paths).values_list("file", flat=True))
    limit = timezone.now() - ORPHAN_AFTER
    orphans = [
        path for path in paths if path not in known and default_storage.get_modified_time(path) < limit
    ]
    for path in orphans:
        default_storage.delete(path)
    return len(orphans)


def _images_in_revisions() -> set[int]:
    """The primary keys of the pictures in every version of a profile."""
    found: set[int | None] = set()
    versions = Revision.objects.filter(content_type=ContentType.objects.get_for_model(MemberPage))
    for content in versions.values_list("content", flat=True).iterator():
        found |= {row["image"] for row in _rows(content)}
    return found - {None}


# --- Off the site at once ---


@transaction.atomic
def remove_photo(*, page: MemberPage, image: CustomImage, by=None) -> dict:
    """Take a photo off the site at once: out of the page, every version of it and every language.

    No address of its file works any more. Returns where it stood: ``alt``, ``caption``,
    ``agreed_on`` and ``number`` (its place in the row); an empty dictionary when it was not there.
    """
    place: dict = {}
    for version in page.get_translations(inclusive=True).specific():
        locked = MemberPage.objects.select_for_update().get(pk=version.pk)
        for revision in locked.revisions.all():
            if found := _take_out(revision.content, image.pk):
                place = found
                revision.save(update_fields=["content"])
        photos = photos_of(locked)
        kept = [photo for photo in photos if photo.image != image]
        if len(kept) < len(photos):
            place = place or _place(photos, image)
            set_photos(locked, kept)
            locked.save(clean=False)
        log(locked, "members.photo_removed", user=by, data={"image": image.pk})
    move_file(image)
    return place


def move_file(image: CustomImage) -> None:
    """Give a photo a new file name and drop its renditions: no address that anybody knows leads to it now."""
    for rendition in image.renditions.all():
        rendition.delete()
    before = image.file.name
    if not default_storage.exists(before):
        return
    with image.file.open("rb") as file:
        image.file.name = default_storage.save(f"{UPLOADS}/{_new_name(before)}", file)
    CustomImage.objects.filter(pk=image.pk).update(file=image.file.name)
    transaction.on_commit(partial(default_storage.delete, before))


def hide_files(page: MemberPage) -> None:
    """Do so with the photos of a page that goes off the site, except those that another page shows too."""
    versions = [str(version.pk) for version in page.get_translations(inclusive=True)]
    pages = ContentType.objects.get_for_model(Page)
    for image in {
        photo.image for photo in [*photos_of(page), *photos_of(page.get_latest_revision_as_object())]
    }:
        used = ReferenceIndex.get_references_to(image)
        if not used.exclude(base_content_type=pages, object_id__in=versions).exists():
            move_file(image)


@transaction.atomic
def put_photo_back(*, page: MemberPage, image: CustomImage, place: dict, by) -> None:
    """Put a photo that was removed back where it stood, on the site and in the newest draft."""
    locked = MemberPage.objects.select_for_update().get(pk=page.pk)
    agreed_on = date.fromisoformat(place["agreed_on"]) if place.get("agreed_on") else None
    photo = Photo(image, place.get("alt", ""), place.get("caption", ""), agreed_on)
    draft = locked.get_latest_revision_as_object()
    for version in (locked, draft):
        photos = photos_of(version)
        photos.insert(place.get("number", 0), photo)
        set_photos(version, photos)
    if locked.live:
        locked.save(clean=False)
    draft.save_revision(user=by, clean=False, log_action=True)


def _rows(content: dict) -> list[dict]:
    """The photos in the content of a revision, in order, each as ``image``, ``alt``, ``caption``, ``agreed_on``."""
    first = {name: content.get("image" if name == "image" else f"image_{name}") for name in PHOTO_FIELDS}
    rows = sorted(content.get("photos") or [], key=lambda row: row.get("sort_order") or 0)
    return [first] * bool(first["image"]) + [{name: row.get(name) for name in PHOTO_FIELDS} for row in rows]


def _take_out(content: dict, pk: int) -> dict:
    """Takes a photo out of the content of a revision; tells where it stood."""
    rows = _rows(content)
    number = next((number for number, row in enumerate(rows) if row["image"] == pk), None)
    if number is None:
        return {}
    gone = rows.pop(number)
    first = rows[0] if rows else {"image": None, "alt": "", "caption": "", "agreed_on": None}
    for name in PHOTO_FIELDS:
        content["image" if name == "image" else f"image_{name}"] = first[name]
    content["photos"] = [
        {**row, "pk": None, "page": content["pk"], "sort_order": order} for order, row in enumerate(rows[1:])
    ]
    return {"alt": gone["alt"], "caption": gone["caption"], "agreed_on": gone["agreed_on"], "number": number}


def _place(photos: list[Photo], image: CustomImage) -> dict:
    number, photo = next((number, photo) for number, photo in enumerate(photos) if photo.image == image)
    agreed_on = photo.agreed_on.isoformat() if photo.agreed_on else None
    return {"alt": photo.alt, "caption": photo.caption, "agreed_on": agreed_on, "number": number}
