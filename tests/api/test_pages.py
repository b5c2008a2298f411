"""What the API tells about pages: golden answers, named sizes, resolved texts, the number of queries."""

import json
import os
import re
from pathlib import Path

import pytest

from core.api.story import BUILDERS
from core.blocks import StoryBlock
from core.images import SIZES
from news.models import NewsPage
from tests.api.story import full_story, with_story

GOLDEN = Path(__file__).with_name("golden")
# What differs from run to run: keys, block ids, file names, moments.
VOLATILE = [
    (re.compile(r'("(?:id|pk)": )\d+'), r"\1 0"),
    (re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), "UUID"),
    (
        re.compile(r"/(documenten|documents|news|events|publications|members|pages|forms|agenda|form)/\d+"),
        r"/\1/0",
    ),
    (re.compile(r"(illustrations|covers)/\d+"), r"\1/00"),
    (re.compile(r"/media/images/[^ \"]+"), "/media/images/FILE"),
    (re.compile(r'("(?:published|updated)_at": )"[^"]+"'), r'\1"MOMENT"'),
    (re.compile(r'("token": )"[^"]+"'), r'\1"TOKEN"'),
    (re.compile(r"verslag(_\w+)?\.pdf"), "verslag.pdf"),
]


@pytest.fixture
def everything(tree, make_image, make_theme, make_place, make_kind, organisation):
    """One page of each kind, each with the full story."""
    theme = make_theme("Groen en energie", slug="groen", number=4)
    image = make_image("Foto")
    story = full_story(tree, make_image)
    shared = {"themes": [theme], "image": image, "image_alt": "Een bankje in de zon"}
    place = make_place("Breda", municipality="Breda")
    pages = {
        "news": tree.news("Ván de buurt", slug="van-de-buurt", date="2026-03-01", **shared),
        "events": tree.event("Open dag", slug="open-dag", place_name="Breda", **shared),
        "publications": tree.publication(
            "Manifest", slug="manifest", date="2026-02-01", kind=make_kind(), **shared
        ),
        "members": tree.member(
            "De Leest", slug="de-leest", place=place, email="x@lsabewoners.example", **shared
        ),
        "pages": tree.standard("Contact", slug="contact", image=image, image_decorative=True),
        "forms": tree.form_page("Vraag", slug="vraag"),
    }
    pages["news"].tags.add("zeggenschap")
    return {name: with_story(page, story) for name, page in pages.items()}


