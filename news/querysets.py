from django.db.models import Case, F, Q, When
from django.utils import timezone
from wagtail.models import Page, PageManager

from core.querysets import BasePageQuerySet


class NewsPageQuerySet(BasePageQuerySet):
    card_fields = ("date",)

    def newest_first(self):
        return self.order_by("-date", "-pk")

    def newest_with(self, opening: int | None, *, count: int):
        """The ``count`` newest articles, and the one that translates the page ``opening``: cards in one go.

        With ``opening`` (a primary key) each card tells whether it is that one: ``is_opening``.
        """
        cards = self.for_listing("card", "hero").with_themes()
        newest = Q(pk__in=self.published().newest_first().values("pk")[:count])
        chosen = Q(translation_key__in=Page.objects.filter(pk=opening).values("translation_key"))
        if not opening:
            return cards.filter(newest)
        return cards.filter(newest | chosen).annotate(is_opening=Case(When(chosen, then=True), default=False))

    def for_listing(self, *sizes: str):
        """News cards, the newest first."""
        return super().for_listing(*sizes).newest_first()


class EventPageQuerySet(BasePageQuerySet):
    def for_listing(self):
        """Event cards: title, time and place; a leaf of the calendar takes the place of a picture."""
        return self.published().defer("body")

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
