"""A group from its application to its page on the site and off it again, on a phone, with and without scripts."""

import pytest
from django.core import mail
from django.test import Client
from playwright.sync_api import expect

from core import form_guard
from members.models import Application, MemberPage
from members.services.joining import accept
from members.services.sending import approve, ask_change
from members.tests.test_photos import picture
from tests.portal import code_in, link_in
from users.models import User

PHONE = {"width": 390, "height": 844}


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def browser_context_args(request, browser_context_args):
    return {
        **browser_context_args,
        "java_script_enabled": request.param,
        "viewport": PHONE,
        "has_touch": True,
    }


@pytest.fixture
def go(page, live_server):
    """Opens an address of ours. The first page of a busy machine takes its time."""
    page.set_default_navigation_timeout(90_000)
    return lambda path: page.goto(live_server.url + path)


def press(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def arrive(page, heading: str) -> None:
    """Wait for a page by its heading; nothing on it is wider than the phone."""
    expect(page.locator("h1")).to_have_text(heading)
    assert page.locator("main").bounding_box()["width"] <= PHONE["width"]


def join(page, go, reviewer) -> MemberPage:
    """Apply, confirm, be accepted, and accept the invitation."""
    go("/word-lid/")
    arrive(page, "Word lid")
    page.get_by_label("Naam van uw groep").fill("Buurttuin Zuid")
    page.get_by_label("In welke plaats zit u?").fill("Teststad")
    page.get_by_label("Uw naam").fill("Fatima de Wit")
    page.get_by_label("Uw e-mailadres").fill("fatima@example.org")
    page.get_by_label("Wat doet uw groep?").fill("Wij telen groente tussen de flats.")
    page.get_by_label("De vereniging mag dit bewaren").check()
    press(page, "Verstuur")
    arrive(page, "Kijk in uw mail")
    go(link_in(mail.outbox[-1]))
    press(page, "Mijn adres bevestigen")
    arrive(page, "Bedankt, we lezen uw aanmelding")
    accept(application=Application.objects.get(), by=reviewer)
    go(link_in(mail.outbox[-1]))
    press(page, "Aannemen en beginnen")
    arrive(page, "Buurttuin Zuid")
    expect(page.locator(".status__title")).to_contain_text("Concept")
    return MemberPage.objects.get()


def sign_in(page, go) -> None:
    go("/inloggen/")
    type_the_code(page)
    arrive(page, "Buurttuin Zuid")


def type_the_code(page) -> None:
    """Ask for the mail, and type the code that is in it."""
    page.get_by_label("Uw e-mailadres").fill("fatima@example.org")
    press(page, "Stuur mij de mail")
    arrive(page, "Kijk in uw mail")
    page.get_by_label("De code in de mail").fill(code_in(mail.outbox[-1]))
    press(page, "Inloggen")


def lose_nothing(page) -> None:
    """What is written is saved without a button, and is there again when the session ended meanwhile."""
    field, status = page.get_by_label("Tekst van deel 5"), page.locator("#autosave-status")
    field.fill("Iedereen")
    expect(status).to_contain_text("Bewaard om")
    page.context.clear_cookies(name="sessionid")
    field.fill("Iedereen, ook u")
    expect(status).to_contain_text("U bent uitgelogd")
    page.get_by_role("link", name="Log in en ga verder").click()
    type_the_code(page)
    expect(field).to_have_value("Iedereen, ook u")


def write(page, go) -> None:
    """Write in two sittings: the second begins where the first ended."""
    page.get_by_role("link", name="Verder schrijven").click()
    arrive(page, "Over u")
    page.get_by_label("Wie bent u, in één of twee zinnen?").fill(
        "Tussen de flats groeit genoeg voor iedereen."
    )
    press(page, "Bewaren en verder")
    arrive(page, "Plaats en thema’s")
    page.get_by_label("In welke plaats zit u?").fill("Teststad")
    press(page, "Bewaren en verder")
    arrive(page, "Uw verhaal")
    page.get_by_label("Tekst van deel 1").fill("Met **één** bankje.")
    press(page, "Bewaren en verder")
    arrive(page, "Foto’s")
    press(page, "Uitloggen")
    expect(page.locator(".portal-bar")).to_have_count(0)
    sign_in(page, go)
    page.get_by_role("link", name="Verder schrijven").click()
    expect(page.get_by_label("Tekst van deel 1")).to_have_value("Met **één** bankje.")
    press(page, "Bewaren en verder")
    arrive(page, "Foto’s")
    upload = {"name": "bankje.jpg", "mimeType": "image/jpeg", "buffer": picture(size=(600, 400))}
    page.locator("input[type=file]").set_input_files([upload])
    press(page, "Foto’s toevoegen en bewaren")
    page.get_by_label("Wat is er te zien op foto 1?").fill("Een bankje bij de flat")
    page.get_by_label("Iedereen op deze foto").check()
    press(page, "Bewaren en verder")
    arrive(page, "Contact")
    press(page, "Bewaren en verder")
    arrive(page, "Bekijken en insturen")


def send(page) -> None:
    arrive(page, "Bekijken en insturen")
    page.get_by_label("Wij vinden het goed dat dit verhaal").check()
    press(page, "Insturen")
    expect(page.locator(".status__title")).to_contain_text("Ingestuurd")


def test_group_goes_the_whole_way(
    live_server,
    tree,
    signed_in,
    make_place,
    page,
    go,
    browser_context_args,
    monkeypatch,
    settings,
    tmp_path,
    complaints,
):
    settings.MEDIA_ROOT = str(tmp_path)
    monkeypatch.setattr(form_guard, "LEAST_SECONDS", 0)
    reviewer = User.objects.get(pk=signed_in("reviewer").user.pk)
    make_place("Teststad")

    profile = join(page, go, reviewer)
    write(page, go)
    page.get_by_role("link", name="Bekijk hoe het eruitziet").click()
    expect(page.locator(".lead")).to_have_text("Tussen de flats groeit genoeg voor iedereen.")
    page.get_by_role("link", name="Verder naar insturen").click()
    send(page)
    ask_change(page=profile, by=reviewer, message="Wie kan er meedoen?")
    go(f"/mijn/{profile.pk}/")
    expect(page.locator(".status__message")).to_contain_text("Wie kan er meedoen?")
    page.get_by_role("link", name="Uw verhaal").click()
    if browser_context_args["java_script_enabled"]:
        lose_nothing(page)
    page.get_by_label("Tekst van deel 5").fill("Iedereen.")
    press(page, "Bewaren")
    expect(page.locator(".portal-messages")).to_contain_text("Bewaard om")
    page.get_by_role("link", name="Bekijken en insturen").click()
    send(page)
    approve(page=MemberPage.objects.get(), by=reviewer)

    public = Client()
    address = MemberPage.objects.get().url
    assert "Iedereen." in public.get(address).content.decode()
    go(f"/mijn/{profile.pk}/")
    page.get_by_role("link", name="Haal de pagina van de site").click()
    arrive(page, "Haal de pagina van de site")
    press(page, "Nu van de site halen")
    expect(page.locator(".status__title")).to_contain_text("Van de site gehaald")
    assert public.get(address).status_code == 404
    assert complaints == []
