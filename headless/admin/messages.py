"""What was told to whom, and the button that tells it again."""

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

from core.admin.columns import SendAgainColumn
from core.admin.reports import SiteReport
from core.models import SendingState
from headless.models import Delivery
from headless.webhooks import send_again

NAMESPACE = "headless"


class DeliveryFilterSet(WagtailFilterSet):
    class Meta:
        model = Delivery
        fields = ["state", "webhook", "event"]


class DeliveryReport(SiteReport):
    """All messages of the last month, the newest first."""

    model = Delivery
    name = "webhook-messages"
    page_title = gettext_lazy("Webhook messages")
    header_icon = "link"
    any_permission_required = ["view", "change"]
    filterset_class = DeliveryFilterSet
    namespace = NAMESPACE
    columns = [
        Column("webhook", label=gettext_lazy("To"), width="18%"),
        Column("get_event_display", label=gettext_lazy("About"), width="22%"),
        Column("get_state_display", label=gettext_lazy("Status"), width="10%"),
        Column("status", label=gettext_lazy("HTTP status"), width="8%"),
        Column("tries", label=gettext_lazy("Tries"), width="7%"),
        DateColumn("queued_at", label=gettext_lazy("Written"), width="12%"),
        Column("problem", label=gettext_lazy("Problem"), width="13%"),
        SendAgainColumn(
            action="headless:send_message_again", states=[SendingState.SENT, SendingState.FAILED], width="10%"
        ),
    ]

    @cached_property
    def permission_policy(self):
        return ModelPermissionPolicy(Delivery)

    def get_queryset(self):
        return Delivery.objects.select_related("webhook")


@require_POST
def send_message_again(request, pk: int):
    """Sends a message once more and goes back to the list. Raises ``PermissionDenied``."""
    if not ModelPermissionPolicy(Delivery).user_has_permission(request.user, "change"):
        raise PermissionDenied
    delivery = get_object_or_404(Delivery.objects.select_related("webhook"), pk=pk)
    send_again(delivery=delivery, by=request.user)
    messages.success(request, _("The message is sent again."))
    return redirect(get_valid_next_url_from_request(request) or DeliveryReport.url())


addresses = [
    *DeliveryReport.addresses(),
    path("webhook-messages/<row:pk>/send-again/", send_message_again, name="send_message_again"),
]
