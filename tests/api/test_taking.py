"""What other front ends send: forms and comments, under the rules of the pages of the site."""

import json
import re

import pytest
from django.core import mail

from comments import proof, tokens
from comments.enums import Rule, State
from comments.models import Comment, Report, SectionRule
from comments.services import posting, reporting
from comments.services.posting import conversation_of
from comments.tests.conftest import solve
from core.form_guard import LEAST_SECONDS
from core.throttle import Budget
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


def test_solved_challenge_lets_a_comment_through_where_the_section_is_open(
    article, client, send, tree, monkeypatch
):
    monkeypatch.setattr(proof, "MOST_TRIES", proof.LEAST_TRIES + 1)
    SectionRule.objects.create(page=tree.news_index, rule=Rule.OPEN)
    other = tree.news("Ander bericht")
    body = comment(client, article)
    solution = solve(client.get(f"/api/v1/comments/{article.pk}/form").json()["challenge"])

    at_once = send(f"/comments/{article.pk}", body | {"proof": solution})
    used = send(f"/comments/{article.pk}", comment(client, article, text="Nog een.", proof=solution))
    elsewhere = send(f"/comments/{other.pk}", comment(client, other, text="Elders.", proof=solution))
    without = send(f"/comments/{article.pk}", comment(client, article, text="Zonder som."))

    assert (at_once.status_code, at_once.json()["state"]) == (201, "visible")
    assert at_once.json()["id"] == Comment.objects.visible().get().pk
    assert [answer.status_code for answer in (used, elsewhere, without)] == [202, 202, 202]


def test_address_is_confirmed_with_the_token_from_the_mail(article, client, send, mailed):
    body = comment(client, article, email="fatima@lsabewoners.example", wants_decision=True)
    (message,) = mailed(lambda: send(f"/comments/{article.pk}", body))
    token = re.search(r"/reacties/bevestig/([^/\s]+)/", message.body)[1]
    status_token = send(f"/comments/{article.pk}", body).json()["status_token"]

    assert client.get(f"/api/v1/comments/confirm?token={token}").status_code == 405
    assert send("/comments/confirm", {"token": status_token}).status_code == 404
    assert Comment.objects.get().confirmed_at is None
    confirmed = send("/comments/confirm", {"token": token})

    assert (confirmed.status_code, confirmed.json()["state"]) == (200, "held")
    assert Comment.objects.get().confirmed_at is not None


def test_same_words_twice_are_not_kept(article, client, send):
    send(f"/comments/{article.pk}", comment(client, article))

    assert send(f"/comments/{article.pk}", comment(client, article)).status_code == 409
    assert Comment.objects.count() == 1


def test_T11_network_that_comments_and_reports_too_much_must_wait(article, client, send, monkeypatch):
    monkeypatch.setattr(posting, "PER_NETWORK", Budget("comment_network", amount=1, seconds=3600))
    monkeypatch.setattr(reporting, "PER_NETWORK", Budget("comment_report_network", amount=1, seconds=3600))
    send(f"/comments/{article.pk}", comment(client, article))
    Comment.objects.update(state=State.APPROVED)
    path = f"/comments/reports/{Comment.objects.get().pk}"

    def report():
        guard = client.get(f"/api/v1{path}").json()
        return send(path, {"reason": "private", "once": guard["once"], "token": guard["token"]})

    answers = [send(f"/comments/{article.pk}", comment(client, article, text="Nog een.")), report(), report()]

    assert [answer.status_code for answer in answers] == [429, 202, 429]
    assert all(int(answer["Retry-After"]) > 0 for answer in (answers[0], answers[2]))
    assert (Comment.objects.count(), Report.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("headers", "content_type", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, JSON, 403),
        ({"Origin": "https://evil.example"}, JSON, 403),
        ({"Origin": "null"}, JSON, 403),
        ({}, "text/plain", 415),
    ],
)
def test_T5_nothing_is_taken_from_a_page_of_another_site(
    headers, content_type, status, article, client, send
):
    anna = {"name": "Anna", "text": "Hoi", "email": "anna@lsabewoners.example", "language": "nl", "key": "1"}
    seen = Comment.objects.create(conversation=conversation_of(article), state=State.APPROVED, **anna)
    report = client.get(f"/api/v1/comments/reports/{seen.pk}").json()
    bodies = {
        f"/comments/{article.pk}": comment(client, article),
        f"/comments/reports/{seen.pk}": {
            "reason": "private",
            "once": report["once"],
            "token": report["token"],
        },
        "/comments/confirm": {"token": tokens.make(tokens.Purpose.CONFIRM, seen.pk)},
        "/comments/status": {"token": tokens.make(tokens.Purpose.STATUS, seen.pk)},
    }

    for path, body in bodies.items():
        answer = client.post(f"/api/v1{path}", json.dumps(body), content_type=content_type, headers=headers)
        assert answer.status_code == status, path
    assert Comment.objects.get().confirmed_at is None
    assert not Report.objects.exists()


def test_thread_shows_what_is_approved_and_nothing_else(article, client):
    conversation = conversation_of(article)
    shared = {"conversation": conversation, "language": "nl", "email": "x@lsabewoners.example"}
    root = Comment.objects.create(**shared, name="Anna", text="Zichtbaar", state=State.APPROVED, key="0")
    for state in set(State) - {State.APPROVED}:
        Comment.objects.create(**shared, name="KANARIE", text="KANARIE", state=state, key=state)
        Comment.objects.create(
            **shared, name="KANARIE", text="KANARIE", state=state, key=f"{state}-2", parent=root
        )

    answer = client.get(f"/api/v1/comments/{article.pk}")

    assert "KANARIE" not in answer.content.decode()
    assert "lsabewoners.example" not in answer.content.decode()
    assert (
        answer.json()["count"],
        len(answer.json()["threads"]),
        answer.json()["threads"][0]["answers"],
    ) == (1, 1, [])


def test_thread_comes_fifty_at_a_time_for_the_same_number_of_queries(
    article, client, django_assert_max_num_queries
):
    conversation = conversation_of(article)

    def write(first, last):
        Comment.objects.bulk_create(
            Comment(
                conversation=conversation, language="nl", name="A", text=f"{n}", state="approved", key=f"{n}"
            )
            for n in range(first, last)
        )

    def ask(page=1):
        return client.get(f"/api/v1/comments/{article.pk}", {"page": page}).json()

    write(0, 1)
    ask()
    with django_assert_max_num_queries(12) as one:
        ask()
    write(1, 60)
    with django_assert_max_num_queries(12) as many:
        first = ask()

    assert (first["count"], first["pages"], len(first["threads"])) == (60, 2, 50)
    assert (len(ask(2)["threads"]), ask(3)["threads"]) == (10, [])
    assert len(many.captured_queries) == len(one.captured_queries)
