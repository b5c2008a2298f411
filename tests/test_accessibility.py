"""Every kind of page in a browser: judged by axe, used with the keyboard, enlarged, in other colours, heard (Q1-Q6)."""

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from comments import addresses as comment_addresses
from comments.enums import State
from comments.models import Comment
from comments.services.posting import conversation_of
from core import form_guard
from core.models import CustomDocument
from tests.api.story import full_story, with_story

PHONE, DESK, ZOOMED = ({"width": width, "height": 800} for width in (390, 1280, 320))
AXE = Axe().axe_script
QUICK = {"resultTypes": ["violations"], "preload": False}
RULES = QUICK | {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # The second is what the checker of the admin looks for as well: what it finds must be the editor's.
    "rules": {"target-size": {"enabled": True}, "p-as-heading": {"enabled": True}},
}
COLOURS = QUICK | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}

AGREED = Path(__file__).with_name("accessibility")
JUDGE = Path(__file__).with_name("accessibility.js").read_text()
# WCAG 2.2, 1.4.12 and 1.4.4.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }"""
DOUBLED = "html { font-size: 200% !important }"


@pytest.fixture
def article(tree, make_image, make_theme, organisation):
    """An old article with every block, notes, related pages and a conversation."""
    theme = make_theme("Groen en energie", slug="groen", number=4, body="<p>Samen.</p>")
    page = tree.news("Buurtfeest", slug="buurtfeest", date="2020-03-01", themes=[theme], author=organisation)
    heads = [("heading", {"text": f"Deel {number}", "level": "h2"}) for number in range(4)]
    page = with_story(page, [*full_story(tree, make_image), *heads])
    page.related_pages.create(target=tree.news("Wat volgde", date="2020-04-01"))
    page.tags.add("zeggenschap")
    page.save()
    shared = {"conversation": conversation_of(page), "language": "nl", "state": State.APPROVED}
    first = Comment.objects.create(**shared, name="Anna", text="Wat een feest.", key="1")
    Comment.objects.create(**shared, name="Noor", text="Dank u.", key="2", parent=first)
    return page


@pytest.fixture
def public(
    article, tree, english_tree, translate, make_place, django_capture_on_commit_callbacks
) -> list[str]:
    """An address of every kind that visitors meet, in Dutch and in English."""
    follow_up = tree.news_index.get_children().get(title="Wat volgde").specific
    now, zeist = timezone.now(), make_place("Zeist", "utrecht", latitude=52.09, longitude=5.233)
    member = tree.member(place=zeist, email="groep@example.org", email_public=True)
    publication = tree.publication(
        body=[("heading", {"text": f"Deel {number}", "level": "h2"}) for number in range(4)]
    )
    document = CustomDocument.objects.create(
        title="Verslag", file=ContentFile(b"%PDF-1.7", name="verslag.pdf")
    )
    publication.files.create(document=document)
    publication.save()
    pages = [
        *tree.home.get_children().live(),
        tree.event("Open dag", start=now + timedelta(days=9), place_name="Buurthuis"),
        tree.event("Slotdag", start=now - timedelta(days=9), place_name="Buurthuis"),
        publication,
        member,
        tree.standard(body=[("paragraph", "<p>Wij zijn er.</p>")]),
        tree.form_page(),
    ]
    with django_capture_on_commit_callbacks(execute=True):
        translate(follow_up)
    held = Comment.objects.create(
        conversation=conversation_of(article), language="nl", name="Piet", text="Mooi.", key="3"
    )
    return [
        tree.home.url,
        *dict.fromkeys(page.url for page in pages),
        *(
            page.url
            for origin in (tree.home, tree.news_index, follow_up)
            for page in origin.get_translations()
        ),
        article.url,
        "/themas/groen/",
        "/leden/?provincie=utrecht",
        "/leden/?q=niemand",
        *("/zoeken/", "/zoeken/?q=feest", "/zoeken/?q=qqqq", "/en/search/?q=feest"),
        *("/bestaat-niet/", "/en/nothing-here/"),
        *("/inloggen/", "/inloggen/code/", "/word-lid/"),
        reverse("comments:write", args=[article.pk]),
        reverse("comments:report", args=[Comment.objects.visible().first().pk]),
        reverse("comments:house_rules"),
        reverse("comments:ask_data"),
        comment_addresses.status(held),
    ]


@pytest.fixture
def told(article, tree, make_kind) -> dict[str, str]:
    """Addresses of twelve kinds of page, by name, on which nothing depends on the day."""
    Comment.objects.update(written_at=datetime(2020, 3, 2, 9, tzinfo=UTC))
    publication = tree.publication(
        "Manifest",
        slug="manifest",
        date="2020-02-01",
        kind=make_kind(),
        body=[("paragraph", "<p>Wij vragen drie dingen.</p>")],
    )
    return {
        "home": tree.home.url,
        "news": tree.news_index.url,
        "article": article.url,
        "calendar": tree.event_index.url,
        "publication": publication.url,
        "members": tree.member_index.url,
        "member": f"{tree.member_index.url}buurttuin-zuid/",
        "theme": "/themas/groen/",
        "form": tree.form_page("Schrijf ons").url,
        "search": "/zoeken/?q=qqqq",
        "comment": reverse("comments:write", args=[article.pk]),
        "sign_in": "/inloggen/",
        "not_found": "/bestaat-niet/",
    }


