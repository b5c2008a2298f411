"""A visitor writes a comment: what is kept, what is shown, what is said when something must be mended."""

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from comments.enums import Action, Ground, Rule, State
from comments.models import Comment
from comments.services.moderating import decide
from comments.tests.conftest import fields_of
from comments.threads import discussion_about
from tests.tree import text_of

pytestmark = pytest.mark.django_db


def page_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def only() -> Comment:
    return Comment.objects.get()


def test_comment_is_held_and_its_writer_gets_a_private_page(visitor, article, visit):
    response = visitor.send(article, text="Een mooi feest.\n\nTot volgend jaar!")

    assert response.status_code == 302
    assert (only().state, only().name, only().text) == (
        State.HELD,
        "Anna",
        "Een mooi feest.\n\nTot volgend jaar!",
    )
    page = visit(response["Location"])
    assert "wacht" in text_of(page.h1)
    assert [text_of(p) for p in page.select(".comment__text p")] == ["Een mooi feest.", "Tot volgend jaar!"]


def test_private_page_is_kept_by_no_cache_and_found_by_no_search_engine(visitor, article, client):
    response = client.get(visitor.send(article)["Location"])

    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert page_of(response).select_one("meta[name=robots]")["content"] == "noindex"
    assert not response.cookies


def test_P2_form_says_beforehand_what_happens_and_the_version_is_kept(
    visitor, article, visit, settings_of_comments
):
    settings_of_comments(keep_address_days=12)
    notice = visit(reverse("comments:write", args=[article.pk])).select(".form__notice li")

    visitor.send(article)

    assert only().notice.text == "\n".join(text_of(line) for line in notice)
    assert "12 dagen" in only().notice.text
    assert "Wilt u mail over antwoorden? Dan 365 dagen na uw reactie." in only().notice.text
    assert only().notice.language == "nl"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (Rule.HELD, ["De redactie van deze site leest elke reactie eerst, meestal binnen 2 werkdagen."]),
        (
            Rule.AFTER_FIRST,
            [
                "Is dit uw eerste reactie op deze site? Dan leest de redactie die eerst, meestal binnen 2"
                " werkdagen.",
                "Kennen we u van een eerdere reactie? Vul hetzelfde e-mailadres in, kies een mail en bevestig in"
                " die mail dat het adres van u is. Dan staat deze reactie er meteen.",
            ],
        ),
        (
            Rule.OPEN,
            [
                "Uw reactie staat er meestal meteen, en de redactie van deze site leest mee. Soms leest de"
                " redactie eerst, bijvoorbeeld als er links in staan."
            ],
        ),
    ],
)
def test_notice_says_under_each_rule_what_happens_with_this_comment(article, set_rule, visit, rule, said):
    set_rule(article, rule)

    lines = visit(reverse("comments:write", args=[article.pk])).select(".form__notice li")

    assert [text_of(line) for line in lines][1 : len(said) + 1] == said


def test_notice_that_changed_in_the_meantime_is_shown_again(visitor, article, settings_of_comments):
    fields = visitor.form(article)
    settings_of_comments(keep_address_days=12)

    response = visitor.send(article, fields=fields)

    assert response.status_code == 422
    assert not Comment.objects.exists()
    again = visitor.send(article, fields=fields_of(response))
    assert again.status_code == 302


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("name", "", "Vul een naam in."),
        ("name", "a" * 81, "hooguit 80"),
        ("text", "  ", "Schrijf"),
        ("text", "a" * 4001, "hooguit 4000"),
        ("text", "nul\x00byte", "teken"),
        ("name", "twee\nregels", "teken"),
        ("email", "geen adres", "e-mailadres"),
        ("email", "a@b.nl\r\nBcc: x@y.z", "teken"),
    ],
)
def test_error_is_said_at_the_field_and_above_the_form_and_input_is_kept(
    visitor, article, field, value, message
):
    words = {"name": "Anna", "text": "Mooi!", "email": ""} | {field: value}

    response = visitor.send(article, **words)

    page = page_of(response)
    assert response.status_code == 422
    assert page.title.string.strip().startswith("Fout: ")
    problem = page.select_one(".form-problems a")
    wrong = page.select_one(problem["href"])
    assert wrong["name"] == field
    assert wrong["aria-invalid"] == "true"
    error = page.select_one(".form__error")
    assert error["id"] in wrong["aria-describedby"].split()
    assert message in text_of(error)
    assert message in text_of(problem)
    kept = "name" if field == "text" else "text"
    element = page.select_one(f"#id_{kept}")
    assert (element.get("value") or text_of(element)) == words[kept]
    assert not Comment.objects.exists()


def test_mail_cannot_be_asked_without_an_address(visitor, article):
    response = visitor.send(article, wants_decision="on")

    assert page_of(response).select_one(".form-problems a")["href"] == "#id_email"


def test_P2_boxes_for_mail_are_not_ticked_beforehand(visitor, article, client):
    page = page_of(client.get(reverse("comments:write", args=[article.pk])))

    assert [box.has_attr("checked") for box in page.select("main [type=checkbox]")] == [False, False]


def test_open_rule_shows_a_comment_at_once_when_the_browser_did_its_work(visitor, article, set_rule, visit):
    set_rule(article, Rule.OPEN)

    visitor.send(article, solved=True, text="Meteen zichtbaar.")

    assert only().state == State.APPROVED
    assert [text_of(p) for p in visit(article.url).select(".comment__text p")] == ["Meteen zichtbaar."]


