"""What visitors fill in: to become a member, to write to one, and to get a photo of themselves off the site."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.form_fields import ManyLinesField, OneLineField, PlainEmailField
from core.forms import CheckboxList, PlainSpokenForm
from core.localization import active_locale, default_locale
from core.models import Theme

EMAIL_MESSAGES = {
    "required": _("Fill in an e-mail address."),
    "invalid": _("Fill in an e-mail address such as name@example.org."),
}


class ThemesField(forms.ModelMultipleChoiceField):
    """A choice of Dutch themes, named in the language of the reader where they were translated."""

    def label_from_instance(self, theme: Theme) -> str:
        return Theme.objects.translated([theme], active_locale())[0].name


class JoinForm(PlainSpokenForm, forms.Form):
    """The application of a group."""

    organisation = OneLineField(
        label=_("Name of your group"),
        max_length=120,
        error_messages={"required": _("Fill in the name of your group.")},
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    place_name = OneLineField(
        label=_("In which place are you?"),
        max_length=80,
        help_text=_("The town or village, for example “Veghel”."),
        error_messages={"required": _("Fill in your place.")},
    )
    contact_name = OneLineField(
        label=_("Your name"),
        max_length=120,
        error_messages={"required": _("Fill in your name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = PlainEmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("We mail you a link to confirm it. Later you sign in with it."),
        error_messages=EMAIL_MESSAGES,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    themes = ThemesField(
        label=_("On which themes do you work?"),
        queryset=Theme.objects.none(),
        to_field_name="slug",
        required=False,
        widget=CheckboxList,
    )
    about = ManyLinesField(
        label=_("What does your group do?"),
        max_length=2000,
        help_text=_("A few sentences are enough. You tell the whole story later."),
        error_messages={"required": _("Tell in a few sentences what your group does.")},
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    consent = forms.BooleanField(
        label=_("The association may keep this and write to us about it."),
        help_text=_(
            "We use it to answer you. Do we decline? Then we delete it after 90 days. Do you not confirm your"
            " address? Then after a week."
        ),
        error_messages={"required": _("Tick that we may keep it. Without that we cannot answer you.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="join-%s", **kwargs)
        self.fields["themes"].queryset = Theme.objects.in_locale(default_locale())

    @property
    def told(self) -> str:
        """What the applicant agreed to, kept with the application."""
        field = self.fields["consent"]
        return f"{field.label}\n{field.help_text}"

    @property
    def answers(self) -> dict:
        """The plain answers; themes and consent are stored otherwise."""
        return {name: value for name, value in self.cleaned_data.items() if name not in {"themes", "consent"}}


class MessageForm(PlainSpokenForm, forms.Form):
    """What a visitor writes to a group."""

    name = OneLineField(
        label=_("Your name"),
        max_length=80,
        error_messages={"required": _("Fill in your name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = PlainEmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("The group sees it, and answers you there."),
        error_messages=EMAIL_MESSAGES,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    message = ManyLinesField(
        label=_("Your message"),
        max_length=4000,
        error_messages={"required": _("Write your message.")},
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="write-%s", **kwargs)


class PhotoReportForm(PlainSpokenForm, forms.Form):
    """Why a photo has to go, and an address for an answer; neither is compulsory."""

    reason = ManyLinesField(
        label=_("What is the matter with this photo?"),
        required=False,
        max_length=1000,
        help_text=_("For example: “I am in it, and I do not want that.”"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    email = PlainEmailField(
        label=_("Your e-mail address"),
        required=False,
        max_length=254,
        help_text=_("Only if you want to hear what we decide."),
        error_messages=EMAIL_MESSAGES,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="photo-%s", **kwargs)
