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
from core.converters import row_number


class Decision(BulkAction):
    """One action on the comments that were ticked; what changed while somebody looked at them is left alone."""

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
        numbers = {row_number(str(pk)) for pk in object_ids}
        return list(Comment.objects.filter(pk__in=numbers).select_related("conversation__page"))

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
        return {
            "action": self.action,
            "form": self.cleaned_form,
            "by": self.request.user,
            "seen": self.request.POST.getlist("seen"),
        }

    @classmethod
    def execute_action(cls, objects, action, form, by, seen, **kwargs):
        """Decide on each of ``objects``; ``seen`` holds “number:version” of what stood on the screen."""
        done = 0
        for comment in objects:
            if f"{comment.pk}:{comment.version}" not in seen:
                continue
            reason = form.text_for(comment.locale)
            try:
                decide(comment=comment, action=action, by=by, version=comment.version, reason=reason)
            except (AlreadyDone, Comment.DoesNotExist):
                continue
            done += 1
        return done, len(objects) - done

    def get_success_message(self, num_parent_objects, num_child_objects):
        done = ngettext("%(number)d comment: done.", "%(number)d comments: done.", num_parent_objects) % {
            "number": num_parent_objects
        }
        left = ngettext(
            "%(number)d comment was left alone: it changed, or was decided before.",
            "%(number)d comments were left alone: they changed, or were decided before.",
            num_child_objects,
        ) % {"number": num_child_objects}
        return f"{done} {left}" if num_child_objects else done


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
