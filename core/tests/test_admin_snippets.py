import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from taggit.models import Tag

from core.models import Author, CallToAction, Contact, Partner, ReusableText, Theme
from news.models import NewsPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("indexed")]

TEXTS = [Author, CallToAction, Contact, Partner, ReusableText]


def url(model, name, *args):
    return reverse(f"wagtailsnippets_{model._meta.app_label}_{model._meta.model_name}:{name}", args=args)


def names(response):
    return [str(item) for item in response.context["object_list"]]


def words(response):
    row = BeautifulSoup(response.content, "html.parser").select_one("table.listing tbody tr")
    return [" ".join(cell.get_text(" ").split()) for cell in row.select("td")]


@pytest.fixture
def call(tree):
    """A call to action that stands on one page, twice."""
    call = CallToAction.objects.create(
        name="Lid worden", title="Doe mee", button_label="Kijk", url="https://a.example.org"
    )
    page = tree.news("Feest", body=[("call_to_action", call), ("call_to_action", call)])
    page.save_revision().publish()
    return call


@pytest.mark.parametrize("model", TEXTS)
def test_texts_are_found_by_name_within_a_language(tree, english, admin_client, model):
    dutch = (
        model.objects.create(name="Redactie", email="i@example.org")
        if model is Contact
        else model.objects.create(name="Redactie")
    )
    dutch.copy_for_translation(english).save()

    response = admin_client.get(url(model, "list"), {"q": "redac", "locale": "nl"})

    assert [item.pk for item in response.context["object_list"]] == [dutch.pk]


def test_list_says_on_how_many_pages_a_text_stands_and_leads_there(call, admin_client):
    response = admin_client.get(url(CallToAction, "list"))

    link = BeautifulSoup(response.content, "html.parser").select_one(
        f"a[href='{url(CallToAction, 'usage', call.pk)}']"
    )
    assert link.get_text(strip=True).startswith("1 ")
    assert "Feest" in admin_client.get(link["href"]).content.decode()


def test_what_is_used_nowhere_says_so(tree, admin_client):
    contact = Contact.objects.create(name="Redactie", email="info@example.org")

    response = admin_client.get(url(Contact, "list"))

    assert "nergens" in words(response)
    assert url(Contact, "usage", contact.pk) not in [
        link["href"]
        for link in BeautifulSoup(response.content, "html.parser").select("td:not(.title) a[href]")
    ]


def test_translation_is_used_where_its_language_shows_it(call, english, english_tree, admin_client):
    """Pages refer to the Dutch version, in every language."""
    english_call = call.copy_for_translation(english)
    english_call.save()
    english_tree.publication("Verslag", body=[("call_to_action", call)])
    party = NewsPage(
        title="Party", slug="party", lead="Come.", locale=english, body=[("call_to_action", call)]
    )
    english_tree.news_index.get_translation(english).add_child(instance=party)

    rows = BeautifulSoup(admin_client.get(url(CallToAction, "list")).content, "html.parser")

    def places(item):
        address = url(CallToAction, "usage", item.pk)
        said = rows.select_one(f"td a[href='{address}']").get_text(strip=True)
        listed = BeautifulSoup(admin_client.get(address).content, "html.parser").select("td.title")
        return said, sorted(title.get_text(strip=True) for title in listed)

    assert places(english_call) == ("1 plek", ["Party"])
    assert places(call) == ("3 plekken", ["Feest", "Party", "Verslag"])


def test_usage_of_all_rows_costs_one_query(call, admin_client, django_assert_max_num_queries):
    def questions():
        with django_assert_max_num_queries(60) as asked:
            admin_client.get(url(Tag, "list"))
        return len(asked)

    Tag.objects.create(name="een")
    admin_client.get(url(Tag, "list"))
    one = questions()
    Tag.objects.create(name="twee")
    Tag.objects.create(name="drie")

    assert questions() == one


