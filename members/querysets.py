"""The queries of the directory."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Locale, PageManager

from core.localization import active_locale, default_locale
from core.querysets import BasePageQuerySet
from core.remembered import remembered
from members.enums import MemberState

# A prime, so that neighbouring pages start their rotation far apart.
PAGE_STRIDE = 7919


class MemberPageQuerySet(BasePageQuerySet):
    """Members on cards, their facts for directory and map, and whose turn it is."""

    card_fields = (
        "summary",
        "neighbourhood",
        "nationwide",
        "state",
        "place",
        "place__name",
        "place__province",
    )

    def published(self):
        """Members that any visitor may see: also the group itself must be active."""
        return super().published().filter(state=MemberState.ACTIVE)

    def hidden(self):
        """Groups that paused or ended: they are shown nowhere."""
        return self.exclude(state=MemberState.ACTIVE)

    def for_listing(self):
        """Member cards, by name: picture and place."""
        return super().for_listing().select_related("place").order_by("title", "pk")

    def facts(self):
        """What ``members.facts`` reads: a row of plain values per published member, by name."""
        columns = ("slug", "name", "province", "latitude", "longitude", "municipality")
        rows = self.published().with_themes().order_by("title", "pk")
        return rows.values_list(
            "pk", "theme_keys", "nationwide", "first_published_at", *(f"place__{name}" for name in columns)
        )

    def cards(self, keys: Sequence[int]) -> list:
        """The cards of these members, in this order."""
        found = {member.pk: member for member in self.for_listing().with_themes().filter(pk__in=keys)}
        return [found[key] for key in keys if key in found]

    def for_api(self, *sizes: str):
        """Items of a list for other front ends, with their place."""
        return super().for_api(*sizes).select_related("place")

    def for_map(self):
        """Members with a place, by name: what a point of a map tells."""
        return (
            self.published()
            .exclude(place=None)
            .defer("body")
            .select_related("place")
            .with_themes()
            .order_by("title", "pk")
        )

    def in_place(self, slug: str):
        """Members in the place with this slug."""
        return self.filter(place__slug=slug)

    def in_municipality(self, name: str):
        """Members in the municipality of this name."""
        return self.filter(place__municipality__iexact=name)

    def in_province(self, province: str):
        """Members with their place in ``province``, and those that work in the whole country."""
        return self.filter(Q(place__province=province) | Q(nationwide=True))

    def others_than(self, page):
        """The Dutch profiles that visitors may see, apart from that of ``page`` (or ``None``) in any language."""
        members = self.in_locale(default_locale()).published()
        return members.exclude(translation_key=page.translation_key) if page is not None else members

    def teasers(
        self,
        *,
        mode="rotation",
        picked=(),
        theme=None,
        province="",
        count=3,
        fill=False,
        page=None,
        day=None,
        renditions=True,
    ):
        """Up to ``count`` member cards for one page, in its language where a profile has been translated.

        ``mode`` is ``manual`` (the pages with the primary keys ``picked``, in that order), ``theme``, ``province``
        or ``rotation``. The page itself and doubles are left out. Apart from ``manual`` everybody gets a turn:
        see ``turn``; with ``fill`` others make up the number when too few fit. ``day`` is a date, today by default.
        Without ``renditions`` their pictures are left to ``load_pictures``.
        """
        if mode == "manual":
            found = dict(self.others_than(page).filter(pk__in=picked).values_list("pk", "translation_key"))
            turn = [found[pk] for pk in dict.fromkeys(picked) if pk in found][:count]
        else:
            day = day or timezone.localdate()
            offset = (page.pk or 0) if page is not None else 0
            key = f"turn-{day}-{mode}-{theme.translation_key if theme else ''}-{province}-{count}-{offset}-{fill}"

            def choose():
                others = self.others_than(page)
                fitting = others.about(theme) if mode == "theme" and theme else others
                fitting = fitting.in_province(province) if mode == "province" and province else fitting
                return fitting.turn(count, day=day, offset=offset, reserve=others if fill else None)

            turn = remembered(key, choose)
        cards = self.for_listing().with_themes()
        if not renditions:
            cards = cards.without_renditions()
        return cards.in_turn(turn, page.locale if page is not None else active_locale())

    def turn(self, count: int, *, day: date, offset: int = 0, reserve=None) -> list:
        """The translation keys of ``count`` members whose turn it is, the same all day long.

        All members stand in a fixed row; each day the window moves on by its own length, so over a round every
        member is shown equally often. ``offset`` (a page's primary key) starts each page somewhere else. When there
        are too few, those whose turn it is among ``reserve`` (a queryset) make up the number.
        """
        row = self.order_by("pk").values_list("translation_key", flat=True)
        total = row.count()
        start = (day.toordinal() * count + offset * PAGE_STRIDE) % total if total else 0
        turn = list(row[start : start + count])
        turn += row[: min(count - len(turn), start)]
        if reserve is not None and len(turn) < count:
            others = reserve.exclude(translation_key__in=turn)
            turn += others.turn(count - len(turn), day=day, offset=offset)
        return turn

    def in_turn(self, keys: list, locale: Locale) -> list:
        """The members with these translation keys, in order; in Dutch where nobody translated them."""
        versions = self.filter(translation_key__in=keys, locale__in=[locale, default_locale()])
        best = {member.translation_key: member for member in versions if member.locale_id != locale.pk}
        best |= {member.translation_key: member for member in versions if member.locale_id == locale.pk}
        return [best[key] for key in keys if key in best]


MemberPageManager = PageManager.from_queryset(MemberPageQuerySet)
