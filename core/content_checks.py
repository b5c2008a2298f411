"""What Wagtail's content checker looks for in our pages, on top of its own rules.

The rules are told to axe, the checker's engine, here; ``static/js/admin/content_checks.js`` has a function for
each check and runs inside the page that is checked. They advise: nothing is refused because of them.
"""

import json
from functools import cache
from pathlib import Path

from django.forms import Media
from django.forms.widgets import Script
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.models import Page

from core.models import Contact

LONG_HEADING = 80
WORDS = Path(__file__).parent / "data" / "content_checks.json"

# What an editor writes: the lead, the story, and what stands in it; not the menu, the cards or the dates of others.
WRITING = (
    ".lead, .story :is(p, li, blockquote, td, dd, figcaption):not(.dates *, .card *, .invitation__title)"
)
HEADINGS = ".story :is(h2, h3, h4)"

# Rule, the elements that it looks at, what the editor reads, and how to mend it.
RULES = {
    "vague-link": (
        ":is(.lead, .story) a[href]",
        _("This link does not say where it leads"),
        _("Name what the reader finds there: “the report on Dordrecht”, not “here” or “read more”."),
    ),
    "empty-search-description": (
        "h1",
        _("The description for search engines is empty"),
        _("Write one or two sentences under “Findable”. Without them search engines show the lead."),
    ),
    "nowhere": (
        "h1",
        _("The group has no place"),
        _("Choose its place, or tick that it works in the whole country: then visitors find it on the map."),
    ),
    "personal-mail": (
        WRITING,
        _("An e-mail address of one person stands in the text"),
        _("People change, addresses stay: use a contact block or the address of a contact."),
    ),
    "date-without-year": (
        WRITING,
        _("A date has no year"),
        _("Next year nobody knows which one was meant: write “25 May 2026”."),
    ),
    "same-invitation": (
        ".invitation",
        _("The same call to action stands here twice"),
        _("One is enough. Keep the one that stands where the reader decides."),
    ),
    "past-event": (
        ".story .dates__past",
        _("This event is over"),
        _("Take it out of the list, or say in the text that it has been."),
    ),
    "hidden-event": (
        ".story .dates__hidden",
        _("This event is not on the site"),
        _("Visitors do not see it here. Publish it, or take it out of the list."),
    ),
    "typed-number": (
        ".story .rich > p",
        _("A number was typed in front of this text"),
        _(
            "Use the block “Numbered sections”, or a list: they count by themselves. Then take the number away."
        ),
    ),
    "long-heading": (
        HEADINGS,
        _("This heading is long"),
        _("Up to about 80 characters reads well in a table of contents."),
    ),
    "doubled-word": (WRITING, _("A word stands here twice"), _("Read the sentence aloud and take one away.")),
}


class SiteContentChecker(ContentCheckerItem):
    """Wagtail's checker with our rules. ``page`` is what is checked; ``None`` for a snippet."""

    # The page template fills an empty description with the lead, so Wagtail's own rule never finds one.
    axe_run_only = [
        *(rule for rule in ContentCheckerItem.axe_run_only if rule != "empty-meta-description"),
        "image-alt",
        *RULES,
    ]
    axe_custom_rules = [
        *ContentCheckerItem.axe_custom_rules,
        *(
            {
                "id": rule,
                "impact": "moderate",
                "selector": selector,
                "any": [f"check-{rule}"],
                "enabled": True,
            }
            for rule, (selector, _name, _help) in RULES.items()
        ),
    ]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        "image-alt": {
            "error_name": _("A picture has no description"),
            "help_text": _("Say what is to be seen, or tick “decorative”."),
        },
        **{rule: {"error_name": name, "help_text": text} for rule, (_selector, name, text) in RULES.items()},
    }

    def __init__(self, *, page: Page | None = None, in_editor: bool = False) -> None:
        """Keep what is checked."""
        super().__init__(in_editor=in_editor)
        self.page = page

    @property
    def media(self) -> Media:
        """The functions behind the checks; they must be there when the page has loaded."""
        return Media(js=[Script("js/admin/content_checks.js", type="module")])

    def get_axe_custom_checks(self, request):
        """Give each check what it needs to know of this site and this page."""
        options = {
            "vague-link": _words(),
            "date-without-year": _words(),
            "doubled-word": _words(),
            "personal-mail": mailboxes(),
            "empty-search-description": {"empty": self.page is not None and not self.page.search_description},
            "nowhere": {"nowhere": getattr(self.page, "is_nowhere", False)},
            "long-heading": {"length": LONG_HEADING},
        }
        own = [{"id": f"check-{rule}", "options": options.get(rule, {})} for rule in RULES]
        return [*super().get_axe_custom_checks(request), *own]


def use_site_checker(request, items: list, page: Page | None) -> None:
    """Puts our checker in the place of Wagtail's, in the preview and in the editor."""
    items[:] = [
        SiteContentChecker(page=page, in_editor=item.in_editor)
        if isinstance(item, ContentCheckerItem)
        else item
        for item in items
    ]


def count_the_story() -> str:
    """The script that has the editor count the words of the story instead of all that stands on its page."""
    return format_html('<script type="module" src="{}"></script>', static("js/admin/content_metrics.js"))


def mailboxes() -> dict[str, list[str]]:
    """The shared addresses (``allowed``): any other one in a text may be that of a person."""
    return {"allowed": sorted({email.lower() for email in Contact.objects.values_list("email", flat=True)})}


@cache
def _words() -> dict:
    return json.loads(WORDS.read_text(encoding="utf-8"))
