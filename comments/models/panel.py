"""The panel in the page editor that says which rule holds for comments."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from comments.models.conversations import source_of
from comments.models.rights import may_moderate
from comments.models.rules import SectionRule, rule_at


class DiscussionPanel(Panel):
    """In the form of a page: which rule holds for its comments, with a link to change it. Changes nothing itself."""

    def __init__(self, **options):
        super().__init__(**({"heading": _("Comments of visitors")} | options))

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/comments/discussion_panel.html"

        def is_shown(self):
            """Only for a page that exists, so that it has a place in the tree."""
            return bool(self.instance.pk) and super().is_shown()

        def get_context_data(self, parent_context=None):
            page = source_of(self.instance)
            rule, days = rule_at(page.path)
            own = SectionRule.objects.filter(page=page).first()
            views = SectionRule.snippet_viewset
            if own:
                href = reverse(views.get_url_name("edit"), args=[own.pk])
            else:
                href = reverse(views.get_url_name("add")) + f"?page={page.pk}"
            return super().get_context_data(parent_context) | {
                "rule": rule.label,
                "days": days,
                "change_href": href if may_moderate(self.request.user, page) else "",
            }
