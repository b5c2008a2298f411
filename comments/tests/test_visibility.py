"""One rule decides what anybody may read; every output is tried with comments present that could leak."""

import json
from datetime import UTC, datetime
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from comments.enums import Rule, State
from comments.models import Comment, CommentSettings
from comments.models.rules import rule_at
from comments.services.moderating import pin_comment
from tests.tree import text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("indexed")]

HIDDEN = [State.HELD, State.REFUSED, State.SPAM, State.TRASHED, State.ERASED]


def soup_of(client, address) -> BeautifulSoup:
    response = client.get(address)
    return BeautifulSoup(response.content, "html.parser") if response.status_code == 200 else None


def on_page(client, page) -> str:
    return client.get(page.url).content.decode()


def in_count(client, page) -> str:
    soup = soup_of(client, page.url)
    title = soup and soup.select_one("#comments-title")
    number = text_of(title).split()[0] if title else "0"
    return "KANARIE" if number not in ("0", "Reacties") else ""


def in_feed(client, page) -> str:
    return client.get(reverse("comments:feed", args=[page.pk])).content.decode()


def in_structured_data(client, page) -> str:
    soup = soup_of(client, page.url)
    return soup.select_one('script[type="application/ld+json"]').string if soup else ""


def in_permalink(client, page) -> str:
    found = [client.get(reverse("comments:permalink", args=[pk])).status_code for pk in pks()]
    return "KANARIE" if 302 in found else ""


def in_report_form(client, page) -> str:
    return "".join(client.get(reverse("comments:report", args=[pk])).content.decode() for pk in pks())


def in_answer_form(client, page) -> str:
    address = reverse("comments:write", args=[page.pk])
    return "".join(client.get(address, {"answers": pk}).content.decode() for pk in pks())


def in_search(client, page) -> str:
    return str(soup_of(client, "/zoeken/?q=kanarie").select(".result"))


def in_sitemap(client, page) -> str:
    return client.get("/sitemap.xml").content.decode()


def in_list(client, page) -> str:
    return client.get("/nieuws/").content.decode()


def in_api(client, page) -> str:
    return client.get(f"/api/v1/comments/{page.pk}").content.decode()


def in_api_count(client, page) -> str:
    return "KANARIE" if client.get(f"/api/v1/comments/{page.pk}").json().get("count") else ""


def in_api_report(client, page) -> str:
    found = [client.get(f"/api/v1/comments/reports/{pk}").status_code for pk in pks()]
    return "KANARIE" if 200 in found else ""


def in_api_of_pages(client, page) -> str:
    answers = [
        client.get(f"/api/v1/{path}") for path in (f"news/{page.pk}", "news", "search?q=kanarie", "changes")
    ]
    return "".join(answer.content.decode() for answer in answers)


def in_suggestions(client, page) -> str:
    return client.get("/zoeken/?q=kanar").content.decode().replace("kanar", "")


def pks() -> list[int]:
    return list(Comment.objects.values_list("pk", flat=True))


OUTPUTS = [
    on_page,
    in_count,
    in_feed,
    in_structured_data,
    in_permalink,
    in_report_form,
    in_answer_form,
    in_api,
    in_api_count,
    in_api_report,
    in_search,
    in_suggestions,
    in_api_of_pages,
    in_sitemap,
    in_list,
]
SHOW_COMMENTS = OUTPUTS[:10]


def test_approved_comment_is_there(client, article, make_comment):
    make_comment(article, "KANARIE")

    missing = [output.__name__ for output in SHOW_COMMENTS if "KANARIE" not in output(client, article)]
    assert missing == []


@pytest.mark.parametrize("state", HIDDEN)
def test_comment_in_another_state_is_nowhere(client, article, make_comment, state):
    make_comment(article, "KANARIE", name="KANARIE", state=state)

    assert [output.__name__ for output in OUTPUTS if "KANARIE" in output(client, article)] == []


def draft(tree, article, set_rule):
    article.unpublish()


