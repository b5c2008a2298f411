"""The lists of snippets: what each shows, and where it stands in the menu."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import LocaleColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from core.admin.columns import UsedOnColumn
from core.admin.usage import SnippetUsageView
from core.admin.wording import SiteSnippetChooserViewSet
from core.models import Author, CallToAction, Contact, Partner, ReusableText, Theme

# Other apps give their viewsets this ``menu_hook`` to stand beside themes and tags.
CLASSIFICATION_MENU = "register_classification_menu_item"


class UsedOnListing(IndexView):
    """A list that says of each item where it is used."""

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        UsedOnColumn.load(context["object_list"])
        return context


class SiteSnippetViewSet(SnippetViewSet):
    """A list of snippets with their language and the places where they are used."""

    index_view_class = UsedOnListing
    usage_view_class = SnippetUsageView
    chooser_viewset_class = SiteSnippetChooserViewSet
    copy_view_enabled = False
    list_per_page = 50
    # Columns between the name and the language.
    own_columns: list = []

    @cached_property
    def list_display(self):
        return [
            "name",
            *self.own_columns,
            LocaleColumn(),
            UsedOnColumn(),
            UpdatedAtColumn(),
        ]


class CallToActionViewSet(SiteSnippetViewSet):
    model = CallToAction
    icon = "megaphone"
    own_columns = ["button_label"]


class ContactViewSet(SiteSnippetViewSet):
    model = Contact
    icon = "mail"
    own_columns = ["email"]


class ReusableTextViewSet(SiteSnippetViewSet):
    model = ReusableText
    icon = "snippet"


class AuthorViewSet(SiteSnippetViewSet):
    model = Author
    icon = "user"
    own_columns = ["kind"]


class PartnerViewSet(SiteSnippetViewSet):
    model = Partner
    icon = "partners"
    own_columns = ["url"]


class TextsGroup(SnippetViewSetGroup):
    """Texts that are written once and stand on many pages."""

    items = (CallToActionViewSet, ContactViewSet, ReusableTextViewSet, AuthorViewSet, PartnerViewSet)
    menu_label = _("Texts")
    menu_name = "texts"
    menu_icon = "snippet"
    menu_order = 500


class ThemeViewSet(SnippetViewSet):
    """The closed list of seven; ``ClosedListPolicy`` keeps it closed."""

    model = Theme
    icon = "swatch"
    usage_view_class = SnippetUsageView
    chooser_viewset_class = SiteSnippetChooserViewSet
    copy_view_enabled = False
    ordering = "number"
    list_display = ["name", "number", "hue", LocaleColumn(), UpdatedAtColumn()]


class TagViewSet(SnippetViewSet):
    """All tags, to rename or to merge (see ``tags.py``)."""

    model = Tag
    icon = "tag"
    index_view_class = UsedOnListing
    copy_view_enabled = False
    ordering = "name"
    list_per_page = 100
    list_display = ["name", UsedOnColumn()]
    search_fields = ["name"]
    panels = [FieldPanel("name")]


class ClassificationGroup(SnippetViewSetGroup):
    """What pages are sorted by."""

    items = (ThemeViewSet, TagViewSet)
    menu_label = _("Classification")
    menu_name = "classification"
    menu_icon = "tag"
    menu_order = 510
    submenu_hook = CLASSIFICATION_MENU
