"""Members in the admin, and the places where they are."""

import django_filters
from django.forms import CheckboxSelectMultiple
from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList, TitleFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import SlugInput
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.admin.columns import RelatedColumn, ReviewColumn, ThemesColumn, UsedOnColumn
from core.admin.listings import ThemeFilter, TypedListingViewSet, TypedPageFilterSet
from core.admin.snippets import CLASSIFICATION_MENU, UsedOnListing
from core.admin.waiting import register_waiting_item
from core.enums import Province
from members.admin import applications, log, people, reports, stories
from members.admin.forms import PlaceForm
from members.admin.snippets import ConsentTextViewSet, GuidingQuestionViewSet, VersionsPolicy
from members.enums import MemberState
from members.models import ConsentText, MemberPage, Place


class MemberFilterSet(TypedPageFilterSet):
    state = django_filters.MultipleChoiceFilter(
        label=_("Participation"), choices=MemberState.choices, widget=CheckboxSelectMultiple
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
        Column("get_state_display", label=_("Participation"), sort_key="state", width="8%"),
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
    edit_handler = ObjectList(
        [
            TitleFieldPanel("name", placeholder=_("name")),
            FieldPanel(
                "slug",
                widget=SlugInput,
                help_text=_("Of namesakes one gets its province too: “hengelo-gelderland”."),
            ),
            FieldRowPanel([FieldPanel("municipality"), FieldPanel("province")]),
            FieldRowPanel(
                [
                    FieldPanel(
                        "latitude", help_text=_("For example 52.09 for Utrecht. Any map on the web tells it.")
                    ),
                    FieldPanel("longitude", help_text=_("For example 5.12 for Utrecht.")),
                ],
                heading=_("Where it lies"),
            ),
            FieldPanel("population"),
        ],
        base_form_class=PlaceForm,
    )


register_snippet(PlaceViewSet)


@hooks.register("register_admin_viewset")
def register_listings():
    return [MemberListing()]


# --- Working with members ---

register_permission_policy(ConsentText, VersionsPolicy(ConsentText))
register_snippet(GuidingQuestionViewSet)
register_snippet(ConsentTextViewSet)
addresses = [*stories.addresses, *applications.addresses, *people.addresses, *reports.addresses]
hooks.register(
    "register_admin_urls",
    lambda: [path("members-at-work/", include((addresses, stories.NAMESPACE), namespace=stories.NAMESPACE))],
)
hooks.register("register_admin_menu_item", stories.stories_menu_item)
hooks.register("register_admin_menu_item", applications.applications_menu_item)
hooks.register("register_reports_menu_item", lambda: reports.PhotoReportsReport.menu_item(order=60))
hooks.register("register_reports_menu_item", lambda: reports.SilentReport.menu_item(order=70))
hooks.register("register_page_header_buttons", people.header_buttons)
hooks.register("register_log_actions", log.register_actions)
register_waiting_item(stories.stories_waiting, order=90)
register_waiting_item(applications.applications_waiting, order=95)
register_waiting_item(reports.photos_waiting, order=96)
register_waiting_item(reports.silent_waiting, order=450)