def private(tree, article, set_rule):
    PageViewRestriction.objects.create(page=tree.news_index, restriction_type=PageViewRestriction.LOGIN)


def hidden(tree, article, set_rule):
    set_rule(tree.news_index, Rule.HIDDEN)


@pytest.mark.parametrize("way", [draft, private, hidden])
def test_approved_comment_of_a_page_nobody_may_read_is_nowhere(
    client, tree, article, make_comment, set_rule, way
):
    make_comment(article, "KANARIE")
    way(tree, article, set_rule)
    page = Page.objects.get(pk=article.pk).specific

    assert [output.__name__ for output in OUTPUTS if "KANARIE" in output(client, page)] == []


@pytest.mark.parametrize("state", HIDDEN)
def test_empty_place_keeps_the_answers_of_others_and_shows_nothing_else(client, article, make_comment, state):
    root = make_comment(article, "KANARIE", name="KANARIE")
    make_comment(article, "Een antwoord", parent=root)
    Comment.objects.filter(pk=root.pk).update(state=state)

    soup = soup_of(client, article.url)

    assert "KANARIE" not in str(soup)
    assert text_of(soup.select_one(".comment__text")) == "Een antwoord"
    assert ("op verzoek" in text_of(soup.select_one(".comment__gone"))) == (state == State.ERASED)
    assert text_of(soup.select_one("#comments-title")) == "1 reactie"


def test_hidden_answer_leaves_no_empty_place(client, article, make_comment):
    make_comment(article, "Geheim antwoord", parent=make_comment(article, "Zichtbaar"), state=State.SPAM)
    make_comment(article, "Geheim begin", state=State.REFUSED)

    soup = soup_of(client, article.url)

    assert len(soup.select("article.comment")) == 1
    assert not soup.select(".comment__gone")


@pytest.mark.parametrize(
    ("rules", "shown"),
    [
        ({}, True),
        ({"section": Rule.HIDDEN}, False),
        ({"section": Rule.HIDDEN, "page": Rule.CLOSED}, True),
        ({"section": Rule.OPEN, "page": Rule.HIDDEN}, False),
        ({"settings": Rule.HIDDEN}, False),
        ({"settings": Rule.HIDDEN, "section": Rule.HELD}, True),
        ({"home": Rule.HIDDEN, "section": Rule.HELD}, True),
    ],
)
def test_rule_of_a_page_is_the_same_in_the_queries(
    tree, article, make_comment, set_rule, settings_of_comments, rules, shown
):
    places = {"home": tree.home, "section": tree.news_index, "page": article}
    for name, rule in rules.items():
        if name == "settings":
            settings_of_comments(rule=rule)
        else:
            set_rule(places[name], rule)
    make_comment(article)

    assert Comment.objects.visible().exists() == shown
    assert (rule_at(article.path)[0] != Rule.HIDDEN) == shown


def test_rules_follow_a_page_that_moves(tree, article, make_comment, set_rule):
    set_rule(tree.publication_index, Rule.HIDDEN)
    make_comment(article)
    assert Comment.objects.visible().exists()

    Page.objects.get(pk=article.pk).move(tree.publication_index, "last-child")

    assert not Comment.objects.visible().exists()


def test_json_ld_tells_the_comments_of_this_page(client, article, make_comment):
    make_comment(article, "</script><b>", name="An & Jan")

    data = json.loads(in_structured_data(client, article))

    (graph,) = [item for item in data["@graph"] if item["@type"] == "Article"]
    assert graph["commentCount"] == 1
    (comment,) = graph["comment"]
    assert (comment["text"], comment["author"]["name"]) == ("</script><b>", "An & Jan")
    assert comment["url"].endswith(f"/reacties/{pks()[0]}/")


def test_feed_is_atom_with_text_and_no_links(client, article, make_comment):
    make_comment(article, "Kijk op http://evil.example <b>nu</b>")

    response = client.get(reverse("comments:feed", args=[article.pk]))

    atom = "{http://www.w3.org/2005/Atom}"
    summary = ElementTree.fromstring(response.content).find(f"{atom}entry/{atom}summary").text
    entry = BeautifulSoup(summary, "html.parser")
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    assert entry.find_all("a") == []
    assert entry.text == "Kijk op http://evil.example <b>nu</b>"


