from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable, Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.localization import default_locale, localized
from core.models import BasePage, BodyMixin, CallToAction, Theme
from core.models.panels import tabs
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

    @cached_property
    def themes(self) -> list[Theme]:
        """The seven themes, in the language of the page where they have been translated."""
        return localized(Theme.objects.in_locale(default_locale()), self.locale)

    @cached_property
    def sections(self) -> dict[str, Page]:
        """The published lists right below this page, by the name of their model (``newsindexpage`` …)."""
        children = Page.objects.child_of(self).live().public().select_related("content_type")
        return {child.content_type.model: child for child in children}

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        news = list(NewsPage.objects.in_locale(self.locale).for_listing()[: self.NEWS_SHOWN])
        opening = self.opening_article() or next(iter(news), None)
        context["opening"] = opening
        context["news"] = [article for article in news if article != opening]
        context["events"] = EventPage.objects.in_locale(self.locale).for_listing().upcoming()[: self.EVENTS_SHOWN]
        context["members"] = self.members()
        context["call_to_action"] = self.shown_call_to_action
        context["publications"] = PublicationPage.objects.in_locale(self.locale).for_listing()[
            : self.PUBLICATIONS_SHOWN
        ]
        return context

    @property
    def shown_call_to_action(self) -> CallToAction | None:
        """The call to action in the language of the page, in Dutch without a translation, or ``None``."""
        return localized([self.call_to_action], self.locale)[0] if self.call_to_action_id else None

    def opening_article(self) -> NewsPage | None:
        """The picked story in the language of this page, when visitors can read it."""
        if not self.opening_id:
            return None
        stories = NewsPage.objects.in_locale(self.locale).published().with_pictures("hero").prefetch_related("themes")
        return stories.filter(translation_key=self.opening.translation_key).first()

    def members(self) -> list[MemberPage]:
        """The chosen members, or those whose turn it is today."""
        picked = [row.member_id for row in self.chosen_members.all()]
        mode = "manual" if picked else "rotation"
        return MemberPage.objects.teasers(mode=mode, picked=picked, count=self.MEMBERS_SHOWN, page=self)


class HomePageMember(Orderable):
    page = ParentalKey("home.HomePage", on_delete=models.CASCADE, related_name="chosen_members")
    member = models.ForeignKey("members.MemberPage", models.CASCADE, related_name="+", verbose_name=_("member"))

    panels = [PageChooserPanel("member")]


class StandardPage(BodyMixin, BasePage):
    """An ordinary page: about us, contact, privacy, cookies, accessibility."""

    template = "pages/standard_page.html"
    page_description = _("An ordinary page without a date, such as “About us” or “Privacy”.")
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    content_panels = [*BasePage.content_panels, FieldPanel("lead"), BasePage.picture_panel, *BodyMixin.body_panels]
    edit_handler = tabs(content=content_panels)
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("ordinary page")
        verbose_name_plural = _("ordinary pages")
