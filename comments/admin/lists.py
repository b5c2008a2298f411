"""The lists that go with moderating: rules, words, blocks, reasons and texts."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LocaleColumn, UpdatedAtColumn
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import (
    CreateView,
    DeleteView,
    EditView,
    HistoryView,
    IndexView,
    SnippetViewSet,
    SnippetViewSetGroup,
    UsageView,
)

from comments.admin.forms import RuleForm
from comments.models import (
    BlockedSender,
    CommentTexts,
    NoticeVersion,
    RefusalReason,
    SectionRule,
    WordRule,
)


class NewRule(CreateView):
    """Begins with the page from which somebody came."""

    def get_initial_form_instance(self):
        chosen = self.request.GET.get("page", "")
        page = Page.objects.filter(pk=chosen).first() if chosen.isdecimal() else None
        return SectionRule(page=page) if page else None


class OwnRules(IndexView):
    """The rules in the sections of this moderator."""

    def get_base_queryset(self):
        policy = policy_registry.get_by_type(SectionRule)
        return policy.instances_user_has_permission_for(self.request.user, "change").select_related("page")


class OfOwnSection:
    """For a view of one rule: Wagtail asks whether somebody may change rules, not whether this one."""

    def get_object(self, *args, **options):
        rule = super().get_object(*args, **options)
        policy = policy_registry.get_by_type(SectionRule)
        if not policy.user_has_permission_for_instance(self.request.user, "change", rule):
            raise PermissionDenied
        return rule


class RuleViewSet(SnippetViewSet):
    model = SectionRule
    icon = "list-ul"
    add_view_class = NewRule
    index_view_class = OwnRules
    edit_view_class = type("EditRule", (OfOwnSection, EditView), {})
    delete_view_class = type("DeleteRule", (OfOwnSection, DeleteView), {})
    history_view_class = type("HistoryOfRule", (OfOwnSection, HistoryView), {})
    usage_view_class = type("UsageOfRule", (OfOwnSection, UsageView), {})
    copy_view_enabled = False
    list_display = ["page", "get_rule_display", "close_after_days", UpdatedAtColumn()]

    def get_form_class(self, for_update=False):
        return RuleForm


class WordViewSet(SnippetViewSet):
    model = WordRule
    menu_label = _("Word list")
    icon = "warning"
    copy_view_enabled = False
    list_display = ["phrase", "action", UpdatedAtColumn()]
    search_fields = ["phrase"]


class BlockViewSet(SnippetViewSet):
    model = BlockedSender
    menu_label = _("Block list")
    icon = "no-view"
    copy_view_enabled = False
    list_display = ["value", "kind", "note", UpdatedAtColumn()]
    search_fields = ["value"]


class ReasonViewSet(SnippetViewSet):
    model = RefusalReason
    icon = "clipboard-list"
    copy_view_enabled = False
    list_display = ["name", "text", LocaleColumn(), UpdatedAtColumn()]


class TextsViewSet(SnippetViewSet):
    model = CommentTexts
    icon = "openquote"
    copy_view_enabled = False
    list_display = ["__str__", LocaleColumn(), UpdatedAtColumn()]


class NoticeViewSet(SnippetViewSet):
    """What visitors were told, each wording once; to be read only."""

    model = NoticeVersion
    icon = "history"
    copy_view_enabled = False
    inspect_view_enabled = True
    list_display = ["__str__", "text", "first_used_at"]


class CommentsGroup(SnippetViewSetGroup):
    """Everything about comments in one place of the menu; the queue stands first in it."""

    items = (RuleViewSet, WordViewSet, BlockViewSet, ReasonViewSet, TextsViewSet, NoticeViewSet)
    menu_label = _("Comments")
    menu_name = "comments"
    menu_icon = "comment"
    menu_order = 180
    submenu_hook = "register_comments_menu_item"