def test_feed_of_a_page_is_not_the_entry_of_the_page(client, article):
    address = reverse("comments:feed", args=[article.pk])
    article.last_published_at = datetime(2026, 3, 4, 5, tzinfo=UTC)
    article.save()

    feed = ElementTree.fromstring(client.get(address).content)

    atom = "{http://www.w3.org/2005/Atom}"
    assert feed.findtext(f"{atom}id").endswith(address)
    assert feed.findtext(f"{atom}author/{atom}name") == "LSA bewoners"
    assert feed.findtext(f"{atom}updated") == "2026-03-04T05:00:00+00:00"


def test_conversation_of_translations_is_one(
    client, english_tree, translate, make_comment, django_capture_on_commit_callbacks
):
    article = english_tree.news("Feest")
    with django_capture_on_commit_callbacks(execute=True):
        translate(article)
    english = article.get_translations().get().specific
    make_comment(article, "In het Nederlands")
    make_comment(english, "In English", language="en")

    for page in (article, english):
        assert [text_of(item) for item in soup_of(client, page.url).select(".comment__text")] == [
            "In het Nederlands",
            "In English",
        ]
    assert [item["lang"] for item in soup_of(client, article.url).select(".comment__text[lang]")] == ["en"]
    assert [item["lang"] for item in soup_of(client, english.url).select(".comment__text[lang]")] == ["nl"]


def test_conversation_goes_on_at_a_translation_and_ends_with_the_last_page(
    english_tree, translate, make_comment
):
    article = english_tree.news("Feest")
    translate(article)
    english = article.get_translations().get()
    make_comment(article)

    article.delete()
    assert Comment.objects.get().conversation.page_id == english.pk
    Page.objects.get(pk=english.pk).delete()

    assert not Comment.objects.exists()


