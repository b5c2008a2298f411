import json
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from icalendar import Calendar

from news.models import EventPage
from tests.tree import text_of

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


LINK = "https://meet.example.org/1"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"place_name": "De Boomtak", "address": "Tilburg"}, "De Boomtak, Tilburg"),
        ({"place_name": "De Boomtak", "online_url": LINK}, "De Boomtak · ook online"),
        ({"address": "Tilburg", "online_url": LINK}, "Tilburg · ook online"),
        ({"place_name": "Online", "online_url": LINK}, "Online"),
        ({"online_url": LINK}, "Online"),
    ],
)
def test_card_and_row_of_an_event_say_where_it_is(tree, visit, fields, said):
    event = tree.event(start=timezone.now() + timedelta(days=2), **fields)
    page = tree.standard(body=[("events", {"events": [event]})])

    assert text_of(visit("/agenda/").select(".card__meta")[-1]) == said
    assert text_of(visit(page.url).select_one(".dates__where")) == said


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


def test_calendar_of_a_language_holds_its_own_events(
    tree, translate, client, django_capture_on_commit_callbacks
):
    event = tree.event("Straks", start=timezone.now() + timedelta(days=3))
    event.save_revision().publish()
    for page in (tree.home, tree.event_index, event):
        with django_capture_on_commit_callbacks(execute=True):
            translate(page)

    for address in ("/agenda/agenda.ics", "/en/calendar/events.ics"):
        assert len(Calendar.from_ical(client.get(address).content).walk("VEVENT")) == 1


def test_agenda_leads_to_the_calendar_to_subscribe_to(tree, visit):
    page = visit(tree.event_index.url)

    assert page.head.select_one('link[rel=alternate][type="text/calendar"]')["href"] == "/agenda/agenda.ics"
    assert page.main.find("a", string="Zet de hele agenda in uw telefoon")["href"] == "/agenda/agenda.ics"


def test_past_online_event_keeps_its_place(tree, visit):
    event = tree.event(start=START - timedelta(days=4000), online_url="https://meet.example.org/")

    facts = text_of(visit(event.url).select_one(".facts"))

    assert "Plaats Online" in facts


class TestWithoutTimes:
    """An event of a whole day, or one whose time nobody knows yet."""

    @pytest.fixture
    def event(self, tree):
        # The picker of the admin always fills in a time: here that of the moment.
        return tree.event("Open dag", start=START, all_day=True, place_name="De Boomtak")

    def test_readers_see_the_date_and_no_time(self, tree, event, visit):
        page = visit(event.url)
        card = visit(tree.event_index.url).select_one(".card--event")

        assert "Datum zaterdag 5 december 2026 Plaats De Boomtak" in text_of(page.select_one(".facts"))
        assert "Tijd" not in text_of(page.select_one(".facts"))
        assert text_of(card.select_one(".card__meta")) == "zaterdag 5 december 2026"

    def test_several_days_are_named(self, tree, visit):
        event = tree.event(start=START, end=START + timedelta(days=1), all_day=True)

        assert "zaterdag 5 december 2026 tot en met zondag 6 december 2026" in text_of(
            visit(event.url).select_one(".facts")
        )

    def test_it_is_over_after_its_day(self, event, freezer):
        freezer.move_to(datetime(2026, 12, 5, 22, 30, tzinfo=UTC))
        assert EventPage.objects.upcoming().get() == event

        freezer.move_to(datetime(2026, 12, 5, 23, 30, tzinfo=UTC))
        assert EventPage.objects.past().get().is_past

    @pytest.mark.parametrize(("days", "after"), [(0, date(2026, 12, 6)), (1, date(2026, 12, 7))])
    def test_calendar_file_has_days(self, tree, client, days, after):
        event = tree.event(start=START, end=START + timedelta(days=days), all_day=True)
        event.save_revision().publish()

        response = client.get(f"/agenda/{event.pk}.ics")
        (entry,) = Calendar.from_ical(response.content).walk("VEVENT")

        assert b"DTSTART;VALUE=DATE:20261205" in response.content
        assert entry["DTEND"].dt == after

    def test_search_engines_are_told_the_day(self, event, visit):
        data = json.loads(visit(event.url).find("script", type="application/ld+json").string)
        told = next(item for item in data["@graph"] if item["@type"] == "Event")

        assert (told["startDate"], told["endDate"]) == ("2026-12-05", "2026-12-05")


def test_editor_may_leave_the_time_out(tree, signed_in):
    form = {
        "title": "Open dag",
        "lead": "Kom kijken.",
        "start": "05-12-2026",
        "all_day": "on",
        "slug": "open-dag",
        "body-count": "0",
        "footnotes-TOTAL_FORMS": "0",
        "footnotes-INITIAL_FORMS": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    address = f"/admin/pages/add/news/eventpage/{tree.event_index.pk}/"

    assert signed_in("editor").post(address, form).status_code == 302
    assert EventPage.objects.get().date == date(2026, 12, 5)
