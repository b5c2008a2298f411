"""What each role may do, and above all what it may not: by real requests to the admin."""

from datetime import date
from importlib import import_module
from io import BytesIO

import PIL.Image
import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import GroupPagePermission, Site, Workflow, WorkflowPage
from wagtail_localize.models import TranslationSource

from core.models import Contact, CustomImage
from home.models import Navigation
from news.models import NewsPage
from users import roles
from users.models import User
from users.roles import ADMINISTRATOR, EDITOR, REVIEWER, all_roles, ensure_roles

pytestmark = [pytest.mark.django_db, pytest.mark.long]


def published(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def may_open(client, address):
    """Whether a page of the admin opens; Wagtail sends who may not back to the dashboard."""
    response = client.get(address)
    assert response.status_code in (200, 302, 403), response.status_code
    return response.status_code == 200


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


class TestTable:
    def test_command_makes_the_groups_and_can_be_repeated(self, tree, capsys):
        call_command("setup_roles")
        first = snapshot()

        call_command("setup_roles")

        assert snapshot() == first
        assert set(first) == {role.group_name for role in all_roles()}
        assert EDITOR.group_name in capsys.readouterr().out

    def test_group_that_was_tampered_with_is_brought_back(self, tree):
        ensure_roles()
        expected = snapshot()
        editors = Group.objects.get(name=EDITOR.group_name)
        editors.permissions.clear()
        publish = roles._permissions(["wagtailcore.publish_page"])[0]
        GroupPagePermission.objects.create(group=editors, page=tree.home, permission=publish)

        ensure_roles()

        assert snapshot() == expected

    def test_members_of_a_group_stay(self, tree):
        ensure_roles()
        user = User.objects.create_user("anna@example.org")
        user.groups.add(Group.objects.get(name=EDITOR.group_name))

        ensure_roles()

        assert [group.name for group in user.groups.all()] == [EDITOR.group_name]

    def test_wagtails_own_groups_and_workflow_go(self, tree):
        ensure_roles()

        assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()
        assert [workflow.active for workflow in Workflow.objects.filter(name="Moderators approval")] in (
            [],
            [False],
        )
        assert [page.page_id for page in WorkflowPage.objects.all()] == [tree.home.pk]

    def test_workflow_is_named_after_who_answers(self, tree):
        ensure_roles()

        assert [workflow.name for workflow in Workflow.objects.filter(active=True)] == ["eindredactie"]

    def test_workflow_of_an_older_site_gets_the_new_name(self, tree):
        ensure_roles()
        Workflow.objects.filter(active=True).update(name="Redactie")

        import_module("users.migrations.0003_workflow_says_who_answers").rename(apps, None)
        ensure_roles()

        assert [workflow.name for workflow in Workflow.objects.filter(active=True)] == ["eindredactie"]

    def test_own_group_of_wagtail_with_people_in_it_stays(self, tree):
        moderators, _created = Group.objects.get_or_create(name="Moderators")
        User.objects.create_user("anna@example.org").groups.add(moderators)

        ensure_roles()

        assert Group.objects.filter(name="Moderators").exists()

    def test_rights_follow_when_a_language_gets_its_home_page(self, tree, english):
        ensure_roles()
        translators = Group.objects.get(name=roles.translator("en").group_name)
        assert not translators.page_permissions.exists()

        home = tree.home.copy_for_translation(english)

        assert [right.page_id for right in translators.page_permissions.all()] == [home.pk]
        assert WorkflowPage.objects.filter(page=home).exists()

    def test_rights_follow_when_the_site_gets_another_home_page(self, tree):
        ensure_roles()
        Site.objects.update(root_page=tree.news_index)

        Site.objects.get().save()

        editors = Group.objects.get(name=EDITOR.group_name)
        assert {right.page_id for right in editors.page_permissions.all()} == {tree.news_index.pk}

    def test_misspelt_permission_stops_the_command(self):
        with pytest.raises(LookupError, match=r"core\.fly_author"):
            roles._permissions(["core.fly_author"])

    def test_nobody_in_the_table_is_a_superuser_or_manages_languages(self):
        for role in all_roles():
            assert not any(name.endswith("_locale") for name in role.permissions)

    @pytest.mark.parametrize("role", [EDITOR, REVIEWER, ADMINISTRATOR])
    def test_group_has_a_dutch_name(self, role, tree):
        ensure_roles()

        assert role.group_name != role.name
        assert Group.objects.filter(name=role.group_name).exists()


def snapshot():
    """Every right of every group, in words."""
    return {
        group.name: (
            sorted(item.codename for item in group.permissions.all()),
            sorted((item.page_id, item.permission.codename) for item in group.page_permissions.all()),
            sorted(
                (item.collection_id, item.permission.codename) for item in group.collection_permissions.all()
            ),
        )
        for group in Group.objects.all()
    }


# Who may open what. Rows are screens, columns are roles.
SCREENS = {
    "news list": ("/admin/news/", "editor reviewer translator administrator"),
    "dashboard": ("/admin/", "editor reviewer translator moderator administrator"),
    "contacts": ("/admin/snippets/core/contact/", "editor reviewer translator administrator"),
    "new contact": ("/admin/snippets/core/contact/add/", "editor reviewer administrator"),
    "tags": ("/admin/snippets/taggit/tag/", "editor reviewer administrator"),
    "themes": ("/admin/snippets/core/theme/", "reviewer translator administrator"),
    "menu and footer": ("/admin/snippets/home/navigation/", "reviewer translator administrator"),
    "new image": ("/admin/images/add/", "editor reviewer administrator"),
    "new document": ("/admin/documents/add/", "editor reviewer administrator"),
    "redirects": ("/admin/redirects/", "reviewer administrator"),
    "picks of search": ("/admin/searchpicks/", "reviewer administrator"),
    "new pick of search": ("/admin/searchpicks/add/", "reviewer administrator"),
    "site settings": ("/admin/settings/core/sitesettings/{site}/", "administrator"),
    "users": ("/admin/users/", "administrator"),
    "groups": ("/admin/groups/", "administrator"),
    "workflows": ("/admin/workflows/list/", "administrator"),
    "collections": ("/admin/collections/", "administrator"),
    "site": ("/admin/sites/", "administrator"),
    "languages": ("/admin/locales/", ""),
    "comments": ("/admin/comments/", "reviewer moderator administrator"),
    "rules for comments": ("/admin/snippets/comments/sectionrule/", "reviewer moderator administrator"),
    "word list": ("/admin/snippets/comments/wordrule/", "reviewer moderator administrator"),
    "reasons for refusal": (
        "/admin/snippets/comments/refusalreason/",
        "reviewer translator administrator",
    ),
    "review report": ("/admin/reports/review/", "editor reviewer translator administrator"),
}


@pytest.mark.parametrize("role", ["editor", "reviewer", "translator", "moderator", "administrator"])
def test_screens_open_for_whom_they_are_meant_and_for_nobody_else(signed_in, english_tree, role):
    ensure_roles()
    client, site = signed_in(role), english_tree.site.pk

    opened = {
        name for name, (address, _roles) in SCREENS.items() if may_open(client, address.format(site=site))
    }

    assert opened == {name for name, (_address, whom) in SCREENS.items() if role in whom.split()}


class TestEditor:
    @pytest.fixture
    def editor(self, signed_in):
        return signed_in("editor")

    def fields(self, page, **changes):
        return {
            "title": page.title,
            "slug": page.slug,
            "lead": page.lead,
            "date": str(date(2026, 1, 1)),
            "comment_notifications": "",
            "body-count": "0",
            **{
                f"{formset}-{field}": "0"
                for formset in ("footnotes", "related_pages", "comments")
                for field in ("TOTAL_FORMS", "INITIAL_FORMS")
            },
        } | changes

    def test_changes_a_page_as_a_draft(self, tree, editor):
        page = published(tree.news("Feest"))

        editor.post(edit(page), self.fields(page, title="Buurtfeest"))

        page = NewsPage.objects.get()
        assert (page.title, page.get_latest_revision_as_object().title) == ("Feest", "Buurtfeest")

    def test_asking_to_publish_saves_a_draft(self, tree, editor):
        page = published(tree.news("Feest"))

        editor.post(edit(page), self.fields(page, title="Buurtfeest", **{"action-publish": "1"}))

        assert NewsPage.objects.get().title == "Feest"

    def test_submits_to_the_reviewers(self, tree, editor):
        page = published(tree.news("Feest"))

        editor.post(edit(page), self.fields(page, title="Buurtfeest", **{"action-submit": "1"}))

        task = NewsPage.objects.get().current_workflow_task_state
        groups = {group.name for group in task.task.specific.groups.all()}
        assert groups == {REVIEWER.group_name, ADMINISTRATOR.group_name}

    @pytest.mark.parametrize("action", ["unpublish", "delete"])
    def test_takes_no_published_page_off_line(self, tree, editor, action):
        page = published(tree.news())

        editor.post(reverse(f"wagtailadmin_pages:{action}", args=[page.pk]))

        assert NewsPage.objects.get().live

    @pytest.mark.parametrize("action", ["unpublish", "delete"])
    def test_does_not_do_so_in_bulk(self, tree, editor, action):
        page = published(tree.news())
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

        editor.post(f"{address}?id={page.pk}", {"include_descendants": "on"})

        assert NewsPage.objects.get().live

    def test_moves_no_published_page(self, tree, editor):
        page, elsewhere = published(tree.news()), tree.home
        address = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, elsewhere.pk])

        editor.post(address)

        assert NewsPage.objects.get().url_path == page.url_path

    def test_closes_no_page_to_visitors_and_locks_none(self, tree, editor):
        page = published(tree.news())

        editor.post(reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), {"restriction_type": "login"})
        editor.post(reverse("wagtailadmin_pages:lock", args=[page.pk]))

        assert not page.get_view_restrictions().exists()
        assert not NewsPage.objects.get().locked

    def test_plans_no_publication(self, tree, editor):
        page = tree.news(live=False)

        editor.post(edit(page), self.fields(page, go_live_at="2026-01-01 10:00", **{"action-publish": "1"}))

        assert not NewsPage.objects.get().approved_schedule

    def test_publishes_nothing_in_bulk(self, tree, editor):
        draft = tree.news(live=False)
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

        editor.post(f"{address}?id={draft.pk}", {"include_descendants": "on"})

        assert not NewsPage.objects.get().live

    def test_approves_nothing_in_the_workflow(self, tree, editor):
        page = published(tree.news())
        page.save_revision(user=editor.user)
        state = page.get_workflow().start(page, editor.user)

        editor.post(
            reverse(
                "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk]
            )
        )

        state.refresh_from_db()
        assert state.status == state.STATUS_IN_PROGRESS

    def test_does_not_touch_another_language(self, english_tree, translate, editor):
        ensure_roles()
        translate(english_tree.news())
        english = NewsPage.objects.get(locale__language_code="en")

        assert not may_open(editor, edit(english))

    def test_does_not_touch_a_snippet_in_another_language(self, tree, english, editor):
        contact = Contact.objects.create(name="Redactie", email="info@example.org")
        copy = contact.copy_for_translation(english)
        copy.save()

        assert may_open(editor, reverse("wagtailsnippets_core_contact:edit", args=[contact.pk]))
        assert not may_open(editor, reverse("wagtailsnippets_core_contact:edit", args=[copy.pk]))
        assert not may_open(editor, reverse("wagtailsnippets_core_contact:add") + "?locale=en")

    def test_deletes_no_text_that_others_use(self, tree, editor):
        contact = Contact.objects.create(name="Redactie", email="info@example.org")

        editor.post(reverse("wagtailsnippets_core_contact:delete", args=[contact.pk]))

        assert Contact.objects.exists()

    def test_changes_no_theme_and_no_menu(self, tree, make_theme, editor):
        menu = Navigation.objects.create(header=[])

        assert not may_open(editor, reverse("wagtailsnippets_core_theme:edit", args=[make_theme().pk]))
        assert not may_open(editor, reverse("wagtailsnippets_home_navigation:edit", args=[menu.pk]))

    def test_starts_no_translation(self, tree, english, editor):
        address = reverse("wagtail_localize:submit_page_translation", args=[tree.home.pk])

        editor.post(address, {"locales": [english.pk]})

        assert not tree.home.has_translation(english)

    def test_adds_a_picture(self, tree, editor, settings, tmp_path):
        settings.MEDIA_ROOT = str(tmp_path)
        buffer = BytesIO()
        PIL.Image.new("RGB", (40, 30)).save(buffer, "PNG")
        upload = SimpleUploadedFile("bankje.png", buffer.getvalue(), content_type="image/png")

        editor.post("/admin/images/add/", {"title": "Bankje", "file": upload, "description": "Een bankje"})

        assert CustomImage.objects.get().uploaded_by_user == editor.user


