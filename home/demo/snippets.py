"""Makes the themes and the other snippets of the demo."""

from django.db.models import Model

from home.demo.library import SNIPPETS, Library
from home.demo.sources import identity, plain_values, read

EARLY = ("theme", "author", "partner", "contact", "reusable_text", "kind", "series")
LATE = ("call_to_action",)  # their buttons lead to pages
# One of these made by hand would clash with the new one, so it is used instead.
UNIQUE = {"theme": "number", "kind": "slug"}
SIZES = {"theme": ("card",), "author": ("avatar",)}


def make_snippets(tables: tuple[str, ...], library: Library) -> int:
    """Makes the snippets of these tables that are not there yet, each with a first revision; tells how many."""
    made = 0
    for table in tables:
        for entry in entries(table):
            reference = f"{table}/{entry['slug']}"
            snippet = _existing(table, entry, library)
            if snippet is None:
                snippet = _make(table, entry, library)
                made += 1
            library.add(reference, snippet)
    return made


def entries(table: str) -> list[dict]:
    """What the texts say about the snippets of one table."""
    return read("themes" if table == "theme" else "snippets")[table]


def _existing(table: str, entry: dict, library: Library) -> Model | None:
    own = SNIPPETS[table].objects.filter(locale=library.locale)
    found = own.filter(translation_key=identity(f"{table}/{entry['slug']}")).first()
    if found is None and table in UNIQUE:
        found = own.filter(**{UNIQUE[table]: entry[UNIQUE[table]]}).first()
    return found


def _make(table: str, entry: dict, library: Library) -> Model:
    model = SNIPPETS[table]
    snippet = model(
        translation_key=identity(f"{table}/{entry['slug']}"),
        locale=library.locale,
        **plain_values(model, entry),
    )
    if "page" in entry:
        snippet.page = library.page(entry["page"])
    if "image" in entry:
        image = {"alt": snippet.name, "hue": entry.get("hue"), **entry["image"]}
        snippet.image = library.picture(image, title=snippet.name, seed=entry["slug"], sizes=SIZES[table])
    snippet.full_clean()
    snippet.save()
    snippet.save_revision()
    return snippet
