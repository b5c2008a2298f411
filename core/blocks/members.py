from django.apps import apps
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.links import MEMBER, ReferenceBlock
from core.enums import Province


class MemberTeasersBlock(blocks.StructBlock):
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
    theme = ReferenceBlock("core.Theme", label=_("Theme"), required=False)
    province = blocks.ChoiceBlock(label=_("Province"), required=False, choices=Province.choices)
    members = blocks.ListBlock(
        blocks.PageChooserBlock(MEMBER, label=_("Member")), label=_("Members"), default=[]
    )
    count = blocks.IntegerBlock(label=_("How many"), default=3, min_value=1, max_value=6)

    class Meta:
        icon = "group"
        label = _("Members")
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

    @cached_property
    def member_model(self):
        # By label, as a foreign key would: every story may show members, core may not import them.
        return apps.get_model(MEMBER)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        page = context.get("page")
        context["members"] = self.member_model.objects.teasers(
            mode=value["mode"],
            picked=[member.pk for member in value["members"] if member],
            theme=value["theme"],
            province=value["province"],
            count=value["count"],
            page=page,
        )
        return context
