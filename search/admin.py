"""Staff's picks in the admin: Wagtail's forms, with a word filled in and told what holds on this site."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.search_promotions.forms import QueryForm, SearchPromotionsFormSet
from wagtail.contrib.search_promotions.views import CreateView, EditView

# The words in the address of the form, and no more of them than the form can hold.
WORDS, LONGEST = "q", 255

# Wagtail's own words are about promotions and URLs, and one field has the name that it has in the code.
PICK_FIELDS = {
    "page": (_("Page"), _("A page of this site.")),
    "external_link_url": (_("Or a web address"), _("A page of another website.")),
    "external_link_text": (_("Text of the link"), _("What visitors see of the other website.")),
    "description": (
        _("Explanation"),
        _("Visitors read it below the result. Empty: they read a piece of the page."),
    ),
}


def label_picks() -> None:
    """Gives the fields of a pick words that an editor knows."""
    for name, (label, help_text) in PICK_FIELDS.items():
        field = SearchPromotionsFormSet.form.base_fields[name]
        field.label, field.help_text = label, help_text


class PicksForm(QueryForm):
    """The words that the picks are for."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        words = self.fields["query_string"]
        words.label = _("Search words")
        # Wagtail's own text asks for the exact words; here another form of them counts as the same.
        words.help_text = _(
            "What visitors type. One form is enough: what holds for “subsidie” holds for “subsidies” too."
        )


class AddPicks(CreateView):
    """Picks for new words; those in the address stand there already."""

    form_class = PicksForm
    template_name = "wagtailadmin/search/add_picks.html"

    def get_initial(self):
        return super().get_initial() | {"query_string": self.request.GET.get(WORDS, "")[:LONGEST]}


class ChangePicks(EditView):
    """The picks for some words."""

    form_class = PicksForm


# Before Wagtail's own in the table of addresses, so that these answer.
addresses = [
    path("searchpicks/add/", AddPicks.as_view()),
    path("searchpicks/<row:query_id>/", ChangePicks.as_view()),
]
