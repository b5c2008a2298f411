"""What visitors fill in. The server says what is wrong, in words, at the field and above the form."""

from django import forms
from django.utils.translation import gettext_lazy as _

from comments.enums import ReportReason
from comments.folding import without_towers
from comments.models import NAME_LENGTH, TEXT_LENGTH, Report
from core.form_fields import ManyLinesField, OneLineField, PlainEmailField
from core.forms import PlainSpokenForm

ROWS = 8
ADDRESS_MESSAGE = _("Fill in an e-mail address such as name@example.org.")

TOO_LONG = {"max_length": _("Make it shorter: at most %(limit_value)d characters. You typed %(show_value)d.")}


def _name_input() -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": "name"})


def _email_input() -> forms.EmailInput:
    return forms.EmailInput(attrs={"autocomplete": "email"})


class TextForm(PlainSpokenForm, forms.Form):
    """The text of a comment alone: for changing it."""

    text = ManyLinesField(
        label=_("Your comment"),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": ROWS}),
        error_messages={"required": _("Write your comment.")} | TOO_LONG,
    )

    def clean_text(self):
        # Hebrew with all its points and signs has four on a letter, and no writing has more.
        return without_towers(self.cleaned_data["text"], most=4)


class CommentForm(TextForm):
    """A comment: a name, the text, and an address for who wants mail about it."""

    name = OneLineField(
        label=_("Your name"),
        help_text=_("Stands above your comment. A first name or another name is fine too."),
        max_length=NAME_LENGTH,
        widget=_name_input(),
        error_messages={"required": _("Fill in a name.")} | TOO_LONG,
    )
    email = PlainEmailField(
        label=_("Your e-mail address"),
        help_text=_("Only for the mails that you choose here. We do not show it."),
        required=False,
        widget=_email_input(),
        error_messages={"invalid": ADDRESS_MESSAGE},
    )
    wants_decision = forms.BooleanField(label=_("Mail me what you decide"), required=False)
    wants_replies = forms.BooleanField(label=_("Mail me when somebody answers"), required=False)

    field_order = ("name", "text", "email", "wants_decision", "wants_replies")

    def clean_name(self):
        return without_towers(self.cleaned_data["name"], most=2)

    def clean(self):
        cleaned = super().clean()
        wants = cleaned.get("wants_decision") or cleaned.get("wants_replies")
        if wants and not cleaned.get("email") and "email" not in self.errors:
            self.add_error("email", _("Fill in your e-mail address, or choose no mails."))
        return cleaned


class ReportForm(PlainSpokenForm, forms.Form):
    """What a reader objects to."""

    reason = forms.ChoiceField(
        label=_("What is wrong with it?"),
        choices=ReportReason,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is wrong."), "invalid_choice": _("Choose what is wrong.")},
    )
    explanation = ManyLinesField(
        label=_("Explanation"),
        help_text=_("For example which sentence you mean."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": ROWS // 2}),
        error_messages=TOO_LONG,
    )
    email = PlainEmailField(
        label=_("Your e-mail address"),
        help_text=_("If you want to hear what we decide."),
        required=False,
        max_length=Report._meta.get_field("email").max_length,
        widget=_email_input(),
        error_messages={"invalid": ADDRESS_MESSAGE},
    )


class AddressForm(PlainSpokenForm, forms.Form):
    """An e-mail address, to send a private link to."""

    email = PlainEmailField(
        label=_("Your e-mail address"),
        help_text=_("The address that you filled in with your comments."),
        widget=_email_input(),
        error_messages={"required": _("Fill in your e-mail address."), "invalid": ADDRESS_MESSAGE},
    )
