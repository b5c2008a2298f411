"""What this app adds to Wagtail's admin. Each line says what; the parts themselves are in ``comments/admin``."""

from django.urls import include, path
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from comments.admin import bulk, desk, log, queue, trial, waiting
from comments.admin.lists import CommentsGroup
from comments.admin.policy import CommentPolicy, RulePolicy
from comments.admin.preferences import CommentMailsPanel
from comments.models import Comment, CommentTexts, SectionRule
from core.admin.policies import OnlyOnePolicy
from core.admin.waiting import register_waiting_item

NAMESPACE = "comments_admin"

# --- Lists; a policy is registered before the list that asks it ---

register_permission_policy(Comment, CommentPolicy(Comment))
register_permission_policy(SectionRule, RulePolicy(SectionRule))
register_permission_policy(CommentTexts, OnlyOnePolicy(CommentTexts))
register_snippet(CommentsGroup)

# --- The queue and the desk ---

addresses = [*queue.addresses, *desk.addresses, *trial.addresses]
hooks.register(
    "register_admin_urls", lambda: [path("comments/", include((addresses, NAMESPACE), namespace=NAMESPACE))]
)
for action in bulk.bulk_actions:
    hooks.register("register_bulk_action", action)
hooks.register("register_comments_menu_item", waiting.queue_item)
hooks.register("register_comments_menu_item", waiting.trial_item)

# --- Dashboard, own account, history ---

register_waiting_item(waiting.waiting_comments, order=20)
register_waiting_item(waiting.reported_comments, order=30)
hooks.register("register_account_settings_panel", CommentMailsPanel)
hooks.register("register_log_actions", log.register_actions)