@pytest.fixture
def many(article, make_comment):
    """Fills a conversation: roots with one answer each."""

    def make(number: int):
        conversation = make_comment(article, "Eerste").conversation
        rows = [
            Comment(conversation=conversation, name="Anna", text=f"Nummer {n}", state="approved", language="nl",
                    key=f"many-{n}")
            for n in range(number // 2)
        ]  # fmt: skip
        roots = Comment.objects.bulk_create(rows)
        answers = [
            Comment(conversation=conversation, parent=root, name="Jan", text="Ja", state="approved",
                    language="nl", key=f"answer-{root.pk}")
            for root in roots
        ]  # fmt: skip
        Comment.objects.bulk_create(answers)
        return roots

    return make


def test_page_with_2000_comments_costs_as_many_queries_as_with_20(client, article, many):
    CommentSettings.current()
    client.get(article.url)
    many(20)
    with CaptureQueriesContext(connection) as few:
        client.get(article.url)
    Comment.objects.all().delete()
    many(2000)

    with CaptureQueriesContext(connection) as lots:
        response = client.get(article.url)

    # the shape of the conversation, and what one page of it shows
    asked = [query["sql"] for query in few if "comments_co" in query["sql"]]
    assert (len(lots), len(asked)) == (len(few), 2)
    assert len(BeautifulSoup(response.content, "html.parser").select(".thread--answers")) == 49


def test_page_without_comments_asks_for_them_once(client, article):
    CommentSettings.current()
    client.get(article.url)

    with CaptureQueriesContext(connection) as queries:
        client.get(article.url)

    assert len([query for query in queries if "comments_co" in query["sql"]]) == 1


@pytest.mark.parametrize(
    ("order", "texts"),
    [("oldest", ["Eerst", "Antwoord", "Dan", "Toen"]), ("newest", ["Toen", "Dan", "Eerst", "Antwoord"])],
)
def test_threads_stand_in_the_order_of_the_settings(
    client, article, make_comment, settings_of_comments, order, texts
):
    settings_of_comments(order=order)
    first, _then, _after = (make_comment(article, text) for text in ("Eerst", "Dan", "Toen"))
    make_comment(article, "Antwoord", parent=first)

    shown = soup_of(client, article.url).select(".comment__text")

    assert [text_of(item) for item in shown] == texts


@pytest.mark.parametrize("order", ["oldest", "newest"])
def test_permalink_leads_to_the_right_page_of_fifty(client, article, many, settings_of_comments, order):
    settings_of_comments(order=order)
    roots = many(240)
    place = 70 if order == "oldest" else 49

    address = client.get(reverse("comments:permalink", args=[roots[place].pk]))["Location"]

    assert address.endswith(f"?c=2#comment-{roots[place].pk}")
    assert soup_of(client, address).select_one(f"#comment-{roots[place].pk}")
    pages = [text_of(link) for link in soup_of(client, article.url).select(".pagination__link")]
    assert pages == ["1", "2", "3"]


@pytest.mark.parametrize("place", [3, 70])
def test_pinned_comment_stands_on_top_of_the_first_page_alone_and_counts_once(client, article, many, place):
    pinned = many(240)[place]
    pin_comment(comment=pinned, by=None)

    pages = [soup_of(client, f"{article.url}?c={number}") for number in (1, 2, 3)]

    on_top = [len(page.select(".comment--pinned")) for page in pages]
    texts = [text_of(item) for page in pages for item in page.select(".comment__text")]
    assert on_top == [1, 0, 0]
    # Where its place is on the first page too, the place only leads to it.
    assert texts.count(pinned.text) == (1 if place == 3 else 2)
    assert [len(page.select(f"#{pinned.anchor}")) for page in pages] == (
        [1, 0, 0] if place == 3 else [0, 1, 0]
    )
    assert {text_of(page.select_one("#comments-title")) for page in pages} == {"241 reacties"}


def test_place_of_the_pinned_comment_keeps_its_answers_and_both_lead_to_each_other(
    client, article, make_comment
):
    first, pinned = make_comment(article, "Eerste"), make_comment(article, "Bovenaan")
    make_comment(article, "Een antwoord", parent=pinned)
    pin_comment(comment=pinned, by=None)

    page = soup_of(client, article.url)

    texts = [text_of(item) for item in page.select(".comment__text")]
    assert texts == ["Bovenaan", first.text, "Een antwoord"]
    place = page.select_one(f"#{pinned.anchor}-place")
    assert "staat bovenaan" in text_of(place)
    assert page.select_one(place.a["href"])["class"] == ["comment", "comment--pinned"]
    assert page.select(f'.comment--pinned a[href="#{place["id"]}"]')
    assert page.select(f'.comment--pinned a[href$="?answers={pinned.pk}"]')


@pytest.mark.parametrize("number", ["0", "-1", "x", "99", "1e9", "²"])
def test_page_of_a_conversation_that_does_not_exist_is_no_error(client, article, make_comment, number):
    make_comment(article, "Mooi feest.")

    page = soup_of(client, f"{article.url}?{urlencode({'c': number})}")

    assert [text_of(item) for item in page.select(".comment__text")] == ["Mooi feest."]


def test_T6_T28_article_is_the_same_for_everybody_without_cookie_or_token(client, article, make_comment):
    make_comment(article)

    first, second = client.get(article.url), Client().get(article.url)

    assert first.content == second.content
    assert b"csrfmiddlewaretoken" not in first.content
    assert not first.cookies
    assert "Cookie" not in first.headers.get("Vary", "")
    assert first.headers["Cache-Control"].startswith("public")


def test_house_rules_that_are_only_in_dutch_say_so(tree, english, visit):
    page = visit("/en/comments/rules/")

    assert page.select_one(".prose[lang=nl]") is not None
    assert text_of(page.select_one(".only-in")) == "Only in Dutch"
    assert visit("/reacties/huisregels/").select("main [lang], .only-in") == []