class TestReviewer:
    @pytest.fixture
    def reviewer(self, signed_in):
        return signed_in("reviewer")

    def test_approves_what_an_editor_submitted(self, tree, reviewer, signed_in):
        editor = signed_in("editor").user
        page = published(tree.news("Feest"))
        page.title = "Buurtfeest"
        page.save_revision(user=editor)
        state = page.get_workflow().start(page, editor)

        reviewer.post(
            reverse(
                "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk]
            )
        )

        assert NewsPage.objects.get().title == "Buurtfeest"

    def test_unpublishes(self, tree, reviewer):
        page = published(tree.news())

        reviewer.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))

        assert not NewsPage.objects.get().live

    def test_locks_and_unlocks(self, tree, reviewer):
        page = published(tree.news())

        reviewer.post(reverse("wagtailadmin_pages:lock", args=[page.pk]))
        assert NewsPage.objects.get().locked
        reviewer.post(reverse("wagtailadmin_pages:unlock", args=[page.pk]))
        assert not NewsPage.objects.get().locked

    def test_deletes_no_tree_at_once(self, tree, reviewer):
        published(tree.news())

        reviewer.post(
            reverse("wagtailadmin_pages:delete", args=[tree.news_index.pk]),
            {"confirm_site_name": "LSA bewoners"},
        )

        assert NewsPage.objects.exists()

    def test_publishes_in_every_language(self, english_tree, translate, reviewer):
        ensure_roles()
        translate(english_tree.news())
        english = NewsPage.objects.get(locale__language_code="en")

        assert english.permissions_for_user(reviewer.user).can_publish()


