"""A draft may lack things; a preview shows it, and nothing of it gets onto the site by a way around the form."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail import blocks
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from core.blocks import StoryBlock
from core.publishing import is_ready
from members.models import MemberPhoto

pytestmark = pytest.mark.django_db

STORY = StoryBlock()


def untouched(block):
    """What a browser posts for a block that was added and not filled in."""
    if isinstance(block, blocks.StructBlock):
        return {name: untouched(child) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        return {"count": "0"}
    if isinstance(block, blocks.RichTextBlock):
        return "null"
    if isinstance(block, blocks.ChoiceBlock):
        return block.get_default() or ""  # a list without an empty line
    return ""


@pytest.fixture
def editor(admin_client):
    """``editor(page, url_name, **changed)`` posts the edit form of ``page`` with what is ``changed`` in it."""

    def post(page, url_name="wagtailadmin_pages:edit", **changed):
        form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        data = querydict_from_html(form, form_id="page-edit-form")
        data.update(nested_form_data({"body": streamfield([])} | changed))
        return admin_client.post(reverse(url_name, args=[page.pk]), data)

    return post


@pytest.mark.parametrize("name", sorted(set(STORY.child_blocks) - {"table"}))
def test_block_that_is_not_filled_in_can_be_previewed_and_kept(tree, editor, admin_client, name):
    page = tree.news(live=False)
    page.save_revision()
    body = streamfield([(name, untouched(STORY.child_blocks[name]))])

    assert editor(page, "wagtailadmin_pages:preview_on_edit", body=body).json()["is_valid"]
    shown = admin_client.get(reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]))
    assert shown.status_code == 200
    assert "Buurtfeest" in shown.content.decode()
    assert editor(page, body=body).status_code == 302
    page.refresh_from_db()
    assert [block.block_type for block in page.get_latest_revision_as_object().body] == [name]


def test_picture_of_a_draft_can_wait_for_its_description(tree, editor, admin_client, make_image):
    page = tree.news(live=False)
    page.save_revision()
    picture = {"image": make_image().pk, "image_alt": ""}

    assert editor(page, "wagtailadmin_pages:preview_on_edit", **picture).json()["is_valid"]
    shown = admin_client.get(reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]))
    assert BeautifulSoup(shown.content, "html.parser").select(".article__picture img:not([alt])")
    assert editor(page, **picture).status_code == 302

    published = editor(page, **picture, **{"action-publish": "1"})
    assert published.context["form"].errors["image_alt"] == [
        "Zeg wat er te zien is, of vink ‘alleen versiering’ aan."
    ]
    page.refresh_from_db()
    assert not page.live


def test_page_without_a_title_has_one_mistake(tree, editor):
    page = tree.news(live=False)

    refused = editor(page, title="", slug="")

    assert refused.context["form"].errors == {"title": ["Dit is een verplicht veld."]}


def unfinished(tree, **fields):
    """A draft of which the newest version has no lead."""
    page = tree.news(live=False, **fields)
    page.lead = ""
    page.save_revision(clean=False)
    return page


def words_of(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_list_of_pages_publishes_nothing_when_one_is_not_finished(tree, admin_client):
    page, finished = unfinished(tree), tree.news("Klaar", live=False)
    finished.save_revision()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    response = admin_client.post(f"{bulk}?id={page.pk}&id={finished.pk}&next=/admin/", follow=True)

    assert "Er is niets gepubliceerd, want er ontbreekt iets in: Buurtfeest." in words_of(response)
    assert not Page.objects.filter(pk__in=[page.pk, finished.pk], live=True).exists()


def test_list_of_pages_publishes_what_is_finished(tree, admin_client):
    page = tree.news(live=False)
    page.save_revision()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    admin_client.post(f"{bulk}?id={page.pk}&next=/admin/")

    page.refresh_from_db()
    assert page.live


def test_branch_is_not_published_when_a_page_in_it_is_not_finished(tree, admin_client):
    page = unfinished(tree)
    tree.news_index.unpublish()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    response = admin_client.post(
        f"{bulk}?id={tree.news_index.pk}&next=/admin/", {"include_descendants": "on"}, follow=True
    )

    assert "er ontbreekt iets in: Buurtfeest." in words_of(response)
    assert not Page.objects.filter(pk__in=[page.pk, tree.news_index.pk], live=True).exists()


@pytest.fixture
def in_review(tree, admin_user):
    """A page that waits for a reviewer, and the address of the button on the dashboard: ``in_review(lead)``."""
    task = GroupApprovalTask.objects.create(name="Nakijken")
    workflow = Workflow.objects.create(name="Nakijken")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)

    def ask(lead):
        page = tree.news(live=False)
        page.save_revision()
        state = workflow.start(page, admin_user)
        page.lead = lead
        page.save_revision(clean=False)
        where = [page.pk, "approve", state.current_task_state.pk]
        return page, reverse("wagtailadmin_pages:workflow_action", args=where)

    return ask


def test_approval_waits_for_what_is_missing(in_review, admin_client):
    page, button = in_review("")

    response = admin_client.post(button, follow=True)

    assert response.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "Niet goedgekeurd: er ontbreekt iets in ‘Buurtfeest’." in words_of(response)
    told = admin_client.post(button, headers={"x-requested-with": "XMLHttpRequest"})
    assert told.json()["redirect"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    page.refresh_from_db()
    assert not page.live
    assert page.workflow_in_progress


def test_approval_of_what_is_finished_publishes_it(in_review, admin_client):
    page, button = in_review("Wij vierden feest.")

    admin_client.post(button)

    page.refresh_from_db()
    assert page.live


def test_block_that_is_not_filled_in_counts_too(tree):
    page = tree.news(live=False, body=[("quote", {"text": "", "attribution": "", "source": ""})])

    assert not is_ready(page)
    assert is_ready(tree.news("Klaar", body=[("quote", {"text": "Mooi.", "attribution": "", "source": ""})]))


def test_row_below_a_page_that_is_not_filled_in_counts_too(tree, make_image):
    page = tree.member(nationwide=True)
    page.photos.add(MemberPhoto(image=make_image(), alt="Een raam."))
    page.save_revision()
    assert is_ready(page)

    page.photos.add(MemberPhoto(image=make_image(), alt=""))
    page.save_revision(clean=False)
    assert not is_ready(page)


@pytest.mark.parametrize("button", ["publish", "submit"])
def test_form_that_says_that_it_sends_back_and_does_more_is_checked(tree, editor, button):
    page = tree.news(live=False)
    page.save_revision()
    sent_back = {"action-workflow-action": "true", "workflow-action-name": "reject"}

    refused = editor(page, lead="", **sent_back, **{f"action-{button}": "1"})

    assert "lead" in refused.context["form"].errors
    page.refresh_from_db()
    assert not page.live
    assert not page.workflow_in_progress
