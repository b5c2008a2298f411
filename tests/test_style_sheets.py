"""Style sheets: parts in files of their own, joined to one file per sheet for the browser."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from cms.style_sheets import JoiningFinder, with_parts

CSS = Path(settings.BASE_DIR) / "static" / "css"
SHEETS = ("site", "story", "portal", "directory")


@pytest.mark.parametrize("name", SHEETS)
def test_sheet_reaches_the_browser_in_one_request(client, name):
    """A browser that must ask for each part waits for all of them before it draws anything."""
    answer = client.get(f"/static/css/{name}.css")
    text = b"".join(answer.streaming_content).decode()
    assert "@import" not in text
    assert text.count("@layer components {") > 1


def test_collecting_for_production_gets_the_same_text():
    found = {path: storage for path, storage in JoiningFinder().list([]) if path.startswith("css/")}
    for name in SHEETS:
        with found[f"css/{name}.css"].open(f"css/{name}.css") as file:
            assert file.read().decode() == with_parts(CSS / f"{name}.css")


def test_every_part_is_in_one_sheet():
    parts = sorted((CSS / "components").glob("*.css"))
    named = re.findall(r'@import "(components/.+)";', "".join(p.read_text() for p in CSS.glob("*.css")))
    assert sorted(named) == [f"components/{part.name}" for part in parts]


def test_layers_have_their_order_before_the_first_rule():
    site = with_parts(CSS / "site.css")
    assert site.index("@layer reset, tokens, base, layout, components, utilities;") < site.index("{")


def test_part_that_is_not_there_stops_the_joining(tmp_path):
    sheet = tmp_path / "sheet.css"
    sheet.write_text('@import "components/gone.css";\n')
    with pytest.raises(FileNotFoundError):
        with_parts(sheet)


def test_changed_part_shows_at_once(tmp_path, settings):
    """In development the next request finds it, without a restart."""
    settings.STATICFILES_DIRS = [tmp_path / "static"]
    settings.JOINED_STYLE_SHEETS = tmp_path / "joined"
    part = tmp_path / "static" / "parts" / "door.css"
    part.parent.mkdir(parents=True)
    (tmp_path / "static" / "sheet.css").write_text('@import "parts/door.css";\n')
    finder = JoiningFinder()
    for colour in ("red", "green"):
        part.write_text(f".door {{ color: {colour}; }}\n")
        assert Path(finder.find("sheet.css")).read_text() == part.read_text()


def test_sheet_without_parts_and_other_files_stay_where_they_are():
    assert finders.find("css/search.css") == str(CSS / "search.css")
    assert finders.find("css/nowhere.css") is None


def test_links_are_printed_with_addresses_that_can_be_typed(live_server, tree, page):
    """On paper “(/themas/)” leads nowhere."""
    links = ("/themas/", "https://example.org/", "mailto:wij@example.org", "#noot")
    text = "".join(f'<a href="{link}">daar</a> ' for link in links)
    article = tree.news(body=[("paragraph", f"<p>{text}</p>")])
    page.goto(live_server.url + article.url)
    page.emulate_media(media="print")

    printed = page.locator(".story a").evaluate_all(
        "all => all.map(a => getComputedStyle(a, '::after').content)"
    )

    assert [content.replace('" "', "").strip('"') for content in printed] == [
        f" ({live_server.url}/themas/)",
        " (https://example.org/)",
        "none",
        "none",
    ]
