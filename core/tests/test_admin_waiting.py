from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from core.admin import waiting
from core.admin.waiting import WaitingItem, register_waiting_item

pytestmark = pytest.mark.django_db

HOME = "/admin/"


def published(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def panel(client):
    return BeautifulSoup(client.get(HOME).content, "html.parser").select_one("#waiting-section")


def waiting_for(client):
    """The number behind each address in the panel."""
    links = panel(client).select("a.waiting__link")
    return {link["href"]: int(link.select_one(".waiting__number").get_text()) for link in links}


@pytest.fixture
def submitted(tree, signed_in):
    """Submits an article to the reviewers, as an editor."""
    editor = signed_in("editor")

    def submit(title="Buurtfeest"):
        page = published(tree.news(title))
        page.save_revision(user=editor.user)
        return page.get_workflow().start(page, editor.user)

    return submit


def test_panel_comes_first_on_the_dashboard(tree, admin_client):
    sections = BeautifulSoup(admin_client.get(HOME).content, "html.parser").select("section[data-panel]")

    assert sections[0]["id"] == "waiting-section"


def test_nothing_waits(tree, admin_client):
    assert waiting_for(admin_client) == {}
    assert panel(admin_client).select_one(".waiting-empty").get_text(strip=True)


def test_reviewer_sees_what_asks_for_approval_and_since_when(signed_in, submitted):
    state = submitted()
    task = state.current_task_state
    type(task).objects.filter(pk=task.pk).update(started_at=timezone.now() - timedelta(days=3, hours=1))
    reviewer = signed_in("reviewer")
    address = reverse("wagtailadmin_reports:workflow_tasks") + "?reviewable=true"

    assert waiting_for(reviewer)[address] == 1
    item = panel(reviewer).select_one(".waiting__item--urgent")
    assert "3" in item.select_one(".waiting__oldest").get_text()


def test_administrator_answers_too(signed_in, submitted):
    submitted()
    address = reverse("wagtailadmin_reports:workflow_tasks") + "?reviewable=true"

    assert waiting_for(signed_in("administrator"))[address] == 1


def test_list_behind_the_number_holds_as_many(signed_in, submitted):
    submitted()
    submitted()
    reviewer = signed_in("reviewer")
    address, number = next(iter(waiting_for(reviewer).items()))

    assert len(reviewer.get(address).context["object_list"]) == number == 2


def test_editor_sees_that_it_is_with_the_reviewers(signed_in, submitted, client):
    state = submitted()
    client.force_login(state.requested_by)

    assert waiting_for(client)[reverse("wagtailadmin_reports:workflow") + "?status=in_progress"] == 1


@pytest.mark.usefixtures("indexed")
def test_drafts_reviews_and_broken_links_are_counted(tree, admin_client):
    hidden = published(tree.news("Verborgen"))
    published(tree.news("Wijst door", follow_up=hidden)).save_revision()
    hidden.unpublish()
    tree.news("Oud", date=date(2010, 1, 1))

    found = waiting_for(admin_client)

    assert found[reverse("site_reports:drafts")] == 2  # the changed one and the one off line
    assert found[reverse("site_reports:review")] == 1
    assert found[reverse("site_reports:broken-references")] == 1


def test_translations_with_work_are_counted_for_translators_only(english_tree, translate, signed_in):
    translate(published(english_tree.news("Half")), missing=1, publish=False)
    address = reverse("site_reports:languages") + "?work=work"

    assert waiting_for(signed_in("translator"))[address] == 1
    assert address not in waiting_for(signed_in("editor"))


def test_finished_translation_waits_for_who_may_publish_it(
    english_tree, translate, signed_in, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        translate(published(english_tree.news("Staat er al")))
    translate(published(english_tree.news("Klaar")), publish=False)
    translate(published(english_tree.news("Half")), missing=1, publish=False)
    address = reverse("site_reports:languages") + "?work=finished"

    reviewer = signed_in("reviewer")
    assert waiting_for(reviewer)[address] == 1
    assert [page.title for page in reviewer.get(address).context["object_list"]] == ["Klaar"]
    for role in ("translator", "editor", "moderator"):
        assert address not in waiting_for(signed_in(role))


class TestTranslationThatWasBroughtUpToDate:
    """An article is on the site in both languages, and its Dutch text changes."""

    WORK, FINISHED = (f"/admin/reports/languages/?work={value}" for value in ("work", "finished"))

    @pytest.fixture
    def source(self, english_tree, translate, django_capture_on_commit_callbacks):
        body = [("paragraph", "<p>Bel ons.</p>"), ("paragraph", "<p>Kom langs.</p>")]
        page = published(english_tree.news("Feest", body=body))
        with django_capture_on_commit_callbacks(execute=True):
            translate(page)
        return page

    def fetch(self, page):
        published(page)
        translation = Translation.objects.get(source__object_id=page.translation_key)
        translation.source.update_from_db()
        return translation

    def test_new_text_is_work_for_the_translator_and_then_for_the_reviewer(self, source, signed_in):
        translator, reviewer = signed_in("translator"), signed_in("reviewer")
        source.lead = "Anders."
        published(source)
        assert (self.WORK in waiting_for(translator), self.FINISHED in waiting_for(reviewer)) == (True, False)
        translation = self.fetch(source)
        assert (self.WORK in waiting_for(translator), self.FINISHED in waiting_for(reviewer)) == (True, False)

        segment = translation.source.stringsegment_set.get(string__data="Anders.")
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            data="Otherwise.",
        )

        assert (self.WORK in waiting_for(translator), self.FINISHED in waiting_for(reviewer)) == (False, True)

    def test_text_that_is_gone_is_work_for_the_reviewer_alone(self, source, signed_in):
        source.body.pop()
        self.fetch(source)

        assert self.WORK not in waiting_for(signed_in("translator"))
        assert waiting_for(signed_in("reviewer"))[self.FINISHED] == 1

    def test_text_that_is_mended_is_work_for_the_reviewer(self, source, signed_in):
        StringTranslation.objects.get(data="English: Kom langs.").save()

        assert waiting_for(signed_in("reviewer"))[self.FINISHED] == 1

    def test_translation_of_a_page_that_went_off_the_site_waits_for_nobody(self, source, signed_in):
        source.unpublish()

        assert self.FINISHED not in waiting_for(signed_in("reviewer"))


def test_translator_is_not_asked_about_dutch_pages(english_tree, signed_in, submitted):
    hidden = published(english_tree.news("Verborgen"))
    published(english_tree.news("Wijst door", follow_up=hidden))
    hidden.unpublish()
    submitted()

    assert waiting_for(signed_in("translator")) == {}


def test_comment_moderator_has_an_empty_desk(english_tree, translate, signed_in, submitted):
    translate(published(english_tree.news("Half", date=date(2010, 1, 1))), missing=1, publish=False)
    submitted()

    assert waiting_for(signed_in("moderator")) == {}


def test_another_app_adds_its_own_work_in_its_place(tree, admin_client, monkeypatch):
    monkeypatch.setattr(waiting, "_sources", list(waiting._sources))
    tree.news("Oud", date=date(2010, 1, 1))
    register_waiting_item(lambda request: WaitingItem(4, "comments wait", "/admin/comments/"), order=50)
    register_waiting_item(lambda request: WaitingItem(0, "forms are broken", "/admin/forms/"))
    register_waiting_item(lambda request: None)

    assert list(waiting_for(admin_client).items()) == [
        ("/admin/comments/", 4),
        (reverse("site_reports:review"), 1),
    ]


def test_dashboard_costs_the_same_with_more_work(
    english_tree, translate, admin_client, django_assert_max_num_queries
):
    def one_more():
        page = published(english_tree.news("Oud", date=date(2010, 1, 1)))
        translate(page, missing=1, publish=False)
        page.save_revision()

    one_more()
    admin_client.get(HOME)
    with django_assert_max_num_queries(80) as one:
        admin_client.get(HOME)
    one_more()
    one_more()

    with django_assert_max_num_queries(len(one)):
        admin_client.get(HOME)
