"""Merging tags: several that mean the same become one."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from taggit.models import Tag
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from core.services import merge_tags, reindex_tagged


class TargetForm(forms.Form):
    """The choice of the tag that stays, among the chosen ones."""

    into = forms.ModelChoiceField(
        label=_("Which one stays?"), queryset=Tag.objects.none(), widget=forms.RadioSelect
    )

    def __init__(self, *args, tags, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = tags
        self.fields["into"].empty_label = None


class MergeTags(SnippetBulkAction):
    """Offered under the list of tags when some are ticked."""

    models = [Tag]
    display_name = _("Merge")
    action_type = "merge"
    aria_label = _("Merge the chosen tags into one")
    template_name = "wagtailadmin/bulk_actions/merge_tags.html"
    action_priority = 20
    form_class = TargetForm

    def check_perm(self, obj):
        """Merging changes one tag and deletes the others."""
        user = self.request.user
        return all(
            self.permission_policy.user_has_permission_for_instance(user, action, obj)
            for action in ("change", "delete")
        )

    def get_form_kwargs(self):
        tags, _refused = self.get_actionable_objects()
        chosen = Tag.objects.filter(pk__in=[tag.pk for tag in tags]).order_by("name")
        return super().get_form_kwargs() | {"tags": chosen}

    def get_execution_context(self):
        return super().get_execution_context() | {
            "into": self.cleaned_form.cleaned_data["into"],
            "user": self.request.user,
        }

    @classmethod
    def execute_action(cls, objects, into, user, **kwargs):
        merge_tags(tags=objects, into=into, by=user)
        return len(objects) - 1, 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext(
            "%(number)d tag was merged into “%(name)s”.",
            "%(number)d tags were merged into “%(name)s”.",
            num_parent_objects,
        ) % {"number": num_parent_objects, "name": self.cleaned_form.cleaned_data["into"]}


def index_renamed_tag(request, instance) -> None:
    """Keeps the search right when a tag gets another name."""
    if isinstance(instance, Tag):
        reindex_tagged(tag=instance)
