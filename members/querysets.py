from datetime import date

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Locale, PageManager

from core.localization import active_locale, default_locale
from core.querysets import BasePageQuerySet
from members.enums import MemberState

# A prime, so that neighbouring pages start their rotation far apart.
PAGE_STRIDE = 7919


class MemberPageQuerySet(BasePageQuerySet):
    def published(self):
        """Members that any visitor may see: also the group itself must be active."""
        return super().published().filter(state=MemberState.ACTIVE)

    def for_listing(self):
        """Member cards: picture, name, place and themes, by name."""
        return super().for_listing().select_related("place").prefetch_related("themes").order_by("title", "pk")

    def in_province(self, province: str):
        """Members with their place in ``province``, and those that work in the whole country."""
        return self.filter(Q(place__province=province) | Q(nationwide=True))

    def teasers(self, *, mode="rotation", picked=(), theme=None, province="", count=3, page=None, day: date | None = None):
        """Up to ``count`` member cards for one page.

        ``mode`` is ``manual`` (the pages with the primary keys ``picked``, in that order), ``theme``, ``province``
        or ``rotation``. The page itself and doubles are left out. Apart from ``manual`` everybody gets a turn:
        see ``rotated``.
        """
        locale = page.locale if page is not None else active_locale()
        members = self.in_teaser_locale(locale).for_listing()
        if page is not None:
            members = members.exclude(translation_key=page.translation_key)
        if mode == "manual":
            found = {member.pk: member for member in members.filter(pk__in=picked)}
            return [found[pk] for pk in dict.fromkeys(picked) if pk in found][:count]
        if mode == "theme" and theme:
            members = members.about(theme)
        if mode == "province" and province:
            members = members.in_province(province)
        return members.rotated(count, offset=page.pk or 0 if page is not None else 0, day=day)

    def in_teaser_locale(self, locale: Locale):
        """Dutch profiles: a card falls back to Dutch, and few groups are translated."""
        return self.in_locale(default_locale())

    def rotated(self, count: int, *, offset: int = 0, day: date | None = None) -> list:
        """``count`` members whose turn it is, the same all day long.

        All members stand in a fixed row; each day the window moves on by its own length, so over a round every
        member is shown equally often. ``offset`` (a page's primary key) starts each page somewhere else.
        """
        row = self.order_by("pk").values_list("pk", flat=True)
        total = row.count()
        if not total:
            return []
        day = day or timezone.localdate()
        start = (day.toordinal() * count + offset * PAGE_STRIDE) % total
        turn = list(row[start : start + count])
        if len(turn) < count:
            turn += row[: min(count - len(turn), start)]
        return sorted(self.filter(pk__in=turn), key=lambda member: turn.index(member.pk))


MemberPageManager = PageManager.from_queryset(MemberPageQuerySet)
