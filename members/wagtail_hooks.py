"""Members in the admin, and the places where they are."""

import django_filters
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.admin.columns import RelatedColumn, ReviewColumn, ThemesColumn, UsedOnColumn
from core.admin.listings import ThemeFilter, TypedListingViewSet, TypedPageFilterSet
from core.admin.snippets import CLASSIFICATION_MENU, UsedOnListing
from core.enums import Province
from members.enums import MemberState
from members.models import MemberPage, Place


class MemberFilterSet(TypedPageFilterSet):
    state = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=MemberState.choices, widget=CheckboxSelectMultiple
    )
    province = django_filters.MultipleChoiceFilter(
        label=_("Province"), choices=Province.choices, method="in_provinces", widget=CheckboxSelectMultiple
    )
    themes = ThemeFilter()

    class Meta:
        model = MemberPage
        fields: list[str] = []

    def in_provinces(self, queryset, name, value):
        """Narrow down by primary key: the search, which may come after, cannot follow relations."""
        if not value:
            return queryset
        return queryset.filter(pk__in=MemberPage.objects.filter(place__province__in=value).values("pk"))


class MemberListing(TypedListingViewSet):
    """All members, by name."""

    model = MemberPage
    icon = "group"
    name = "members"
    menu_order = 180
    ordering = "title"
    filterset_class = MemberFilterSet
    columns = TypedListingViewSet.columns_with(
        RelatedColumn("place", label=_("Place"), sort_key="place__name", width="14%"),
        ThemesColumn("themes", label=_("Themes"), width="15%"),
        Column("get_state_display", label=_("State"), sort_key="state", width="8%"),
        ReviewColumn("review", label=_("Check again"), width="9%"),
    )


class PlaceViewSet(SnippetViewSet):
    """The table of Dutch places; one that is missing can be added."""

    model = Place
    icon = "map-pin"
    index_view_class = UsedOnListing
    copy_view_enabled = False
    menu_hook = CLASSIFICATION_MENU
    menu_order = 20
    list_per_page = 50
    list_display = ["name", "municipality", "province", "population", UsedOnColumn()]
    list_filter = ["province"]
    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("municipality"), FieldPanel("province")]),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("population"),
    ]


register_snippet(PlaceViewSet)


@hooks.register("register_admin_viewset")
def register_listings():
    return [MemberListing()]
