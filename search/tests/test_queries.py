import csv
from pathlib import Path

import pytest

from search.finding import find, results

TABLE = Path(__file__).parent / "queries.csv"
README = Path(__file__).parent.parent / "README.md"
QUERIES = list(csv.DictReader(TABLE.open(encoding="utf-8", newline="")))


def as_markdown() -> str:
    rows = [f"| {row['query']} | {row['page']} | {row['among']} | {row['why']} |" for row in QUERIES]
    return "\n".join(["| query | page | among the first | why |", "|---|---|---|---|", *rows])


@pytest.mark.parametrize("row", QUERIES, ids=[row["query"] for row in QUERIES])
def test_query_gives_the_right_page(row, demo_pages):
    found = find(row["query"], code="nl", chosen={"language": "nl"})
    first = results(found, found.pages[: int(row["among"])])

    assert row["page"] in [result.page.title for result in first]


def test_readme_prints_the_table():
    assert len(QUERIES) >= 60
    assert as_markdown() in README.read_text(encoding="utf-8")
