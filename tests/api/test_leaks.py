"""T26: what visitors cannot read is in no answer, changes no number, and cannot be asked out with a filter."""

import json

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from comments.models import Comment
from comments.services.posting import conversation_of
from core.models import CallToAction, CustomDocument
from headless.enums import Scope
from headless.services import make_token
from search.services import index_all

pytestmark = [pytest.mark.usefixtures("indexed"), pytest.mark.long]

CANARY = "kanarie"
LISTS = ["news", "events", "publications", "members", "pages", "forms", "tags"]
READS = [f"/{name}?per_page=100" for name in LISTS]
READS += ["/bootstrap", "/home", "/themes", "/members.geojson", "/changes?since=2020-01-01T00:00:00Z"]
READS += ["/resolve?path=/", "/resolve?path=/nieuws/", "/themes/groen", "/openapi.json"]
READS += [f"/search?q={word}&per_page=100" for word in ("nieuws", "leden", "korte", "begin")]
READS += ["/search/suggestions?q=nieuws", "/search/suggestions?q=leden"]
# What could be used to ask out what is hidden: each filter, and the beginnings of a hidden word.
ORACLES = [
    f"/{name}?{query}"
    for name in ("news", "events", "publications", "members")
    for query in (f"tag={CANARY}", "theme=groen", "changed_since=2020-01-01T00:00:00Z", "sort=title")
]
ORACLES += [f"/{name}?date_from=2020-01-01&date_until=2030-01-01" for name in ("news", "publications")]
ORACLES += ["/news?year=2026", "/members?province=noord-brabant", "/members.geojson?theme=groen"]
ORACLES += [f"/search?q={CANARY[:length]}" for length in (2, 3, 4, len(CANARY))]
ORACLES += [f"/search?q=nieuws&{query}" for query in ("theme=groen", "kind=news", "year=2026")]
ORACLES += [f"/search/suggestions?q={CANARY[:length]}" for length in (2, 3, len(CANARY))]


def numbers_in(body) -> tuple:
    """The numbers that an answer tells: of items, of all items, of map points, of each choice."""
    return body.get("total"), len(body.get("items", [])), len(body.get("features", [])), body.get("facets")


@pytest.fixture
def crawl(client):
    """Every answer that can be reached from the lists, as one text, with the totals of the lists."""

    def get(reader=client, **headers):
        texts, totals = [], {}
        for path in READS:
            response = reader.get(f"/api/v1{path}", headers=headers)
            texts.append(response.content.decode())
            body = json.loads(response.content)
            totals[path] = numbers_in(body)
            for item in body.get("items", []):
                if "detail" in item:
                    address = item["detail"].removeprefix("http://testserver")
                    texts.append(reader.get(address, headers=headers).content.decode())
                    texts.append(
                        reader.get(f"/api/v1/comments/{item['id']}", headers=headers).content.decode()
                    )
        return "\n".join(texts), totals

    return get


@pytest.fixture
def site(tree, make_theme, make_place):
    """What visitors can read, which refers to what is hidden later."""
    theme, place = make_theme("Groen", slug="groen"), make_place()
    tree.theme, tree.place = theme, place
    tree.open_news = tree.news("Nieuws", themes=[theme])
    tree.open_news.save_revision().publish()
    tree.open_member = tree.member("Leden", themes=[theme], place=place)
    tree.open_member.save_revision().publish()
    tree.event("Agenda")
    tree.publication("Publicatie")
    tree.standard("Pagina")
    tree.form_page("Formulier")
    index_all()
    return tree


