"""The home page and ordinary pages."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.changes import remembered_of_content
from core.models import BasePage, BodyMixin, CallToAction, Theme
from core.models.panels import tabs
from core.querysets import load_pictures
from core.routing import route_below
from members.models import MemberPage
from news.models import EventPage, NewsPage
from publications.models import PublicationPage


class HomePage(BodyMixin, BasePage):
    """The front page: one strong opening, then news, themes, members and publications."""

    template = "pages/home_page.html"
    page_description = _("The front page of the site. There is one per language.")
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.StandardPage",
        "home.FormPage",
        "home.ThemeIndexPage",
        "news.NewsIndexPage",
        "news.EventIndexPage",
        "publications.PublicationIndexPage",
        "members.MemberIndexPage",
    ]

    NEWS_SHOWN = 4
    EVENTS_SHOWN = 3
    MEMBERS_SHOWN = 3
    PUBLICATIONS_SHOWN = 3

    opening = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("story at the top"),
        help_text=_("Leave empty for the newest article."),
    )
    call_to_action = models.ForeignKey(
        "core.CallToAction",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("call to action"),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        BasePage.picture_panel,
        MultiFieldPanel(
            [
                PageChooserPanel("opening", ["news.NewsPage"]),
                InlinePanel(
                    "chosen_members",
                    label=_("Member"),
                    heading=_("Members"),
                    max_num=6,
                    help_text=_("Leave empty: then everybody gets a turn."),
                ),
                FieldPanel("call_to_action"),
            ],
            heading=_("What stands out"),
        ),
        *BodyMixin.body_panels,
    ]
    edit_handler = tabs(content=content_panels)
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    override_translatable_fields = [SynchronizedField("call_to_action"), SynchronizedField("opening")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def route(self, request, path_components):
        """Finds the page of an address: see ``core.routing``."""
        return route_below(self, request, path_components) if path_components else super().route(request, [])

    @cached_property
    def themes(self) -> list[Theme]:
        """The seven themes, in the language of the page where they have been translated."""
        return Theme.objects.shown_in(self.locale)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        cards = NewsPage.objects.in_locale(self.locale).for_listing().with_themes().without_renditions()
        news = list(cards[: self.NEWS_SHOWN])
        context["opening"] = opening = self.opening_of(news, cards)
        context["news"] = [article for article in news if article != opening][: self.NEWS_SHOWN - 1]
        context["events"] = (
            EventPage.objects.in_locale(self.locale).for_listing().upcoming()[: self.EVENTS_SHOWN]
        )
        context["members"] = self.members()
        context["call_to_action"] = self.shown_call_to_action
        context["publications"] = list(
            PublicationPage.objects.in_locale(self.locale)
            .for_listing()
            .with_themes()
            .without_renditions()[: self.PUBLICATIONS_SHOWN]
        )
        shown = [*context["news"], *context["members"], *context["publications"], *filter(None, [opening])]
        load_pictures(shown, "card", "cover", "hero")
        return context

    def opening_of(self, newest: list, cards) -> NewsPage | None:
        """The picked story in the language of this page, from ``newest`` or else from ``cards``, or the newest one."""
        picked = next((article for article in newest if article.pk == self.opening_id), None)
        if picked is None and self.opening_id:
            picked = cards.translating(self.opening_id).first()
        return picked or next(iter(newest), None)

    @property
    def shown_call_to_action(self) -> CallToAction | None:
        """The call to action in the language of the page, in Dutch without a translation, or ``None``."""
        if self.call_to_action_id is None:
            return None
        return remembered_of_content(
            f"call-{self.call_to_action_id}-{self.locale_id}",
            lambda: CallToAction.objects.shown(self.call_to_action_id, self.locale),
        )

    def members(self) -> list[MemberPage]:
        """The chosen members, or those whose turn it is today."""
        picked = [row.member_id for row in self.chosen_members.all()]
        mode = "manual" if picked else "rotation"
        return MemberPage.objects.teasers(
            mode=mode, picked=picked, count=self.MEMBERS_SHOWN, page=self, renditions=False
        )


class HomePageMember(Orderable):
    """A member that staff chose for the home page."""

    page = ParentalKey("home.HomePage", on_delete=models.CASCADE, related_name="chosen_members")
    member = models.ForeignKey(
        "members.MemberPage", models.CASCADE, related_name="+", verbose_name=_("member")
    )

    panels = [PageChooserPanel("member")]


class StandardPage(BodyMixin, BasePage):
    """An ordinary page: about us, contact, privacy, cookies, accessibility."""

    template = "pages/standard_page.html"
    page_description = _("An ordinary page without a date, such as “About us” or “Privacy”.")
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage", "home.FormPage"]

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        BasePage.picture_panel,
        *BodyMixin.body_panels,
    ]
    edit_handler = tabs(content=content_panels)
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("ordinary page")
        verbose_name_plural = _("ordinary pages")
