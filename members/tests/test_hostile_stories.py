"""A group that writes markup and scripts everywhere: nothing of it runs, wherever it is shown (T2, T3, T4)."""

import json
from urllib.parse import quote, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from wagtail.blocks import StreamValue

from members.models import MemberPage
from members.portal.forms import ContactForm
from members.tests import vectors
from members.tests.test_markup import faults
from members.tests.test_photos import picture, upload
from tests.tree import text_of

pytestmark = pytest.mark.django_db

IMAGE = vectors.HANDLERS[0].format(run=vectors.RUN)
BREAKOUT = f"\"'></title></script>{IMAGE}"
SITE = "http://localhost"


@pytest.fixture
def look(page, complaints):
    """Opens an address in Chromium with what a test client gets; returns what ran and what the browser refused.

    No server is needed, and the test can be undone like any other. Only files are fetched while the browser works:
    in its event loop Django would open another connection, which does not see what the test has made.
    """
    shown = {}
    page.on("dialog", lambda dialog: (complaints.append("a dialog"), dialog.dismiss()))

    def give(route):
        kind, _slash, name = urlsplit(route.request.url).path.lstrip("/").partition("/")
        if route.request.is_navigation_request() and route.request.frame == page.main_frame:
            route.fulfill(**shown)
        elif kind == "static":
            route.fulfill(path=finders.find(name))
        elif kind == "media":
            route.fulfill(path=default_storage.path(name))
        else:
            route.fulfill(status=404)

    page.route("**/*", give)

    def go(client: Client | None, path: str) -> list:
        """Without a client: the canary itself, to see that it would sing."""
        shown.update(body=IMAGE, headers={"Content-Type": "text/html"})
        if client:
            response = client.get(path, headers={"host": "localhost"})
            assert response.status_code == 200, path
            shown.update(body=response.content, headers=dict(response.headers))
        complaints.clear()
        page.goto(SITE + path)
        # all pictures have failed, all scripts have run
        page.evaluate("new Promise(done => requestIdleCallback(done, {timeout: 5000}))")
        return [page.evaluate("window.__xss"), *complaints]

    return go


@pytest.fixture
def hostile(make_writer, make_image, make_theme, settings):
    """A writer of a live page with something hostile in every text; the newest draft has it too."""
    writer = make_writer(live=True)
    writer.fill("stap/about/", title=BREAKOUT[:120], lead=BREAKOUT, summary=BREAKOUT)
    writer.fill("stap/place/", neighbourhood=BREAKOUT[:80])
    writer.fill("stap/contact/", contact_name=BREAKOUT, contact_name_public="on", opening_hours=BREAKOUT)
    keys = [part.key for part in writer.get("verhaal/").context["form"].parts]
    texts = vectors.markup()
    answers = {
        f"text-{key}": "\n\n".join(texts[number :: len(keys)]).replace("\x00", "")
        for number, key in enumerate(keys)
    }
    assert writer.fill("verhaal/", **answers).status_code == 302
    writer.fill("fotos/", files=[upload(picture(), '"><img src=x onerror=alert(1)>.jpg')] * 2)
    rows = writer.get("fotos/").context["form"].rows
    writer.fill(
        "fotos/",
        **{f"{name}-{row['photo'].image.pk}": BREAKOUT[:200] for row in rows for name in ("alt", "caption")},
    )
    draft = writer.draft()
    draft.themes.set([make_theme()])
    draft.tags.add(BREAKOUT[:90])
    # What came in by another way than the portal, as if a cleaner had failed.
    raw = [{"type": "paragraph", "value": text, "id": f"raw-{number}"} for number, text in enumerate(texts)]
    draft.body = StreamValue(draft.body.stream_block, [*draft.body.get_prep_value(), *raw], is_lazy=True)
    draft.save_revision(user=writer.user, clean=False).publish()
    draft.lead = f"Anders {BREAKOUT}"
    draft.save_revision(user=writer.user, clean=False)
    return writer


