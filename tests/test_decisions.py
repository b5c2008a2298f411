"""The pages of docs/adr: numbered without a gap, and all in the list."""

from pathlib import Path

DECISIONS = Path(__file__).resolve().parent.parent / "docs" / "adr"


def test_list_of_decisions_names_each_with_its_title():
    pages = sorted(DECISIONS.glob("0*.md"))
    listed = (DECISIONS / "README.md").read_text().splitlines()[-len(pages) :]
    titles = [page.read_text().partition("\n")[0].removeprefix("# ").split(". ", 1) for page in pages]

    assert listed == [
        f"| {number} | [{title}]({page.name}) |" for (number, title), page in zip(titles, pages, strict=True)
    ]
    assert [page.name[:4] for page in pages] == [f"{place:04}" for place in range(1, len(pages) + 1)]
