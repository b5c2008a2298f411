"""What people type to sign in."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm

from core.form_fields import OneLineField, PlainEmailField
from core.forms import PlainSpokenForm
from core.patience import tried_too_often
from core.throttle import OverBudget
from users.services import count_password_try

SIX_FIGURES = re.compile(r"[0-9]{6}")


class AskForm(PlainSpokenForm, forms.Form):
    """The address to which the way in is mailed."""

    email = PlainEmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("The address at which the association knows you."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Fill in your e-mail address."),
            "invalid": _("Fill in an e-mail address such as name@example.org."),
        },
    )


class CodeForm(PlainSpokenForm, forms.Form):
    """The six figures from the mail; spaces between them are no fault."""

    code = OneLineField(
        label=_("The code in the mail"),
        max_length=20,
        help_text=_("Six figures. The code works for ten minutes."),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "field field--code"}
        ),
        error_messages={"required": _("Fill in the six figures from the mail.")},
    )

    def clean_code(self) -> str:
        """The six figures. What cannot be a code is no try: somebody skipped a figure, and may mend that."""
        code = "".join(self.cleaned_data["code"].split())
        if not SIX_FIGURES.fullmatch(code):
            raise ValidationError(_("A code has six figures. Look in the mail once more."), "figures")
        return code


class StaffLoginForm(LoginForm):
    """Wagtail's form, which counts the tries before it compares the password."""

    def clean(self):
        """Refuse when too often tried; the answer is the same for any account."""
        try:
            count_password_try(
                email=self.cleaned_data.get("username", ""),
                address=self.request.META.get("REMOTE_ADDR", ""),
            )
        except OverBudget as over:
            raise ValidationError(tried_too_often(over), "throttled") from over
        return super().clean()


class SecondFactorForm(forms.Form):
    """The figures that an app shows, or a recovery code."""

    token = OneLineField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True}),
        error_messages={"required": _("Fill in the code.")},
    )

    def clean_token(self) -> str:
        """The code without the spaces that an app shows between figures."""
        return "".join(self.cleaned_data["token"].split()).lower()
