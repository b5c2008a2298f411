"""The form in which pages are edited."""

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import TranslatableMixin

from core.localization import default_locale

OTHER_BUTTONS = ("publish", "submit", "restart-workflow")


class SitePageForm(WagtailAdminPageForm):
    """The form of every page type.

    Pages refer to the Dutch version of a theme or kind (see ``localization``), so a list of all choices shows
    each of them once. A chooser has a filter by language of its own.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            is_list = isinstance(field.widget, forms.Select | forms.CheckboxSelectMultiple)
            choices = getattr(field, "queryset", None)
            if is_list and choices is not None and issubclass(choices.model, TranslatableMixin):
                field.queryset = choices.filter(locale=default_locale())
        if self._is_sent_back():
            self.defer_required_fields()

    def _is_sent_back(self) -> bool:
        """Whether a reviewer asks for a change: what is missing may be the very reason.

        Wagtail looks at the other buttons first, so none of them may be in the form.
        """
        asks = self.data.get("workflow-action-name") == "reject" and self.data.get("action-workflow-action")
        return bool(asks) and not any(f"action-{other}" in self.data for other in OTHER_BUTTONS)

    def clean(self):
        """The values; tells the page whether it may still lack something (see ``PictureMixin``).

        The name in the address follows from the title: where both are missing, only the title is.
        """
        self.instance.is_unfinished = self.is_deferred_validation
        values = super().clean()
        if "title" in self.errors and not self.data.get("slug"):
            self.errors.pop("slug", None)
        return values
