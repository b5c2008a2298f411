from django.db.models import Case, F, Q, When
from django.utils import timezone
from wagtail.models import Page, PageManager

from core.querysets import CARD, BasePageQuerySet


class NewsPageQuerySet(BasePageQuerySet):
    card_fields = ("date",)

    def newest_first(self):
        return self.order_by("-date", "-pk")

    def newest_with(self, opening: int | None, *, count: int):
        """The cards of ``count`` articles: the one that translates the page ``opening``, then the newest.

        With ``opening`` (a primary key) each card tells whether it is that one: ``is_opening``.
        """
        cards = self.for_listing("card", "hero").with_themes()
        if opening:
            chosen = Q(translation_key__in=Page.objects.filter(pk=opening).values("translation_key"))
            cards = cards.annotate(is_opening=Case(When(chosen, then=True), default=False))
            cards = cards.order_by("-is_opening", "-date", "-pk")
        return cards[:count]

    def for_listing(self, *sizes: str):
        """News cards, the newest first."""
        return super().for_listing(*sizes).newest_first()


class EventPageQuerySet(BasePageQuerySet):
    card_fields = ("start", "end", "place_name", "address", "online_url")

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


NewsPageManager = PageManager.from_queryset(NewsPageQuerySet)
EventPageManager = PageManager.from_queryset(EventPageQuerySet)
