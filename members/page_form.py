"""The form in which staff edit the profile of a member."""

from django.utils.translation import gettext_lazy as _

from core.page_form import SitePageForm

WHERE_IS_MISSING = _(
    "Choose the place of the group, or tick that it works in the whole country. A draft can wait for it."
)


class MemberPageForm(SitePageForm):
    """A profile; where the group is may be left for later, but visitors see no group that is nowhere."""

    def clean(self):
        fields = super().clean()
        is_somewhere = fields.get("place") or fields.get("nationwide")
        if not (is_somewhere or self.is_deferred_validation or "place" in self.errors):
            self.add_error("place", WHERE_IS_MISSING)
        return fields
