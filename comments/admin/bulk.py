"""Deciding on many comments at once, from the list."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.views.bulk_action import BulkAction

from comments.admin.forms import ReasonForm
from comments.enums import Action
from comments.models import Comment
from comments.models.rights import may_moderate
from comments.services.moderating import AlreadyDone, decide


class Decision(BulkAction):
    """One action on the comments that were ticked; what somebody else decided in the meantime is left alone."""

    models = [Comment]
    action: Action
    template_name = "wagtailadmin/comments/bulk_decision.html"
    form_class = ReasonForm

    def check_perm(self, obj):
        return may_moderate(self.request.user, obj.conversation.page)

    def get_all_objects_in_listing_query(self, parent_id):
        """ "All" would be all comments of the site, in whatever state: only what is on the screen can be ticked."""
        return []

    @classmethod
    def get_queryset(cls, model, object_ids):
        return list(Comment.objects.filter(pk__in=object_ids).select_related("conversation__page"))

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "header_icon": "comment",
            "label": self.action.label,
            "asks_reason": self.action == Action.REFUSE,
        }

    def form_valid(self, form: forms.Form):
        chosen = form.cleaned_data
        if self.action == Action.REFUSE and not (chosen["reason"] or chosen["words"]):
            form.add_error("reason", _("Choose a reason, or write one: who wrote the comment reads it."))
            return self.form_invalid(form)
        return super().form_valid(form)

    def get_execution_context(self):
        return {"action": self.action, "form": self.cleaned_form, "by": self.request.user}

    @classmethod
    def execute_action(cls, objects, action, form, by, **kwargs):
        done = 0
        for comment in objects:
            try:
                decide(comment=comment, action=action, by=by, reason=form.text_for(comment.locale))
            except AlreadyDone:
                continue
            done += 1
        return done, 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext("%(number)d comment: done.", "%(number)d comments: done.", num_parent_objects) % {
            "number": num_parent_objects
        }


def _bulk(action: Action, priority: int) -> type[Decision]:
    attributes = {
        "action": action,
        "display_name": action.label,
        "action_type": action.value,
        "aria_label": action.label,
        "action_priority": priority,
        "classes": {"serious"} if action in (Action.SPAM, Action.TRASH) else set(),
    }
    return type(f"{action.value.capitalize()}Comments", (Decision,), attributes)


bulk_actions = [_bulk(action, (place + 1) * 10) for place, action in enumerate(Action)]
