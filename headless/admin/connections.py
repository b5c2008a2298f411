"""Tokens and webhooks in the menu of the admin."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views.generic import CreateView, DeleteView, EditView, IndexView, InspectView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from headless.admin.forms import TokenEditForm, TokenForm, WebhookForm
from headless.models import ApiToken, Webhook
from headless.services import make_token, revoke_token


class MakeToken(CreateView):
    """Makes a token and shows its secret, this once."""

    def form_valid(self, form) -> HttpResponse:
        token, secret = make_token(
            name=form.cleaned_data["name"],
            scopes=form.cleaned_data["scopes"],
            expires_at=form.cleaned_data["expires_at"],
            by=self.request.user,
        )
        context = {"token": token, "secret": secret, "back": self.get_success_url()}
        return TemplateResponse(self.request, "headless/token_made.html", context)


class RevokeToken(DeleteView):
    """Ends a token; the line stays, so that one sees who could do what."""

    page_title = _("Revoke")
    success_message = _("“%(object)s” does not work any more.")

    def delete_action(self) -> None:
        revoke_token(token=self.object, by=self.request.user)

    @property
    def confirmation_message(self):
        """What happens then."""
        return _("The program that uses this token can do nothing with it any more, at once.")


class EditToken(EditView):
    """Changes the name."""

    delete_item_label = _("Revoke")


class TokenIndex(IndexView):
    """All tokens, those that were revoked among them."""

    def get_list_more_buttons(self, instance):
        """As everywhere, but what is called deleting elsewhere is revoking here."""
        buttons = super().get_list_more_buttons(instance)
        for button in buttons:
            if button.icon_name == "bin":
                button.label = _("Revoke")
        return buttons


class TokenViewSet(ModelViewSet):
    model = ApiToken
    icon = "key"
    menu_label = _("API tokens")
    add_to_admin_menu = False
    index_view_class = TokenIndex
    add_view_class = MakeToken
    edit_view_class = EditToken
    delete_view_class = RevokeToken
    copy_view_enabled = False
    list_display = [
        "name",
        Column("shown_scopes", label=_("Allowed to")),
        Column("hint", label=_("Begins with")),
        DateColumn("created_at", label=_("Made")),
        DateColumn("last_used_at", label=_("Last used")),
        DateColumn("expires_at", label=_("Ends")),
        BooleanColumn("is_valid", label=_("Works")),
    ]
    list_filter = []
    url_prefix = "api-tokens"

    def get_form_class(self, for_update=False):
        return TokenEditForm if for_update else TokenForm


class InspectWebhook(InspectView):
    """What a webhook is told, and the key with which its bodies are signed."""

    def get_fields(self):
        return ["name", "url", "shown_events", "active", "secret"]

    def get_active_display_value(self):
        return _("yes") if self.object.active else _("no")

    def get_field_label(self, field_name, field):
        own = {"shown_events": _("Tells about"), "secret": _("Key for the signature")}
        return own.get(field_name) or super().get_field_label(field_name, field)


class WebhookViewSet(ModelViewSet):
    model = Webhook
    icon = "link"
    menu_label = _("Webhooks")
    add_to_admin_menu = False
    inspect_view_enabled = True
    inspect_view_class = InspectWebhook
    copy_view_enabled = False
    list_display = [
        "name",
        "url",
        Column("shown_events", label=_("Tells about")),
        BooleanColumn("active", label=_("On")),
    ]
    list_filter = []
    url_prefix = "webhooks"

    def get_form_class(self, for_update=False):
        return WebhookForm


class ConnectionsGroup(ViewSetGroup):
    """Other programs that read from us or hear from us."""

    menu_label = _("Connections")
    menu_icon = "link"
    menu_order = 600
    items = (TokenViewSet("api_tokens"), WebhookViewSet("webhooks"))
