import pytest
from taggit.models import Tag
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex

from core.models import CustomDocument
from core.services import merge_tags, reindex_tagged, unpublish_translations
from members.models import MemberPage
from news.models import NewsPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("indexed")]


def tagged(page, *names):
    page.tags.set(names)
    page.save()
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def tag(name):
    return Tag.objects.get(name=name)


def names(item):
    return sorted(item.tags.values_list("name", flat=True))


def test_merging_reaches_every_tagged_type(tree, admin_user):
    article = tagged(tree.news(), "buurten")
    member = tagged(tree.member(), "buurten", "groen")
    document = CustomDocument.objects.create(title="Verslag")
    document.tags.add("buurten", "buurt")

    merge_tags(tags=[tag("buurten")], into=tag("buurt"), by=admin_user)

    assert names(NewsPage.objects.get(pk=article.pk)) == ["buurt"]
    assert names(MemberPage.objects.get(pk=member.pk)) == ["buurt", "groen"]
    assert names(CustomDocument.objects.get()) == ["buurt"]
    assert not Tag.objects.filter(name="buurten").exists()


def test_page_with_both_tags_keeps_one(tree, admin_user):
    page = tagged(tree.news(), "buurt", "buurten")

    merge_tags(tags=Tag.objects.all(), into=tag("buurt"), by=admin_user)

    assert names(NewsPage.objects.get(pk=page.pk)) == ["buurt"]


def test_what_an_editor_opens_next_has_the_merged_tag(tree, admin_user):
    page = tagged(tree.news(), "buurt", "buurten")

    merge_tags(tags=[tag("buurten")], into=tag("buurt"), by=admin_user)

    draft = NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert [item.name for item in draft.tags.all()] == ["buurt"]


def test_tag_that_only_a_draft_has_is_merged(tree, admin_user):
    Tag.objects.create(name="buurt")
    page = tagged(tree.news(), "groen")
    page.tags.add("buurten")
    page.save_revision()
    assert names(NewsPage.objects.get(pk=page.pk)) == ["groen"]

    merge_tags(tags=[tag("buurten")], into=tag("buurt"), by=admin_user)

    draft = NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert sorted(item.name for item in draft.tags.all()) == ["buurt", "groen"]


def test_merged_tag_is_found_and_the_old_one_is_not(tree, admin_user):
    page = tagged(tree.news("Feest"), "wijkverhalen")
    target = Tag.objects.create(name="buurtnieuws")

    merge_tags(tags=[tag("wijkverhalen")], into=target, by=admin_user)

    assert [found.pk for found in NewsPage.objects.search("buurtnieuws")] == [page.pk]
    assert list(NewsPage.objects.search("wijkverhalen")) == []


def test_usage_follows_a_merge(tree, admin_user):
    tagged(tree.news(), "buurten")
    target = Tag.objects.create(name="buurt")

    merge_tags(tags=[tag("buurten")], into=target, by=admin_user)

    assert ReferenceIndex.get_grouped_references_to(target).count() == 1


def test_merge_is_logged_with_who_and_what(admin_user):
    target, other = Tag.objects.create(name="buurt"), Tag.objects.create(name="buurten")

    merge_tags(tags=[target, other], into=target, by=admin_user)

    entry = ModelLogEntry.objects.get(action="core.merge_tags")
    assert (entry.object_id, entry.user, entry.data) == (str(target.pk), admin_user, {"merged": ["buurten"]})


def test_renamed_tag_is_found_by_its_new_name(tree):
    page = tagged(tree.news("Feest"), "buurtfeesten")
    renamed = tag("buurtfeesten")
    renamed.name = "straatfeesten"
    renamed.save()

    reindex_tagged(tag=renamed)

    assert [found.pk for found in NewsPage.objects.search("straatfeesten")] == [page.pk]


def test_translations_go_off_line_in_the_name_of_who_did_it(
    english_tree, translate, admin_user, django_capture_on_commit_callbacks
):
    page = english_tree.news()
    with django_capture_on_commit_callbacks(execute=True):
        translate(page)
    assert NewsPage.objects.filter(locale__language_code="en", live=True).count() == 1

    unpublish_translations(page=page, by=admin_user)

    translation = NewsPage.objects.get(locale__language_code="en")
    assert not translation.live
    assert PageLogEntry.objects.get(action="wagtail.unpublish").user == admin_user
    assert NewsPage.objects.get(pk=page.pk).live