class TestTranslator:
    @pytest.fixture
    def translator(self, signed_in, english_tree):
        ensure_roles()
        return signed_in("translator")

    @pytest.fixture
    def article(self, english_tree, translate):
        """An article in Dutch and, as a draft, in English."""
        source = published(english_tree.news())
        translate(source, publish=False)
        return source, NewsPage.objects.get(locale__language_code="en")

    def test_works_in_the_own_language(self, article, translator):
        assert may_open(translator, edit(article[1]))

    def test_does_not_touch_the_dutch_page(self, article, translator):
        assert not may_open(translator, edit(article[0]))

    def test_does_not_publish(self, article, translator, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            translator.post(edit(article[1]), {"action": "publish"})

        assert not NewsPage.objects.get(pk=article[1].pk).live

    def test_does_not_publish_by_fetching_changes(
        self, article, translator, django_capture_on_commit_callbacks
    ):
        source = TranslationSource.objects.get_for_instance(article[0])
        with django_capture_on_commit_callbacks(execute=True):
            translator.post(
                reverse("wagtail_localize:update_translations", args=[source.pk]),
                {"publish_translations": "on"},
            )

        assert not NewsPage.objects.get(pk=article[1].pk).live

    def test_starts_a_translation(
        self, english_tree, english, translator, django_capture_on_commit_callbacks
    ):
        page = published(english_tree.news("Nieuw"))

        with django_capture_on_commit_callbacks(execute=True):
            translator.post(
                reverse("wagtail_localize:submit_page_translation", args=[page.pk]), {"locales": [english.pk]}
            )

        assert [found.live for found in NewsPage.objects.filter(locale=english)] == [False]

    def test_does_not_touch_a_dutch_snippet(self, english, translator):
        contact = Contact.objects.create(name="Redactie", email="info@example.org")
        copy = contact.copy_for_translation(english)
        copy.save()

        assert not may_open(translator, reverse("wagtailsnippets_core_contact:edit", args=[contact.pk]))
        assert may_open(translator, reverse("wagtailsnippets_core_contact:edit", args=[copy.pk]))

    def test_adds_no_page(self, english_tree, translator):
        english = english_tree.news_index.get_translation(english_tree.home.get_translations().first().locale)

        assert not may_open(translator, f"/admin/pages/add/news/newspage/{english.pk}/")


class TestAdministrator:
    @pytest.fixture
    def administrator(self, signed_in):
        return signed_in("administrator")

    def test_is_no_superuser(self, administrator):
        assert not administrator.user.is_superuser

    def test_makes_a_user_with_a_role(self, administrator):
        editors = Group.objects.get(name=EDITOR.group_name)
        password = "een-lang-wachtwoord"
        fields = {"email": "nieuw@example.org", "first_name": "Nina", "last_name": "Nieuw", "is_active": "on"}

        administrator.post(
            "/admin/users/new/",
            fields | {"password1": password, "password2": password, "groups": [editors.pk]},
        )

        user = User.objects.get(email="nieuw@example.org")
        assert list(user.groups.all()) == [editors]

    def test_makes_nobody_a_superuser(self, administrator):
        password = "een-lang-wachtwoord"
        fields = {
            "email": "nieuw@example.org",
            "first_name": "Nina",
            "last_name": "Nieuw",
            "is_superuser": "on",
        }

        administrator.post("/admin/users/new/", fields | {"password1": password, "password2": password})
        administrator.post(
            f"/admin/users/edit/{administrator.user.pk}/", fields | {"email": administrator.user.email}
        )

        assert not User.objects.filter(is_superuser=True).exists()

    def test_cannot_become_a_superuser_through_the_account_of_one(self, administrator, admin_user):
        address = f"/admin/users/edit/{admin_user.pk}/"
        password = "een-lang-wachtwoord"
        fields = {"email": "gekaapt@example.org", "first_name": "A", "last_name": "B", "is_active": "on"}

        assert not may_open(administrator, address)
        administrator.post(address, fields | {"password1": password, "password2": password})
        administrator.post(f"/admin/users/delete/{admin_user.pk}/")

        assert User.objects.get(pk=admin_user.pk).email == admin_user.email

    def test_changes_the_settings(self, tree, administrator):
        address = f"/admin/settings/core/sitesettings/{tree.site.pk}/"

        assert may_open(administrator, address)


def test_comment_moderator_opens_nothing_but_the_dashboard(signed_in, tree):
    moderator = signed_in("moderator")

    assert may_open(moderator, "/admin/")
    assert not may_open(moderator, edit(tree.home))
    assert not may_open(moderator, reverse("wagtailadmin_explore", args=[tree.home.pk]))


def test_stranger_is_sent_to_the_login(client, tree):
    response = client.get(edit(tree.home))

    assert response["Location"].startswith("/admin/login/")
