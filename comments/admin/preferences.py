"""Which mails a moderator wants, in the account settings of the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from comments.admin.forms import PreferenceForm
from comments.models.rights import may_moderate_some


class CommentMailsPanel(BaseSettingsPanel):
    """In the own account of a moderator: how often a mail about comments comes."""

    name = "comments"
    title = _("Comments of visitors")
    tab = notifications_tab
    order = 300
    form_class = PreferenceForm

    def is_active(self):
        return may_moderate_some(self.user)
