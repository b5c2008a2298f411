"""Columns for the lists of pages and snippets."""

from collections.abc import Collection

from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.models import Locale

from core.admin.usage import used_on
from core.enums import VersionState
from core.models import SendingState, SiteSettings
from core.translations import NO_VERSION, Version, versions_of


class LanguagesColumn(Column):
    """The other languages with the state of the page in each; a view calls ``load`` for the rows that it shows."""

    cell_template_name = "wagtailadmin/tables/languages_cell.html"

    @staticmethod
    def load(pages) -> None:
        """Gives each page ``versions``: pairs of a locale and a ``Version``. Three queries for all together."""
        locales = list(Locale.objects.all())
        found = versions_of(pages)
        for page in pages:
            page.versions = [
                (locale, found.get((page.translation_key, locale.pk), NO_VERSION))
                for locale in locales
                if locale.pk != page.locale_id
            ]

    def get_value(self, instance):
        """The versions that exist, each with what the cell prints."""
        shown = [(locale, version) for locale, version in instance.versions if version != NO_VERSION]
        return [describe(instance, locale, version) for locale, version in shown]


class LanguageColumn(LanguagesColumn):
    """One other language, in which also "not translated" is said, with a link to begin."""

    def __init__(self, locale: Locale):
        super().__init__(f"language_{locale.language_code}", label=locale.get_display_name())
        self.locale = locale

    def get_value(self, instance):
        """The version in this language; nothing for a page that is in this language itself."""
        return [describe(instance, *pair) for pair in instance.versions if pair[0] == self.locale]


def describe(page, locale: Locale, version: Version) -> dict:
    """What a cell prints about one version: ``code``, ``state``, ``label``, ``href`` and ``missing_texts``."""
    if version.page_id:
        href = reverse("wagtailadmin_pages:edit", args=[version.page_id])
    else:
        href = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
        href += f"?select_locale={locale.language_code}"
    return {
        "code": locale.language_code.upper(),
        "state": version.state.value,
        "label": VersionState(version.state).label,
        "href": href,
        "missing_texts": version.missing_texts,
    }


class RelatedColumn(Column):
    """The object behind a foreign key, fetched for all rows at once."""

    @property
    def prefetch(self) -> str:
        """What a view has to prefetch for this column."""
        return self.name


class ThemesColumn(Column):
    """The names of the themes of a page."""

    prefetch = "themes"
    cell_template_name = "wagtailadmin/tables/themes_cell.html"

    def get_value(self, instance):
        return list(instance.themes.all())


class ReviewColumn(Column):
    """The day on which a page should be read again; a day that has come stands out."""

    cell_template_name = "wagtailadmin/tables/review_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        settings = SiteSettings.for_request(parent_context["request"])
        due_on = instance.review_rule.due_on(instance, settings)
        return super().get_cell_context_data(instance, parent_context) | {
            "due_on": due_on,
            "is_due": bool(due_on and due_on <= timezone.localdate()),
        }


class DayColumn(Column):
    """A date as readers see it, with its year; "updated 3 weeks ago" says nothing about an article."""

    def __init__(self, *args, **options):
        super().__init__(*args, **({"classname": "day"} | options))

    def get_value(self, instance):
        value = super().get_value(instance)
        return date_format(value, "j b Y") if value else ""


class UsedOnColumn(Column):
    """On how many pages and snippets something is used, with a link to the list; a view calls ``load``."""

    cell_template_name = "wagtailadmin/tables/used_on_cell.html"

    def __init__(self, **options):
        super().__init__("used_on", label=_("Used on"), accessor="usage_count", **options)

    @staticmethod
    def load(objects) -> None:
        """Gives each object ``usage_count``, all together (see ``core.admin.usage``)."""
        for item, places in used_on(objects).items():
            item.usage_count = places.count()

    def get_cell_context_data(self, instance, parent_context):
        usage = instance.snippet_viewset.get_url_name("usage")
        return super().get_cell_context_data(instance, parent_context) | {
            "href": reverse(usage, args=[instance.pk])
        }


class SendAgainColumn(Column):
    """The button that sends something once more (see ``core.models.Sending``).

    ``action`` is the name of the address that it posts to, with the key; ``states`` are those in which it is shown.
    """

    cell_template_name = "wagtailadmin/tables/send_again_cell.html"

    def __init__(self, *, action: str, states: Collection[SendingState], **options):
        super().__init__("again", label=_("What you can do"), accessor="pk", **options)
        self.action = action
        self.states = states

    def get_cell_context_data(self, instance, parent_context):
        return super().get_cell_context_data(instance, parent_context) | {
            "csrf_token": get_token(parent_context["request"]),
            "action": reverse(self.action, args=[instance.pk]) if instance.state in self.states else "",
        }
