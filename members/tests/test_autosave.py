"""Saving while somebody writes: a closed tab loses nothing."""

import pytest

from members.models import MemberPage, MemberSettings
from users.models import ParkedForm

pytestmark = pytest.mark.django_db


def autosave(writer, rest, **changes):
    return writer.post(rest, writer.fields(rest) | {"action": "autosave"} | changes)


def test_what_is_written_is_in_the_draft_and_the_next_save_is_no_conflict(writer):
    opened = writer.fields("stap/about/")

    told = writer.post("stap/about/", opened | {"action": "autosave", "lead": "Half"}).json()
    assert told["told"].startswith("Bewaard om ")
    assert writer.draft().lead == "Half"
    response = writer.post("stap/about/", opened | {"lead": "Heel.", "version": told["version"]})

    assert (response.status_code, writer.draft().lead) == (302, "Heel.")


def test_story_and_texts_at_photos_are_saved_too(writer, photo_of):
    image = photo_of(alt="")
    key = writer.get("verhaal/").context["form"].parts[0].key
    autosave(writer, "verhaal/", **{f"text-{key}": "Het begon klein."})
    autosave(writer, "fotos/", **{f"alt-{image.pk}": "Een bankje"})

    assert "Het begon klein." in str(writer.draft().body)
    assert writer.draft().image_alt == "Een bankje"


def test_what_cannot_be_saved_is_there_when_the_step_is_opened_again(writer):
    response = autosave(writer, "stap/contact/", website="geen adres", contact_name="Fatima")

    assert response.status_code == 422
    assert writer.draft().contact_name == ""
    assert writer.get("stap/contact/").context["form"]["contact_name"].value() == "Fatima"
    writer.fill("stap/contact/", website="www.example.org")
    assert not ParkedForm.objects.exists()


def test_browser_goes_to_the_field_in_which_somebody_was_writing(writer):
    first, second = (part.key for part in writer.get("verhaal/").context["form"].parts[:2])
    text = "We begonnen klein.\n\nToen werd het groot."
    writer.fill("verhaal/", **{f"text-{first}": text})
    opened = writer.fields("verhaal/")
    writer.client.logout()
    writer.post(
        "verhaal/", opened | {f"text-{first}": text.replace("\n", "\r\n"), f"text-{second}": "Elke week"}
    )
    writer.client.force_login(writer.user)

    fields = writer.get("verhaal/").context["form"].fields

    assert [name for name in fields if fields[name].widget.attrs.get("autofocus")] == [f"text-{second}"]


def test_colleague_who_was_first_is_not_overwritten(writer, make_writer):
    opened = writer.fields("stap/about/")
    make_writer(writer.page, role="editor").fill("stap/about/", lead="Van mijn collega.")

    response = writer.post("stap/about/", opened | {"action": "autosave", "lead": "Van mij."})

    assert response.status_code == 409
    assert writer.draft().lead == "Van mijn collega."
    assert writer.get("stap/about/").context["form"]["lead"].value() == "Van mij."


def test_half_a_number_does_not_go_on_the_site(make_writer, tree):
    MemberSettings.objects.create(site=tree.site, live_at_once=["phone"])
    writer = make_writer(live=True)

    autosave(writer, "stap/contact/", phone="01", phone_public="on")

    assert MemberPage.objects.get(pk=writer.page.pk).phone == ""
    assert writer.draft().phone == "01"


def test_story_in_review_is_not_changed(writer):
    writer.make_ready()
    opened = writer.fields("stap/about/")
    writer.send()

    response = writer.post("stap/about/", opened | {"action": "autosave", "lead": "Stiekem"})

    assert response.status_code == 409
    assert writer.draft().lead != "Stiekem"
