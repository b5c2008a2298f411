"""My data: everything out, everything gone (P5, P14), and once a year “is this still right?” (must-have 75)."""

import json
import re
import zipfile
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.management import call_command
from django.db import models
from wagtail.models import Comment, PageLogEntry, TaskState

from core.models import CustomImage, OutboxMail
from members.enums import MemberState
from members.models import Application, MemberPage, MemberPhoto, Participation
from members.services.people import invite
from members.services.privacy import delete_account
from users.models import ParkedForm, User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("indexed")]

CANARY = "kanarie@example.org"


@pytest.fixture
def canary(make_writer, mailed, signed_in, make_image):
    """Somebody whose address stands in every place where the site keeps one."""
    writer = make_writer(email=CANARY)
    User.objects.filter(email=CANARY).update(first_name="Fatima", last_name="Kanarie")
    writer.client.force_login(User.objects.get(email=CANARY))
    writer.make_ready()
    writer.fill("stap/contact/", email=CANARY, contact_name="Lid", phone="06")
    writer.write_story(f"Mail naar {CANARY} voor meer. Fatima Kanarie begon ermee.")
    mailed(writer.send)
    reviewer = signed_in("reviewer")
    reviewer.post(f"/admin/members-at-work/stories/{writer.page.pk}/", {"answer": "approve"})
    Application.objects.create(
        organisation="x", contact_name="x", email=CANARY, about="x", told="x", key="k", token="t"
    )
    invite(page=writer.page, email=CANARY, by=reviewer.user)
    said = f"Bel {CANARY}, dat is Fatima Kanarie"
    writer.page.photo_reports.create(reason=said, email=CANARY)
    Participation.objects.filter(page=writer.page).update(refusal=said)
    TaskState.objects.filter(workflow_state__object_id=str(writer.page.pk)).update(comment=said)
    PageLogEntry.objects.filter(page=writer.page.pk).update(data={"message": said})
    Comment.objects.create(page_id=writer.page.pk, user=reviewer.user, text=said, contentpath="body")
    ParkedForm.objects.create(key="k", path="/mijn/", answers={"lead": [said]})
    MemberPhoto.objects.create(page=writer.page, image=make_image(size=(400, 300)), alt=said, caption=said)
    MemberPage.objects.get(pk=writer.page.pk).save_revision(clean=False)
    writer.client.post("/inloggen/", {"email": CANARY})
    return writer


def everywhere() -> list[str]:
    """Where in the database the address stands."""
    found = []
    for model in apps.get_models():
        if model._meta.managed and not model._meta.proxy:
            fields = [
                f
                for f in model._meta.concrete_fields
                if isinstance(f, models.CharField | models.TextField | models.JSONField)
            ]
            for row in (
                model._base_manager.values_list(*(field.attname for field in fields)) if fields else ()
            ):
                texts = [json.dumps(value, default=str) for value in row]
                found += [model._meta.label for text in texts if CANARY in text or "Fatima Kanarie" in text]
    return found


def test_P5_download_holds_everything_with_the_photos(canary, make_image):
    draft = canary.draft()
    draft.image, draft.image_alt = make_image(size=(400, 300)), "Bankje"
    draft.save_revision()

    response = canary.client.post("/mijn/gegevens/download/")
    archive = zipfile.ZipFile(BytesIO(response.content))
    data = json.loads(archive.read("gegevens.json"))

    assert response["Cache-Control"] == "private, no-store"
    assert data["account"]["email"] == CANARY
    assert data["groups"][0]["contact"]["email"] == CANARY
    assert CANARY in json.dumps(data["groups"][0]["story"])
    assert data["groups"][0]["consents"][0]["given_at"]
    assert data["applications"]
    assert data["invitations"]
    assert data["mails"]
    assert [name for name in archive.namelist() if name.endswith("foto-1.png")]


def test_P5_P14_nothing_is_left_after_deleting_the_account(canary, client):
    assert {"users.User", "members.MemberPage", "wagtailcore.Revision", "core.OutboxMail"} <= set(
        everywhere()
    )

    canary.client.post("/mijn/gegevens/", {"pages": "keep", "sure": "on"})

    assert everywhere() == []
    assert canary.client.get("/mijn/").status_code == 302
    assert client.get(canary.page.url).status_code == 200
    assert CANARY not in client.get(canary.page.url).content.decode()
    assert "een van ons begon ermee" in client.get(canary.page.url).content.decode()


