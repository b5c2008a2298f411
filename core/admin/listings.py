"""The lists of pages of one type: the columns, filters and menu item that they share."""

import django_filters
from django.db.models import Exists, OuterRef, Q
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.menus import MenuItem as ActionItem
from wagtail.admin.ui.tables import ButtonsColumnMixin
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets.button import Button, ButtonWithDropdown
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail_localize.wagtail_hooks import page_listing_more_buttons as translation_buttons

from core.admin.columns import LanguagesColumn
from core.form_fields import KnownRowsMixin
from core.localization import default_locale
from core.models import Theme


class TitleColumn(ButtonsColumnMixin, PageTitleColumn):
    """The title with Wagtail's menu of actions, but without those of the translators' tool.

    It asks the database two questions for each row; the languages have a column of their own.
    """

    header_template_name = "wagtailadmin/tables/typed_title_header.html"
    cell_template_name = "wagtailadmin/tables/typed_title_cell.html"

    def get_buttons(self, instance, parent_context):
        """One button, behind which are the actions that this user may take."""
        user, here = parent_context["request"].user, parent_context["request"].get_full_path()
        label = _("More options for '%(title)s'") % {"title": instance.get_admin_display_title()}
        items = [
            item
            for hook in hooks.get_hooks("register_page_listing_more_buttons")
            if hook is not translation_buttons
            for item in hook(page=instance, user=user, next_url=here)
        ]
        buttons = [
            Button.from_menu_item(item) if isinstance(item, ActionItem) else item
            for item in items
            if not isinstance(item, ActionItem) or item.is_shown(user)
        ]
        return [ButtonWithDropdown(buttons=buttons, icon_name="dots-horizontal", attrs={"aria-label": label})]


TITLE = TitleColumn("title", label=_("Title"), sort_key="title")
# Wagtail's own names of a status, which our catalogue translates anew: "live" is no Dutch.
WAGTAIL_STATUSES = (
    gettext_noop("live + draft"),
    gettext_noop("live + in moderation"),
    gettext_noop("live + scheduled"),
    gettext_noop("Live"),
)
STATUS = PageStatusColumn("status", label=_("Status"), sort_key="live", width="10%")
LANGUAGES = LanguagesColumn("languages", label=_("Languages"), width="15%")


class FilteredRowsField(KnownRowsMixin, django_filters.fields.ModelMultipleChoiceField):
    """Some rows of a table, in the address of a listing."""


class RowsFilter(django_filters.ModelMultipleChoiceFilter):
    """Ticks for some rows of a table."""

    field_class = FilteredRowsField


class ThemeFilter(RowsFilter):
    """Pages with one of the chosen themes, in whichever language version of the theme they name it."""

    def __init__(self, **options):
        super().__init__(
            label=_("Theme"),
            queryset=lambda request: Theme.objects.in_locale(default_locale()),
            widget=CheckboxSelectMultiple,
            **options,
        )

    def filter(self, qs, value):
        """Narrow down by primary key: the search, which may come after, cannot follow relations."""
        if not value:
            return qs
        keys = [theme.translation_key for theme in value]
        return qs.filter(pk__in=qs.model.objects.filter(themes__translation_key__in=keys).values("pk"))


class PublishedFilter(django_filters.ChoiceFilter):
    """On line, with changes that wait, or not on line."""

    CHOICES = {
        "live": {"live": True},
        "changed": {"live": True, "has_unpublished_changes": True},
        "draft": {"live": False},
    }

    def __init__(self, **options):
        choices = [
            ("live", _("on line")),
            ("changed", _("on line, with a draft")),
            ("draft", _("not on line")),
        ]
        super().__init__(
            label=_("Status"), choices=choices, empty_label=_("All"), widget=RadioSelect, **options
        )

    def filter(self, qs, value):
        return qs.filter(**self.CHOICES[value]) if value else qs


class TypedPageFilterSet(PageFilterSet):
    """What the lists of every type can be narrowed down by; of Wagtail's own, what makes sense here."""

    published = PublishedFilter()
    site = has_child_pages = edited_by = None


class TypedListing(IndexView):
    """One list. Costs the same number of queries however many pages it shows."""

    results_template_name = "wagtailadmin/pages/typed_results.html"

    @cached_property
    def shows_one_language(self):
        """Whether rows are articles and not translations: for who works in Dutch, unless a language is chosen."""
        homes = self.permission_policy.explorable_instances(self.request.user)
        return not self.request.GET.get("locale") and homes.filter(depth=2, locale=default_locale()).exists()

    @cached_property
    def show_locale_labels(self):
        return not self.shows_one_language

    def get_base_queryset(self):
        pages = super().get_base_queryset()
        if self.shows_one_language:
            sources = Page.objects.filter(
                locale=default_locale(), translation_key=OuterRef("translation_key")
            )
            originals = self.model.objects.filter(Q(locale=default_locale()) | ~Exists(sources))
            pages = pages.filter(pk__in=originals.order_by().values("pk"))
        names = [column.prefetch for column in self.columns if hasattr(column, "prefetch")]
        return pages.prefetch_related(*names) if names else pages

    def get_valid_orderings(self):
        """While searching, only what the index knows can be ordered by."""
        orderings = super().get_valid_orderings()
        if not self.is_searching:
            return orderings
        indexed = {field.field_name for field in self.model.get_filterable_search_fields()}
        return [ordering for ordering in orderings if ordering.lstrip("-") in indexed]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        for column in self.columns:
            if hasattr(column, "load"):
                column.load(context["object_list"])
        return context


class TypedListingViewSet(PageListingViewSet):
    """A list of the pages of one type, with an item in the menu for whoever may work on pages."""

    index_view_class = TypedListing
    add_to_admin_menu = True
    list_per_page = 30

    @cached_property
    def menu_label(self):
        return capfirst(self.model._meta.verbose_name_plural)

    @cached_property
    def menu_item_class(self):
        return PagesMenuItem

    @staticmethod
    def columns_with(*own):
        """The columns of a type: the title, those of its own, then how and where it is on line."""
        return [BulkActionsColumn("bulk_actions"), TITLE, *own, LANGUAGES, STATUS]


class PagesMenuItem(MenuItem):
    """Shown to whoever may work on some page."""

    def is_shown(self, request):
        return page_permission_policy.user_has_any_permission(request.user, ["add", "change", "publish"])
