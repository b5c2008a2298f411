"""What every form for visitors and members has in common."""

from django import forms
from django.utils.functional import cached_property

SEVERAL = "[]"  # behind the name of what a form sends more than once
# Widgets that look like the fields of the site; the others are shown as the browser draws them.
FIELD_CLASS = {
    **dict.fromkeys(("text", "email", "url", "tel", "number", "select"), "field"),
    "textarea": "field field--text",
}


class CheckboxList(forms.CheckboxSelectMultiple):
    """Tick boxes of which several may be chosen: their shared name ends in ``[]``, so that it is no mistake."""

    def create_option(self, *args, **kwargs):
        option = super().create_option(*args, **kwargs)
        return option | {"name": f"{option['name']}{SEVERAL}"}

    def value_from_datadict(self, data, files, name):
        """What was ticked. Other front ends send no form: there the name is that of the field."""
        sent = f"{name}{SEVERAL}"
        return super().value_from_datadict(data, files, sent if sent in data else name)


class PlainSpokenForm:
    """Stands before a form: says in words and to assistive technology what is compulsory; the server checks.

    ``problems`` lists what must be mended, for the summary above the form.
    """

    use_required_attribute = False
    # Where hardly anything is compulsory, saying so at each field is noise.
    all_optional = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Not through the bound fields: those remember the label that a field had when first looked at.
        for field in self.fields.values():
            widget = field.widget
            kind = "textarea" if isinstance(widget, forms.Textarea) else getattr(widget, "input_type", "")
            if css_class := FIELD_CLASS.get(kind):
                widget.attrs.setdefault("class", css_class)
            # A radio button alone is not compulsory: the words in the legend say that the choice is.
            if field.required and not widget.use_fieldset and not widget.is_hidden:
                widget.attrs["aria-required"] = "true"

    @cached_property
    def problems(self) -> list[dict]:
        """What must be mended, that of the whole form first: ``href`` of the field (or "") and ``text``."""
        whole = [{"href": "", "text": text} for text in self.non_field_errors()]
        return whole + [
            {"href": f"#{first_id(field)}", "text": text} for field in self for text in field.errors
        ]


def first_id(field: forms.BoundField) -> str:
    """The id of the element that takes the focus when somebody chooses the message of a field."""
    if field.use_fieldset and field.subwidgets:  # nothing to choose from yet: then there is no first one
        return field.subwidgets[0].id_for_label
    return field.id_for_label
