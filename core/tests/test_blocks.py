"""What visitors see of blocks that choose or order by themselves, and what editors are told about them."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override
from playwright.sync_api import expect
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks import StoryBlock
from tests.tree import text_of
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def agenda(tree):
    """A page with four events in its list: in three weeks, without a date, a draft, and next week."""
    now = timezone.now()
    picked = [
        tree.event("Derde week", start=now + timedelta(weeks=3)),
        tree.event("Ooit"),
        tree.event("Geheim concept", start=now + timedelta(weeks=2), live=False),
        tree.event("Volgende week", start=now + timedelta(weeks=1)),
    ]
    return tree.news(body=[("events", {"events": picked})])


class TestEvents:
    def test_they_stand_in_order_of_date_whatever_the_order_of_picking(self, agenda, visit):
        titles = [text_of(link) for link in visit(agenda.url).select(".dates a")]

        assert titles == ["Volgende week", "Derde week", "Ooit"]

    def test_only_a_preview_tells_that_a_picked_event_is_not_on_the_site(self, agenda, visit, admin_client):
        agenda.save_revision()
        preview = admin_client.get(f"/admin/pages/{agenda.pk}/revisions/{agenda.latest_revision.pk}/view/")

        assert "Geheim concept" not in text_of(visit(agenda.url))
        assert "‘Geheim concept’ staat niet op de site" in preview.content.decode()


class TestMemberTeasers:
    @pytest.fixture
    def values(self):
        return {
            "heading": "",
            "mode": "rotation",
            "theme": None,
            "province": "",
            "members": [],
            "count": 3,
        }

    @pytest.mark.parametrize(
        ("mode", "field"), [("theme", "theme"), ("province", "province"), ("manual", "members")]
    )
    def test_choice_without_what_it_needs_is_refused_at_that_field(self, values, mode, field):
        block = StoryBlock().child_blocks["member_teasers"]

        with pytest.raises(StructBlockValidationError) as error:
            block.clean(block.normalize(values | {"mode": mode}))

        assert list(error.value.block_errors) == [field]

    def test_all_chosen_members_are_shown_whatever_the_number_says(self, tree, visit, values):
        members = [tree.member(f"Groep {number}") for number in range(3)]
        page = tree.news(
            body=[("member_teasers", values | {"mode": "manual", "members": members, "count": 1})]
        )

        titles = [text_of(title) for title in visit(page.url).select(".card--member .card__title")]

        assert titles == ["Groep 0", "Groep 1", "Groep 2"]

    def test_editor_sees_the_fields_of_the_chosen_mode_only(
        self, transactional_db, live_server, page, context, client, tree, values, complaints
    ):
        article = tree.news(body=[("member_teasers", values)])
        client.force_login(User.objects.create_superuser("sanne@example.org"))
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page.goto(f"{live_server.url}/admin/pages/{article.pk}/edit/")
        block = page.locator("[data-controller=member-teasers]")
        field = {name: block.locator(f"[data-contentpath={name}]") for name in values}

        expect(field["theme"]).to_be_hidden()
        expect(field["count"]).to_be_visible()
        field["mode"].locator("select").select_option("theme")
        expect(field["theme"]).to_be_visible()
        field["mode"].locator("select").select_option("manual")
        expect(field["members"]).to_be_visible()
        expect(field["count"]).to_be_hidden()
        assert complaints == []


class TestPreviews:
    @pytest.fixture
    def preview(self, tree, admin_client):
        def show(name):
            block = StoryBlock().child_blocks[name]
            response = admin_client.get("/admin/block-preview/", {"id": block.definition_prefix})
            return response.content.decode()

        return show

    @pytest.mark.parametrize("name", ["image", "image_text"])
    def test_picture_shows_a_drawing(self, preview, name):
        assert "/img/illustrations/" in preview(name)

    def test_table_shows_figures(self, preview):
        shown = preview("table")

        assert "Huur en energie" in shown
        assert "14.300" in shown

    def test_example_speaks_the_language_of_the_editor(self):
        block = StoryBlock().child_blocks["quote"]

        with override("en"):
            assert block.get_preview_value()["text"] == "We began with one bench."
        with override("nl"):
            assert block.get_preview_value()["text"] == "We begonnen met één bankje."


def test_B13_point_in_a_list_says_what_it_is():
    """Wagtail gives the fields of a list no label."""
    pillar = StoryBlock().child_blocks["pillars"].child_blocks["pillars"].child_block
    point = pillar.child_blocks["points"].child_block

    assert 'aria-label="Punt"' in point.field.widget.render("point", "")
