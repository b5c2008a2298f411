"""Makes the pages of the demo: all of them in the tree, then what stands on each, so that they can link up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time

from django.utils import timezone
from wagtail.models import Page

from core.models import BasePage
from home.demo.library import Library
from home.demo.relations import fill
from home.demo.sources import identity, plain_values, read
from home.models import FormPage, HomePage, StandardPage, ThemeIndexPage
from members.models import MemberIndexPage, MemberPage
from news.models import EventIndexPage, EventPage, NewsIndexPage, NewsPage
from publications.models import PublicationIndexPage, PublicationPage

HOME = "pages/home"
PAGE_MODELS: dict[str, type[BasePage]] = {
    model.__name__: model
    for model in (
        HomePage,
        StandardPage,
        FormPage,
        ThemeIndexPage,
        NewsIndexPage,
        EventIndexPage,
        PublicationIndexPage,
        MemberIndexPage,
    )
}
NEEDED_SNIPPETS = ("contact",)
# The hour at which a page with a date came on line.
MORNING = time(9)


@dataclass(frozen=True)
class Source:
    """A file of the texts: its table, the folder of its references, and what its pages are."""

    file: str
    table: str
    folder: str
    parent: str
    model: type[BasePage] | None = None


SOURCES = (
    Source("pages", "page", "pages", HOME),
    Source("news", "news", "news", "pages/nieuws", NewsPage),
    Source("events", "event", "events", "pages/agenda", EventPage),
    Source("publications", "publication", "publications", "pages/publicaties", PublicationPage),
    Source("members", "member", "members", "pages/leden", MemberPage),
)


def sources() -> Iterator[tuple[str, str, type[BasePage], dict]]:
    """Every page of the texts, parents first: its reference, that of its parent, its class and its entry."""
    for source in SOURCES:
        for entry in read(source.file)[source.table]:
            model = source.model or PAGE_MODELS[entry["type"]]
            yield f"{source.folder}/{entry['slug']}", entry.get("parent", source.parent), model, entry


def plant(library: Library) -> list[tuple[BasePage, dict]]:
    """Puts every page in the tree that is not there yet; returns these, still without what they refer to."""
    planted = []
    for reference, parent_reference, model, entry in sources():
        if reference == HOME:
            library.page(HOME)  # made with the site, see home.demo.site
            continue
        parent = library.page(parent_reference)
        page = _existing(reference, parent, entry)
        if page is None:
            page = new_page(reference, model, entry, library)
            parent.add_child(instance=page)
            planted.append((page, entry))
        library.add(reference, page)
    return planted


def new_page(reference: str, model: type[BasePage], entry: dict, library: Library) -> BasePage:
    """An unsaved page with the plain fields of ``entry``, and the snippets without which it cannot be saved."""
    needed = {name: library.snippet(name, entry[name]) for name in NEEDED_SNIPPETS if name in entry}
    return model(
        translation_key=identity(reference),
        locale=library.locale,
        first_published_at=moment(entry),
        **plain_values(model, {"title": entry.get("name"), **entry}),
        **needed,
    )


def publish(page: BasePage, entry: dict, library: Library) -> None:
    """Fills in the page and publishes it as an editor would, on the day that the text says."""
    fill(page, entry, library)
    revision = page.save_revision()
    revision.publish()
    published_at = moment(entry)
    if published_at:
        # Publishing stamps "now"; a page from 2017 was not changed today.
        Page.objects.filter(pk=page.pk).update(
            last_published_at=published_at, latest_revision_created_at=published_at
        )
        page.revisions.update(created_at=published_at)


def moment(entry: dict) -> datetime | None:
    """When the page of ``entry`` came on line: the morning of its date, never in the future."""
    day = entry.get("date") or entry.get("start")
    if day is None:
        return None
    if isinstance(day, datetime):
        day = day.date()
    return min(timezone.make_aware(datetime.combine(day, MORNING)), timezone.now())


def _existing(reference: str, parent: Page, entry: dict) -> BasePage | None:
    """The page that the texts call ``reference``, or another one at its address, which then is used instead."""
    found = Page.objects.filter(translation_key=identity(reference), locale=parent.locale).first()
    found = found or Page.objects.child_of(parent).filter(slug=entry["slug"]).first()
    return found.specific if found else None
