"""What is the same on every page of a language: one answer for the start of a front end."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language_info
from ninja import Field, Query, Router

from comments.api.words import CommentWords, comment_words
from core.api.answers import ERRORS, answer
from core.api.pages import PageSummary, summary_fields
from core.api.params import Params
from core.api.reading import Reading, reading_in
from core.api.richtext import rich_text
from core.api.schemas import Schema
from core.api.snippets import Mailbox, Person, ThemeLink, mailbox, person, theme_link
from core.enums import Province
from core.images import SIZES
from core.localization import localized
from core.models import Theme
from home.listing import home_pages, list_pages
from home.menus import menu
from publications.api import KindLink, kind_link
from publications.models import PublicationKind

router = Router(tags=["Site"])


class Link(Schema):
    """A link of the menu or the footer."""

    label: str
    href: str = Field(description="A path of ours, or a full address elsewhere.")


class FooterColumn(Schema):
    """Links of the footer under a heading."""

    heading: str
    links: list[Link]


class Menu(Schema):
    """The menu and the footer."""

    header: list[Link]
    footer: list[FooterColumn]
    colophon: str = Field(description="HTML.")
    language: str = Field(description="Dutch where nobody translated the menu.")


class SiteLanguage(Schema):
    """A language in which the site has a home page."""

    code: str
    name: str = Field(description="As its speakers call it.", examples=["English"])
    home: str = Field(description="The path of its home page.")


class ProvinceName(Schema):
    """A province."""

    slug: str
    name: str


class PictureSize(Schema):
    """A named size: its widths and shape are decided by us."""

    name: str
    widths: int = Field(description="How many widths there are to choose from.")


class Bootstrap(Schema):
    """What every page of a front end needs."""

    name: str = Field(description="The name of the site.")
    language: str
    languages: list[SiteLanguage]
    menu: Menu
    lists: list[PageSummary] = Field(
        description="The pages that list news, events, publications, members, themes."
    )
    search_path: str = Field(description="Where our site takes a search (`?q=`).")
    themes: list[ThemeLink]
    publication_kinds: list[KindLink]
    provinces: list[ProvinceName]
    organisation: Person | None
    contact: Mailbox | None
    comments: CommentWords
    picture_sizes: list[PictureSize] = Field(description="What the parameter `images` takes.")


@router.get("/bootstrap", response={200: Bootstrap, **ERRORS}, summary="Start", operation_id="bootstrap")
def bootstrap(request: HttpRequest, params: Query[Params]):
    """Everything that is the same on each page of one language, in one answer."""
    with reading_in(request, params.locale) as reading:
        return answer(bootstrap_of(reading))


def bootstrap_of(reading: Reading) -> Bootstrap:
    """The frame of the site in one language."""
    site = reading.settings
    organisation = localized([site.organisation] if site.organisation else [], reading.locale)
    contact = localized([site.contact] if site.contact else [], reading.locale)
    kinds = PublicationKind.objects.shown_in(reading.locale)
    return Bootstrap(
        name=settings.WAGTAIL_SITE_NAME,
        language=reading.locale.language_code,
        languages=_languages(reading),
        menu=_menu(reading),
        lists=[
            PageSummary(**summary_fields(reading, page, ["hero", "card"]))
            for page in list_pages(reading.locale)
        ],
        search_path=reverse("search"),
        themes=[theme_link(theme) for theme in Theme.objects.shown_in(reading.locale)],
        publication_kinds=[kind_link(kind) for kind in kinds],
        provinces=[ProvinceName(slug=slug, name=name) for slug, name in Province.choices],
        organisation=person(reading, organisation[0]) if organisation else None,
        contact=mailbox(reading, contact[0]) if contact else None,
        comments=comment_words(reading),
        picture_sizes=[PictureSize(name=name, widths=len(size.operations)) for name, size in SIZES.items()],
    )


def _languages(reading: Reading) -> list[SiteLanguage]:
    return [
        SiteLanguage(
            code=home.locale.language_code,
            name=get_language_info(home.locale.language_code)["name_local"].capitalize(),
            home=reading.path(home),
        )
        for home in home_pages()
    ]


def _menu(reading: Reading) -> Menu:
    found = menu(reading.locale)
    return Menu(
        header=found["header"],
        footer=found["footer"],
        colophon=rich_text(reading, found["colophon"]),
        language=found["lang"] or reading.locale.language_code,
    )
