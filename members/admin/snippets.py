"""What staff write for members: the questions, and what a group agrees to."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import DateColumn
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from core.admin.snippets import CLASSIFICATION_MENU
from members.models import ConsentText, GuidingQuestion


class VersionsPolicy(ModelPermissionPolicy):
    """Versions that somebody may have agreed to: one can be added, none is changed or deleted."""

    withheld = frozenset({"change", "delete"})

    def user_has_permission(self, user, action):
        return action not in self.withheld and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions):
        return super().users_with_any_permission(set(actions) - self.withheld)


class GuidingQuestionViewSet(SnippetViewSet):
    """The questions that help members to write, in order."""

    model = GuidingQuestion
    icon = "help"
    copy_view_enabled = False
    ordering = ("number", "pk")
    menu_hook = CLASSIFICATION_MENU
    menu_order = 30
    list_display = ["question", "number", "active"]


class ConsentTextViewSet(SnippetViewSet):
    """The versions of the consent text, the newest first; the newest is the one that is asked."""

    model = ConsentText
    icon = "clipboard-list"
    copy_view_enabled = False
    inspect_view_enabled = True
    menu_hook = CLASSIFICATION_MENU
    menu_order = 40
    list_display = ["__str__", DateColumn("created_at", label=_("Since"))]
