"""News and events in the admin."""

import django_filters
from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column

from comments.admin.columns import CommentsColumn
from core.admin.columns import DayColumn, ReviewColumn, ThemesColumn
from core.admin.listings import ThemeFilter, TypedListingViewSet, TypedPageFilterSet
from news.models import EventPage, NewsPage


class NewsFilterSet(TypedPageFilterSet):
    themes = ThemeFilter()

    class Meta:
        model = NewsPage
        fields: list[str] = []


class NewsListing(TypedListingViewSet):
    """All articles, the newest first."""

    model = NewsPage
    icon = "newspaper"
    name = "news"
    menu_label = _("News")
    menu_order = 150
    ordering = "-date"
    filterset_class = NewsFilterSet
    columns = TypedListingViewSet.columns_with(
        DayColumn("date", label=_("Date"), sort_key="date", width="9%"),
        ThemesColumn("themes", label=_("Themes"), width="17%"),
        ReviewColumn("review", label=_("Check again"), width="10%"),
        CommentsColumn(width="9%"),
    )


class WhenFilter(django_filters.ChoiceFilter):
    """Events that are coming, or that are over."""

    def __init__(self, **options):
        choices = [("upcoming", _("coming up")), ("past", _("over"))]
        super().__init__(
            label=_("When"), choices=choices, empty_label=_("All"), widget=RadioSelect, **options
        )

    def filter(self, qs, value):
        if not value:
            return qs
        chosen = EventPage.objects.upcoming() if value == "upcoming" else EventPage.objects.past()
        return qs.filter(pk__in=chosen.order_by().values("pk"))


class EventFilterSet(TypedPageFilterSet):
    when = WhenFilter()
    themes = ThemeFilter()

    class Meta:
        model = EventPage
        fields: list[str] = []


class EventListing(TypedListingViewSet):
    """All events, the last one first."""

    model = EventPage
    icon = "calendar"
    name = "events"
    menu_label = _("Calendar")
    menu_order = 160
    ordering = "-start"
    filterset_class = EventFilterSet
    columns = TypedListingViewSet.columns_with(
        DayColumn("date", label=_("Date"), sort_key="start", width="9%"),
        Column("place_name", label=_("Place"), width="17%"),
        ThemesColumn("themes", label=_("Themes"), width="17%"),
    )


@hooks.register("register_admin_viewset")
def register_listings():
    return [NewsListing(), EventListing()]
