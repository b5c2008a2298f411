"""Staff's picks in the admin: Wagtail's forms, with a word filled in and told what holds on this site."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.search_promotions.forms import QueryForm, SearchPromotionsFormSet
from wagtail.contrib.search_promotions.views import CreateView, EditView

# The words in the address of the form, and no more of them than the form can hold.
WORDS, LONGEST = "q", 255

# Wagtail calls this field what it is called in the code.
SearchPromotionsFormSet.form.base_fields["external_link_text"].label = _("Text of the link")


class PicksForm(QueryForm):
    """The words that the picks are for."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Wagtail's own text asks for the exact words; here another form of them counts as the same.
        self.fields["query_string"].help_text = _(
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
