"""What other front ends add to Wagtail's admin. Each line says what; the parts are in ``headless/admin``."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from headless.admin.connections import ConnectionsGroup
from headless.admin.messages import NAMESPACE, DeliveryReport, addresses

hooks.register("register_admin_viewset", ConnectionsGroup)
hooks.register(
    "register_admin_urls", lambda: [path("reports/", include((addresses, NAMESPACE), namespace=NAMESPACE))]
)
hooks.register("register_reports_menu_item", lambda: DeliveryReport.menu_item(order=60))


@hooks.register("register_log_actions")
def register_actions(actions) -> None:
    """Names what staff did with tokens and messages."""
    actions.register_action("headless.revoke", _("Revoke token"), _("Revoked: it does not work any more"))
    actions.register_action("headless.send_again", _("Send again"), _("Sent a message again"))
