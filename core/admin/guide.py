"""The editors' guide in the admin, where who needs it is at work."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from django.conf import settings
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt
from wagtail.admin.menu import MenuItem

SOURCE = settings.BASE_DIR / "docs" / "redactie.md"


@dataclass(frozen=True)
class Guide:
    """The guide as HTML, and its chapters (``anchor`` and ``title``) in order."""

    html: SafeString
    chapters: list[tuple[str, str]]


@cache
def written() -> Guide:
    """The guide out of ``docs/redactie.md``; its title is left out, as the screen has one."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(SOURCE.read_text(encoding="utf-8"))
    title = next(index for index, token in enumerate(tokens) if token.type == "heading_close")
    tokens = tokens[title + 1 :]
    chapters = []
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            anchor = slugify(inline.content)
            opening.attrSet("id", anchor)
            if opening.tag == "h2":
                chapters.append((anchor, inline.content))
    # The parser writes all HTML itself: what stands in the file as HTML comes out as text.
    return Guide(mark_safe(parser.renderer.render(tokens, parser.options, {})), chapters)  # noqa: S308


def show(request) -> TemplateResponse:
    """Shows the guide to whoever may enter the admin."""
    context = {"page_title": _("Guide for editors"), "header_icon": "help", "guide": written()}
    return TemplateResponse(request, "wagtailadmin/guide.html", context)


def menu_item() -> MenuItem:
    """The guide in the menu “Help”."""
    return MenuItem(
        _("Guide for editors"), reverse("editors_guide"), name="guide", icon_name="help", order=100
    )


addresses = [path("guide/", show, name="editors_guide")]