def test_story_goes_along_when_its_writer_says_so(canary, make_image, mailed):
    draft = canary.draft()
    draft.image, draft.image_alt = make_image(size=(400, 300)), "Bankje"
    draft.save_revision()

    mailed(lambda: delete_account(user=User.objects.get(email=CANARY), pages_too=True))

    assert everywhere() == []
    assert not MemberPage.objects.exists()
    assert not CustomImage.objects.exists()


def test_comments_of_a_visitor_are_deleted_at_a_place_of_their_own(writer, client):
    page = BeautifulSoup(writer.client.get("/mijn/gegevens/").content, "html.parser")
    link = page.find("a", string="Bekijk of verwijder uw reacties")

    assert "Wat we van uw reacties bewaren" in client.get(link["href"]).content.decode()


def test_deleting_asks_to_be_sure_and_what_happens_with_the_story(canary):
    assert canary.client.post("/mijn/gegevens/", {}).status_code == 422
    assert User.objects.filter(email=CANARY).exists()


def test_story_that_is_not_on_the_site_does_not_stay_there(make_writer):
    def choices(writer) -> list[str]:
        return [
            label
            for _value, label in writer.client.get("/mijn/gegevens/").context["form"]["pages"].field.choices
        ]

    kept = "zonder mijn naam en adres"
    assert choices(make_writer())[0] == f"De vereniging houdt het, {kept}"
    assert choices(make_writer(live=True))[0] == f"Het blijft op de site, {kept}"


def test_owner_with_colleagues_hands_over_first(canary, make_writer):
    make_writer(canary.page, role="editor")

    response = canary.client.post("/mijn/gegevens/", {"pages": "delete", "sure": "on"})

    assert "Maak eerst een van hen eigenaar" in response.content.decode()
    assert MemberPage.objects.exists()


def test_staff_account_is_not_deleted_here(signed_in):
    reviewer = signed_in("reviewer")

    reviewer.post("/mijn/gegevens/", {"sure": "on"})

    assert User.objects.filter(pk=reviewer.user.pk).exists()


@pytest.fixture
def year_later(canary, freezer):
    OutboxMail.objects.all().delete()
    freezer.tick(370 * 24 * 3600)
    return canary


def test_once_a_year_a_group_is_asked_and_one_button_answers(year_later, mailed, client):
    messages = mailed(lambda: call_command("housekeep"))
    link = re.search(r"/klopt-het-nog/\S+", messages[0].body)[0]
    assert not mailed(lambda: call_command("housekeep"))

    assert b"Ja, het klopt" in client.get(link).content
    assert Participation.objects.get().confirmed_at is None
    client.post(link)

    assert Participation.objects.get().confirmed_at
    assert not mailed(lambda: call_command("housekeep"))


def test_silent_group_gets_two_reminders_and_is_in_the_list(year_later, mailed, freezer, signed_in):
    asked = []
    for _time in range(5):
        asked += mailed(lambda: call_command("housekeep"))
        freezer.tick(22 * 24 * 3600)

    assert len([message for message in asked if message.subject.startswith("Klopt")]) == 3
    reviewer = signed_in("administrator")
    assert year_later.page.title in reviewer.get("/admin/members-at-work/silent/").content.decode()


@pytest.mark.parametrize("state", [MemberState.PAUSED, MemberState.ENDED])
def test_group_that_paused_or_ended_is_not_asked_and_is_in_no_list(
    state, year_later, mailed, freezer, client, signed_in
):
    messages = mailed(lambda: call_command("housekeep"))
    Participation.objects.update(reminders=2)
    MemberPage.objects.update(state=state)
    freezer.tick(370 * 24 * 3600)

    assert not mailed(lambda: call_command("housekeep"))
    assert client.get(re.search(r"/klopt-het-nog/\S+", messages[0].body)[0]).status_code == 410
    listed = signed_in("administrator").get("/admin/members-at-work/silent/").content.decode()
    assert year_later.page.title not in listed


def test_address_of_the_question_cannot_be_made_up(year_later, client):
    assert client.get("/klopt-het-nog/abc:def/").status_code == 410
