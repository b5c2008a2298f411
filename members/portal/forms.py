"""The steps in which a group writes its profile. Nothing but these fields can be changed through the portal.

A draft may have gaps, so hardly anything is compulsory here; what lacks is told before sending in.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.form_fields import ManyLinesField, OneLineField, PlainEmailField, PlainTextMixin, RowsField
from core.forms import CheckboxList, PlainSpokenForm
from core.localization import default_locale
from core.models import Theme
from members.enums import Step
from members.models import MemberPage, Place
from members.models.pages import OLDEST_YEAR, SUMMARY_LENGTH
from members.services.drafts import version_of
from members.validators import is_personal_address, no_street

LEAD_LENGTH = 600


class PlainURLField(PlainTextMixin, forms.URLField):
    """A web address, https when nothing is said."""

    def __init__(self, **options):
        super().__init__(assume_scheme="https", **options)


class StepForm(PlainSpokenForm, forms.Form):
    """One step. ``version`` says which state of the step the member saw when opening it."""

    step: Step
    all_optional = True
    version = forms.CharField(widget=forms.HiddenInput, required=False)

    @classmethod
    def for_draft(cls, draft: MemberPage, **options):
        """The form with what the draft has now."""
        return cls(initial={"version": version_of(draft, cls.step), **cls.values(draft)}, **options)

    @classmethod
    def values(cls, draft: MemberPage) -> dict:
        """What the fields show of a draft."""
        return {name: getattr(draft, name) for name in cls.declared_fields if name != "version"}

    def change(self, draft: MemberPage) -> None:
        """Put the valid answers in a draft."""
        for name, value in self.cleaned_data.items():
            if name != "version":
                setattr(draft, name, value)

    def first_difference(self) -> str:
        """The name of the first field that is not as it was saved; empty when there is none."""
        fields = (bound for bound in self if bound.name != "version")
        return next((bound.name for bound in fields if (bound.value() or "") != (bound.initial or "")), "")


class AboutForm(StepForm):
    """The step that asks who the group is."""

    step = Step.ABOUT
    title = OneLineField(
        label=_("Name of your group"),
        max_length=120,
        help_text=_("Without the place: “De Leest”, not “De Leest, Veghel”."),
        error_messages={"required": _("Fill in the name of your group.")},
    )
    lead = ManyLinesField(
        label=_("Who are you, in one or two sentences?"),
        required=False,
        max_length=LEAD_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "They stand large above your story. For example: “In an old school, neighbours cook together.”"
        ),
    )
    summary = ManyLinesField(
        label=_("And shorter, for the list of members"),
        required=False,
        max_length=SUMMARY_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("At most 160 characters. Leave it empty and we shorten the sentences above."),
    )


class PlaceForm(StepForm):
    """Where a group is, and on what it works. Two places with one name are told apart by a second question."""

    step = Step.PLACE
    place = OneLineField(
        label=_("In which place are you?"),
        required=False,
        max_length=120,
        help_text=_("The town or village, for example “Veghel”."),
    )
    neighbourhood = OneLineField(
        label=_("In which neighbourhood?"),
        required=False,
        max_length=80,
        help_text=_("For example “Heechterp-Schieringen”. No street or number."),
        validators=[no_street],
    )
    nationwide = forms.BooleanField(label=_("We work in the whole country"), required=False)
    themes = RowsField(
        label=_("On which themes do you work?"),
        queryset=Theme.objects.none(),
        required=False,
        widget=CheckboxList,
    )
    founded = forms.IntegerField(
        label=_("In which year did you begin?"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "field field--short"}),
        error_messages={"invalid": _("Fill in a year, for example 2009.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["themes"].queryset = Theme.objects.in_locale(default_locale())
        message = _("Fill in a year, for example 2009.")
        self.fields["founded"].validators = [
            MinValueValidator(OLDEST_YEAR, message),
            MaxValueValidator(timezone.localdate().year, message),
        ]

    @classmethod
    def values(cls, draft):
        values = super().values(draft)
        return {
            **values,
            "place": str(draft.place) if draft.place_id else "",
            "themes": [theme.pk for theme in draft.themes.all()],
        }

    def clean_place(self) -> Place | None:
        """The place that was meant. Raises ``ValidationError`` with the possibilities when that is not clear."""
        typed = self.cleaned_data["place"]
        if not typed:
            return None
        found = Place.objects.named(typed)
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(f"“{place}”" for place in found[:8])
            raise ValidationError(
                _("There are several. Fill in one of these: %(names)s."), "several", {"names": names}
            )
        near = Place.objects.like(typed)
        if near:
            names = ", ".join(f"“{place}”" for place in near)
            raise ValidationError(
                _("We do not know this place. Do you mean %(names)s?"), "unknown", {"names": names}
            )
        raise ValidationError(_("We do not know this place. Check how it is written."), "unknown")

    def change(self, draft):
        answers = self.cleaned_data
        draft.themes.set(answers["themes"])
        for name in ("place", "neighbourhood", "nationwide", "founded"):
            setattr(draft, name, answers[name])

    def first_difference(self):
        differing = super().first_difference()
        return differing if differing != "themes" else ""


class ContactForm(StepForm):
    """How to reach a group. Nothing is on the site unless the box below it is ticked."""

    step = Step.CONTACT
    contact_name = OneLineField(
        label=_("Contact person"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    contact_name_public = forms.BooleanField(label=_("The name may be on the site"), required=False)
    email = PlainEmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_(
            "An address of the group, such as info@. Not that of one person. It is never on the site."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Fill in an e-mail address such as name@example.org.")},
    )
    email_public = forms.BooleanField(
        label=_("Visitors may write to us through a form on the site"), required=False
    )
    phone = OneLineField(
        label=_("Telephone"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    phone_public = forms.BooleanField(label=_("The number may be on the site"), required=False)
    opening_hours = OneLineField(
        label=_("When are you open?"),
        required=False,
        max_length=200,
        help_text=_("For example “Every weekday from 9 to 17”."),
    )
    opening_hours_public = forms.BooleanField(label=_("The hours may be on the site"), required=False)
    website = PlainURLField(
        label=_("Own website"),
        required=False,
        max_length=200,
        help_text=_("Always on the site. For example www.example.org."),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "url"}),
        error_messages={"invalid": _("Fill in a web address such as www.example.org.")},
    )

    def clean(self):
        answers = super().clean()
        email = answers.get("email", "")
        if answers.get("email_public") and is_personal_address(email, answers.get("contact_name", "")):
            self.add_error(
                "email",
                _(
                    "This seems to be the address of one person. Use one of the group, or leave it for the"
                    " association only: take away the tick below."
                ),
            )
        return answers


class SendForm(PlainSpokenForm, forms.Form):
    """The consent to the newest text, with two uses that can be refused."""

    publication = forms.BooleanField(
        label=_("Yes, we agree"),
        error_messages={"required": _("Tick that you agree. Without it we cannot place it.")},
    )
    newsletter = forms.BooleanField(required=False)
    partners = forms.BooleanField(required=False)
    text = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, text, **kwargs):
        super().__init__(*args, initial={"text": text.pk}, **kwargs)
        self.text = text
        self.fields["publication"].label = text.publication
        self.fields["newsletter"].label = text.newsletter
        self.fields["partners"].label = text.partners

    def clean_text(self) -> int:
        """The version that was read. Raises ``ValidationError`` when there is a newer one."""
        if self.cleaned_data["text"] != self.text.pk:
            raise ValidationError(_("The text has changed meanwhile. Read it again, and tick it."))
        return self.cleaned_data["text"]


STEP_FORMS = {form.step: form for form in (AboutForm, PlaceForm, ContactForm)}
