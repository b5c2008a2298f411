"""When a page should be read again by somebody who knows whether it is still true."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from django.db.models import DateTimeField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone
from wagtail.models import Page, get_page_models

from core.localization import default_locale

# "Still correct" on a page whose type has no period of its own.
MONTHS_WITHOUT_PERIOD = 12


@dataclass(frozen=True)
class ReviewRule:
    """What a page type says about its review, as its attribute ``review_rule``.

    ``own_date`` names the field in which an editor sets the day for one page. Where that is empty a period
    counts: the months in the field ``period`` of the site settings, from the first of the fields
    ``counts_from`` that is filled in. An empty name, or a period of 0, means never.
    """

    own_date: str = ""
    counts_from: tuple[str, ...] = ()
    period: str = ""

    def months(self, settings) -> int:
        """The period in months according to the site settings; 0 means never."""
        return getattr(settings, self.period) if self.period else 0

    def due_on(self, page: Page, settings) -> date | None:
        """The day on which ``page`` (of this type) should be read again, or ``None``."""
        own_date = getattr(page, self.own_date) if self.own_date else None
        months = self.months(settings)
        if own_date or not months:
            return own_date
        start = next(filter(None, (getattr(page, name) for name in self.counts_from)), None)
        if start is None:
            return None
        return (timezone.localdate(start) if hasattr(start, "hour") else start) + relativedelta(months=months)

    def due(self, pages: QuerySet, settings, today: date) -> QuerySet:
        """Those of ``pages`` (all of this type) whose day has come."""
        own_date_passed = Q(**{f"{self.own_date}__lte": today}) if self.own_date else Q(pk__in=[])
        months = self.months(settings)
        if not months:
            return pages.filter(own_date_passed)
        starts = [_as_date(pages.model, name) for name in self.counts_from]
        pages = pages.annotate(period_start=Coalesce(*starts) if len(starts) > 1 else starts[0])
        period_ended = Q(period_start__lte=today - relativedelta(months=months))
        if self.own_date:
            period_ended &= Q(**{f"{self.own_date}__isnull": True})
        return pages.filter(own_date_passed | period_ended)


def pages_due(settings, today: date | None = None) -> QuerySet:
    """Published pages, of any type with a rule, that should be read again today.

    A translation is not among them: it is as true as the page that it translates.
    """
    today = today or timezone.localdate()
    due = Q(pk__in=[])
    for model in get_page_models():
        if rule := getattr(model, "review_rule", None):
            pages = model.objects.filter(live=True, alias_of__isnull=True)
            due |= Q(pk__in=rule.due(pages, settings, today).order_by().values("pk"))
    sources = Page.objects.filter(locale=default_locale(), translation_key=OuterRef("translation_key"))
    return Page.objects.filter(due).filter(Q(locale=default_locale()) | ~Exists(sources))


def _as_date(model, name: str):
    return TruncDate(name) if isinstance(model._meta.get_field(name), DateTimeField) else F(name)
