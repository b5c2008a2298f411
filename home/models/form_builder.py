"""Turns the fields that an editor put together into a Django form for visitors."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.forms import BaseForm, FormBuilder

from core.form_fields import ManyLinesField, OneLineField, PlainEmailField
from core.forms import PlainSpokenForm

MESSAGE_ROWS = 8


class VisitorForm(PlainSpokenForm, BaseForm):
    """A form that an editor put together."""


def choices_of(field) -> list[str]:
    """The answers that a field offers, one on each line of what the editor wrote."""
    return [line.strip() for line in field.choices.splitlines() if line.strip()]


class VisitorFormBuilder(FormBuilder):
    """The builder behind ``FormPage``: one method per ``FieldType``."""

    def get_field_options(self, field):
        options = super().get_field_options(field)
        del options["initial"]
        message = _("Fill in “%(label)s”.") % {"label": field.label}
        return options | {"error_messages": {"required": message}}

    def create_singleline_field(self, field, options):
        return OneLineField(**options)

    def create_multiline_field(self, field, options):
        return ManyLinesField(**options, widget=forms.Textarea(attrs={"rows": MESSAGE_ROWS}))

    def create_name_field(self, field, options):
        return OneLineField(**options, widget=forms.TextInput(attrs={"autocomplete": "name"}))

    def create_telephone_field(self, field, options):
        return OneLineField(**options, widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}))

    def create_email_field(self, field, options):
        options["error_messages"]["invalid"] = _("Fill in an e-mail address such as name@example.org.")
        return PlainEmailField(**options, widget=forms.EmailInput(attrs={"autocomplete": "email"}))

    def create_checkbox_field(self, field, options):
        options["error_messages"]["required"] = _("Tick “%(label)s”.") % {"label": field.label}
        return forms.BooleanField(**options)

    def create_dropdown_field(self, field, options):
        return self._choice(field, options, forms.Select, [("", _("Choose an answer"))])

    def create_radio_field(self, field, options):
        return self._choice(field, options, forms.RadioSelect, [])

    def _choice(self, field, options, widget, first):
        message = _("Choose an answer at “%(label)s”.") % {"label": field.label}
        options["error_messages"] = {"required": message, "invalid_choice": message}
        choices = [*first, *((answer, answer) for answer in choices_of(field))]
        return forms.ChoiceField(**options, widget=widget, choices=choices)

    def get_form_class(self):
        return type("VisitorForm", (VisitorForm,), dict(self.formfields))
