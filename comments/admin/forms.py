"""What a moderator fills in."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminPageChooser

from comments.enums import Rule
from comments.models import (
    NAME_LENGTH,
    TEXT_LENGTH,
    ModeratorPreference,
    RefusalReason,
    SectionRule,
    source_of,
)
from comments.models.rights import may_moderate
from core.form_fields import ManyLinesField
from core.localization import default_locale, localized

REASON_LENGTH = 1000


class ReasonForm(forms.Form):
    """Why: one of the list, or in own words."""

    reason = forms.ModelChoiceField(
        label=_("Reason"),
        queryset=RefusalReason.objects.none(),
        required=False,
        empty_label=_("In own words"),
    )
    words = ManyLinesField(
        label=_("Explanation"),
        required=False,
        max_length=REASON_LENGTH,
        help_text=_("Who wrote it reads this with a refusal or a masked passage. Else only the log has it."),
        widget=AdminAutoHeightTextInput(attrs={"rows": 2}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].queryset = RefusalReason.objects.in_locale(default_locale())

    def text_for(self, locale) -> str:
        """The reason in the language of the writer, and the explanation after it."""
        chosen = self.cleaned_data["reason"]
        texts = [localized([chosen], locale)[0].text] if chosen else []
        return "\n".join(filter(None, [*texts, self.cleaned_data["words"]]))


class MaskForm(ReasonForm):
    """Which passage is taken out."""

    passage = ManyLinesField(
        label=_("Passage"),
        max_length=TEXT_LENGTH,
        help_text=_("Copy it from the comment, letter for letter."),
        widget=AdminAutoHeightTextInput(attrs={"rows": 2}),
    )
    field_order = ("passage", "reason", "words")


class AnswerForm(forms.Form):
    """An answer in the name of the staff."""

    text = ManyLinesField(
        label=_("Your answer"), max_length=TEXT_LENGTH, widget=AdminAutoHeightTextInput(attrs={"rows": 4})
    )


class TrialForm(forms.Form):
    """A text to try."""

    rule = forms.ChoiceField(label=_("Rule of the page"), choices=Rule, initial=Rule.OPEN)
    name = forms.CharField(label=_("Name"), max_length=NAME_LENGTH, required=False)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    text = ManyLinesField(label=_("Text"), max_length=TEXT_LENGTH)
    proven = forms.BooleanField(label=_("The browser did its proof of work"), required=False, initial=True)


class RuleForm(WagtailAdminModelForm):
    """A rule for a page in a section of the moderator who makes it."""

    class Meta:
        model = SectionRule
        fields = ("page", "rule", "close_after_days")
        # Not a list of all pages of the site, which is what a one-to-one relation gets by itself.
        widgets = {"page": AdminPageChooser}

    def clean_page(self):
        page = self.cleaned_data["page"]
        if not may_moderate(self.for_user, page):
            raise forms.ValidationError(_("You look after another part of the site. Choose a page in yours."))
        if source_of(page) != page:
            raise forms.ValidationError(_("Choose the Dutch page: its rule holds for the translations too."))
        return page


class PreferenceForm(forms.ModelForm):
    """How a moderator hears of new comments."""

    class Meta:
        model = ModeratorPreference
        fields = ("mails", "reminder")
        widgets = {"mails": forms.RadioSelect}

    def __init__(self, *args, instance, **kwargs):
        preference = ModeratorPreference.objects.filter(user=instance).first()
        super().__init__(*args, instance=preference or ModeratorPreference(user=instance), **kwargs)