@pytest.fixture
def hidden(site, make_image, admin_user):
    """Plants a canary in everything that nobody may read; gives the hidden pages."""
    secret = {
        "themes": [site.theme],
        "lead": CANARY,
        "image": make_image(f"{CANARY}-foto", size=(80, 60)),
        "image_alt": CANARY,
    }
    drafts = [
        make(f"{CANARY} concept", slug=f"{CANARY}-concept-{number}", live=False, **secret)
        for number, make in enumerate([site.news, site.event, site.publication, site.member])
    ]
    private = site.standard(f"{CANARY} besloten", slug=f"{CANARY}-besloten", lead=CANARY, live=False)
    private.view_restrictions.create(restriction_type="password", password=CANARY)
    private.save_revision().publish()
    paused = site.member(
        f"{CANARY} gepauzeerd", slug=f"{CANARY}-gepauzeerd", state="paused", place=site.place
    )
    for page in [*drafts, paused]:
        page.tags.add(CANARY)
        page.save()
    collection = Collection.get_first_root_node().add_child(name=CANARY)
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    document = CustomDocument.objects.create(
        title=CANARY, file=ContentFile(b"x", name=f"{CANARY}.txt"), collection=collection
    )
    image = make_image(f"{CANARY}-besloten", size=(80, 60))
    image.collection = collection
    image.save()
    call = CallToAction.objects.create(name=CANARY, title="t", text="", button_label=CANARY, page=private)
    links = "".join(f'<a linktype="page" id="{page.pk}">x</a>' for page in [*drafts, private, paused])
    member = site.open_member
    for name in member.PRIVATE_UNLESS_TICKED:
        setattr(member, name, f"{CANARY}@lsabewoners.example")
    member.image, member.image_alt = image, CANARY
    member.photos.add(type(member).photos.rel.related_model(image=image, alt=CANARY, caption=CANARY))
    member.save_revision().publish()
    page = site.open_news
    page.body = [
        ("paragraph", f'<p>{links}<a linktype="document" id="{document.pk}">x</a></p>'),
        ("document_card", {"document": document, "title": ""}),
        ("image", {"image": {"image": image, "decorative": False, "alt_text": "a"}, "caption": ""}),
        ("publication_card", {"page": drafts[2]}),
        ("related_article", {"page": private, "intro": ""}),
        ("related_article", {"page": paused, "intro": ""}),
        ("events", {"events": [drafts[1]]}),
        ("organisation_list", {"organisations": [{"member": paused, "place": "p", "text": "<p>t</p>"}]}),
        ("call_to_action", call),
    ]
    page.follow_up = private
    page.related_pages.add(type(page).related_pages.rel.related_model(target=private))
    page.save_revision(user=admin_user).publish()
    page.title = f"{CANARY} nieuwe titel"
    page.save_revision(user=admin_user)
    return [*drafts, private, paused]


def plant_comments(page, *, approved=True):
    """Comments that nobody may read, with what is kept about their writers."""
    conversation = conversation_of(page)
    shared = {
        "conversation": conversation,
        "language": "nl",
        "name": "N",
        "email": f"{CANARY}@lsabewoners.example",
    }
    for number, state in enumerate(["held", "refused", "spam", "trashed"]):
        Comment.objects.create(**shared, text=CANARY, state=state, key=f"k{number}")
    if approved:
        Comment.objects.create(
            **shared, text="Mooi", state="approved", original=CANARY, reason=CANARY, key="ok"
        )


def test_T26_nothing_hidden_leaves(site, hidden, crawl, client, admin_client, make_writer, admin_user):
    plant_comments(site.open_news)
    draft = hidden[3]
    draft.save_revision(clean=False)
    _token, secret = make_token(name="App", scopes=list(Scope), by=admin_user)

    readers = {
        "anybody": (client, {}),
        "member": (make_writer(draft).client, {}),
        "administrator": (admin_client, {}),
        "token": (client, {"Authorization": f"Bearer {secret}"}),
    }
    for name, (reader, headers) in readers.items():
        text, _totals = crawl(reader, **headers)
        assert "Mooi" in text
        places = [text[max(0, at - 200) : at + 60] for at in range(len(text)) if text.startswith(CANARY, at)]
        assert places == [], name


def test_T26_hidden_pages_are_not_there_by_number_or_address(site, hidden, client):
    for page in hidden:
        for name in LISTS[:-1]:
            assert client.get(f"/api/v1/{name}/{page.pk}").status_code == 404
        assert client.get(f"/api/v1/comments/{page.pk}").status_code == 404
        assert client.get(f"/api/v1/comments/{page.pk}/form").status_code == 404
        found = client.get("/api/v1/resolve", {"path": page.get_url()}).json()
        assert found["result"] in {"not_found", "gone"}


def test_T26_hidden_records_change_no_number(site, crawl, client, request):
    def ask_out():
        return {path: numbers_in(client.get(f"/api/v1{path}").json()) for path in ORACLES}

    (_text, before), guessed = crawl(), ask_out()
    request.getfixturevalue("hidden")
    plant_comments(site.open_news, approved=False)
    (_text, after), found = crawl(), ask_out()

    assert after == before
    assert found == guessed
    count = client.get(f"/api/v1/comments/{site.open_news.pk}").json()
    assert (count["count"], count["threads"]) == (0, [])


def test_T40_no_size_of_a_picture_can_be_made_up(site, client, make_image):
    image = make_image()
    before = image.renditions.count()

    for width in range(100, 200):
        assert client.get("/api/v1/news", {"images": f"width-{width}"}).status_code == 400

    assert image.renditions.count() == before
