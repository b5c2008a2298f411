"""The forms in which staff make tokens and webhooks."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateTimeInput

from headless.addresses import NotAllowed, checked
from headless.enums import Scope, WebhookEvent
from headless.models import ApiToken, Webhook


class TokenForm(WagtailAdminModelForm):
    """Who may do what, and until when."""

    scopes = forms.MultipleChoiceField(
        label=_("Allowed to"),
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=[Scope.READ],
    )

    class Meta:
        model = ApiToken
        fields = ["name", "scopes", "expires_at"]
        widgets = {"expires_at": AdminDateTimeInput}
        help_texts = {"expires_at": _("Leave empty for a token that works until you revoke it.")}

    def clean_expires_at(self):
        """A token that has ended before it begins helps nobody."""
        ends = self.cleaned_data["expires_at"]
        if ends and ends <= timezone.now():
            raise ValidationError(_("Choose a moment that is still to come."))
        return ends


class TokenEditForm(TokenForm):
    """Afterwards only the name can be changed: what a client may do is decided when its token is made."""

    scopes = None

    class Meta(TokenForm.Meta):
        fields = ["name"]


class WebhookForm(WagtailAdminModelForm):
    """Who hears of what."""

    events = forms.MultipleChoiceField(
        label=_("Tells about"), choices=WebhookEvent.choices, widget=forms.CheckboxSelectMultiple
    )

    url = forms.URLField(
        label=_("Web address"),
        max_length=500,
        assume_scheme="https",
        help_text=_("Begins with https:// and does not lie in a private network."),
    )

    class Meta:
        model = Webhook
        fields = ["name", "url", "events", "active"]

    def clean_url(self):
        """Refuses a private network at once; it is looked at again each time something is sent."""
        url = self.cleaned_data["url"]
        try:
            checked(url)
        except NotAllowed as error:
            raise ValidationError(
                _("This address cannot be reached from the internet, or does not exist.")
            ) from error
        return url
