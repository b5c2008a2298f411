"""What staff fill in when they answer."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from core.form_fields import ManyLinesField, OneLineField, PlainEmailField


class AnswerForm(forms.Form):
    """The answer to a story; without a message only for approval."""

    answer = forms.ChoiceField(
        choices=[("approve", _("approve")), ("ask", _("ask for a change")), ("refuse", _("refuse"))],
        widget=forms.HiddenInput,
    )
    message = ManyLinesField(
        label=_("Message to the group"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Say what is good, and what has to change. The group reads it as you write it."),
    )

    def clean(self):
        answers = super().clean()
        if answers.get("answer") in {"ask", "refuse"} and not answers.get("message"):
            self.add_error("message", _("Write what has to change, or why it is not placed."))
        return answers


class DeclineForm(forms.Form):
    """Why an application is declined."""

    answer = ManyLinesField(
        label=_("Message to the applicant"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Say why, and what the group can do. It stands in the mail."),
        error_messages={"required": _("Write why the association declines.")},
    )


class InvitationForm(forms.Form):
    """Whom to invite for a group."""

    name = OneLineField(label=_("Name"), required=False, max_length=120)
    email = PlainEmailField(label=_("E-mail address"), max_length=254)
    is_owner = forms.BooleanField(label=_("As owner, who also says who else may write"), required=False)


class PlaceForm(WagtailAdminModelForm):
    """A place. Its position may be typed with a comma, which a browser in English would drop from a number."""

    class Meta:
        localized_fields = ["latitude", "longitude"]
