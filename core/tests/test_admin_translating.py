import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, PageLogEntry
from wagtail_localize.models import StringTranslation, Translation

from core.models import Author, CallToAction, Contact
from news.models import NewsPage
from tests.tree import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    """The translators' tool publishes when the transaction is through."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def live(english_tree, translate, commits):
    """An article that is live in both languages: the source and its translation."""

    def make(title="Buurtfeest"):
        page = english_tree.news(title)
        page.save_revision().publish()
        with commits():
            translate(page)
        return NewsPage.objects.get(pk=page.pk), NewsPage.objects.get(
            translation_key=page.translation_key, locale__language_code="en"
        )

    return make


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def english(page):
    return type(page).objects.filter(translation_key=page.translation_key, locale__language_code="en")


def messages(response):
    return [str(message) for message in response.context["messages"]]


def test_translation_with_a_text_missing_cannot_be_published(english_tree, translate, admin_client, commits):
    page = english_tree.news()
    translate(page, missing=1, publish=False)
    draft = english(page).get()

    with commits():
        response = admin_client.post(edit(draft), {"action": "publish"}, follow=True)

    assert not english(page).get().live
    assert len(messages(response)) == 1
    assert "1" in messages(response)[0]
    assert response.redirect_chain == [(edit(draft), 302)]


def test_complete_translation_is_published(english_tree, translate, admin_client, commits):
    page = english_tree.news()
    translate(page, publish=False)

    with commits():
        admin_client.post(edit(english(page).get()), {"action": "publish"})

    assert english(page).get().live


def test_translation_of_an_unfinished_page_cannot_be_published(
    english_tree, translate, admin_client, commits
):
    empty = ("quote", {"text": "", "attribution": "", "source": ""})
    page = english_tree.news(live=False, body=[empty])
    translate(page, publish=False)

    with commits():
        response = admin_client.post(edit(english(page).get()), {"action": "publish"}, follow=True)

    assert not english(page).get().live
    assert "er ontbreekt iets in de pagina die vertaald is" in messages(response)[0]


def test_translation_with_a_faulty_text_cannot_be_published(english_tree, translate, admin_client, commits):
    page = english_tree.news()
    translate(page, publish=False)
    StringTranslation.objects.filter(data__startswith="English").update(has_error=True)

    with commits():
        admin_client.post(edit(english(page).get()), {"action": "publish"})

    assert not english(page).get().live


def test_several_pages_at_once_are_not_published_when_one_is_not_ready(
    english_tree, translate, admin_client, commits
):
    ready, unready = english_tree.news("Klaar"), english_tree.news("Half")
    translate(ready, publish=False)
    translate(unready, missing=1, publish=False)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    chosen = "&".join(f"id={english(page).get().pk}" for page in (ready, unready))

    with commits():
        admin_client.post(f"{address}?{chosen}", {"include_descendants": ""})

    assert not english(ready).get().live
    assert not english(unready).get().live


def test_page_below_an_unready_one_is_not_published_along(english_tree, translate, admin_client, commits):
    page = english_tree.news("Half")
    translate(page, missing=1, publish=False)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    with commits():
        admin_client.post(
            f"{address}?id={english(english_tree.news_index).get().pk}", {"include_descendants": "on"}
        )

    assert not english(page).get().live


def test_snippet_with_a_text_missing_is_not_saved_by_publish(tree, translate, admin_client):
    contact = Contact.objects.create(name="Redactie", text="<p>Vraag het ons.</p>", email="info@example.org")
    translation = translate(contact, missing=1)
    address = reverse("wagtailsnippets_core_contact:edit", args=[translation.get_target_instance().pk])

    response = admin_client.post(address, {"action": "publish"}, follow=True)

    assert response.redirect_chain == [(address, 302)]
    assert len(messages(response)) == 1


def test_fetching_changes_publishes_nothing_even_when_asked(live, admin_client, commits):
    source, translation = live()
    source.lead = "Veranderd."
    source.save_revision().publish()
    address = reverse(
        "wagtail_localize:update_translations", args=[Translation.objects.latest("pk").source_id]
    )

    form = BeautifulSoup(admin_client.get(address).content, "html.parser").select("main form input")
    with commits():
        admin_client.post(address, {"publish_translations": "on"})

    assert "checkbox" not in {field.get("type") for field in form}
    assert english(source).get().lead == translation.lead
    assert Translation.objects.latest("pk").get_progress() == (3, 2)


@pytest.mark.parametrize("role", ["translator", "reviewer"])
def test_what_changed_in_dutch_is_fetched_from_the_screen_itself(live, signed_in, role, commits):
    live("Iets anders")
    source, translation = live()
    person = signed_in(role)
    screen = BeautifulSoup(person.get(edit(translation)).content, "html.parser")
    assert not screen.find("a", string="Haal de wijzigingen op")
    source.lead = "Veranderd."
    source.save_revision().publish()

    screen = BeautifulSoup(person.get(edit(translation)).content, "html.parser")
    link = screen.find("a", string="Haal de wijzigingen op")
    assert "De pagina in het Nederlands is veranderd." in text_of(link.parent)
    assert text_of(screen.title).startswith("Vertaling van English: Buurtfeest (English)")
    own = Translation.objects.get(source__object_id=source.translation_key)
    assert f"/{own.source_id}/" in link["href"]
    form = BeautifulSoup(person.get(link["href"]).content, "html.parser").select_one("main form")
    with commits():
        back = person.post(link["href"], {field["name"]: field["value"] for field in form.select("[name]")})

    assert back.url == edit(translation)
    screen = BeautifulSoup(person.get(back.url).content, "html.parser")
    assert not screen.find("a", string="Haal de wijzigingen op")
    assert "Veranderd." in screen.select_one(".js-translation-editor")["data-props"]


@pytest.mark.parametrize(("role", "may_edit"), [("translator", False), ("reviewer", True)])
def test_source_is_opened_where_one_may_go(live, signed_in, role, may_edit):
    source, translation = live()

    screen = BeautifulSoup(signed_in(role).get(edit(translation)).content, "html.parser")

    [link] = screen.select(".header-meta--locales a")
    assert link["href"] == (edit(source) if may_edit else source.url)


def test_translation_begins_as_a_draft(english_tree, admin_client, commits):
    page = english_tree.news()
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])

    with commits():
        admin_client.post(address, {"locales": [Locale.objects.get(language_code="en").pk]})

    assert [found.live for found in english(page)] == [False]


@pytest.mark.parametrize(("role", "may_delete"), [("translator", False), ("reviewer", True)])
def test_tool_offers_no_more_than_what_is_done_here(english_tree, translate, signed_in, role, may_delete):
    """The tool makes the last thing that it may offer its large button: "delete", or what leads nowhere."""
    page = english_tree.news()
    translate(page, publish=False)

    screen = BeautifulSoup(signed_in(role).get(edit(english(page).get())).content, "html.parser")
    facts = json.loads(screen.select_one(".js-translation-editor")["data-props"])

    assert facts["links"]["convertToAliasUrl"] is None
    assert facts["perms"]["canDelete"] == may_delete
    assert bool(screen.select_one("[data-translating]")["data-note"]) == (not may_delete)
    comments = [text["comment"] for text in facts["initialStringTranslations"]]
    assert set(comments) == {f"Handmatig vertaald op {timezone.now():%d-%m-%Y}"}


@pytest.mark.parametrize(("role", "goes_on"), [("translator", True), ("reviewer", False)])
def test_translation_is_stopped_by_who_publishes_it(english_tree, translate, signed_in, role, goes_on):
    translation = translate(english_tree.news(), publish=False)

    signed_in(role).post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))

    translation.refresh_from_db()
    assert translation.enabled == goes_on


@pytest.mark.parametrize("snippet", [False, True])
def test_only_language_is_chosen_already(snippet, english_tree, english, admin_client):
    if snippet:
        author = Author.objects.create(name="Noor")
        address = reverse("wagtail_localize:submit_snippet_translation", args=["core", "author", author.pk])
    else:
        address = reverse("wagtail_localize:submit_page_translation", args=[english_tree.news().pk])

    form = BeautifulSoup(admin_client.get(address).content, "html.parser")
    ticked = [box["value"] for box in form.select("input[name=locales]") if box.has_attr("checked")]

    assert ticked == [str(english.pk)]


def test_pages_above_come_along_as_drafts_and_never_as_mirrors(tree, english, admin_client, commits):
    page = tree.news()
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])

    with commits():
        response = admin_client.post(address, {"locales": [english.pk]}, follow=True)

    translated = Page.objects.filter(locale=english)
    assert [(found.live, found.alias_of_id) for found in translated] == [(False, None)] * 3
    assert any("Nieuws" in message for message in messages(response))


def test_page_cannot_be_made_a_mirror_again(live, admin_client):
    _source, translation = live()

    response = admin_client.post(reverse("wagtail_localize:convert_to_alias", args=[translation.pk]))

    assert response.status_code == 404
    assert english(translation).get().alias_of_id is None


def test_choice_of_a_snippet_is_not_translated(english_tree, admin_client, english, commits):
    call = CallToAction.objects.create(
        name="Doe mee", title="Doe mee", button_label="Kijk", url="https://a.example.org"
    )
    page = english_tree.news(body=[("call_to_action", call)])
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])

    with commits():
        admin_client.post(address, {"locales": [english.pk]})

    assert CallToAction.objects.count() == 1
    assert NewsPage.objects.get(locale=english).body[0].value == call


def chosen_pages(tree) -> dict[str, tuple]:
    """Each block that shows a page, with what it shows."""
    form, event, member = tree.form_page(), tree.event(), tree.member(nationwide=True)
    group = {"member": member, "name": "", "place": "", "text": ""}
    teasers = {
        "heading": "",
        "mode": "manual",
        "theme": None,
        "province": "",
        "members": [member],
        "count": 3,
    }
    return {
        "publication_card": {"page": tree.publication()},
        "related_article": {"page": tree.news("Ander"), "intro": ""},
        "events": {"events": [event]},
        "form": {"page": form},
        "organisation_list": {"organisations": [group]},
        "member_teasers": teasers,
    }


def test_choice_of_a_page_is_not_asked_of_a_translator(english_tree, admin_client, english, commits):
    page = english_tree.news(body=list(chosen_pages(english_tree).items()))
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])

    with commits():
        admin_client.post(address, {"locales": [english.pk]})

    translation = NewsPage.objects.get(locale=english)
    assert translation.body.get_prep_value() == page.body.get_prep_value()
    screen = BeautifulSoup(admin_client.get(edit(translation)).content, "html.parser")
    asked = json.loads(screen.select_one(".js-translation-editor")["data-props"])["segments"]
    assert not [segment for segment in asked if segment["contentPath"].startswith("body")]


def test_unpublishing_takes_the_translation_along_and_says_so(live, admin_client, admin_user):
    source, translation = live()
    address = reverse("wagtailadmin_pages:unpublish", args=[source.pk])

    asked = admin_client.get(address)
    admin_client.post(address)

    question = BeautifulSoup(asked.content, "html.parser").select_one(".goes-along")
    assert translation.title in question.get_text()
    assert not english(source).get().live
    entry = PageLogEntry.objects.get(page=translation.pk, action="wagtail.unpublish")
    assert entry.user == admin_user


def test_translation_goes_along_when_a_page_expires(live):
    source, _translation = live()

    source.unpublish()

    assert not english(source).get().live


def test_unpublishing_a_translation_leaves_the_source(live, admin_client):
    source, translation = live()

    admin_client.post(reverse("wagtailadmin_pages:unpublish", args=[translation.pk]))

    assert NewsPage.objects.get(pk=source.pk).live


def test_deleting_takes_the_translation_along_and_says_so(live, admin_client):
    source, _translation = live()
    address = reverse("wagtailadmin_pages:delete", args=[source.pk])

    asked = admin_client.get(address)
    admin_client.post(address)

    assert asked.context["translation_count"] == 1
    assert not NewsPage.objects.filter(translation_key=source.translation_key).exists()


def test_source_that_is_deleted_otherwise_leaves_a_draft(live):
    source, translation = live()

    NewsPage.objects.get(pk=source.pk).delete()

    assert not NewsPage.objects.get(pk=translation.pk).live