@pytest.fixture
def go(live_server, page):
    page.set_default_navigation_timeout(90_000)
    return lambda address: page.goto(live_server.url + address.removeprefix("http://localhost"))


def by_axe(page, options) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return [f"{rule['id']} at {node['target']}" for rule in found for node in rule["nodes"]]


def by_keyboard(page) -> list[str]:
    """Go through the page with Tab: everything is reached once, in the order of the page, and is seen."""
    expected, walked = page.evaluate("judge.stops()"), []
    while len(walked) < 2 * len(expected):
        page.keyboard.press("Tab")
        stop = page.evaluate("judge.stop()")
        if stop is None or (walked and stop["place"] <= walked[-1]["place"]):
            break
        walked.append(stop)
    missed = [name for name in expected if name not in [stop["name"] for stop in walked]]
    return [
        *(f"the keyboard does not reach {name}" for name in missed),
        *(f"focus is not to be seen on {stop['name']}" for stop in walked if not stop["ring"]),
        *(f"focus lies below something on {stop['name']}" for stop in walked if not stop["seen"]),
    ]


def by_size(page) -> list[str]:
    """Look at a narrow or magnified window, at spaced text, and at text of double size."""
    found = []
    for size, css in ((ZOOMED, ""), (ZOOMED, SPACED), (DESK, DOUBLED)):
        page.set_viewport_size(size)
        page.evaluate("css => judge.restyle(css)", css)
        found += [
            f"{problem} ({size['width']} px, {css[:20]})" for problem in page.evaluate("judge.tooLarge()")
        ]
    page.evaluate("judge.restyle('')")
    return found


def by_preference(page) -> list[str]:
    """Look at it in the evening, in the colours of the reader's own system, and without motion."""
    page.emulate_media(color_scheme="dark")
    found = by_axe(page, COLOURS)
    page.emulate_media(color_scheme="light", forced_colors="active", reduced_motion="reduce")
    found += [f"no focus in forced colours on {html}" for html in page.evaluate("judge.withoutRing()")]
    found += [f"no edge in forced colours on {html}" for html in page.evaluate("judge.withoutEdge()")]
    found += [f"moves: {html}" for html in page.evaluate("judge.moving()")]
    page.emulate_media(forced_colors="none", reduced_motion="no-preference")
    return found


def judged(page) -> list[str]:
    page.set_viewport_size(PHONE)
    page.evaluate(JUDGE)
    return [*by_axe(page, RULES), *by_keyboard(page), *by_size(page), *by_preference(page)]


def test_Q1_Q2_Q3_every_kind_of_page_is_for_everybody(public, go, page):
    found = {}
    for address in public:
        go(address)
        found[address] = judged(page)

    assert {address: problems for address, problems in found.items() if problems} == {}


def test_Q1_Q2_Q3_portal_is_for_everybody(writer, photo_of, live_server, go, page):
    writer.make_ready()
    photo_of()
    value = writer.client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])
    found = {}
    steps = ("", "stap/about/", "stap/place/", "verhaal/", "fotos/", "stap/contact/", "insturen/", "mensen/")
    for address in ("/mijn/gegevens/", *(writer.url(step) for step in steps)):
        go(address)
        expect(page).to_have_url(live_server.url + address)
        found[address] = judged(page)

    assert {address: problems for address, problems in found.items() if problems} == {}


def test_Q5_form_with_errors_leads_to_each_of_them(article, tree, go, page, monkeypatch):
    monkeypatch.setattr(form_guard, "LEAST_SECONDS", 0)
    write = reverse("comments:write", args=[article.pk])
    for address in (write, "/inloggen/", "/word-lid/", tree.form_page(slug="schrijf-ons").url, "/en/join/"):
        go(address)
        form = page.locator("main form").last
        if address == write:
            page.get_by_label("Uw naam").fill("Mieke")
        form.locator("button[type=submit]").click()
        summary = page.locator(".form-problems")

        expect(summary.locator("h2")).to_be_focused()
        assert page.title().startswith(("Fout: ", "Error: ")), address
        assert by_axe(page, RULES) == [], address
        links = summary.get_by_role("link")
        for number in range(links.count()):
            text = links.nth(number).text_content()
            links.nth(number).press("Enter")
            field = page.locator(":focus")
            expect(field).to_have_attribute("aria-invalid", "true")
            expect(field).to_have_accessible_description(re.compile(re.escape(text)))
        if address == write:
            expect(page.get_by_label("Uw naam")).to_have_value("Mieke")


def heard(page) -> str:
    """What assistive technology is told of the page, without addresses, which differ from run to run."""
    lines = page.locator("body").aria_snapshot().splitlines()
    return "\n".join(line for line in lines if "/url:" not in line) + "\n"


def test_Q6_what_is_told_to_a_screen_reader_is_as_agreed(told, go, page):
    """``GOLDEN=write`` accepts what is told now."""
    now = {}
    for name, address in told.items():
        go(address)
        now[name] = heard(page)
        if os.environ.get("GOLDEN") == "write":
            AGREED.mkdir(exist_ok=True)
            (AGREED / f"{name}.yaml").write_text(now[name])

    for name, text in now.items():
        assert text == (AGREED / f"{name}.yaml").read_text(), name
