"""The files for a reader's own calendar."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from core.localization import active_locale
from news.icalendar import calendar_of
from news.models import EventPage


@require_safe
def event_ics(request, pk: int):
    """One event as a calendar file (RFC 5545). 404 for an event that visitors cannot read or that has no date."""
    event = get_object_or_404(EventPage.objects.published().filter(start__isnull=False), pk=pk)
    return _answer(calendar_of([event], request), f"{event.slug}.ics")


@require_safe
def calendar_ics(request):
    """All coming events in the language of the address as a calendar to subscribe to (RFC 5545)."""
    events = EventPage.objects.published().in_locale(active_locale())
    events = events.filter(start__isnull=False).upcoming()
    return _answer(calendar_of(events, request), "agenda.ics")


def _answer(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
