"""The report of searches without result, and the picks that staff make of it."""

from urllib.parse import urlencode

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, NumberColumn

from core.admin.columns import DayColumn
from core.admin.reports import PagesReport
from search.admin import WORDS, addresses, label_picks
from search.models import Miss


class AskedColumn(Column):
    """What was asked, with a link to what a visitor sees now."""

    cell_template_name = "wagtailadmin/tables/asked_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        user = parent_context["request"].user
        may_pick = user.has_perm("wagtailsearchpromotions.add_searchpromotion")
        return context | {
            "href": f"{reverse('search')}?{urlencode({'q': instance.text})}",
            "pick_href": self.form_for(instance) if may_pick else "",
            "is_picked": instance.picks is not None,
        }

    @staticmethod
    def form_for(miss: Miss) -> str:
        """The form with the picks for these words, or an empty one in which the words stand."""
        if miss.picks is not None:
            return reverse("wagtailsearchpromotions:edit", args=[miss.picks])
        return f"{reverse('wagtailsearchpromotions:add')}?{urlencode({WORDS: miss.text})}"


class MissesReport(PagesReport):
    """What visitors looked for and did not find, most asked first. Says nothing about who asked."""

    model = Miss
    namespace = "search_reports"
    name = "searches-without-result"
    page_title = _("Searches without result")
    header_icon = "search"
    results_template_name = "wagtailadmin/reports/misses_results.html"
    list_export = ["text", "times", "first_day", "last_day"]
    columns = [
        AskedColumn("text", label=_("Searched for"), width="45%"),
        NumberColumn("times", label=_("Times"), sort_key="times", width="15%"),
        DayColumn("first_day", label=_("First time"), sort_key="first_day", width="20%"),
        DayColumn("last_day", label=_("Last time"), sort_key="last_day", width="20%"),
    ]
    default_ordering = "-times"

    def get_queryset(self):
        return self.order_queryset(Miss.objects.most_asked().with_picks())


label_picks()
hooks.register("register_admin_urls", lambda: addresses, order=-1)


@hooks.register("register_admin_urls")
def register_report_addresses():
    return [path("reports/", include((MissesReport.addresses(), MissesReport.namespace)))]


@hooks.register("register_reports_menu_item")
def register_report():
    return MissesReport.menu_item(order=50)
