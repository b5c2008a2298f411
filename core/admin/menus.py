"""The look of the admin, and what of Wagtail's own menus a staff of two or three has no use for."""

from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from wagtail.admin.ui.components import Component
from wagtail.permissions import locale_permission_policy

from core.admin.waiting import WaitingPanel

# Our own reports answer these questions for this site.
UNUSED_REPORTS = {"aging-pages", "page-types-usage", "search-terms", "workflow-tasks"}

OWN_ICONS = ("layers", "map-pin", "megaphone", "newspaper", "open-book", "partners", "swatch")


def add_icons(icons: list[str]) -> list[str]:
    """Adds the icons that Wagtail's set lacks."""
    return [*icons, *(f"wagtailadmin/icons/{name}.svg" for name in OWN_ICONS)]


def style_sheet() -> str:
    """The colours of the association, and the few parts that are ours."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


def drop_reports(request, menu_items: list) -> None:
    """Leaves out reports that repeat one of ours."""
    translations = reverse("wagtail_localize:translations_report")
    menu_items[:] = [
        item for item in menu_items if item.name not in UNUSED_REPORTS and item.url != translations
    ]


def drop_languages(request, menu_items: list) -> None:
    """Leaves out the list of languages for who may not open it: the tool shows it to all who may change a site."""
    if not locale_permission_policy.user_has_any_permission(request.user, ["add", "change", "delete"]):
        languages = reverse("wagtaillocales:index")
        menu_items[:] = [item for item in menu_items if item.url != languages]


def drop_help(request, menu_items: list) -> None:
    """Leaves out links to other sites: those guides are in English and about all of Wagtail."""
    menu_items[:] = [item for item in menu_items if not item.url.startswith("http")]


def dashboard(request, panels: list[Component]) -> None:
    """Begins the dashboard with what waits."""
    panels.append(WaitingPanel())
