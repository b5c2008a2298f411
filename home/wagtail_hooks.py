"""The menu and the footer of the site, and what came in through forms, in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LocaleColumn, UpdatedAtColumn
from wagtail.contrib.forms.views import SubmissionsListView
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.admin.policies import OnlyOnePolicy
from home.models import FormPage, Navigation

register_permission_policy(Navigation, OnlyOnePolicy(Navigation))


class NavigationViewSet(SnippetViewSet):
    """One in Dutch; a translation makes the next."""

    model = Navigation
    icon = "bars"
    add_to_admin_menu = True
    menu_order = 520
    copy_view_enabled = False
    list_display = ["__str__", LocaleColumn(), UpdatedAtColumn()]


register_snippet(NavigationViewSet)


class FormEntryList(SubmissionsListView):
    """What came in through one form; the export adds what each visitor was told."""

    def as_spreadsheet(self, queryset, spreadsheet_format):
        self.list_export = [*self.list_export, "notice_text"]
        self.export_headings = {**self.export_headings, "notice_text": _("What the visitor was told")}
        return super().as_spreadsheet(queryset, spreadsheet_format)

    def to_row_dict(self, item):
        return super().to_row_dict(item) | {"notice_text": item.notice_text}


FormPage.submissions_list_view_class = FormEntryList
