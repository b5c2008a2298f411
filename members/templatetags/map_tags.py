"""The parts of the map that come by the dozen: a template with its look-ups takes five times as long for each."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from members.map import Area, Dot

register = template.Library()

LINK = '<a class="{}" href="{}"{} aria-label="{}"><title>{}</title>{}</a>'
OUTLINE = '<path d="{}" />'
TARGET = '<circle class="map__target" cx="{}" cy="{}" r="{}" />'
HOUSE = '<path class="map__dot" d="M-1 1V-.2L0-1.2L1-.2V1Z" transform="translate({x} {y}) scale({radius})" />'
GATHERED = (
    '<circle class="map__dot" cx="{x}" cy="{y}" r="{radius}" />'
    '<text class="map__number" x="{x}" y="{y}">{count}</text>'
)
LABEL = '<text class="map__label" x="{}" y="{}" dy="-1.1em" aria-hidden="true">{}</text>'
CURRENT = SafeString(' aria-current="true"')


@register.simple_tag
def map_province(area: Area) -> SafeString:
    """The outline of a province, which is a link."""
    chosen = " map__province--chosen" if area.selected else ""
    return _link(
        f"map__province map__province--{area.shade}{chosen}",
        area,
        format_html(OUTLINE, area.path),
        area.selected,
    )


@register.simple_tag
def map_place(dot: Dot) -> SafeString:
    """The house of a place, or the circle of several, which is a link, and its name."""
    shape = format_html(
        GATHERED if dot.gathers else HOUSE, x=dot.x, y=dot.y, radius=dot.radius, count=dot.count
    )
    target = format_html(TARGET, dot.x, dot.y, dot.target)
    return _link("map__place", dot, target + shape) + format_html(LABEL, dot.label, dot.y, dot.name)


@register.simple_tag
def listed_place(place: Dot) -> SafeString:
    """The same place in the list beside the map."""
    number = format_html(' <span class="map-list__count">{}</span>', place.count) if place.count > 1 else ""
    return format_html('<li><a href="{}">{}</a>{}</li>', place.href, place.name, number)


def _link(kind: str, part: Area | Dot, shape: SafeString, is_current: bool = False) -> SafeString:
    label = f"{part.name}: {part.counted}"
    return format_html(LINK, kind, part.href, CURRENT if is_current else "", label, label, shape)
