"""Ways to preview a page that an app adds to the page itself, such as on another front end."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse


@dataclass(frozen=True)
class PreviewWay:
    """One more choice in the preview panel. ``serve`` answers with what the panel shows of a page."""

    name: str
    label: object
    is_offered: Callable[[object], bool]
    serve: Callable[[HttpRequest, object], HttpResponse]


_ways: dict[str, PreviewWay] = {}


def offer(way: PreviewWay) -> None:
    """Adds a way to preview; to be called when an app is ready."""
    _ways[way.name] = way


def ways_for(page) -> list[PreviewWay]:
    """The ways that are offered for this page."""
    return [way for way in _ways.values() if way.is_offered(page)]