def test_menu_groups_what_belongs_together(tree, admin_client):
    props = admin_client.get("/admin/").content.decode()

    for model in [*TEXTS, Theme, Tag]:
        assert url(model, "list") in props


def test_themes_are_a_closed_list_even_for_a_superuser(make_theme, tree, admin_client):
    theme = make_theme("Groen")

    listing = admin_client.get(url(Theme, "list")).content.decode()
    admin_client.post(
        url(Theme, "add"), {"name": "Acht", "slug": "acht", "number": 2, "hue": "brick", "lead": "x"}
    )
    admin_client.post(url(Theme, "delete", theme.pk))
    bulk = reverse("wagtail_bulk_action", args=["core", "theme", "delete"])
    admin_client.post(f"{bulk}?id={theme.pk}")

    assert [item.name for item in Theme.objects.all()] == ["Groen"]
    assert url(Theme, "add") not in listing
    assert url(Theme, "delete", theme.pk) not in listing


def test_theme_can_be_changed(make_theme, tree, admin_client):
    theme = make_theme("Groen", number=3)

    admin_client.post(
        url(Theme, "edit", theme.pk),
        {
            "name": "Groen en energie",
            "slug": "groen",
            "number": 3,
            "hue": "green",
            "lead": "Over groen.",
            "body": "null",
        },
    )

    theme.refresh_from_db()
    assert (theme.name, theme.hue) == ("Groen en energie", "green")


def test_tag_is_renamed_and_found_by_its_new_name(tree, admin_client):
    page = tree.news("Feest")
    page.tags.add("buurtfeesten")
    page.save()
    tag = Tag.objects.get()

    admin_client.post(url(Tag, "edit", tag.pk), {"name": "straatfeesten"})

    assert Tag.objects.get().name == "straatfeesten"
    assert [found.pk for found in NewsPage.objects.search("straatfeesten")] == [page.pk]


class TestMerging:
    @pytest.fixture
    def tags(self, tree):
        """Two tags that mean the same, both on one article."""
        page = tree.news("Feest")
        page.tags.add("buurt", "buurten")
        page.save()
        page.save_revision().publish()
        return list(Tag.objects.order_by("name"))

    def address(self, tags):
        chosen = "&".join(f"id={tag.pk}" for tag in tags)
        return (
            reverse("wagtail_bulk_action", args=["taggit", "tag", "merge"])
            + f"?{chosen}&next={url(Tag, 'list')}"
        )

    def test_asks_which_tag_stays(self, tags, admin_client):
        soup = BeautifulSoup(admin_client.get(self.address(tags)).content, "html.parser")

        assert [choice["value"] for choice in soup.select("input[name=into]")] == [
            str(tag.pk) for tag in tags
        ]
        assert Tag.objects.count() == 2

    def test_merges_into_the_chosen_one(self, tags, admin_client):
        stays, goes = tags

        response = admin_client.post(self.address(tags), {"into": stays.pk}, follow=True)

        assert list(Tag.objects.all()) == [stays]
        assert list(NewsPage.objects.get().tags.all()) == [stays]
        assert response.redirect_chain == [(url(Tag, "list"), 302)]
        assert not Tag.objects.filter(pk=goes.pk).exists()

    def test_needs_a_choice(self, tags, admin_client):
        response = admin_client.post(self.address(tags))

        assert response.context["form"].errors
        assert Tag.objects.count() == 2

    def test_one_tag_is_not_enough(self, tags, admin_client):
        soup = BeautifulSoup(admin_client.get(self.address(tags[:1])).content, "html.parser")

        assert soup.select("input[name=into]") == []

    def test_cannot_go_into_a_tag_that_was_not_chosen(self, tags, admin_client):
        other = Tag.objects.create(name="groen")

        admin_client.post(self.address(tags), {"into": other.pk})

        assert Tag.objects.count() == 3

    def test_is_refused_to_an_editor(self, tags, signed_in):
        signed_in("editor").post(self.address(tags), {"into": tags[0].pk})

        assert Tag.objects.count() == 2
