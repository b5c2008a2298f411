"""Publications in the admin, with what they are sorted by."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from comments.admin.columns import CommentsColumn
from core.admin.columns import DayColumn, RelatedColumn, ReviewColumn, ThemesColumn
from core.admin.listings import RowsFilter, ThemeFilter, TypedListingViewSet, TypedPageFilterSet
from core.admin.snippets import CLASSIFICATION_MENU, SiteSnippetViewSet
from core.localization import default_locale
from publications.models import PublicationKind, PublicationPage, PublicationSeries


class KindFilter(RowsFilter):
    def __init__(self, **options):
        super().__init__(
            label=_("Kind"),
            queryset=lambda request: PublicationKind.objects.filter(locale=default_locale()),
            widget=CheckboxSelectMultiple,
            **options,
        )

    def filter(self, qs, value):
        if not value:
            return qs
        return qs.filter(pk__in=PublicationPage.objects.filter(kind__in=value).values("pk"))


class PublicationFilterSet(TypedPageFilterSet):
    kind = KindFilter()
    themes = ThemeFilter()

    class Meta:
        model = PublicationPage
        fields: list[str] = []


class PublicationListing(TypedListingViewSet):
    """All publications, the newest first."""

    model = PublicationPage
    icon = "open-book"
    name = "publications"
    menu_order = 170
    ordering = "-date"
    filterset_class = PublicationFilterSet
    columns = TypedListingViewSet.columns_with(
        RelatedColumn("kind", label=_("Kind"), sort_key="kind__name", width="10%"),
        DayColumn("date", label=_("Date"), sort_key="date", width="9%"),
        ThemesColumn("themes", label=_("Themes"), width="15%"),
        ReviewColumn("review", label=_("Check again"), width="9%"),
        CommentsColumn(width="9%"),
    )


class KindViewSet(SiteSnippetViewSet):
    model = PublicationKind
    icon = "list-ul"
    menu_hook = CLASSIFICATION_MENU
    menu_order = 10
    own_columns = ["plural"]


class SeriesViewSet(SiteSnippetViewSet):
    model = PublicationSeries
    icon = "layers"
    menu_hook = CLASSIFICATION_MENU
    menu_order = 11


register_snippet(KindViewSet)
register_snippet(SeriesViewSet)


@hooks.register("register_admin_viewset")
def register_listings():
    return [PublicationListing()]
