"""The illustrations: the same for the same seed, valid and small as SVG, right in size as an image."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from core.illustrations import HUE_NAMES, SCENES, SPECIAL_SCENES, draw, render_image, render_svg
from core.illustrations.palette import ALL_COLOURS, HUES
from core.illustrations.runs import batches
from core.illustrations.shapes import Scene, circle, flatten, line, poly, rect, ring
from core.templatetags.core_tags import DRAWN_COVERS
from scripts.build_illustrations import COVERS, FALLBACKS, TARGET, build

EVERY_SCENE = (*SCENES, *SPECIAL_SCENES)
SEEDS = range(1, 5)
SIZE_LIMIT = 25_000
ATTRIBUTES = {
    "viewBox",
    "aria-hidden",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "opacity",
    "d",
}
SVG = "{http://www.w3.org/2000/svg}"
RED, BLUE = "#ff0000", "#0000ff"


@cache
def svg_of(scene, seed):
    """Return the SVG of one drawing, made once for all the tests that look at it."""
    return render_svg(draw(seed, scene=scene))


@pytest.mark.parametrize("scene", EVERY_SCENE)
def test_same_seed_gives_the_same_drawing(scene):
    first, second = draw("buurt", scene=scene), draw("buurt", scene=scene)
    assert render_svg(first) == render_svg(second)
    assert render_image(first, 160).tobytes() == render_image(second, 160).tobytes()


@pytest.mark.parametrize("scene", EVERY_SCENE)
def test_different_seeds_give_different_drawings(scene):
    drawings = {svg_of(scene, seed) for seed in SEEDS}
    assert len(drawings) == len(SEEDS)


def test_a_number_and_its_digits_are_one_seed():
    assert draw(7) == draw("7")


def test_seeds_alone_reach_every_landscape():
    assert {draw(seed).name for seed in range(60)} == set(SCENES)


@pytest.mark.parametrize("scene", EVERY_SCENE)
@pytest.mark.parametrize("seed", SEEDS)
def test_svg_is_small_plain_and_valid(scene, seed):
    svg = svg_of(scene, seed)
    root = ElementTree.fromstring(svg)
    assert len(svg.encode()) <= SIZE_LIMIT
    assert root.tag == f"{SVG}svg"
    assert {element.tag for element in root} == {f"{SVG}path"}
    assert {name for element in root.iter() for name in element.attrib} <= ATTRIBUTES
    assert not any("." in element.get("d") for element in root), "coordinates are whole numbers"


@pytest.mark.parametrize("scene", EVERY_SCENE)
def test_colours_come_from_the_palette(scene):
    for seed in SEEDS:
        used = set(re.findall(r"#[0-9a-f]+", svg_of(scene, seed)))
        assert used <= ALL_COLOURS


@pytest.mark.parametrize("scene", EVERY_SCENE)
@pytest.mark.parametrize("hue", HUE_NAMES)
def test_the_hue_asked_for_is_in_the_drawing(scene, hue):
    svg = render_svg(draw(1, scene=scene, hue=hue))
    family = HUES[hue]
    assert any(step in svg for step in (family.tint, family.light, family.base, family.deep))


def test_another_hue_changes_the_colours_only():
    violet, green = (draw(3, scene="village", hue=hue) for hue in ("violet", "green"))
    assert [type(shape) for shape in violet.shapes] == [type(shape) for shape in green.shapes]
    assert render_svg(violet) != render_svg(green)


def test_unknown_names_are_refused():
    with pytest.raises(ValueError, match="scene"):
        draw(1, scene="volcano")
    with pytest.raises(ValueError, match="hue"):
        draw(1, hue="beige")


@pytest.mark.parametrize(
    ("scene", "width", "size"),
    [
        ("canal", 400, (400, 250)),
        ("market", 1600, (1600, 1000)),
        ("portrait", 96, (96, 96)),
        ("cover", 300, (300, 400)),
    ],
)
def test_images_have_the_size_asked_for(scene, width, size):
    image = render_image(draw(1, scene=scene), width)
    assert image.size == size
    assert image.mode == "RGB"


def test_images_show_the_shapes_where_they_are():
    shapes = (
        rect(0, 0, 100, 100, BLUE),
        circle(25, 25, 10, RED),
        ring(75, 25, 15, RED, 6),
        line([(10, 75), (40, 75)], RED, 8),
        rect(60, 60, 30, 30, RED, opacity=0.5),
    )
    image = render_image(Scene("test", shapes, 100, 100), 200)
    red, blue = (255, 0, 0), (0, 0, 255)
    assert image.getpixel((50, 50)) == red
    assert image.getpixel((150, 50)) == blue, "a ring is open in the middle"
    assert image.getpixel((180, 50)) == red
    assert image.getpixel((50, 150)) == red
    assert image.getpixel((150, 150)) == pytest.approx((128, 0, 127), abs=2)


def test_shapes_join_a_batch_only_when_nothing_lies_between():
    under, over = rect(0, 0, 20, 20, RED), rect(10, 10, 20, 20, BLUE)
    on_top, elsewhere = rect(15, 15, 5, 5, RED), rect(60, 60, 5, 5, RED)
    assert [len(batch.shapes) for batch in batches((under, over, on_top))] == [1, 1, 1]
    assert [len(batch.shapes) for batch in batches((under, over, elsewhere))] == [2, 1]


def test_outlines_turn_one_way_so_that_none_cuts_a_hole_in_another():
    corners = [(0, 0), (0, 10), (10, 10), (10, 0)]
    svg = render_svg(Scene("test", (poly(corners, RED),), 20, 20))
    assert 'd="M10 0v10h-10v-10"' in svg


def test_curves_are_flattened_through_their_ends():
    points = flatten([(0, 0), (10, 0, 10, 10)], steps=4)
    assert points[0] == (0, 0)
    assert points[-1] == (10, 10)
    assert len(points) == 5


def test_the_build_writes_the_same_files_twice(tmp_path):
    first, second = build(tmp_path / "first"), build(tmp_path / "second")
    assert len(first) == len(FALLBACKS) + len(COVERS) + 4
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_the_files_in_the_repository_are_what_the_code_draws(tmp_path):
    for path in build(tmp_path):
        if path.suffix == ".svg":
            assert (TARGET / path.relative_to(tmp_path)).read_text() == path.read_text(), path.name


def test_neighbouring_fallbacks_differ_in_scene_and_hue():
    for (scene, _, hue), (next_scene, _, next_hue) in pairwise(FALLBACKS):
        assert scene != next_scene
        assert hue != next_hue


def test_covers_on_one_shelf_differ():
    assert len({(seed, hue) for _, seed, hue in COVERS}) == len(COVERS) == DRAWN_COVERS.number
    for (_, _, hue), (_, _, next_hue) in pairwise(COVERS):
        assert hue != next_hue


def test_the_drawings_need_no_framework():
    package = Path(__file__).parent.parent / "illustrations"
    assert not [path for path in package.rglob("*.py") if "django" in path.read_text()]
