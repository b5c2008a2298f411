"""The pages of members in a browser: what axe says of their states and errors, and what the scripts add.

The steps as they are first met are in test_accessibility.py.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from members.models import MemberPage
from members.services.sending import approve, ask_change, refuse, take_up
from tests.test_member_journey import PHONE, press


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, "viewport": PHONE, "has_touch": True}


@pytest.fixture
def as_writer(context, live_server, writer):
    context.add_cookies(
        [{"name": "sessionid", "value": writer.client.session.session_key, "url": live_server.url}]
    )
    return writer


@pytest.fixture
def found(page, live_server):
    """What axe says of pages: ``look(path)`` opens and judges, ``look()`` judges what is open; ``found.wrong``."""
    return Judge(page, live_server.url)


class Judge:
    """Collects what breaks a rule of axe, by the address and title of the page; nothing may be wider than the phone."""

    def __init__(self, page, origin: str):
        self.page, self.origin, self.axe = page, origin, Axe()
        self.seen, self.wrong = [], []
        page.set_default_navigation_timeout(90_000)

    def look(self, path: str = "", title: str = "") -> None:
        if path:
            self.page.goto(self.origin + path)
        expect(self.page.locator("h1")).to_have_count(1)
        assert title in self.page.title()
        self.seen.append(self.page.title())
        violations = self.axe.run(self.page).response["violations"]
        self.wrong += [
            (self.page.url, self.page.title(), rule["id"], node["html"][:200])
            for rule in violations
            for node in rule["nodes"]
        ]
        if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            self.wrong.append((self.page.url, self.page.title(), "wider than the phone", ""))


def test_doors_have_no_barrier(page, found, tree):
    for path in (
        "/word-lid/",
        "/word-lid/ontvangen/",
        "/word-lid/bevestigen/x/",
        "/inloggen/",
        "/uitnodiging/x/",
    ):
        found.look(path)
    found.page.goto(f"{found.origin}/word-lid/")
    press(page, "Verstuur")
    found.look(title="Fout: ")
    found.page.goto(f"{found.origin}/inloggen/")
    press(page, "Stuur mij de mail")
    found.look(title="Fout: ")
    page.get_by_label("Uw e-mailadres").fill("niemand@example.org")
    press(page, "Stuur mij de mail")
    found.look(title="Kijk in uw mail")
    page.get_by_label("De code in de mail").fill("12")
    press(page, "Inloggen")
    found.look(title="Fout: ")
    found.look("/inloggen/link/x/")

    assert found.wrong == []


def test_errors_and_questions_have_no_barrier(page, found, as_writer, photo_of, make_writer):
    make_writer(as_writer.page, role="editor")

    def look(rest: str) -> None:
        found.look(as_writer.url(rest))

    look("van-de-site/")
    photo_of(alt="")
    look("fotos/")
    page.locator("input[type=file]").set_input_files(
        [{"name": "brief.jpg", "mimeType": "image/jpeg", "buffer": b"geen foto"}]
    )
    press(page, "Foto’s toevoegen en bewaren")
    found.look(title="Fout: ")
    look("verhaal/?extra=1")
    page.goto(found.origin + as_writer.url("stap/about/"))
    page.get_by_label("Naam van uw groep").fill("")
    press(page, "Bewaren")
    found.look(title="Fout: ")
    look("insturen/")
    look("mensen/")
    page.get_by_role("link", name="Overdragen aan").click()
    found.look(title="Wilt u overdragen aan")
    page.goto(found.origin + as_writer.url("mensen/"))
    press(page, "Uitnodiging versturen")
    found.look(title="Fout: ")
    found.look("/mijn/gegevens/naam/")
    found.look("/mijn/gegevens/adres/")
    page.get_by_label("Uw nieuwe e-mailadres").fill("nieuw@example.org")
    press(page, "Stuur mij de mail")
    found.look(title="Mijn gegevens")
    found.look("/mijn/gegevens/adres/")
    found.look("/mijn/gegevens/adres/x/")
    press(page, "Ja, dit is mijn adres")
    found.look(title="Deze link werkt niet")
    found.look("/mijn/gegevens/")
    press(page, "Mijn account verwijderen")
    found.look(title="Fout: ")

    assert found.wrong == []


def test_states_of_a_story_have_no_barrier(page, found, as_writer, photo_of, signed_in, make_writer):
    reviewer = signed_in("reviewer").user
    colleague = make_writer(as_writer.page, role="editor")

    def look(*rests: str, title: str = "") -> None:
        for rest in rests:
            found.look(as_writer.url(rest), title)

    def answer(how, **message) -> None:
        as_writer.send()
        how(page=MemberPage.objects.get(pk=as_writer.page.pk), by=reviewer, **message)
        look("")

    as_writer.make_ready()
    photo_of()
    look("insturen/", "voorbeeld/")
    page.goto(found.origin + as_writer.url("insturen/"))
    press(page, "Insturen")
    found.look(title="Fout: ")
    as_writer.send()
    look("", "verhaal/", "fotos/", "insturen/")
    take_up(page=MemberPage.objects.get(pk=as_writer.page.pk), by=reviewer)
    look("")
    as_writer.post("intrekken/")
    answer(ask_change, message="Wie kan er meedoen?")
    answer(refuse, message="Dit past niet bij ons.")
    answer(approve)
    page.goto(found.origin + as_writer.url("stap/about/"))
    colleague.fill("stap/about/", lead="Van mijn collega.")
    page.get_by_label("Wie bent u, in één of twee zinnen?").fill("Van mij.")
    press(page, "Bewaren")
    found.look()
    draft = as_writer.draft()
    draft.lead = "Van de redactie."
    draft.save_revision(user=reviewer)
    look("", "verschillen/")
    page.goto(found.origin + as_writer.url("van-de-site/"))
    press(page, "Nu van de site halen")
    found.look()

    assert found.wrong == []


def test_list_goes_on_with_the_next_line(page, live_server, as_writer):
    page.goto(live_server.url + as_writer.url("verhaal/"))
    field = page.get_by_label("Tekst van deel 1")
    field.focus()

    page.get_by_role("button", name="Lijst").first.click()
    page.keyboard.type("koffie")
    page.keyboard.press("Enter")
    page.keyboard.type("thee")
    for _time in range(2):
        page.keyboard.press("Enter")
    page.keyboard.type("9. eerst")
    page.keyboard.press("Enter")
    page.keyboard.type("daarna")

    expect(field).to_have_value("- koffie\n- thee\n\n9. eerst\n10. daarna")


def test_button_once_more_takes_its_marks_off(page, live_server, as_writer):
    page.goto(live_server.url + as_writer.url("verhaal/"))
    field = page.get_by_label("Tekst van deel 1")

    def choose(text: str, start: int, end: int) -> None:
        field.fill(text)
        field.evaluate("(field, [start, end]) => field.setSelectionRange(start, end)", [start, end])

    def button(name: str):
        return page.get_by_role("button", name=name, exact=True).first

    for text, start, end, name, marked in (
        ("", 0, 0, "Vet", "****"),
        ("wij samen hier", 4, 9, "Vet", "wij **samen** hier"),
        ("koffie\nthee", 0, 11, "Lijst", "- koffie\n- thee"),
        ("koffie\nthee", 0, 11, "1, 2, 3", "1. koffie\n2. thee"),
    ):
        choose(text, start, end)
        button(name).click()
        expect(field).to_have_value(marked)
        if name != "Vet":
            field.press("ControlOrMeta+a")
        button(name).click()
        expect(field).to_have_value(text)

    choose("- koffie\n- thee", 0, 15)
    button("1, 2, 3").click()
    expect(field).to_have_value("1. koffie\n2. thee")
    choose("samen \n\nhier", 0, 12)
    button("Vet").click()
    expect(field).to_have_value("**samen** \n\n**hier**")


def test_link_is_asked_for_and_nothing_stays_when_nobody_makes_one(page, live_server, as_writer, found):
    page.goto(live_server.url + as_writer.url("verhaal/"))
    field = page.get_by_label("Tekst van deel 1")
    button = page.get_by_role("button", name="Link").first
    words, address = page.get_by_label("Woorden in uw verhaal"), page.get_by_label("Waar leiden ze heen?")
    field.focus()

    button.click()
    expect(words).to_be_focused()
    found.look()
    page.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(field).to_be_focused()

    button.click()
    words.fill("onze tuin")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Vul een adres in, zoals www.example.org.")
    expect(address).to_be_focused()
    address.fill("tuin.example.org/kas_(oud)")
    press(page, "Link erin zetten")
    expect(field).to_have_value("[onze tuin](https://tuin.example.org/kas_%28oud%29)")

    field.fill("Kom naar")
    button.click()
    words.fill("onze tuin")
    address.fill("www.tuin.example.org")
    press(page, "Link erin zetten")
    expect(field).to_have_value("Kom naar [onze tuin](https://www.tuin.example.org)")
    field.press("ArrowLeft")
    field.press("ControlOrMeta+k")
    expect(words).to_have_value("onze tuin")
    expect(address).to_be_focused()
    address.fill("info@example.org")
    words.fill("")
    press(page, "Link erin zetten")
    expect(field).to_have_value("Kom naar [info@example.org](info@example.org)")
    assert found.wrong == []


def test_saving_without_a_connection_is_said_and_tried_again(page, live_server, context, as_writer):
    page.goto(live_server.url + as_writer.url("stap/about/"))
    status = page.locator("#autosave-status")
    context.set_offline(True)
    page.get_by_label("Wie bent u, in één of twee zinnen?").fill("In de trein.")
    expect(status).to_contain_text("Nog niet bewaard: er is geen verbinding.")
    context.set_offline(False)

    expect(status).to_contain_text("Bewaard om", timeout=15_000)
    assert as_writer.draft().lead == "In de trein."
