"""Finds what one text of the demo refers to in another, and makes the files that it names."""

from hashlib import sha1

from django.core.files.base import ContentFile
from django.db.models import Model
from wagtail.models import Locale, Page

from core.models import (
    Author,
    CallToAction,
    Contact,
    CustomDocument,
    CustomImage,
    Partner,
    ReusableText,
    Theme,
)
from home.demo.pictures import Drawing, picture
from home.demo.sources import FILES, identity, read
from publications.models import PublicationKind, PublicationSeries

# The tables of snippets.toml and themes.toml.
SNIPPETS: dict[str, type[Model]] = {
    "theme": Theme,
    "author": Author,
    "partner": Partner,
    "contact": Contact,
    "reusable_text": ReusableText,
    "kind": PublicationKind,
    "series": PublicationSeries,
    "call_to_action": CallToAction,
}


class Library:
    """What the texts name, in the Dutch version. Every lookup raises ``ObjectDoesNotExist`` for what is not there."""

    def __init__(self):
        self.locale = Locale.get_default()
        self._found: dict[str, Model] = {}

    def snippet(self, table: str, slug: str) -> Model:
        """The snippet that ``table`` of the texts calls ``slug``."""
        return self._find(SNIPPETS[table], f"{table}/{slug}")

    def page(self, reference: str) -> Page:
        """The page that the texts call ``reference``, for example ``news/a-slug``, in its own class."""
        return self._find(Page, reference).specific

    def add(self, reference: str, found: Model) -> None:
        """Remembers what the texts call ``reference``, also when it has another identity."""
        self._found[reference] = found

    def picture(self, image: dict, *, title: str, seed: str, sizes: tuple[str, ...]) -> CustomImage:
        """The drawing that the text describes with ``scene`` and ``alt``."""
        drawing = Drawing(image["scene"], image.get("seed", seed), image.get("hue"))
        return picture(drawing, title=title, alt=image["alt"], sizes=sizes)

    def document(self, file: str) -> CustomDocument:
        """The document with the content of ``files/<file>``.

        Raises ``OSError`` when there is no such file, ``StopIteration`` when no publication describes it.
        """
        content = (FILES / file).read_bytes()
        digest = sha1(content, usedforsecurity=False).hexdigest()  # as Wagtail knows its files
        found = CustomDocument.objects.filter(file_hash=digest).first()
        if found is None:
            publications = read("publications")["publication"]
            details = next(
                {"title": row["title"], "language": row["language"], "date": publication["date"]}
                for publication in publications
                for row in publication["files"]
                if row["file"] == file
            )
            # As an upload: saving measures the file and counts its pages.
            found = CustomDocument(file=ContentFile(content, name=file), **details)
            found.save()
        return found

    def _find(self, model: type[Model], reference: str) -> Model:
        if reference not in self._found:
            self._found[reference] = model.objects.get(
                translation_key=identity(reference), locale=self.locale
            )
        return self._found[reference]
