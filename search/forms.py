from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_QUERY = 200


class SearchForm(forms.Form):
    """What a visitor looks for. Longer text is cut, control characters are dropped: a search never fails."""

    q = forms.CharField(required=False, label=_("Search"))

    def clean_q(self) -> str:
        text = "".join(character if character.isprintable() else " " for character in self.cleaned_data["q"])
        return " ".join(text.split())[:LONGEST_QUERY]
