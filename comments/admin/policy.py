"""Who may do what with comments in the admin: a right on a part of the page tree (see ``comments.models.rights``)."""

from wagtail.permission_policies import ModelPermissionPolicy

from comments.models import Comment, SectionRule
from comments.models.rights import all_moderators, may_moderate, may_moderate_some, moderated_pages


class CommentPolicy(ModelPermissionPolicy):
    """A moderator of a section changes what is in it; nobody adds or deletes by hand."""

    actions = frozenset({"change", "view"})

    def user_has_permission(self, user, action):
        return action in self.actions and may_moderate_some(user)

    def user_has_permission_for_instance(self, user, action, instance):
        return action in self.actions and may_moderate(user, self.page_of(instance))

    def instances_user_has_any_permission_for(self, user, actions):
        allowed = self.actions.intersection(actions)
        return self.instances_of(user) if allowed else self.model._default_manager.none()

    def users_with_any_permission(self, actions):
        allowed = self.actions.intersection(actions)
        return all_moderators() if allowed else all_moderators().none()

    def page_of(self, instance: Comment):
        """The page in whose section ``instance`` stands."""
        return instance.conversation.page

    def instances_of(self, user):
        """Everything in the sections of ``user``."""
        return Comment.objects.moderated_by(user)


class RulePolicy(CommentPolicy):
    """The rules for a section are made by its moderators."""

    actions = frozenset({"add", "change", "delete", "view"})

    def page_of(self, instance: SectionRule):
        return instance.page

    def instances_of(self, user):
        return SectionRule.objects.filter(page__in=moderated_pages(user).order_by().values("pk"))
