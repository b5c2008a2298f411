"""The field of the search."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.text import one_line
from search.models import LONGEST_QUERY

SHORTEST_SUGGESTION = 2


class SearchForm(forms.Form):
    """What a visitor looks for. Longer text is cut, control characters are dropped: a search never fails."""

    q = forms.CharField(required=False, strip=True, label=_("Search"))

    def clean_q(self) -> str:
        return one_line(self.cleaned_data["q"], LONGEST_QUERY)

    @classmethod
    def text_of(cls, data) -> str:
        """The cleaned query in ``data``, the parameters of a request."""
        # A NUL is refused by the field itself, which would lose the rest of the query.
        form = cls({"q": data.get("q", "").replace("\x00", " ")})
        return form.cleaned_data["q"] if form.is_valid() else ""
