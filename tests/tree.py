"""A small site for the tests: the fixed pages, and makers of what a test needs. Registered as a pytest plugin.

The fixed pages are part of the database that every test starts with (see ``tests/fixed_pages.py``).
"""

from datetime import date
from io import BytesIO
from itertools import count

import PIL.Image
import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.utils.functional import cached_property
from wagtail.models import Locale, Site

from core.localization import forget_locales
from core.models import Author, Contact, CustomImage, Theme
from home.models import FormField, FormPage, HomePage, StandardPage, ThemeIndexPage
from members.models import MemberIndexPage, MemberPage, Place
from news.models import EventIndexPage, EventPage, NewsIndexPage, NewsPage
from publications.models import PublicationIndexPage, PublicationKind, PublicationPage

serial = count(1)


@pytest.fixture(autouse=True)
def no_known_locales():
    """A test that made a language takes it along when its transaction is rolled back."""
    forget_locales()


class Tree:
    """The home page with its lists, and short ways to add pages below them."""

    @cached_property
    def site(self) -> Site:
        return Site.objects.select_related("root_page").get()

    @cached_property
    def home(self) -> HomePage:
        return _dutch(HomePage)

    @cached_property
    def news_index(self) -> NewsIndexPage:
        return _dutch(NewsIndexPage)

    @cached_property
    def event_index(self) -> EventIndexPage:
        return _dutch(EventIndexPage)

    @cached_property
    def publication_index(self) -> PublicationIndexPage:
        return _dutch(PublicationIndexPage)

    @cached_property
    def member_index(self) -> MemberIndexPage:
        return _dutch(MemberIndexPage)

    @cached_property
    def theme_index(self) -> ThemeIndexPage:
        return _dutch(ThemeIndexPage)

    def news(self, title="Buurtfeest", **fields):
        """A published article; ``live=False`` makes a draft."""
        return self._add(self.news_index, NewsPage, title, **fields)

    def event(self, title="Open dag", **fields):
        return self._add(self.event_index, EventPage, title, **fields)

    def publication(self, title="Wijkverslag", **fields):
        return self._add(self.publication_index, PublicationPage, title, **fields)

    def member(self, title="Buurttuin Zuid", **fields):
        return self._add(self.member_index, MemberPage, title, **fields)

    def standard(self, title="Over ons", **fields):
        return self._add(self.home, StandardPage, title, **fields)

    def form_page(self, title="Laat je horen", *, asks=(), **fields):
        """A form for the mailbox redactie@lsabewoners.example; each of ``asks`` holds what one field needs."""
        mailbox = {"name": "Redactie", "email": "redactie@lsabewoners.example"}
        fields.setdefault("contact", Contact.objects.get_or_create(**mailbox)[0])
        page = self._add(self.home, FormPage, title, **fields)
        page.form_fields.add(*(FormField(**field) for field in asks))
        page.save()
        return page

    def _add(self, parent, model, title, *, themes=(), body=(), **fields):
        fields.setdefault("lead", "Een korte inleiding.")
        fields.setdefault("slug", f"pagina-{next(serial)}")
        page = parent.add_child(instance=model(title=title, body=list(body), **fields))
        if themes:
            page.themes.set(themes)
            page.save()
        return page


def _dutch(model):
    return model.objects.get(locale__language_code="nl")


@pytest.fixture
def tree(db) -> Tree:
    return Tree()


@pytest.fixture
def english(db) -> Locale:
    return Locale.objects.get_or_create(language_code="en")[0]


@pytest.fixture
def make_theme(db):
    """Makes a theme: ``make_theme("Groen", number=4)``."""

    def make(name="Groen en energie", *, slug=None, number=1, **fields) -> Theme:
        slug = slug or name.lower().replace(" ", "-")
        return Theme.objects.create(name=name, slug=slug, number=number, lead=f"Over {name}.", **fields)

    return make


@pytest.fixture
def make_place(db):
    def make(name="Breda", province="noord-brabant", **fields) -> Place:
        defaults = {"province": province, "latitude": 51.59, "longitude": 4.78, "name": name} | fields
        return Place.objects.update_or_create(slug=f"test-{name.lower()}", defaults=defaults)[0]

    return make


@pytest.fixture
def make_kind(db):
    def make(name="Verslag", slug="verslag", plural="Verslagen", **fields) -> PublicationKind:
        return PublicationKind.objects.create(name=name, slug=slug, plural=plural, **fields)

    return make


@pytest.fixture
def organisation(db) -> Author:
    return Author.objects.create(
        name="LSA bewoners", kind="organisation", since_year=1986, bio="Al {years} jaar."
    )


@pytest.fixture
def make_image(db, settings, tmp_path):
    """Makes a picture of one colour in the media library of the test."""
    settings.MEDIA_ROOT = str(tmp_path)

    def make(title="Bankje", *, size=(1600, 1000), image_format="PNG", **save_options) -> CustomImage:
        buffer = BytesIO()
        PIL.Image.new("RGB", size, "#b5543a").save(buffer, image_format, **save_options)
        name = f"{title.lower()}.{image_format.lower()}"
        return CustomImage.objects.create(title=title, file=ContentFile(buffer.getvalue(), name=name))

    return make


@pytest.fixture
def today() -> date:
    return date(2026, 11, 21)


@pytest.fixture
def visit(client):
    """Opens an address as a visitor and gives the page as parsed HTML; fails when the answer is not 200."""

    def get(address: str, **query) -> BeautifulSoup:
        response = client.get(address, query)
        assert response.status_code == 200, address
        return BeautifulSoup(response.content, "html.parser")

    return get


def text_of(element) -> str:
    """The text of an element as a reader sees it: one space between words."""
    return " ".join(element.get_text(" ").split())
