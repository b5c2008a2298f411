"""The rights of a person (GDPR art. 15, 17, 20): everything that we hold in one file, and everything gone."""

import json
import zipfile
from io import BytesIO

from django.contrib.sessions.models import Session
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Q
from wagtail.models import Comment, CommentReply, ModelLogEntry, PageLogEntry, TaskState, WorkflowState
from wagtail.search import index

from core import outbox
from core.models import OutboxMail
from members.models import (
    Application,
    Invitation,
    MemberPage,
    MemberPhoto,
    Membership,
    Participation,
    PhotoReport,
)
from members.services.drafts import draft_of
from members.services.erasing import Erased, former_addresses, log_of
from members.services.people import LastOwner
from members.services.photos import photos_of
from search.services import index_page
from users.models import ParkedForm, User

CONTACT_FIELDS = ("contact_name", "email", "phone", "opening_hours", "website")
# Where in a profile somebody may have typed a name or an address.
TEXTS = (*CONTACT_FIELDS, "title", "draft_title", "lead", "summary", "body", "image_alt", "image_caption")


def export(user: User) -> bytes:
    """A ZIP file with ``gegevens.json`` and the photos of the groups for which ``user`` writes."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        data = everything_about(user)
        archive.writestr(
            "gegevens.json", json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
        )
        for membership in Membership.objects.of(user):
            for number, photo in enumerate(photos_of(draft_of(membership.page)), start=1):
                kind = photo.image.file.name.rpartition(".")[2]
                with photo.image.file.open("rb") as picture:
                    archive.writestr(f"{membership.page.slug}/foto-{number}.{kind}", picture.read())
    return buffer.getvalue()


def everything_about(user: User) -> dict:
    """What the site holds about a person and the groups for which this person writes."""
    of_address = Q(email__iexact=user.email)
    return {
        "account": {
            "email": user.email,
            "first_name": user.first_name,
            "last_name": user.last_name,
            "date_joined": user.date_joined,
            "last_login": user.last_login,
        },
        "groups": [_group(membership) for membership in Membership.objects.of(user)],
        "invitations": list(Invitation.objects.filter(of_address).values("page__title", "role", "sent_at")),
        "applications": list(
            Application.objects.filter(of_address).values(
                "organisation", "place_name", "contact_name", "email", "about", "told", "state", "created_at"
            )
        ),
        "mails": list(
            OutboxMail.objects.filter(recipient__iexact=user.email).values("subject", "text", "queued_at")
        ),
        "log": list(PageLogEntry.objects.filter(user=user).values("action", "label", "timestamp")),
        "account_log": list(log_of(user).values("action", "data", "timestamp")),
    }


def _group(membership: Membership) -> dict:
    page = draft_of(membership.page)
    return {
        "name": page.title,
        "role": membership.role,
        "since": membership.created_at,
        "lead": page.lead,
        "summary": page.summary,
        "story": page.body.get_prep_value(),
        "contact": {name: getattr(page, name) for name in CONTACT_FIELDS},
        "photos": [
            {"alt": photo.alt, "caption": photo.caption, "agreed_on": photo.agreed_on}
            for photo in photos_of(page)
        ],
        "consents": list(
            membership.page.consents.values(
                "text__publication", "newsletter", "partners", "given_at", "withdrawn_at"
            )
        ),
    }


def alone_in(user: User) -> list[MemberPage]:
    """The groups of which ``user`` is the only owner: they need a decision before the account goes."""
    owned = [row.page for row in Membership.objects.of(user).owners()]
    return [
        page
        for page in owned
        if not Membership.objects.filter(page=page).owners().exclude(user=user).exists()
    ]


@transaction.atomic
def delete_account(*, user: User, pages_too: bool) -> None:
    """Erase a person: account, sessions, address and name in every version, mail and log.

    With ``pages_too`` the profiles of which this person is the only one go as well; else they stay, without the
    name and address. Raises ``LastOwner`` when others write for a group that would be left without an owner.
    """
    pages = [row.page for row in Membership.objects.of(user)]
    for page in alone_in(user):
        if Membership.objects.filter(page=page).exclude(user=user).exists():
            raise LastOwner
    for page in pages:
        others = Membership.objects.filter(page=page).exclude(user=user).exists()
        if pages_too and not others:
            delete_profile(page)
        else:
            scrub_profile(page, user)
    _delete_traces(user)
    user.delete()


def delete_profile(page: MemberPage) -> None:
    """Delete a profile with its photos, versions, translations and log."""
    for version in page.get_translations(inclusive=True).specific():
        images = {photo.image for photo in [*photos_of(version), *photos_of(draft_of(version))]}
        PageLogEntry.objects.filter(page=version.pk).update(label="", data={})
        number = version.pk
        version.delete()
        PageLogEntry.objects.filter(page=number).update(label="", data={})
        for image in images:
            if image.uploaded_by_user is None or not image.uploaded_by_user.is_admin_user:
                image.delete()


def scrub_profile(page: MemberPage, user: User) -> None:
    """Take the address and name of a person out of a profile: the page, every version, what staff wrote, the log."""
    erased = Erased(user)
    for version in page.get_translations(inclusive=True).specific():
        for revision in version.revisions.all():
            content = erased.without_contact(revision.content)
            if content != revision.content:
                revision.content = content
                revision.save(update_fields=["content"])
        _scrub_page(version, erased)
        states = WorkflowState.objects.for_instance(version)
        erased.scrub(TaskState.objects.filter(workflow_state__in=states), "comment")
        erased.scrub(Comment.objects.filter(page=version.pk), "text")
        erased.scrub(CommentReply.objects.filter(comment__page=version.pk), "text")
        erased.scrub(PhotoReport.objects.filter(page=version.pk), "reason", "email", "place")
        erased.scrub(Participation.objects.filter(page=version.pk), "refusal")
        erased.scrub(PageLogEntry.objects.filter(page=version.pk), "label", "data")
        PageLogEntry.objects.filter(page=version.pk, user=user).update(user=None)


def _scrub_page(version: MemberPage, erased: Erased) -> None:
    """The same for the page itself, its photos and what search finds of it."""
    values = version.serializable_data()
    clean = erased.without_contact(values)
    changed = {field: clean[field] for field in TEXTS if clean[field] != values[field]}
    if changed:
        MemberPage.objects.filter(pk=version.pk).update(**changed)
        index.insert_or_update_object(MemberPage.objects.get(pk=version.pk))
        index_page(pk=version.pk)
    erased.scrub(MemberPhoto.objects.filter(page=version.pk), "alt", "caption")


def _delete_traces(user: User) -> None:
    """Everything beside the profiles: invitations, applications, mail, log rows and sessions."""
    for email in (user.email, *former_addresses(user)):
        of_address = Q(email__iexact=email)
        Invitation.objects.filter(of_address).delete()
        Application.objects.filter(of_address).delete()
        outbox.forget_recipient(email)
        ParkedForm.objects.filter(answers__icontains=email).delete()
    PageLogEntry.objects.filter(user=user).update(user=None)
    log_of(user).update(label="", data={})
    ModelLogEntry.objects.filter(user=user).update(user=None)
    for session in Session.objects.all():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