def test_T2_T3_nothing_runs_wherever_a_story_is_shown(hostile, signed_in, look, tree):
    page, visitor, reviewer = hostile.page, Client(), signed_in("reviewer")
    public = [
        MemberPage.objects.get().url,
        "/leden/",
        "/",
        f"/zoeken/?q={quote('img src')}",
        "/themas/groen-en-energie/",
        f"/api/v1/members/{page.pk}",
    ]
    own = ["", "voorbeeld/", "verhaal/", "fotos/", "stap/about/", "stap/contact/", "insturen/", "mensen/"]
    staff = [
        f"/admin/members-at-work/stories/{page.pk}/",
        reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"]),
        reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
        reverse("wagtailadmin_pages:history", args=[page.pk]),
    ]

    found = {path: look(visitor, path) for path in public}
    found |= {path: look(hostile.client, hostile.url(path)) for path in own}
    ran = {path: look(reviewer, path)[0] for path in staff}

    assert look(None, "/canary/")[0] == 1
    assert {path: what for path, what in found.items() if what != [None]} == {}
    assert {path: what for path, what in ran.items() if what is not None} == {}


def test_T2_T3_only_the_list_comes_out_of_page_and_api(hostile, client):
    page = MemberPage.objects.get()
    story = BeautifulSoup(client.get(page.url).content, "html.parser").select(".story p, .story li")
    told = client.get(f"/api/v1/members/{page.pk}").json()
    texts = [block["html"] for block in told["body"] if "html" in block]

    assert len(story) > 50
    assert [part for part in map(str, story) if faults(part)] == []
    assert len(texts) > 50
    assert [html for html in texts if faults(html)] == []
    assert IMAGE in text_of(BeautifulSoup(client.get(page.url).content, "html.parser").select_one(".story"))


def test_T3_website_with_an_address_that_runs_is_refused():
    for address in vectors.addresses():
        form = ContactForm({"website": address})
        website = form.cleaned_data["website"] if form.is_valid() else ""
        # What is left became a path of some host, which runs nowhere.
        assert website == "" or website.startswith(("https://", "http://")), address
        assert "javascript:" not in website.partition("?")[0].lower(), address


def test_T3_link_that_runs_does_not_come_through_the_editor_either(tree, signed_in, client):
    page = tree.member()
    boss = signed_in("administrator")
    content = {"entityMap": {}, "blocks": []}
    for number, address in enumerate(vectors.addresses()):
        content["entityMap"][str(number)] = {
            "type": "LINK",
            "mutability": "MUTABLE",
            "data": {"url": address},
        }
        content["blocks"].append(
            {
                "key": f"k{number}",
                "text": "x",
                "type": "unstyled",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [{"offset": 0, "length": 1, "key": number}],
            }
        )
    form = {
        "title": "T", "slug": page.slug, "lead": "L", "state": "active", "action-publish": "1",
        "body-count": "1", "body-0-type": "paragraph", "body-0-order": "0", "body-0-deleted": "",
        "body-0-value": json.dumps(content), "body-0-id": "",
    }  # fmt: skip
    for name in ("photos", "footnotes", "related_pages", "comments"):
        form |= {f"{name}-TOTAL_FORMS": "0", f"{name}-INITIAL_FORMS": "0"}
    form |= {"image_alt": "x", "image_decorative": "on"}

    response = boss.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)

    assert response.status_code == 302, response.context["form"].errors
    shown = BeautifulSoup(client.get(MemberPage.objects.get().url).content, "html.parser").select_one(
        ".story"
    )
    assert "x" in shown.get_text()
    assert [part for part in map(str, shown.select("p")) if faults(part)] == []


def test_T4_hostile_words_are_words_in_page_lists_search_and_errors(hostile, client, tree):
    page = MemberPage.objects.get()
    for path in (
        page.url,
        "/leden/",
        f"/zoeken/?q={quote(BREAKOUT)}",
        f"/{quote(BREAKOUT)}/",
        f"/leden/?zoek={quote(BREAKOUT)}",
        f"/leden/?plaats={quote(BREAKOUT)}",
    ):
        response = client.get(path)
        html = response.content.decode()
        assert response.status_code in {200, 404}
        assert IMAGE not in html, path
        for script in BeautifulSoup(html, "html.parser").select('script[type="application/ld+json"]'):
            json.loads(script.string)


def test_T4_name_and_hidden_words_of_a_file_are_nowhere(writer):
    exif = vectors_exif()
    writer.fill("fotos/", files=[upload(picture(exif=exif), f"{IMAGE}.jpg")])

    html = writer.get("fotos/").content.decode()

    assert "<img src=x" not in html
    assert "kanarie" not in html


def vectors_exif():
    """Words in the fields of a camera that some programs show."""
    from PIL.ExifTags import Base
    from PIL.Image import Exif

    exif = Exif()
    exif[Base.ImageDescription] = f"kanarie {IMAGE}"
    exif[Base.Artist] = "kanarie"
    return exif
