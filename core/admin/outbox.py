"""Mails of the site: what waits, what went, and what failed and can be sent again."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.permission_policies import ModelPermissionPolicy

from core import outbox
from core.admin.columns import SendAgainColumn
from core.admin.reports import SiteReport
from core.models import OutboxMail, SendingState


class MailFilterSet(WagtailFilterSet):
    class Meta:
        model = OutboxMail
        fields = ["state"]


class OutboxReport(SiteReport):
    """All mails whose text is still kept, the newest first. What they say is not shown."""

    model = OutboxMail
    name = "mails"
    page_title = gettext_lazy("Mails")
    header_icon = "mail"
    any_permission_required = ["view", "change"]
    filterset_class = MailFilterSet
    columns = [
        Column("subject", label=gettext_lazy("Subject"), width="28%"),
        Column("recipient", label=gettext_lazy("To"), width="20%"),
        Column("get_state_display", label=gettext_lazy("Status"), width="10%"),
        Column("tries", label=gettext_lazy("Tries"), width="7%"),
        DateColumn("queued_at", label=gettext_lazy("Written"), width="12%"),
        Column("problem", label=gettext_lazy("Problem"), width="13%"),
        SendAgainColumn(action="site_reports:send_mail_again", states=[SendingState.FAILED], width="10%"),
    ]

    @cached_property
    def permission_policy(self):
        return ModelPermissionPolicy(OutboxMail)

    def get_queryset(self):
        return OutboxMail.objects.readable()


@require_POST
def send_again(request, pk: int):
    """Sends a mail that failed once more and goes back to the list. Raises ``PermissionDenied``."""
    if not ModelPermissionPolicy(OutboxMail).user_has_permission(request.user, "change"):
        raise PermissionDenied
    mail = get_object_or_404(OutboxMail.objects.readable(), pk=pk)
    outbox.send_again(mail=mail, by=request.user)
    messages.success(request, _("“%(subject)s” is sent again.") % {"subject": mail.subject})
    return redirect(get_valid_next_url_from_request(request) or OutboxReport.url())


addresses = [
    *OutboxReport.addresses(),
    path("mails/<row:pk>/send-again/", send_again, name="send_mail_again"),
]
