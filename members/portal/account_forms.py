"""What people of a group fill in about themselves and each other: who joins, the own name and address, and leaving."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.form_fields import OneLineField, PlainEmailField
from core.forms import PlainSpokenForm
from members.forms import EMAIL_MESSAGES
from members.models import MemberPage


class InviteForm(PlainSpokenForm, forms.Form):
    """Somebody who will write along."""

    name = OneLineField(label=_("Name"), required=False, max_length=120)
    email = PlainEmailField(
        label=_("E-mail address"),
        max_length=254,
        error_messages=EMAIL_MESSAGES,
    )


class NameForm(PlainSpokenForm, forms.Form):
    """What somebody is called."""

    name = OneLineField(
        label=_("Your name"),
        max_length=120,
        help_text=_("The people of your group and the association see it. It is not on the site."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Fill in your name.")},
    )


class NewAddressForm(PlainSpokenForm, forms.Form):
    """The address with which ``user`` wants to sign in. Whether it has an account already is not told here."""

    email = PlainEmailField(
        label=_("Your new e-mail address"),
        max_length=254,
        help_text=_("We send a mail to it, with a button to confirm it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={**EMAIL_MESSAGES, "required": _("Fill in your new e-mail address.")},
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_email(self) -> str:
        """Another address than the present one. Raises ``ValidationError``."""
        email = self.cleaned_data["email"].lower()
        if email == self.user.email.lower():
            raise ValidationError(_("That is the address with which you sign in now."), "same")
        return email


class DeleteForm(PlainSpokenForm, forms.Form):
    """What has to happen with the profile when its only writer goes, and a tick against mistakes."""

    pages = forms.ChoiceField(
        label=_("What happens to the story of your group?"),
        choices=[
            ("keep", _("It stays on the site, without my name and address")),
            ("delete", _("It goes too, with all photos")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happens to the story.")},
    )
    sure = forms.BooleanField(
        label=_("Yes, delete my account. I know that this cannot be undone."),
        error_messages={"required": _("Tick that you are sure.")},
    )

    def __init__(self, *args, pages: list[MemberPage], **kwargs):
        super().__init__(*args, **kwargs)
        if not pages:
            del self.fields["pages"]
        elif not any(page.live for page in pages):
            _on_site, delete = self.fields["pages"].choices
            keep = ("keep", _("The association keeps it, without my name and address"))
            self.fields["pages"].choices = [keep, delete]
