import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

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


class TestPicks:
    ADD = "/admin/searchpicks/add/"

    @pytest.fixture
    def reviewer(self, signed_in):
        return signed_in("reviewer")

    def link(self, client):
        """What the report offers for its first row: the words on the button and where it leads."""
        offered = BeautifulSoup(client.get(REPORT).content, "html.parser").select("td .actions a")[1]
        return offered.get_text(strip=True), offered["href"]

    def pick(self, client, address, words, page):
        form = {"query_string": words, "editors_picks-0-page": page.pk, "editors_picks-0-ORDER": "1"}
        counts = {"TOTAL_FORMS": "1", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}
        return client.post(address, form | {f"editors_picks-{name}": value for name, value in counts.items()})

    def test_report_leads_to_a_form_in_which_the_words_stand(self, tree, reviewer):
        today = timezone.localdate()
        Miss.objects.create(text="café & kroeg", times=1, first_day=today, last_day=today)

        words, address = self.link(reviewer)
        form = BeautifulSoup(reviewer.get(address).content, "html.parser")

        assert words == "Kies een pagina"
        assert form.select_one("[name=query_string]")["value"] == "café & kroeg"
        assert (
            "Eén vorm is genoeg"
            in form.select_one("#panel-child-content-query_string-helptext, .help").get_text()
        )

    def test_form_is_in_words_that_an_editor_knows(self, tree, reviewer):
        context = reviewer.get(self.ADD).context

        labels = [field.label for field in [*context["form"], *context["searchpicks_formset"].empty_form]]
        assert labels[:5] == ["Zoekwoorden", "Pagina", "Of een webadres", "Tekst van de link", "Toelichting"]

    def test_reviewer_picks_and_the_report_leads_to_what_was_picked(self, misses, tree, reviewer):
        _words, address = self.link(reviewer)

        self.pick(reviewer, address, "olifant", tree.standard("Dieren"))

        query = Query.objects.get()
        assert [pick.page.title for pick in query.editors_picks.all()] == ["Dieren"]
        assert self.link(reviewer) == (
            "Wijzig wat is gekozen",
            reverse("wagtailsearchpromotions:edit", args=[query.pk]),
        )
        assert (
            reviewer.get(f"/admin/searchpicks/{query.pk}/").context["form"].initial["query_string"]
            == "olifant"
        )

    def test_editor_is_not_offered_what_is_refused(self, misses, tree, signed_in):
        editor = signed_in("editor")

        self.pick(editor, self.ADD, "olifant", tree.standard("Dieren"))

        offered = BeautifulSoup(editor.get(REPORT).content, "html.parser").select("td .actions a")
        assert [link.get_text(strip=True) for link in offered] == ["Probeer het"] * 2
        assert not SearchPromotion.objects.exists()