def golden(name: str, body: dict) -> tuple[str, str]:
    """The answer without what differs from run to run, and what it was before. ``GOLDEN=write`` accepts it."""
    text = json.dumps(body, indent=2, ensure_ascii=False) + "\n"
    for pattern, replacement in VOLATILE:
        text = pattern.sub(replacement, text)
    file = GOLDEN / f"{name}.json"
    if os.environ.get("GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return text, file.read_text()


def test_each_kind_of_page_answers_as_agreed(everything, ask, freezer):
    freezer.move_to("2026-11-21 12:00:00")
    for name, page in everything.items():
        now, agreed = golden(name, ask(f"/{name}/{page.pk}"))
        assert now == agreed, name
    for name, path in {"home": "/home", "theme": "/themes/groen", "bootstrap": "/bootstrap"}.items():
        now, agreed = golden(name, ask(path))
        assert now == agreed, name


def test_article_tells_the_members_that_stand_below_it(tree, ask):
    page, member = tree.news(), tree.member("Buurttuin Zuid", summary="Wij telen groente.")

    (below,) = ask(f"/news/{page.pk}")["more_members"]

    assert (below["id"], below["title"], below["summary"]) == (
        member.pk,
        "Buurttuin Zuid",
        "Wij telen groente.",
    )


def test_every_block_has_a_schema_of_its_own():
    assert list(BUILDERS) == list(StoryBlock().child_blocks)
    for name, (schema, _build) in BUILDERS.items():
        assert schema.model_json_schema()["properties"]["type"]["const"] == name


def test_rich_text_is_clean_and_its_links_lead_somewhere(tree, ask):
    draft = tree.standard("Geheim", slug="geheim", live=False)
    page = tree.news(
        body=[
            (
                "paragraph",
                f'<p onclick="x()">A <a linktype="page" id="{draft.pk}">draft</a>, '
                f'<a href="javascript:alert(1)">evil</a>, <a href="https://example.org/">good</a>'
                f'<embed embedtype="image" id="1"/><script>x</script></p>',
            )
        ]
    )

    html = ask(f"/news/{page.pk}")["body"][0]["html"]

    assert html == '<p>A draft, evil, <a href="https://example.org/">good</a></p>'


def test_pictures_come_in_named_sizes_only(tree, ask, make_image):
    page = tree.news(image=make_image(), image_alt="Een bankje")
    page.image.focal_point_x, page.image.focal_point_y = 400, 500
    page.image.focal_point_width = page.image.focal_point_height = 10
    page.image.save()

    image = ask(f"/news/{page.pk}", images=",".join(SIZES))["image"]
    refused = ask("/news", 400, images="width-100|format-png")

    assert list(image["renditions"]) == list(SIZES)
    assert image["focal_point"] == {"x": 0.25, "y": 0.5}
    assert (image["alt"], image["decorative"]) == ("Een bankje", False)
    card = image["renditions"]["card"]
    assert (card["width"], card["height"]) == (720, 450)
    assert card["src"].startswith("http://testserver/media/")
    assert card["srcset"].count("http://testserver/media/") == 2
    assert refused["errors"][0]["field"] == "images.0"


@pytest.mark.parametrize(
    ("kind", "most"),
    [("news", 8), ("events", 8), ("publications", 8), ("members", 7), ("pages", 7), ("forms", 7)],
)
def test_list_costs_the_same_for_one_and_for_many(
    kind, most, tree, ask, make_image, make_theme, make_place, make_kind, django_assert_max_num_queries
):
    # Site, count, pages, renditions, tags; the site settings and the terms when the cache is cold; collections.
    makers = {
        "events": tree.event,
        "publications": tree.publication,
        "members": tree.member,
        "news": tree.news,
    }
    make = makers.get(kind, tree.form_page if kind == "forms" else tree.standard)
    image, themes = make_image(size=(80, 60)), [make_theme()]
    extra = {"place": make_place()} if kind == "members" else {}
    extra |= {"kind": make_kind()} if kind == "publications" else {}

    def add():
        page = make(image=image, image_decorative=True, **extra)
        if kind in makers:
            page.themes.set(themes)
            page.tags.add("groen", "wonen")
            page.save()

    add()
    ask(f"/{kind}", per_page=100)
    with django_assert_max_num_queries(most) as one:
        assert ask(f"/{kind}", per_page=100)["total"] == 1
    add()
    add()
    with django_assert_max_num_queries(most) as three:
        assert ask(f"/{kind}", per_page=100)["total"] == 3

    assert len(one.captured_queries) == len(three.captured_queries)


def test_hundred_items_cost_twelve_queries_at_most(tree, ask, django_assert_max_num_queries):
    for number in range(100):
        tree.news(f"Bericht {number}")

    with django_assert_max_num_queries(12):
        assert len(ask("/news", per_page=100)["items"]) == 100


def test_detail_does_not_cost_more_for_more_blocks(tree, ask, make_image, django_assert_max_num_queries):
    story = full_story(tree, make_image)
    once, thrice = with_story(tree.news(), story), with_story(tree.news(), [*story, *story[:18], *story[19:]])
    ask(f"/news/{once.pk}")
    ask(f"/news/{thrice.pk}")

    with django_assert_max_num_queries(60) as few:
        ask(f"/news/{once.pk}")
    with django_assert_max_num_queries(60) as many:
        ask(f"/news/{thrice.pk}")

    # Each block of members chooses its own.
    assert len(many.captured_queries) - len(few.captured_queries) <= 3


def test_draft_is_not_there(tree, ask):
    page = tree.news("Concept", live=False)

    assert ask("/news")["items"] == []
    assert ask(f"/news/{page.pk}", 404)["status"] == 404
    assert NewsPage.objects.count() == 1
