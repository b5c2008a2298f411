"""Builds the demo site, step by step. Whatever is there already stays as somebody left it."""

from collections.abc import Callable

from django.db import transaction
from wagtail.models import Locale

from home.demo.comments import make_comments
from home.demo.library import Library
from home.demo.pages import plant, publish
from home.demo.site import make_locales, make_navigation, make_settings, plant_home
from home.demo.snippets import EARLY, LATE, make_snippets
from home.demo.translate import translate_all
from members.places import load_places

Tell = Callable[[str], None]
TRANSLATED_INTO = "en"


def load(tell: Tell) -> None:
    """Makes everything of the demo that is missing, and tells about each step in a line.

    The Dutch site is made as a whole or not at all. Raises what the steps raise for texts that do not fit the site.
    """
    make_locales()
    tell(f"Places: {load_places()}")
    with transaction.atomic():
        library = Library()
        tell(f"Themes and snippets: {make_snippets(EARLY, library)}")
        _load_pages(library, tell)
        make_settings(library)
        tell(f"Menus: {make_navigation(library)}")
        tell(f"Comments: {make_comments(library)}")
    english = Locale.objects.filter(language_code=TRANSLATED_INTO).first()
    if english:
        tell(f"Translations: {translate_all(library, english)}")


def _load_pages(library: Library, tell: Tell) -> None:
    """Plants all new pages before it fills any, so that pages and buttons can refer to each other."""
    home = plant_home(library)
    planted = ([home] if home else []) + plant(library)
    tell(f"Calls to action: {make_snippets(LATE, library)}")
    for number, (page, entry) in enumerate(planted, start=1):
        publish(page, entry, library)
        if number % 10 == 0 or number == len(planted):
            tell(f"Pages with their drawings: {number} of {len(planted)}")
