from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from core.enums import VersionState
from core.models import CallToAction
from news.models import NewsPage

pytestmark = [pytest.mark.django_db, pytest.mark.long]

REPORTS = ["review", "drafts", "languages", "broken-references"]
LONG_AGO = date(2010, 1, 1)


def url(name, *args):
    return reverse(f"site_reports:{name}", args=args)


def rows(response):
    """The cells of the listing, row by row, as a reader sees them."""
    table = BeautifulSoup(response.content, "html.parser").select_one("table.listing, main table")
    if table is None:
        return []
    return [
        [" ".join(cell.get_text(" ").split()) for cell in row.select("td")]
        for row in table.select("tbody tr")
    ]


def published(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def refers_to_hidden(tree):
    """An article of which the follow-up is off line, once per call."""

    def make():
        hidden = published(tree.news("Verborgen"))
        published(tree.news("Wijst door", follow_up=hidden))
        hidden.unpublish()

    return make


def test_review_lists_what_is_due_with_both_answers(tree, admin_client):
    page = tree.news("Oud", date=LONG_AGO)
    tree.news("Jong", date=timezone.localdate())

    response = admin_client.get(url("review"))

    assert [row[0] for row in rows(response)] == ["Oud"]
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.select_one(f"form[method=post][action='{url('still_correct', page.pk)}']")
    unpublish = soup.select_one(f"a[href^='{reverse('wagtailadmin_pages:unpublish', args=[page.pk])}?next=']")
    assert unpublish["href"].endswith(url("review"))


def test_still_correct_takes_a_page_off_the_list(tree, admin_client):
    page = tree.news("Oud", date=LONG_AGO)

    response = admin_client.post(url("still_correct", page.pk), {"next": url("review")}, follow=True)

    assert response.redirect_chain == [(url("review"), 302)]
    assert rows(response) == []
    assert "Oud" in str(next(iter(response.context["messages"])))


def test_still_correct_is_no_link(tree, admin_client):
    page = tree.news("Oud", date=LONG_AGO)

    assert admin_client.get(url("still_correct", page.pk)).status_code == 405
    assert NewsPage.objects.get(pk=page.pk).review_date is None


def test_still_correct_is_refused_to_who_may_not_change_the_page(tree, signed_in):
    page = tree.news("Oud", date=LONG_AGO)

    signed_in("translator").post(url("still_correct", page.pk))

    assert NewsPage.objects.get(pk=page.pk).review_date is None


def test_still_correct_knows_no_page_without_review(tree, admin_client):
    assert admin_client.post(url("still_correct", tree.home.pk)).status_code == 404


def test_drafts_lists_changes_that_visitors_do_not_see(tree, admin_client):
    published(tree.news("Klaar"))
    changed = published(tree.news("Veranderd"))
    changed.save_revision()

    assert [row[0] for row in rows(admin_client.get(url("drafts")))] == ["Veranderd"]


def test_languages_says_of_each_page_how_it_stands(english_tree, translate, admin_client):
    published(english_tree.news("Alleen Nederlands"))
    translate(published(english_tree.news("Half")), missing=1, publish=False)

    found = {row[0]: row[2] for row in rows(admin_client.get(url("languages")))}

    assert found["Alleen Nederlands"] == f"EN {VersionState.MISSING.label}"
    assert found["Half"].startswith(f"EN {VersionState.DRAFT.label} 1 ")


def test_languages_leads_to_beginning_and_to_editing(english_tree, translate, admin_client):
    untranslated = published(english_tree.news("Alleen Nederlands"))
    translate(published(english_tree.news("Half")), missing=1, publish=False)
    draft = NewsPage.objects.get(locale__language_code="en")

    soup = BeautifulSoup(admin_client.get(url("languages")).content, "html.parser")
    links = [link["href"] for link in soup.select("a.version")]

    begin = reverse("wagtail_localize:submit_page_translation", args=[untranslated.pk])
    assert f"{begin}?select_locale=en" in links
    assert reverse("wagtailadmin_pages:edit", args=[draft.pk]) in links


@pytest.mark.parametrize(
    ("value", "titles"), [("work", ["Half"]), ("draft", ["Half"]), ("missing", ["Niets"])]
)
def test_languages_can_be_narrowed_down(english_tree, translate, admin_client, value, titles):
    translate(published(english_tree.news("Half")), missing=1, publish=False)
    published(english_tree.news("Niets"))
    names = {"Half", "Niets"}

    response = admin_client.get(url("languages"), {"work": value})

    assert [row[0] for row in rows(response) if row[0] in names] == titles


@pytest.mark.usefixtures("indexed")
def test_broken_references_names_both_ends_and_the_field(admin_client, refers_to_hidden):
    refers_to_hidden()

    found = rows(admin_client.get(url("broken-references")))

    assert [(row[0], row[2]) for row in found] == [("Wijst door", "Verborgen")]
    assert found[0][1]


@pytest.mark.usefixtures("indexed")
def test_broken_references_finds_snippets_too(tree, admin_client):
    page = published(tree.news("Verborgen"))
    CallToAction.objects.create(name="Doe mee", title="Doe mee", button_label="Kijk", page=page)
    page.unpublish()

    assert [row[0] for row in rows(admin_client.get(url("broken-references")))] == ["Doe mee"]


@pytest.mark.usefixtures("indexed")
def test_reference_from_a_page_off_line_is_not_broken(tree, admin_client):
    hidden = published(tree.news("Verborgen"))
    source = published(tree.news("Ook verborgen", follow_up=hidden))
    hidden.unpublish()
    source.unpublish()

    assert rows(admin_client.get(url("broken-references"))) == []


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.usefixtures("indexed")
def test_number_of_queries_does_not_grow(
    name, english_tree, translate, admin_client, refers_to_hidden, django_assert_max_num_queries
):
    def one_more():
        page = published(english_tree.news("Oud", date=LONG_AGO))
        translate(page, missing=1, publish=False)
        page.save_revision()
        refers_to_hidden()

    one_more()
    admin_client.get(url(name))
    with django_assert_max_num_queries(60) as one:
        admin_client.get(url(name))
    one_more()
    one_more()

    with django_assert_max_num_queries(len(one)):
        assert len(rows(admin_client.get(url(name)))) >= 3


@pytest.mark.parametrize("name", REPORTS)
def test_reports_are_for_who_works_on_pages(name, signed_in):
    assert signed_in("editor").get(url(name)).status_code == 200
    assert signed_in("moderator").get(url(name)).status_code == 302


def test_menu_offers_our_reports_in_place_of_those_that_they_repeat(tree, admin_client):
    response = admin_client.get(reverse("wagtailadmin_home"))
    props = response.content.decode()

    assert [url(name) in props for name in REPORTS] == [True] * 4
    assert reverse("wagtail_localize:translations_report") not in props
    assert reverse("wagtailadmin_reports:aging_pages") not in props


def test_old_member_is_due_since_its_last_change(tree, admin_client):
    member = published(tree.member("Buurttuin"))
    then = timezone.now() - timedelta(days=500)
    type(member).objects.filter(pk=member.pk).update(latest_revision_created_at=then)

    assert [row[0] for row in rows(admin_client.get(url("review")))] == ["Buurttuin"]


@pytest.mark.parametrize("report", ["site_history", "locked_pages"])
def test_T42_export_of_a_report_of_wagtail_runs_no_formula(report, tree, admin_client, admin_user):
    page = tree.news("=HYPERLINK(1)")
    page.locked, page.locked_by, page.locked_at = True, admin_user, timezone.now()
    page.save_revision(user=admin_user, log_action=True)
    page.save()

    exported = admin_client.get(reverse(f"wagtailadmin_reports:{report}"), {"export": "csv"})

    text = exported.getvalue().decode()
    assert "'=HYPERLINK(1)" in text
    assert ",=" not in text
    assert "\n=" not in text
