"""The block that shows members."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.forms import Media
from django.forms.widgets import Script
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.telepath import register
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockAdapter, StructBlockValidationError

from core.blocks.links import MEMBER, PageReferenceBlock, ReferenceBlock
from core.blocks.searching import ChoicesAreNoText
from core.enums import Province

# The modes that ask for a field of the same name.
NEEDED = {"theme": _("Choose a theme."), "province": _("Choose a province.")}


class MemberTeasersBlock(ChoicesAreNoText, blocks.StructBlock):
    """“More of our members”: picked by hand, or by theme, province or fair rotation."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        required=False,
        max_length=80,
        help_text=_("Leave empty for “More of our members”."),
    )
    mode = blocks.ChoiceBlock(
        label=_("Which members"),
        choices=[
            ("rotation", _("everybody in turn")),
            ("theme", _("members with this theme")),
            ("province", _("members in this province")),
            ("manual", _("these members")),
        ],
        default="rotation",
    )
    theme = ReferenceBlock(
        "core.Theme",
        label=_("Theme"),
        required=False,
        help_text=_("Only for “members with this theme”."),
    )
    province = blocks.ChoiceBlock(
        label=_("Province"),
        required=False,
        choices=Province.choices,
        help_text=_("Only for “members in this province”."),
    )
    members = blocks.ListBlock(
        PageReferenceBlock(MEMBER, label=_("Member")),
        label=_("Members"),
        default=[],
        max_num=6,
        help_text=_("Only for “these members”: all that you choose are shown, in this order."),
    )
    count = blocks.IntegerBlock(
        label=_("How many"),
        default=3,
        min_value=1,
        max_value=6,
        help_text=_("Not for “these members”."),
    )

    class Meta:
        icon = "group"
        label = _("Members")
        # Shows the fields of the chosen mode only; without the script the help texts say which ones count.
        form_attrs = {"data-controller": "member-teasers"}
        group = _("References")
        template = "components/streamfield/member_teasers_block.html"
        preview_value = {
            "heading": "",
            "mode": "rotation",
            "theme": None,
            "province": "",
            "members": [],
            "count": 3,
        }
        description = _(
            "Cards of members. The page itself, doubles and profiles that are off line are left out."
        )

    def clean(self, value):
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        mode = cleaned["mode"]
        if mode == "manual" and not cleaned["members"]:
            problem = ListBlockValidationError(non_block_errors=[_("Choose one member or more.")])
            raise StructBlockValidationError({"members": problem})
        if mode in NEEDED and not cleaned[mode]:
            raise StructBlockValidationError({mode: ValidationError(NEEDED[mode])})
        return cleaned

    @cached_property
    def member_model(self):
        # By label, as a foreign key would: every story may show members, core may not import them.
        return apps.get_model(MEMBER)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        page = context.get("page")
        picked = [member.pk for member in value["members"] if member]
        wanted = len(picked) if value["mode"] == "manual" else value["count"]
        context["members"] = self.member_model.objects.teasers(
            mode=value["mode"],
            picked=picked,
            theme=value["theme"],
            province=value["province"],
            count=wanted or 0,  # a draft may have no number yet
            page=page,
        )
        return context


class MemberTeasersAdapter(StructBlockAdapter):
    """The form of the block as Wagtail makes it, with the script that hides what does not count."""

    @cached_property
    def media(self):
        return super().media + Media(js=[Script("js/admin/member_teasers.js", type="module")])


register(MemberTeasersAdapter(), MemberTeasersBlock)
