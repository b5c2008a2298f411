"""The calendar."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.enums import PageKind
from core.models import BasePage, BodyMixin, TaggedMixin, ThemedMixin
from core.models.panels import tabs
from core.only_in_dutch import only_in_dutch
from news.querysets import EventPageManager


class EventIndexPage(BasePage):
    """The calendar: what is coming first, what is over below it."""

    template = "pages/event_index_page.html"
    page_description = _("The calendar. Events leave “Coming up” by themselves when they are over.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.EventPage"]
    max_count_per_parent = 1

    content_panels = [*BasePage.content_panels, FieldPanel("lead"), BasePage.picture_panel]
    edit_handler = tabs(content=content_panels)

    PAST_SHOWN = 12

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        events = EventPage.objects.child_of(self).for_listing()
        context["upcoming"] = events.upcoming()
        context["past"] = events.past()[: self.PAST_SHOWN]
        context["only_in_dutch"] = only_in_dutch(self, EventPage.objects.upcoming())
        return context


class EventPageTag(TaggedItemBase):
    content_object = ParentalKey("news.EventPage", on_delete=models.CASCADE, related_name="tagged_items")


class EventPage(ThemedMixin, TaggedMixin, BodyMixin, BasePage):
    """A meeting with a date: somewhere, online, or both."""

    template = "pages/event_page.html"
    reader_label = _("Event")
    found_as = PageKind.EVENT
    page_description = _(
        "A meeting, training or day out, with date and place and a file for the reader's calendar."
    )
    parent_page_types = ["news.EventIndexPage"]
    subpage_types: list[str] = []

    start = models.DateTimeField(
        _("starts"),
        null=True,
        blank=True,
        help_text=_("Leave empty while the date is not known: “date follows”."),
    )
    end = models.DateTimeField(_("ends"), null=True, blank=True)
    all_day = models.BooleanField(
        _("without times"),
        default=False,
        help_text=_(
            "Tick for an event of a whole day or more, or while the time is not known: readers then see the date only."
        ),
    )
    place_name = models.CharField(
        _("place"),
        max_length=120,
        blank=True,
        help_text=_("For example “Community centre De Boomtak, Tilburg”."),
    )
    address = models.CharField(_("address"), max_length=200, blank=True)
    online_url = models.URLField(_("web address of the online meeting"), blank=True)
    signup_url = models.URLField(_("web address to sign up"), blank=True)
    tags = ClusterTaggableManager(through=EventPageTag, blank=True, verbose_name=_("tags"))

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
                FieldPanel("all_day"),
                FieldPanel("place_name"),
                FieldPanel("address"),
                FieldPanel("online_url"),
                FieldPanel("signup_url"),
            ],
            heading=_("When and where"),
        ),
        BasePage.picture_panel,
        *BodyMixin.body_panels,
    ]
    edit_handler = tabs(content=content_panels, organise=[ThemedMixin.themes_panel, FieldPanel("tags")])
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("place_name", boost=5),
        index.FilterField("start"),
        *TaggedMixin.search_fields,
    ]
    override_translatable_fields = [SynchronizedField("themes"), SynchronizedField("address")]

    objects = EventPageManager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self):
        super().clean()
        if self.end and not self.start:
            raise ValidationError({"start": _("Fill in when it starts.")})
        if self.all_day and self.start:
            self._fill_days()
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("The end lies before the start.")})

    def _fill_days(self) -> None:
        """Makes an event without times last from the first moment of its first day to the last of its last.

        So it is not over before its day is, in the queries too.
        """
        last = self.last_day or self.date
        self.start = _moment(self.date, dt.time.min)
        self.end = _moment(last, dt.time(23, 59, 59))

    @property
    def is_past(self) -> bool:
        """Whether the event is over; an event without an end is over when it has started."""
        last_moment = self.end or self.start
        return bool(last_moment and last_moment < timezone.now())

    @property
    def where(self) -> str:
        """The place with its address, in which the town stands; empty when there is nowhere to go to."""
        return ", ".join(filter(None, [self.place_name, self.address]))

    @property
    def is_online_only(self) -> bool:
        """Whether there is nowhere to go to; some editors fill in “Online” as the place."""
        nowhere = not self.address and self.place_name.strip().lower() in {"", "online"}
        return bool(self.online_url) and nowhere

    @property
    def date(self) -> dt.date | None:
        """The day on which it starts, in Dutch local time, or ``None``."""
        return timezone.localdate(self.start) if self.start else None

    @property
    def last_day(self) -> dt.date | None:
        """The day on which it ends, in Dutch local time, or ``None`` when nobody filled in an end."""
        return timezone.localdate(self.end) if self.end else None


def _moment(day: dt.date, at: dt.time) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, at))
