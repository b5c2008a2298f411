"""What other front ends send: forms and comments, under the rules of the pages of the site."""

import json

import pytest
from django.core import mail

from comments.enums import Rule, State
from comments.models import Comment, SectionRule
from core.form_guard import LEAST_SECONDS
from home.models import FormEntry

JSON = "application/json"


@pytest.fixture
def send(client, freezer):
    """Posts JSON a while after what was fetched before."""

    def post(path, body, **headers):
        freezer.tick(LEAST_SECONDS + 1)
        return client.post(f"/api/v1{path}", json.dumps(body), content_type=JSON, headers=headers)

    return post


@pytest.fixture
def form(tree, freezer):
    return tree.form_page(slug="laat-je-horen")


def answers(client, form, **changed):
    token = client.get(f"/api/v1/forms/{form.pk}").json()["token"]
    given = {"name": "Fatima", "email": "fatima@lsabewoners.example", "message": "Hallo"} | changed
    return {"answers": given, "token": token}


def test_form_tells_its_questions(form, client):
    questions = client.get(f"/api/v1/forms/{form.pk}").json()["questions"]

    assert [(item["name"], item["type"], item["required"]) for item in questions] == [
        ("name", "name", True),
        ("email", "email", False),
        ("message", "multiline", True),
    ]


def test_form_is_received_once_and_mailed(form, client, send, django_capture_on_commit_callbacks):
    body = answers(client, form)
    with django_capture_on_commit_callbacks(execute=True):
        first, again = send(f"/forms/{form.pk}", body), send(f"/forms/{form.pk}", body)

    assert (first.status_code, again.status_code) == (202, 202)
    assert FormEntry.objects.get().form_data["message"] == "Hallo"
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("changed", "status", "field"),
    [
        ({"message": ""}, 422, "message"),
        ({"email": "geen adres"}, 422, "email"),
        ({"colour": "red"}, 422, "colour"),
        ({"name": "a\r\nBcc: x@lsabewoners.example"}, 422, "name"),
    ],
)
def test_form_says_which_answer_is_wrong(changed, status, field, form, client, send):
    answer = send(f"/forms/{form.pk}", answers(client, form, **changed))

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert not FormEntry.objects.exists()


def test_robots_are_met_as_on_the_site(form, client, send, freezer):
    body = answers(client, form)
    forged = send(f"/forms/{form.pk}", body | {"token": "x"})
    trapped = send(f"/forms/{form.pk}", body | {"website": "https://spam.example"})
    fast = client.post(f"/api/v1/forms/{form.pk}", json.dumps(answers(client, form)), content_type=JSON)

    assert (forged.status_code, trapped.status_code, fast.status_code) == (403, 422, 422)
    assert not FormEntry.objects.exists()


def test_page_of_another_site_may_send_only_when_it_is_on_the_list(form, client, send, settings):
    settings.API_ORIGINS = ["https://app.example.org"]
    browser = {"Sec-Fetch-Site": "cross-site"}

    other = send(f"/forms/{form.pk}", answers(client, form), Origin="https://evil.example", **browser)
    listed = send(f"/forms/{form.pk}", answers(client, form), Origin="https://app.example.org", **browser)

    assert (other.status_code, listed.status_code) == (403, 202)


def test_form_post_of_a_plain_page_is_refused(form, client):
    answer = client.post(f"/api/v1/forms/{form.pk}", {"token": "x"})

    assert answer.status_code in {400, 415, 422}
    assert not FormEntry.objects.exists()


# --- Comments ---


@pytest.fixture
def article(tree, freezer):
    return tree.news("Buurtfeest")


def comment(client, article, **changed):
    guard = client.get(f"/api/v1/comments/{article.pk}/form").json()
    given = {name: guard[name] for name in ("notice_version", "once", "token")}
    return {"name": "Fatima", "text": "Bij ons ook.", **given} | changed


def test_comment_is_held_until_somebody_read_it(article, client, send):
    sent = send(f"/comments/{article.pk}", comment(client, article))
    token = sent.json()["status_token"]

    assert (sent.status_code, sent.json()["state"], sent.json()["id"]) == (202, "held", None)
    assert client.get(f"/api/v1/comments/{article.pk}").json()["count"] == 0
    Comment.objects.update(state=State.APPROVED)
    thread = client.get(f"/api/v1/comments/{article.pk}").json()
    assert [(item["name"], item["text"]) for item in thread["threads"]] == [("Fatima", "Bij ons ook.")]
    standing = send("/comments/status", {"token": token})
    assert standing.json()["state"] == "visible"
    assert standing["Cache-Control"] == "private, no-store"


def test_comment_counts_once_and_answers_belong_to_a_thread(article, client, send):
    body = comment(client, article)
    send(f"/comments/{article.pk}", body)
    send(f"/comments/{article.pk}", body)
    first = Comment.objects.get()
    Comment.objects.update(state=State.APPROVED)
    send(f"/comments/{article.pk}", comment(client, article, text="Eens!", answers=first.pk))
    Comment.objects.update(state=State.APPROVED)

    (thread,) = client.get(f"/api/v1/comments/{article.pk}").json()["threads"]
    assert [answer["text"] for answer in thread["answers"]] == ["Eens!"]


def test_spam_is_not_told_from_what_waits(article, client, send):
    sent = send(f"/comments/{article.pk}", comment(client, article))
    Comment.objects.update(state=State.SPAM)

    assert send("/comments/status", {"token": sent.json()["status_token"]}).json()["state"] == "held"
    assert send("/comments/status", {"token": "1.forged"}).status_code == 404


@pytest.mark.parametrize(
    ("changed", "status"),
    [({"text": ""}, 422), ({"token": "x"}, 403), ({"notice_version": "x"}, 403), ({"website": "x"}, 422)],
)
def test_comment_that_the_site_refuses_is_refused(changed, status, article, client, send):
    assert send(f"/comments/{article.pk}", comment(client, article, **changed)).status_code == status
    assert not Comment.objects.exists()


def test_closed_conversation_takes_nothing(article, client, tree):
    SectionRule.objects.create(page=tree.news_index, rule=Rule.CLOSED)

    assert client.get(f"/api/v1/comments/{article.pk}/form").status_code == 410


def test_report_reaches_the_staff(article, client, send):
    send(f"/comments/{article.pk}", comment(client, article))
    pk = Comment.objects.get().pk
    assert client.get(f"/api/v1/comments/reports/{pk}").status_code == 404
    Comment.objects.update(state=State.APPROVED)
    guard = client.get(f"/api/v1/comments/reports/{pk}").json()

    sent = send(
        f"/comments/reports/{pk}", {"reason": "private", "once": guard["once"], "token": guard["token"]}
    )

    assert (sent.status_code, Comment.objects.reported().count()) == (202, 1)
