import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from search.models import Miss

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/searches-without-result/"


@pytest.fixture
def misses(tree):
    today = timezone.localdate()
    for text, times in (("zebra", 2), ("olifant", 7)):
        Miss.objects.create(text=text, times=times, first_day=today, last_day=today)


def texts(response):
    rows = BeautifulSoup(response.content, "html.parser").select("table.listing tbody tr")
    return [row.select_one(".title-wrapper").get_text(strip=True) for row in rows]


def test_report_says_what_was_not_found_most_asked_first(misses, admin_client):
    assert texts(admin_client.get(REPORT)) == ["olifant", "zebra"]
    assert texts(admin_client.get(REPORT, {"ordering": "times"})) == ["zebra", "olifant"]


@pytest.mark.parametrize("role", ["editor", "reviewer"])
def test_staff_who_write_see_the_report(misses, signed_in, role):
    assert texts(signed_in(role).get(REPORT)) == ["olifant", "zebra"]


def test_visitor_and_moderator_do_not(misses, signed_in, client):
    assert client.get(REPORT).status_code == 302
    assert signed_in("moderator").get(REPORT).status_code == 302


def test_report_can_be_exported(misses, admin_client):
    response = admin_client.get(REPORT, {"export": "csv"})

    assert b"olifant,7" in b"".join(response.streaming_content)
