"""The queries of news and calendar."""

from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Page, PageManager

from core.querysets import CARD, BasePageQuerySet


class NewsPageQuerySet(BasePageQuerySet):
    card_fields = ("date",)

    def newest_first(self):
        return self.order_by("-date", "-pk")

    def translating(self, pk: int):
        """The versions of one page, itself included, by its primary key."""
        return self.filter(translation_key__in=Page.objects.filter(pk=pk).values("translation_key"))

    def for_feed(self):
        """What a feed tells, the newest first: with themes and author, without the text."""
        return self.published().defer("body").select_related("author").with_themes().newest_first()

    def for_listing(self, *sizes: str):
        """News cards, the newest first."""
        return super().for_listing(*sizes).newest_first()


class EventPageQuerySet(BasePageQuerySet):
    card_fields = ("start", "end", "all_day", "place_name", "address", "online_url")

    def for_listing(self):
        """Event cards: title, time and place; a leaf of the calendar takes the place of a picture."""
        return self.published().only(*CARD, *self.card_fields)

    def upcoming(self):
        """Events that are not over, the first one first; events without a date come last."""
        now = timezone.now()
        open_end = Q(end__isnull=True)
        return self.filter(Q(end__gte=now) | open_end & (Q(start__gte=now) | Q(start__isnull=True))).order_by(
            F("start").asc(nulls_last=True), "pk"
        )

    def past(self):
        """Events that are over, the latest one first."""
        now = timezone.now()
        return self.filter(Q(end__lt=now) | Q(end__isnull=True, start__lt=now)).order_by("-start", "-pk")

    def when(self, when: str):
        """``upcoming``, ``past`` or ``all`` events, in no order of its own."""
        return {"upcoming": self.upcoming, "past": self.past, "all": self.all}[when]()

    def sorted_by(self, order: str):
        """Events in one of the orders that can be asked for: ``start``, ``-start``, ``-changed`` or ``title``."""
        orders = {
            "start": F("start").asc(nulls_last=True),
            "-start": F("start").desc(nulls_last=True),
            "-changed": F("last_published_at").desc(nulls_last=True),
            "title": F("title").asc(),
        }
        return self.order_by(orders[order], "pk")


NewsPageManager = PageManager.from_queryset(NewsPageQuerySet)
EventPageManager = PageManager.from_queryset(EventPageQuerySet)
