"""From sending in to on the site and off it again, with the mails of each change (must-haves 66-72, 2, 9, 10; P17)."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.urls import reverse

from core.models import OutboxMail
from members.models import Consent, ConsentText, MemberPage, Participation
from members.services.sending import NotWaiting, approve, ask_change
from tests.tree import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer(signed_in):
    return signed_in("reviewer")


@pytest.fixture
def sent(writer, photo_of):
    """A writer whose story has been sent in."""
    writer.make_ready()
    photo_of()
    writer.send()
    return writer


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def state(writer) -> str:
    return text_of(soup(writer.get()).select_one(".status__title")).removeprefix(
        "Hoe het met uw verhaal staat: "
    )


def answer(reviewer, writer, **data):
    return reviewer.post(f"/admin/members-at-work/stories/{writer.page.pk}/", data)


def mails_to(writer) -> list[str]:
    return list(
        OutboxMail.objects.filter(recipient=writer.user.email)
        .order_by("pk")
        .values_list("subject", flat=True)
    )


def test_story_goes_from_draft_to_live_with_a_change_in_between(sent, reviewer, client):
    assert state(sent) == "Ingestuurd"
    answer(reviewer, sent, take_up="1")
    assert state(sent) == "In behandeling"
    answer(reviewer, sent, answer="ask", message="Vertel wie er mee kan doen.")
    assert state(sent) == "Aanpassing gevraagd"
    assert "Vertel wie er mee kan doen." in text_of(soup(sent.get()).select_one(".status__message"))
    assert client.get(sent.page.url).status_code == 404

    sent.write_story("Iedereen kan meedoen.")
    sent.send()
    answer(reviewer, sent, answer="approve")

    assert state(sent) == "Gepubliceerd"
    assert "Iedereen kan meedoen." in client.get(sent.page.url).content.decode()
    assert [subject.partition(" van ")[0] for subject in mails_to(sent)] == [
        "Het verhaal", "Wilt u iets aanpassen in het verhaal", "Het verhaal", "Het verhaal",
    ]  # fmt: skip


def test_live_page_keeps_the_approved_text_until_the_new_one_is_approved(sent, reviewer, client):
    answer(reviewer, sent, answer="approve")
    sent.fill("stap/about/", lead="Nieuwe inleiding.")
    sent.send()

    assert "Nieuwe inleiding." not in client.get(sent.page.url).content.decode()
    answer(reviewer, sent, answer="approve")

    assert "Nieuwe inleiding." in client.get(sent.page.url).content.decode()


def test_story_is_locked_in_review_and_can_be_taken_back(sent):
    for rest in ("stap/about/", "stap/contact/", "verhaal/", "fotos/"):
        sent.post(rest, {"title": "Gekaapt", "version": "x"})
        assert not soup(sent.get(rest)).select("form.form")
    assert sent.draft().title != "Gekaapt"

    sent.post("intrekken/")
    sent.fill("stap/about/", lead="Weer van mij.")

    assert state(sent) == "Concept"
    assert sent.draft().lead == "Weer van mij."


def test_way_to_sending_in_stands_where_there_is_something_to_send(writer, reviewer):
    def offered() -> list[bool]:
        link = f'a[href="{writer.url("insturen/")}"]'
        places = (("", f"{link}.button"), ("voorbeeld/", f".preview-bar {link}"))
        return [bool(soup(writer.get(rest)).select(place)) for rest, place in places]

    assert offered() == [False, True]  # something lacks; the page behind the link says what
    writer.make_ready()
    assert offered() == [True, True]
    writer.send()
    assert offered() == [False, False]
    answer(reviewer, writer, answer="ask", message="Wie kan er meedoen?")
    assert offered() == [False, True]  # nothing was changed yet
    writer.write_story("Iedereen kan meedoen.")
    assert offered() == [True, True]
    writer.send()
    answer(reviewer, writer, answer="approve")
    assert offered() == [False, True]
    writer.fill("stap/about/", lead="Anders.")
    assert offered() == [True, True]


def test_taking_back_what_was_just_answered_says_so(sent, reviewer):
    answer(reviewer, sent, answer="ask", message="Anders graag.")

    response = sent.client.post(sent.url("intrekken/"), follow=True)

    assert "heeft al geantwoord" in text_of(soup(response))


def test_refused_story_says_why_and_can_be_sent_again(sent, reviewer):
    answer(reviewer, sent, answer="refuse", message="Dit is reclame.")

    assert state(sent) == "Niet geplaatst"
    assert "Dit is reclame." in text_of(soup(sent.get()))
    sent.send()
    assert state(sent) == "Ingestuurd"


def test_what_lacks_is_said_before_sending(writer, photo_of):
    photo_of(alt="", agreed=False)

    missing = [text_of(item) for item in soup(writer.get("insturen/")).select(".notice--warning a")]
    writer.post("insturen/", {"publication": "on", "text": ConsentText.objects.get().pk})

    assert missing == [
        "Vul uw plaats in.",
        "Schrijf uw verhaal: één antwoord is genoeg.",
        "Zeg bij elke foto wat er te zien is.",
        "Vink bij elke foto aan dat iedereen erop het goed vindt.",
    ]
    assert state(writer) == "Concept"


def test_P9_story_is_not_sent_without_consent(writer):
    writer.make_ready()

    assert writer.send(publication="").status_code == 422
    assert state(writer) == "Concept"
    assert not Consent.objects.exists()


def test_consent_is_kept_with_its_version_and_a_new_version_is_asked(writer):
    writer.make_ready()
    writer.send(newsletter="on")
    consent = Consent.objects.get()
    assert (consent.by, consent.newsletter, consent.partners) == (writer.user, True, False)
    writer.post("intrekken/")
    newer = ConsentText.objects.create(publication="Nieuwe tekst", newsletter="n", partners="p")

    response = writer.post("insturen/", {"publication": "on", "text": consent.text_id})

    assert response.status_code == 422
    assert "Nieuwe tekst" in text_of(soup(writer.get("insturen/")))
    writer.send()
    assert Consent.objects.latest("pk").text == newer


def test_consent_text_that_was_agreed_to_cannot_be_changed(sent, signed_in):
    boss = signed_in("administrator")

    boss.post(
        f"/admin/snippets/members/consenttext/edit/{Consent.objects.get().text_id}/",
        {"publication": "Anders"},
    )

    assert Consent.objects.get().text.publication != "Anders"


def test_P17_withdrawal_takes_the_page_offline_everywhere_at_once(sent, reviewer, client, tree, mailed):
    answer(reviewer, sent, answer="approve")
    title = sent.page.title
    outputs = [
        "/leden/", "/sitemap.xml", f"/zoeken/?q={title}", "/", "/nieuws/feed/", "/api/v1/members",
        f"/api/v1/search?q={title}", "/api/v1/members.geojson", "/api/v1/bootstrap",
    ]  # fmt: skip
    assert title in client.get("/leden/").content.decode()
    assert title in client.get("/api/v1/members").content.decode()
    photo = MemberPage.objects.get(pk=sent.page.pk).image
    client.get(sent.page.url)
    files = {photo.file.name, *photo.renditions.values_list("file", flat=True)}
    assert len(files) > 1

    mailed(lambda: sent.post("van-de-site/"))

    assert client.get(sent.page.url).status_code == 404
    for address in outputs:
        body = client.get(address).content.decode()
        assert sent.page.url not in body, address
    assert client.get(f"/api/v1/members/{sent.page.pk}").status_code == 404
    assert not {name for name in files if default_storage.exists(name)}
    assert "lid-" in sent.get("fotos/").content.decode()  # the group itself still has it
    assert state(sent) == "Van de site gehaald"
    assert Consent.objects.get().withdrawn_at
    assert mails_to(sent)[-1] == f"{title} is van de site"


def test_withdrawal_in_review_stops_the_review_and_speaks_of_no_page(sent, mailed):
    asked = text_of(soup(sent.get("van-de-site/")).select_one("h1"))
    assert (asked, state(sent)) == ("Trek het verhaal in", "Ingestuurd")
    mailed(lambda: sent.post("van-de-site/"))

    assert state(sent) == "Concept"  # it never was on the site
    assert mails_to(sent)[-1] == f"Het verhaal van {sent.page.title} is ingetrokken"
    assert not [message for message in mail.outbox if "van de site" in message.body]
    assert not Consent.objects.standing(sent.page).exists()
    assert MemberPage.objects.get(pk=sent.page.pk).current_workflow_state is None


def test_staff_who_take_the_page_off_are_heard(sent, reviewer):
    answer(reviewer, sent, answer="approve")

    reviewer.post(f"/admin/pages/{sent.page.pk}/unpublish/")

    assert mails_to(sent)[-1] == f"{sent.page.title} is van de site"


def test_answers_in_wagtails_own_screens_count_too(sent, reviewer):
    task = MemberPage.objects.get(pk=sent.page.pk).current_workflow_task_state
    reviewer.post(
        reverse("wagtailadmin_pages:workflow_action", args=[sent.page.pk, "reject", task.pk]),
        {"comment": "Graag anders."},
    )

    assert state(sent) == "Aanpassing gevraagd"
    assert mails_to(sent)[-1].startswith("Wilt u iets aanpassen")


def test_second_reviewer_is_told_that_a_colleague_was_first(sent, reviewer):
    page = MemberPage.objects.get(pk=sent.page.pk)
    approve(page=page, by=reviewer.user)

    with pytest.raises(NotWaiting):
        ask_change(page=page, by=reviewer.user, message="Te laat")
    response = answer(reviewer, sent, answer="ask", message="Te laat")
    assert response["Location"] == "/admin/members-at-work/stories/"
    assert state(sent) == "Gepubliceerd"


def test_in_a_new_story_nothing_is_marked_as_changed(sent, reviewer):
    page = soup(reviewer.get(f"/admin/members-at-work/stories/{sent.page.pk}/"))

    assert "Wij zijn de buurt." in text_of(page)
    assert page.select(".review-table__changed") == []


def test_reviewer_sees_old_and_new_with_photos_and_descriptions(sent, reviewer):
    answer(reviewer, sent, answer="approve")
    sent.fill("stap/about/", lead="Nieuwe inleiding.")
    sent.send()

    page = soup(reviewer.get(f"/admin/members-at-work/stories/{sent.page.pk}/"))
    changed = [text_of(row) for row in page.select(".review-table__changed")]

    assert changed == ["Inleiding veranderd Wij zijn de buurt. Nieuwe inleiding."]
    assert "Twee vrouwen bij een bankje" in text_of(page)
    assert len(page.select(".review-photo img")) == 2


def test_message_is_asked_for_a_change(sent, reviewer):
    assert answer(reviewer, sent, answer="ask").status_code == 422
    assert state(sent) == "Ingestuurd"


def test_queue_and_dashboard_say_what_waits(sent, reviewer, signed_in):
    row = text_of(soup(reviewer.get("/admin/members-at-work/stories/")).select_one("table.listing tbody"))
    assert sent.page.title in row
    assert "nieuw" in row
    assert "verhaal van een lid wacht" in text_of(soup(reviewer.get("/admin/")))
    assert "verhaal van een lid" not in text_of(soup(signed_in("editor").get("/admin/")))
    assert signed_in("translator").post(f"/admin/members-at-work/stories/{sent.page.pk}/").status_code == 302


def test_reviewers_are_reminded_once_a_day(sent, reviewer, freezer, mailed):
    freezer.tick(6 * 24 * 3600)

    messages = [*mailed(lambda: call_command("housekeep")), *mailed(lambda: call_command("housekeep"))]

    assert [m.to for m in messages if "verhalen op u" in m.subject] == [[reviewer.user.email]]


def test_muted_member_hears_decisions_only(writer, reviewer):
    writer.make_ready()
    writer.post("mail/")
    writer.send()
    assert mails_to(writer) == []
    answer(reviewer, writer, answer="approve")

    assert len(mails_to(writer)) == 1


def test_mail_names_group_and_site_and_nothing_of_the_admin(sent, reviewer):
    answer(reviewer, sent, answer="ask", message="<b>Let op</b>")
    letter = OutboxMail.objects.filter(recipient=sent.user.email).latest("pk")

    assert sent.page.title in letter.subject
    assert "LSA bewoners" in letter.text
    assert f"/mijn/{sent.page.pk}/" in letter.text
    assert "&lt;b&gt;Let op" in letter.html
    assert "/admin/" not in letter.text
    assert not [
        message for message in mail.outbox if sent.user.email in message.to and "/admin/" in message.body
    ]


def test_every_member_of_the_group_is_told(sent, make_writer, reviewer):
    colleague = make_writer(sent.page, role="editor")
    answer(reviewer, sent, answer="approve")

    assert len(mails_to(colleague)) == 1


def test_answer_of_staff_is_kept_in_the_history(sent, reviewer):
    answer(reviewer, sent, answer="refuse", message="Dit is reclame.")

    assert "Dit is reclame." in reviewer.get(f"/admin/pages/{sent.page.pk}/history/").content.decode()
    assert Participation.objects.get(page=sent.page).refusal == "Dit is reclame."
