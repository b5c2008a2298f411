"""Events as iCalendar, so that readers can put them into their own calendar."""

from datetime import timedelta

from icalendar import Calendar, Event


def calendar_of(events, request) -> bytes:
    """A calendar with the given events, each of which has a start.

    The identifier of an event is its page, so that a changed date moves the entry in the reader's calendar.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{request.get_host()}//agenda//NL")
    calendar.add("version", "2.0")
    for page in events:
        calendar.add_component(_entry(page, request))
    return calendar.to_ical()


def _entry(page, request) -> Event:
    entry = Event()
    entry.add("uid", f"event-{page.translation_key}@{request.get_host()}")
    entry.add("dtstamp", page.last_published_at)
    _add_times(entry, page)
    entry.add("summary", page.title)
    entry.add("description", page.lead)
    entry.add("url", page.get_full_url(request))
    if where := page.where or page.online_url:
        entry.add("location", where)
    return entry


def _add_times(entry: Event, page) -> None:
    """Start and end; as days for an event without times, of which the end is the day after (RFC 5545, 3.6.1)."""
    if page.all_day:
        entry.add("dtstart", page.date)
        entry.add("dtend", page.last_day + timedelta(days=1))
        return
    entry.add("dtstart", page.start)
    if page.end:
        entry.add("dtend", page.end)
