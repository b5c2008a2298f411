from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from icalendar import Calendar

from news.models import EventPage

pytestmark = pytest.mark.django_db

START = datetime(2026, 12, 5, 19, 30, tzinfo=UTC)


def test_event_moves_to_the_past_by_itself(tree, freezer):
    tree.event("Bewonersavond", start=START, end=START + timedelta(hours=2))
    tree.event("Datum volgt")

    freezer.move_to(START + timedelta(hours=1))
    assert [event.title for event in EventPage.objects.upcoming()] == ["Bewonersavond", "Datum volgt"]

    freezer.move_to(START + timedelta(hours=3))
    assert [event.title for event in EventPage.objects.upcoming()] == ["Datum volgt"]
    assert [event.title for event in EventPage.objects.past()] == ["Bewonersavond"]
    assert EventPage.objects.past().get().is_past


@pytest.mark.parametrize(
    ("fields", "at"),
    [({"end": START}, "start"), ({"start": START, "end": START - timedelta(hours=1)}, "end")],
)
def test_impossible_times_are_refused_at_the_field(tree, fields, at):
    with pytest.raises(ValidationError) as error:
        tree.event(**fields)

    assert list(error.value.message_dict) == [at]


def test_calendar_file_of_an_event(tree, client):
    event = tree.event("Bewonersavond; met soep", start=START, place_name="De Boomtak", address="Tilburg")
    event.save_revision().publish()

    response = client.get(f"/agenda/{event.pk}.ics")
    (entry,) = Calendar.from_ical(response.content).walk("VEVENT")

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert entry["SUMMARY"] == "Bewonersavond; met soep"
    assert entry["DTSTART"].dt == START
    assert entry["LOCATION"] == "De Boomtak, Tilburg"


@pytest.mark.parametrize("fields", [{"live": False, "start": START}, {"start": None}])
def test_draft_or_event_without_date_has_no_calendar_file(tree, client, fields):
    event = tree.event(**fields)

    assert client.get(f"/agenda/{event.pk}.ics").status_code == 404


def test_calendar_to_subscribe_to_holds_what_is_coming(tree, client):
    for title, start in [
        ("Straks", timezone.now() + timedelta(days=3)),
        ("Toen", timezone.now() - timedelta(days=3)),
    ]:
        tree.event(title, start=start).save_revision().publish()

    entries = Calendar.from_ical(client.get("/agenda/agenda.ics").content).walk("VEVENT")

    assert [entry["SUMMARY"] for entry in entries] == ["Straks"]