def test_open_rule_holds_a_comment_without_proof_of_work(visitor, article, set_rule):
    set_rule(article, Rule.OPEN)

    visitor.send(article)

    assert (only().state, only().grounds) == (State.HELD, [Ground.NO_PROOF])


@pytest.mark.parametrize("rule", [Rule.READ_ONLY, Rule.CLOSED])
def test_closed_conversation_takes_nothing_and_says_so(
    visitor, article, set_rule, client, make_comment, rule
):
    make_comment(article)
    fields = visitor.form(article)
    set_rule(article, rule)

    response = visitor.send(article, fields=fields)

    assert response.status_code == 410
    assert Comment.objects.count() == 1
    page = page_of(client.get(article.url))
    assert not page.select("a[data-comment-form]")
    assert "geen reactie meer" in text_of(page.select_one("#comments"))


def test_conversation_closes_after_the_days_of_its_section(visitor, article, tree, set_rule, freezer):
    article.save_revision().publish()
    set_rule(tree.news_index, Rule.HELD, close_after_days=10)
    assert visitor.send(article).status_code == 302

    freezer.tick(10 * 24 * 3600)

    assert visitor.client.get(reverse("comments:write", args=[article.pk])).status_code == 410


def test_rule_of_a_page_goes_before_that_of_its_section(visitor, article, tree, set_rule):
    set_rule(tree.news_index, Rule.CLOSED)
    set_rule(article, Rule.HELD)
    other = tree.news("Ander bericht")

    assert visitor.send(article).status_code == 302
    assert visitor.client.get(reverse("comments:write", args=[other.pk])).status_code == 410


def test_hidden_page_draft_and_page_of_another_type_have_no_form(client, tree, article, set_rule):
    draft = tree.news("Concept", live=False)
    set_rule(article, Rule.HIDDEN)

    for page in (draft, article, tree.standard()):
        assert client.get(reverse("comments:write", args=[page.pk])).status_code == 404


def test_answer_stands_below_what_it_answers_and_no_deeper(visitor, article, set_rule, make_comment, visit):
    set_rule(article, Rule.OPEN)
    root = make_comment(article, "Begin")
    answer = make_comment(article, "Antwoord", parent=root)

    visitor.send(article, solved=True, answers=answer, text="Antwoord op het antwoord")

    threads = visit(article.url).select(".discussion > .thread > li")
    assert len(threads) == 1
    assert [text_of(p) for p in threads[0].select(".thread--answers .comment__text p")] == [
        "Antwoord",
        "Antwoord op het antwoord",
    ]


@pytest.mark.parametrize("state", [State.HELD, State.REFUSED, State.SPAM, State.TRASHED])
def test_comment_that_is_not_shown_cannot_be_answered(visitor, article, make_comment, client, state):
    hidden = make_comment(article, state=state)

    response = client.get(reverse("comments:write", args=[article.pk]), {"answers": hidden.pk})

    assert response.status_code == 404


def test_answer_to_a_comment_of_another_page_is_refused(visitor, article, tree, make_comment, client):
    elsewhere = make_comment(tree.news("Ander bericht"))

    response = client.get(reverse("comments:write", args=[article.pk]), {"answers": elsewhere.pk})

    assert response.status_code == 404


@pytest.mark.parametrize("number", ["0", "x", "²", "9" * 40, "9" * 5000, "1;--"])
def test_number_that_is_none_is_not_found(client, visitor, article, number):
    response = client.get(reverse("comments:write", args=[article.pk]), {"answers": number})
    posted = visitor.send(article, fields=visitor.form(article) | {"answers": number})

    assert (response.status_code, posted.status_code) == (404, 404)


def test_same_words_by_the_same_name_are_kept_once(visitor, article):
    visitor.send(article)

    response = visitor.send(article)

    assert response.status_code == 409
    assert "al" in text_of(page_of(response).select_one(".form-problems"))
    assert Comment.objects.count() == 1


def test_form_in_english_speaks_english_and_marks_the_language(
    visitor, english_tree, translate, client, set_rule, django_capture_on_commit_callbacks
):
    article = english_tree.news("Feest")
    with django_capture_on_commit_callbacks(execute=True):
        translate(article)
    english = article.get_translations().get().specific
    set_rule(article, Rule.OPEN)

    assert "Write a comment" in text_of(page_of(client.get(f"/en/comments/write/{english.pk}/")).h1)
    with override("en"):
        response = visitor.send(english, solved=True, text="What a party.")
    assert response["Location"].startswith("/en/comments/status/")
    comment = page_of(client.get(article.url)).select_one(".comment__text")
    assert (comment["lang"], text_of(comment)) == ("en", "What a party.")
    assert re.search("1 comment", text_of(page_of(client.get(english.url)).select_one("#comments-title")))


def test_any_page_of_wagtail_can_take_comments(visitor, tree, client, monkeypatch, signed_in, visit):
    monkeypatch.setattr(Page, "takes_comments", True, raising=False)
    page = tree.home.add_child(instance=Page(title="Van een andere site", slug="ander", live=True))

    private = visitor.send(page, email="anna@example.org", wants_decision="on")["Location"]
    decide(comment=only(), action=Action.APPROVE, by=signed_in("moderator").user)

    assert text_of(visit(private).select_one(".kicker")) == "Van een andere site"
    assert [comment.text for comment in discussion_about(page).comments] == ["Wat een mooi feest."]
    assert client.get(reverse("comments:permalink", args=[only().pk]))["Location"].startswith(
        "/ander/#comment-"
    )
    assert b"Wat een mooi feest." in client.get(reverse("comments:feed", args=[page.pk])).content
    assert client.get(reverse("comments:report", args=[only().pk])).status_code == 200
