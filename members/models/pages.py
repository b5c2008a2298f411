"""The directory and the profiles of members."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.models import Orderable
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.enums import PageKind
from core.models import BasePage, BodyMixin, SiteSettings, TaggedMixin, ThemedMixin
from core.models.panels import tabs
from core.only_in_dutch import only_in_dutch
from core.review import ReviewRule
from members.directory import Directory
from members.enums import MemberState
from members.map import MemberMap
from members.parts import clean_story
from members.querysets import MemberPageManager

SUMMARY_LENGTH = 160
OLDEST_YEAR = 1800


class MemberIndexPage(BasePage):
    """The directory of members, by name, with filters by theme and province."""

    template = "pages/member_index_page.html"
    page_description = _("The directory of members. There is one per language.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["members.MemberPage"]
    max_count_per_parent = 1

    content_panels = [*BasePage.content_panels, FieldPanel("lead"), BasePage.picture_panel]
    edit_handler = tabs(content=content_panels)

    class Meta:
        verbose_name = _("member directory")
        verbose_name_plural = _("member directories")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        directory = Directory(
            MemberPage.objects.child_of(self),
            query=request.GET,
            locale=self.locale,
            per_page=SiteSettings.for_request(request).items_per_page,
        )
        return context | {
            "listing": directory,
            "map": MemberMap(directory),
            "only_in_dutch": only_in_dutch(self, MemberPage.objects.all(), directory.chosen),
        }


class MemberPageTag(TaggedItemBase):
    content_object = ParentalKey("members.MemberPage", on_delete=models.CASCADE, related_name="tagged_items")


class MemberPhoto(Orderable):
    """A photo of a member, with its own alternative text."""

    page = ParentalKey("members.MemberPage", on_delete=models.CASCADE, related_name="photos")
    image = models.ForeignKey("core.CustomImage", models.CASCADE, related_name="+", verbose_name=_("photo"))
    alt = models.CharField(
        _("what is to be seen"),
        max_length=200,
        help_text=_("Say it as on the phone: “Two women plant beans beside the community centre.”"),
    )
    caption = models.CharField(_("caption"), max_length=250, blank=True)
    agreed_on = models.DateField(_("everybody in it agreed on"), null=True, blank=True)

    panels = [FieldPanel("image"), FieldPanel("alt"), FieldPanel("caption"), FieldPanel("agreed_on")]


class MemberPage(ThemedMixin, TaggedMixin, BodyMixin, BasePage):
    """A residents' group: who they are, where they are, and their story."""

    template = "pages/member_page.html"
    reader_label = _("Member")
    shown_with = ("image", "place")
    found_as = PageKind.MEMBER
    page_description = _("The profile of a member: name, place, story and contact.")
    parent_page_types = ["members.MemberIndexPage"]
    subpage_types: list[str] = []
    review_rule = ReviewRule(
        counts_from=("latest_revision_created_at", "last_published_at", "first_published_at"),
        period="review_members_after_months",
    )

    place = models.ForeignKey(
        "members.Place",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="member_pages",
        verbose_name=_("place"),
        help_text=_("Never in the name: “De Leest” in the place Veghel, not “De Leest, Veghel”."),
    )
    neighbourhood = models.CharField(
        _("neighbourhood"), max_length=80, blank=True, help_text=_("For example “Heechterp-Schieringen”.")
    )
    nationwide = models.BooleanField(
        _("works in the whole country"),
        default=False,
        help_text=_("The group is then found in every province."),
    )
    state = models.CharField(_("state"), max_length=8, choices=MemberState, default=MemberState.ACTIVE)
    summary = models.CharField(
        _("summary"),
        max_length=SUMMARY_LENGTH,
        blank=True,
        help_text=_("One or two whole sentences for the card. Without it the lead is shortened."),
    )
    founded = models.PositiveSmallIntegerField(
        _("founded in"), null=True, blank=True, help_text=_("A year, for example 2009.")
    )
    contact_name = models.CharField(_("contact person"), max_length=120, blank=True)
    contact_name_public = models.BooleanField(_("public"), default=False)
    email = models.EmailField(_("e-mail address"), blank=True)
    email_public = models.BooleanField(_("public"), default=False)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    phone_public = models.BooleanField(_("public"), default=False)
    opening_hours = models.CharField(
        _("opening hours"),
        max_length=200,
        blank=True,
        help_text=_("For example “Every weekday from 9 to 17”."),
    )
    opening_hours_public = models.BooleanField(_("public"), default=False)
    website = models.URLField(_("web address"), blank=True)
    image_agreed_on = models.DateField(_("everybody in the picture agreed on"), null=True, blank=True)
    tags = ClusterTaggableManager(through=MemberPageTag, blank=True, verbose_name=_("tags"))

    PRIVATE_UNLESS_TICKED = ("contact_name", "email", "phone", "opening_hours")
    # Of an address the tick means that visitors can write by form; it is never shown itself (docs/adr/0017).
    NEVER_SHOWN = ("email",)

    content_panels = [
        TitleFieldPanel("title", heading=_("Name"), help_text=_("Of the group, without its place.")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("place"), FieldPanel("neighbourhood")]), FieldPanel("nationwide")],
            heading=_("Where"),
        ),
        FieldPanel("lead"),
        FieldPanel("summary"),
        BasePage.picture_panel,
        FieldPanel("image_agreed_on"),
        *BodyMixin.body_panels,
        InlinePanel("photos", label=_("Photo"), heading=_("Photos")),
    ]
    contact_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel(name), FieldPanel(f"{name}_public")])
                for name in PRIVATE_UNLESS_TICKED
            ]
            + [FieldPanel("website")],
            heading=_("How to reach the group"),
            help_text=_(
                "Only what is ticked stands on the site; the rest is for the association. The e-mail address never"
                " does: ticked, visitors can write to the group through a form."
            ),
        ),
        FieldPanel("founded"),
    ]
    edit_handler = tabs(
        content=content_panels,
        contact=contact_panels,
        organise=[ThemedMixin.themes_panel, FieldPanel("tags")],
        settings=[FieldPanel("state", heading=_("participation"))],
    )
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("summary", boost=2),
        index.SearchField("neighbourhood", boost=5),
        index.RelatedFields(
            "place",
            [
                index.SearchField("name", boost=6),
                index.SearchField("municipality", boost=3),
                index.SearchField("get_province_display", boost=3),
                index.FilterField("province"),
            ],
        ),
        index.FilterField("state"),
        *TaggedMixin.search_fields,
    ]
    override_translatable_fields = [
        SynchronizedField("title"),
        SynchronizedField("slug"),
        SynchronizedField("themes"),
        SynchronizedField("neighbourhood"),
        SynchronizedField("contact_name"),
        SynchronizedField("phone"),
    ]

    objects = MemberPageManager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")

    @property
    def is_active(self) -> bool:
        """Whether the member takes part, so that visitors may see it."""
        return self.state == MemberState.ACTIVE

    @property
    def is_nowhere(self) -> bool:
        """Whether visitors cannot find the group by where it is: the editor is told, see core/content_checks.py."""
        return self.place_id is None and not self.nationwide

    @property
    def short_summary(self) -> str:
        """At most 160 characters for a card: the summary, or the lead cut after a whole sentence or word."""
        return self.summary or super().short_summary

    @property
    def public_contact(self) -> dict[str, str]:
        """The contact fields that the group made public and filled in, by field name; never the address."""
        return {
            name: getattr(self, name)
            for name in self.PRIVATE_UNLESS_TICKED
            if name not in self.NEVER_SHOWN and getattr(self, f"{name}_public") and getattr(self, name)
        }

    @property
    def takes_messages(self) -> bool:
        """Whether visitors can write to the group through the form on the site."""
        return bool(self.email and self.email_public)

    @property
    def status_string(self) -> str:
        """What the admin calls its state; a group that has paused or ended is on no list, published or not."""
        return super().status_string if self.is_active or not self.live else gettext("not shown")

    def clean(self):
        super().clean()
        if self.founded and not OLDEST_YEAR <= self.founded <= timezone.localdate().year:
            raise ValidationError({"founded": _("Fill in a year, for example 2009.")})

    def serve(self, request, *args, **kwargs):
        """Answers a visitor. Raises ``Http404`` for a group that has paused or ended."""
        if not self.is_active:
            raise Http404
        return super().serve(request, *args, **kwargs)

    def get_sitemap_urls(self, request=None):
        return super().get_sitemap_urls(request) if self.is_active else []

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        self.body = clean_story(self.body)
        context["photos"] = self.photos.select_related("image")
        context["neighbours"] = self.neighbours()
        return context

    def neighbours(self) -> list:
        """Other members in the province whose turn it is, made up with others when there are too few."""
        return MemberPage.objects.teasers(
            mode="province" if self.place_id else "rotation",
            province=self.place.province if self.place_id else "",
            fill=True,
            page=self,
        )
