"""The Dutch texts of the demo as plain pages, without pictures: enough to search in, and quickly made."""

from collections.abc import Iterator

from core.models import Theme
from home.demo.sources import plain_values, read
from home.models import StandardPage
from members.models import MemberPage, Place
from members.places import read_places
from news.models import EventPage, NewsPage
from publications.models import PublicationKind, PublicationPage
from search.services import index_all
from tests.tree import Tree

# What stands in blocks beside the text: names of choices and files, and references.
NO_TEXT = {"type", "level", "style", "mode", "side", "scene", "url", "image", "document", "theme", "province"}
# A few pages for words that the demo does not have.
MORE_NEWS = {
    "buurtbus": ("Buurtbus rijdt nu ook op zondag", "Twintig chauffeurs brengen buren naar de markt."),
    "buslijn": ("Laatste buslijn van het dorp stopt", "De gemeente zoekt vervoer naar de stad."),
    "buurttuin": ("Een idee voor een buurttuin: zo begint u", "Vraag grond aan de gemeente en zaai bonen."),
    "rekenkamer": ("Rekenkamer onderzoekt subsidies", "De rekenkamer telt wat wijken kregen."),
}


def plant() -> Tree:
    """The pages of the demo in a tree, and in the index."""
    tree = Tree()
    references = _references()
    makers = {
        ("news", "news", NewsPage): tree.news,
        ("events", "event", EventPage): tree.event,
        ("publications", "publication", PublicationPage): tree.publication,
        ("members", "member", MemberPage): tree.member,
        ("pages", "page", StandardPage): tree.standard,
    }
    for (file, table, model), make in makers.items():
        for entry in read(file)[table]:
            if entry.get("type", model.__name__) == model.__name__:
                values = plain_values(model, {"title": entry.get("name"), **entry})
                make(**values, **_related(entry, references), body=[("paragraph", f"<p>{_text(entry)}</p>")])
    for slug, (title, lead) in MORE_NEWS.items():
        tree.news(title, slug=slug, lead=lead)
    index_all()
    return tree


def _references() -> dict[str, dict]:
    """What entries name by their slug: themes, kinds of publication, places."""
    used = {entry.get("place") for entry in read("members")["member"]}
    places = [place for place in read_places() if place.slug in used]
    Place.objects.bulk_create(places, ignore_conflicts=True)
    return {
        "themes": {
            entry["slug"]: Theme.objects.create(**plain_values(Theme, entry))
            for entry in read("themes")["theme"]
        },
        "kind": {
            entry["slug"]: PublicationKind.objects.create(**plain_values(PublicationKind, entry))
            for entry in read("snippets")["kind"]
        },
        "place": {place.slug: place for place in Place.objects.filter(slug__in=used - {None})},
    }


def _related(entry: dict, references: dict[str, dict]) -> dict:
    values = {name: references[name][entry[name]] for name in ("kind", "place") if entry.get(name)}
    return values | {"themes": [references["themes"][slug] for slug in entry.get("themes", [])]}


def _text(entry: dict) -> str:
    return " ".join(_strings(entry.get("body", [])))


def _strings(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in NO_TEXT:
                yield from _strings(item)
