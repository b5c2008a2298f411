"""Fills in what a page of the demo refers to: pictures, snippets, files and other pages."""

from collections.abc import Callable, Iterable
from uuid import UUID

from core.models import BasePage
from home.demo.library import Library
from home.demo.story import Writer, paragraph
from members.models import MemberPage, Place
from news.models import NewsPage
from publications.models import PublicationPage

# The sizes in which the templates show the picture of each type; ``home/tests/test_demo.py`` holds them to it.
SIZES = {
    NewsPage: ("hero", "card", "social"),
    MemberPage: ("hero", "card", "social"),
    PublicationPage: ("cover", "social"),
}
OTHER_SIZES = ("hero", "social")
PHOTO_SIZES = ("card",)
LONGEST_TITLE = 255


def fill(page: BasePage, entry: dict, library: Library) -> None:
    """Gives the unsaved ``page`` everything that ``entry`` refers to.

    Raises what ``Writer.write`` and the lookups of ``Library`` raise.
    """
    for name, value in entry.items():
        if name in FILLERS and value:
            FILLERS[name](page, value, library)
    writer = Writer(library, owner=page.translation_key, title=page.title, seed=page.slug)
    if entry.get("body"):
        page.body = writer.write(entry["body"], page._meta.get_field("body").stream_block)
    if entry.get("footnotes"):
        notes = entry["footnotes"]
        texts = [
            {
                "uuid": UUID(writer.footnote(note["ref"])),
                "text": paragraph(note["text"]),
                "locale": page.locale,
            }
            for note in notes
        ]
        _set_rows(page, "footnotes", texts)


def _set_rows(page: BasePage, relation: str, rows: Iterable[dict]) -> None:
    """Makes the child objects of one relation, in order."""
    manager = getattr(page, relation)
    manager.set([manager.model(sort_order=number, **fields) for number, fields in enumerate(rows)])


def _image(page: BasePage, image: dict, library: Library) -> None:
    sizes = SIZES.get(type(page), OTHER_SIZES)
    page.image = library.picture(image, title=page.title, seed=page.slug, sizes=sizes)
    page.image_alt = image["alt"]
    page.image_caption = image.get("caption", "")


def _snippet(name: str) -> Callable:
    def set_snippet(page: BasePage, slug: str, library: Library) -> None:
        setattr(page, name, library.snippet(name, slug))

    return set_snippet


def _page(name: str) -> Callable:
    def set_page(page: BasePage, reference: str, library: Library) -> None:
        setattr(page, name, library.page(reference))

    return set_page


def _themes(page: BasePage, slugs: list[str], library: Library) -> None:
    page.themes = [library.snippet("theme", slug) for slug in slugs]


def _tags(page: BasePage, tags: list[str], library: Library) -> None:
    page.tags.add(*tags)


def _place(page: BasePage, slug: str, library: Library) -> None:
    page.place = Place.objects.get(slug=slug)


def _photos(page: BasePage, photos: list[dict], library: Library) -> None:
    def row(number: int, photo: dict) -> dict:
        caption = photo.get("caption", "")
        title = f"{page.title}: {caption or photo['alt']}"[:LONGEST_TITLE]
        image = library.picture(photo, title=title, seed=f"{page.slug}-{number}", sizes=PHOTO_SIZES)
        return {"image": image, "alt": photo["alt"], "caption": caption}

    _set_rows(page, "photos", [row(number, photo) for number, photo in enumerate(photos)])


def _authors(page: BasePage, slugs: list[str], library: Library) -> None:
    _set_rows(page, "publication_authors", [{"author": library.snippet("author", slug)} for slug in slugs])


def _partners(page: BasePage, partners: list[dict], library: Library) -> None:
    rows = [{"partner": library.snippet("partner", row["partner"]), "role": row["role"]} for row in partners]
    _set_rows(page, "publication_partners", rows)


def _files(page: BasePage, files: list[dict], library: Library) -> None:
    _set_rows(page, "files", [{"document": library.document(row["file"])} for row in files])


def _related(page: BasePage, references: list[str], library: Library) -> None:
    _set_rows(page, "related_pages", [{"target": library.page(reference)} for reference in references])


def _chosen_members(page: BasePage, references: list[str], library: Library) -> None:
    _set_rows(page, "chosen_members", [{"member": library.page(reference)} for reference in references])


# The keys of an entry that are no plain fields; ``core.models`` and the apps name the fields alike.
FILLERS: dict[str, Callable[[BasePage, object, Library], None]] = {
    "image": _image,
    "author": _snippet("author"),
    "kind": _snippet("kind"),
    "series": _snippet("series"),
    "call_to_action": _snippet("call_to_action"),
    "follow_up": _page("follow_up"),
    "opening": _page("opening"),
    "themes": _themes,
    "tags": _tags,
    "place": _place,
    "photos": _photos,
    "authors": _authors,
    "co_publishers": _partners,
    "files": _files,
    "related": _related,
    "chosen_members": _chosen_members,
}
