from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import PageManager

from core.querysets import BasePageQuerySet


class NewsPageQuerySet(BasePageQuerySet):
    def newest_first(self):
        return self.order_by("-date", "-pk")

    def for_listing(self):
        """News cards: picture, date and themes."""
        return super().for_listing().prefetch_related("themes").newest_first()


class EventPageQuerySet(BasePageQuerySet):
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


NewsPageManager = PageManager.from_queryset(NewsPageQuerySet)
EventPageManager = PageManager.from_queryset(EventPageQuerySet)
