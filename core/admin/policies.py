"""Who may add, change and delete where Django's permissions of a model do not say it all."""

from wagtail.permission_policies import ModelPermissionPolicy


class ClosedListPolicy(ModelPermissionPolicy):
    """A list that is part of the design: its items can be changed, nobody adds or deletes one."""

    withheld = frozenset({"add", "delete"})

    def user_has_permission(self, user, action):
        return action not in self.withheld and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions):
        return super().users_with_any_permission(set(actions) - self.withheld)


class OnlyOnePolicy(ClosedListPolicy):
    """Something of which the site has one: it can be added as long as it is not there."""

    def user_has_permission(self, user, action):
        if action == "add" and not self.model._default_manager.exists():
            return ModelPermissionPolicy.user_has_permission(self, user, action)
        return super().user_has_permission(user, action)
