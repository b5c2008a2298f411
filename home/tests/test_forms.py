"""Forms of visitors, from the empty form to the mail in the mailbox of the staff."""

import time
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.utils.translation import gettext
from wagtail.blocks import StreamBlockValidationError
from wagtail.models import PageViewRestriction
from wagtail_localize.segments.extract import extract_segments

from core.form_guard import MOST_SECONDS, TOKEN, TRAP, Finding, signer
from core.models import SendingState
from core.throttle import Budget
from home import services
from home.models import FormEntry, FormPage
from tests.tree import text_of

pytestmark = pytest.mark.django_db

MINUTE = 60
ANSWERS = {"name": "Anna de Wit", "email": "anna@example.org", "message": "Kom eens langs!"}
# Each of these once broke a form, a database, a mail or a page somewhere.
NAUGHTY = [
    "' OR 1=1 --", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7|add:7 }}", "${7*7}",
    "%s%n%d", "=cmd|' /C calc'!A0", "../../etc/passwd", "\\", "'", "Å∑´®†¥¨ˆøπ", "田中さんにあげて下さい", "ﷺ", "הָיְתָה",
    "🏳️‍🌈👩‍👩‍👧‍👦", "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè", "\u202eanna", "\ufeff", "\u2028", "\x85", "\x00", "a\x00b", "\x1b[31m",
    "\ud800", "\U0010ffff", "NaN", "None", "x" * 6000, "a@b.nl\r\nBcc: x@example.org",
    "a@b.nl%0d%0aBcc: x@example.org",
]  # fmt: skip


@pytest.fixture
def form_page(tree):
    return tree.form_page(slug="laat-je-horen")


@pytest.fixture
def on_commit(django_capture_on_commit_callbacks):
    """What happens after the answer was sent happens when this block ends."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def token(page, age=MINUTE):
    return signer.sign_object({"for": page.purpose, "at": int(time.time()) - age})


def send(client, page, *, age=MINUTE, headers=None, **answers):
    return client.post(page.action, {TOKEN: token(page, age), **ANSWERS, **answers}, headers=headers)


def parsed(response):
    return BeautifulSoup(response.content, "html.parser")


# --- The form ---


def test_form_without_fields_of_its_own_asks_name_email_and_message(form_page, visit):
    form = visit(form_page.url).find("form", class_="form")

    labels = [text_of(label).split(" (")[0] for label in form.find_all(class_="form__label")]
    assert labels == [gettext("Your name"), gettext("Your e-mail address"), gettext("Your message")]
    assert [bool(form.find(attrs={"name": name}).get("aria-required")) for name in ANSWERS] == [
        True,
        False,
        True,
    ]
    assert "required" not in form.find(attrs={"name": "name"}).attrs
    assert form.has_attr("novalidate")


def test_form_asks_what_the_editor_put_together(tree, visit):
    page = tree.form_page(
        asks=[
            {"label": "Uw straat"},
            {"label": "Soort", "field_type": "dropdown", "choices": "Klacht\n\nTip, idee\n"},
            {"label": "Antwoord", "field_type": "radio", "choices": "ja\nnee", "required": False},
            {"label": "Ik woon hier", "field_type": "checkbox"},
            {"label": "Telefoon", "field_type": "telephone"},
        ]
    )

    form = visit(page.url).find("form", class_="form")

    assert form.find(attrs={"name": "uw_straat"})["type"] == "text"
    assert [text_of(option) for option in form.find("select")("option")] == [
        gettext("Choose an answer"),
        "Klacht",
        "Tip, idee",
    ]
    assert [radio["value"] for radio in form.find_all(type="radio")] == ["ja", "nee"]
    assert text_of(form.find("legend")) == f"Antwoord {gettext('(not compulsory)')}"
    assert form.find(type="tel")["autocomplete"] == "tel"
    ids = [field["id"] for field in form.select("[id]")]
    assert len(ids) == len(set(ids))


def test_form_says_what_happens_with_the_answers(tree, visit):
    page = tree.form_page(notice="<p>Alleen de redactie leest mee.</p>", keep_months=1)

    notice = text_of(visit(page.url).find(class_="form__notice"))

    assert notice == f"Alleen de redactie leest mee. {page.period}"
    assert "1" in page.period


def test_page_with_a_form_sets_no_cookie_and_may_be_kept_by_a_cache(form_page, client):
    response = client.get(form_page.url)

    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert response["Cache-Control"].startswith("public")


def test_form_cannot_go_on_line_without_a_mailbox(tree):
    with pytest.raises(ValidationError, match="contact"):
        tree.home.add_child(
            instance=FormPage(title="Laat je horen", slug="laat-je-horen", lead="Schrijf ons.")
        )

    draft = FormPage(title="Laat je horen", slug="laat-je-horen", lead="Schrijf ons.", live=False)
    draft.contact = tree.form_page().contact
    tree.home.add_child(instance=draft)


@pytest.mark.parametrize(
    "field",
    [
        {"label": "Soort", "field_type": "dropdown", "choices": "een"},
        {"label": "Soort", "field_type": "radio"},
        {"label": "?!"},
        {"label": "Mail state"},
    ],
)
def test_field_that_could_not_be_answered_or_kept_is_refused(tree, field):
    page = tree.form_page(asks=[{"label": "Soort"}])
    question = page.form_fields.get()
    for name, value in field.items():
        setattr(question, name, value)

    with pytest.raises(ValidationError):
        question.full_clean()


# --- What was filled in arrives ---


def test_answers_are_kept_and_mailed_and_the_visitor_is_thanked(form_page, client, on_commit):
    with on_commit():
        response = send(client, form_page)

    assert response.status_code == 302
    assert response.url == form_page.received_url
    assert not response.cookies
    entry = FormEntry.objects.get()
    assert entry.form_data == ANSWERS
    assert entry.page_id == form_page.pk
    assert entry.mail.state == SendingState.SENT
    (message,) = mail.outbox
    assert message.to == ["redactie@lsabewoners.example"]
    assert message.reply_to == ["anna@example.org"]
    assert "Kom eens langs!" in message.body


def test_received_page_says_thanks_and_nothing_of_what_was_sent(form_page, visit, client):
    form_page.thank_you = "<p>Binnen een week hoor je van ons.</p>"
    form_page.save()

    soup = visit(form_page.received_url)

    assert text_of(soup.h1) == gettext("Thank you, your message has arrived")
    assert "Binnen een week" in text_of(soup.main)
    assert soup.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert not client.get(form_page.received_url).cookies


def test_what_the_visitor_was_told_is_kept_with_the_answers(tree, client):
    page = tree.form_page(notice='<p>Zie <a href="https://example.org">privacy</a>.</p>')
    send(client, page, message="Een")
    page.notice = ""
    page.save()
    send(client, page, message="Twee")
    send(client, page, message="Drie")

    first, second, third = FormEntry.objects.order_by("pk")
    assert "privacy" in first.notice_text
    assert "12" in second.notice_text
    assert first.notice_version != second.notice_version == third.notice_version


def test_nothing_tells_where_the_answers_came_from(form_page, client):
    client.post(form_page.action, {TOKEN: token(form_page), **ANSWERS}, REMOTE_ADDR="192.0.2.7")

    entry = FormEntry.objects.get()
    assert "192.0.2.7" not in str(vars(entry))
    with connection.cursor() as cursor:
        cursor.execute("SELECT subject FROM core_spending")
        assert "192.0.2.7" not in str(cursor.fetchall())


def test_mail_holds_no_word_of_the_visitor_in_its_head(tree, client, on_commit):
    page = tree.form_page(title="Laat je\nhoren")
    with on_commit():
        send(client, page, name="WIN A PRIZE", message="<b>WIN A PRIZE</b> & more")

    message = mail.outbox[0].message()
    assert mail.outbox[0].subject == gettext("Form “%(page)s”: new message") % {"page": "Laat je horen"}
    assert not [name for name, value in message.items() if "PRIZE" in value]
    assert "<b>" not in mail.outbox[0].alternatives[0].content.partition("</head>")[2]
    assert "<b>WIN A PRIZE</b> & more" in mail.outbox[0].body


def test_mail_without_address_has_no_reply_to(form_page, client, on_commit):
    with on_commit():
        send(client, form_page, email="")

    assert "Reply-To" not in mail.outbox[0].message()
    assert gettext("The visitor left no e-mail address.") in mail.outbox[0].body


def test_tick_is_yes_or_no_in_mail_and_list(tree, client, on_commit):
    page = tree.form_page(asks=[{"label": "Ik woon hier", "field_type": "checkbox", "required": False}])
    with on_commit():
        client.post(page.action, {TOKEN: token(page), "ik_woon_hier": "on"})
        client.post(page.action, {TOKEN: token(page)})

    assert [entry.get_data()["ik_woon_hier"] for entry in FormEntry.objects.order_by("pk")] == [
        gettext("yes"),
        gettext("no"),
    ]
    assert f"Ik woon hier\n{gettext('yes')}" in mail.outbox[0].body


def test_question_that_was_removed_keeps_its_answers(tree, client):
    page = tree.form_page(asks=[{"label": "Straat"}, {"label": "Huisnummer"}])
    client.post(page.action, {TOKEN: token(page), "straat": "Dorpsstraat", "huisnummer": "7"})
    page.form_fields.get(label="Straat").delete()
    page.refresh_from_db()

    assert FormEntry.objects.get().answers_to(page) == [("Huisnummer", "7"), ("straat", "Dorpsstraat")]


# --- What must be mended ---


def test_errors_are_named_at_the_top_and_at_the_field_and_nothing_is_lost(form_page, client):
    response = send(client, form_page, name="", email="anna")

    assert response.status_code == 422
    assert not response.cookies
    soup = parsed(response)
    assert soup.title.string.startswith(gettext("Error: ") + "Laat je horen")
    heading = soup.find(id="form-problems")
    assert heading.has_attr("autofocus")
    assert heading["tabindex"] == "-1"
    links = soup.find(class_="form-problems")("a")
    assert [text_of(link) for link in links] == [
        gettext("Fill in “%(label)s”.") % {"label": gettext("Your name")},
        gettext("Fill in an e-mail address such as name@example.org."),
    ]
    for link in links:
        field = soup.find(id=link["href"].removeprefix("#"))
        assert field["aria-invalid"] == "true"
        error = soup.find(id=field["aria-describedby"].split()[-1])
        assert text_of(error) == f"{gettext('Error:')} {text_of(link)}"
    assert soup.find(attrs={"name": "email"})["value"] == "anna"
    assert soup.find("textarea").string.strip() == ANSWERS["message"]
    assert not FormEntry.objects.exists()


def test_mended_form_is_accepted_at_once_with_the_token_that_came_along(form_page, client):
    first = send(client, form_page, name="", age=MINUTE)
    carried = parsed(first).find(attrs={"name": TOKEN})["value"]

    response = client.post(form_page.action, {TOKEN: carried, **ANSWERS})

    assert response.status_code == 302


def test_error_of_a_choice_links_to_its_first_answer(tree, client):
    page = tree.form_page(asks=[{"label": "Antwoord", "field_type": "radio", "choices": "ja\nnee"}])

    soup = parsed(client.post(page.action, {TOKEN: token(page), "antwoord": "misschien"}))

    (link,) = soup.find(class_="form-problems")("a")
    assert text_of(link) == gettext("Choose an answer at “%(label)s”.") % {"label": "Antwoord"}
    assert soup.find(id=link["href"].removeprefix("#"))["value"] == "ja"
    assert soup.find(id=soup.find("fieldset")["aria-describedby"])


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_form_of_another_site_is_refused(form_page, client, headers):
    response = send(client, form_page, headers=headers)

    assert response.status_code == 403
    assert parsed(response).h1
    assert not FormEntry.objects.exists()


@pytest.mark.parametrize(
    ("age", "sent", "status"),
    [
        (0, {}, 422),
        (MOST_SECONDS + 60, {}, 422),
        (MINUTE, {TRAP: "https://spam.example"}, 422),
        (MINUTE, {TOKEN: "made-up"}, 403),
        (MINUTE, {TOKEN: ""}, 403),
    ],
    ids=["too fast", "too old", "robot", "made-up token", "no token"],
)
def test_guarded_form_comes_back_with_its_text_and_can_be_sent_again(
    form_page, client, freezer, age, sent, status
):
    response = send(client, form_page, age=age, **sent)

    assert response.status_code == status
    soup = parsed(response)
    assert len(soup.find(class_="form-problems")("li")) == 1
    assert soup.find("textarea").string.strip() == ANSWERS["message"]
    assert soup.find(attrs={"name": TRAP}).get("value", "") == ""
    assert not FormEntry.objects.exists()

    freezer.tick(5)
    again = client.post(form_page.action, {TOKEN: soup.find(attrs={"name": TOKEN})["value"], **ANSWERS})
    assert again.status_code == 302
    assert FormEntry.objects.count() == 1


def test_who_sends_too_fast_hears_first_what_must_be_mended(form_page, client, freezer):
    wrong = parsed(send(client, form_page, age=0, message=""))
    right = parsed(send(client, form_page, age=0))

    assert [problem.a is not None for problem in wrong.find(class_="form-problems")("li")] == [True]
    assert text_of(right.find(class_="form-problems").li) == Finding.TOO_FAST.label
    assert not FormEntry.objects.exists()


def test_token_of_one_form_does_not_open_another(tree, form_page, client):
    other = tree.form_page("Meld je aan")

    assert client.post(form_page.action, {TOKEN: token(other), **ANSWERS}).status_code == 403


def post_bytes(client, page, sent):
    """Sends also what is no Unicode, as a program may."""
    body = urlencode({name: text.encode("utf-8", "surrogatepass") for name, text in sent.items()})
    return client.post(page.action, body, content_type="application/x-www-form-urlencoded")


@pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
def test_any_text_is_kept_or_refused_in_words(form_page, client, on_commit, text):
    sent = {TOKEN: token(form_page), "name": text, "email": text, "message": text}
    with on_commit():
        response = post_bytes(client, form_page, sent)
        kept = post_bytes(client, form_page, sent | {"name": "Anna", "email": ""})

    assert response.status_code == 422
    assert kept.status_code in {302, 422}
    assert b"<script>alert" not in response.content
    assert b"<img src=x" not in response.content
    assert len(mail.outbox) == FormEntry.objects.count() == (kept.status_code == 302)
    for message in mail.outbox:
        assert message.recipients() == ["redactie@lsabewoners.example"]


@pytest.mark.parametrize("name", ["name", "email"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "%0d%0a"], ids=ascii)
def test_header_cannot_be_slipped_into_the_mail(form_page, client, on_commit, name, end):
    with on_commit():
        send(client, form_page, **{name: f"anna@example.org{end}Bcc: x@example.net"})

    for message in mail.outbox:
        assert message.recipients() == ["redactie@lsabewoners.example"]
        assert "Bcc" not in message.message()


# --- Once, and not too often ---


def test_form_sent_twice_is_kept_once(form_page, client, on_commit):
    sent = {TOKEN: token(form_page), **ANSWERS}
    with on_commit():
        answers = [client.post(form_page.action, sent) for _ in range(3)]

    assert {answer.url for answer in answers} == {form_page.received_url}
    assert FormEntry.objects.count() == 1
    assert len(mail.outbox) == 1


def test_other_answers_with_the_token_of_a_cached_page_are_kept_too(form_page, client):
    shared = token(form_page)
    client.post(form_page.action, {TOKEN: shared, **ANSWERS})
    client.post(form_page.action, {TOKEN: shared, **ANSWERS, "message": "Van iemand anders"})

    assert FormEntry.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_form_sent_ten_times_at_once_is_kept_and_mailed_once(form_page):
    sent = {TOKEN: token(form_page), **ANSWERS}

    def post(_):
        try:
            return Client().post(form_page.action, sent).url
        finally:
            connections.close_all()

    with ThreadPoolExecutor(10) as pool:
        assert set(pool.map(post, range(10))) == {form_page.received_url}

    assert FormEntry.objects.count() == 1
    assert len(mail.outbox) == 1


def test_network_that_sends_too_much_waits_and_loses_nothing(form_page, client, monkeypatch):
    monkeypatch.setattr(services, "PER_NETWORK", Budget("form_network", amount=2, seconds=600))
    for number in range(2):
        assert send(client, form_page, message=f"Nummer {number}").status_code == 302

    response = send(client, form_page, message="Nummer 3")

    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 600
    assert not response.cookies
    soup = parsed(response)
    assert soup.find("textarea").string.strip() == "Nummer 3"
    assert len(soup.find(class_="form-problems")("li")) == 1
    assert FormEntry.objects.count() == 2
    other = client.post(form_page.action, {TOKEN: token(form_page), **ANSWERS}, REMOTE_ADDR="192.0.2.9")
    assert other.status_code == 302


def test_form_that_gets_too_much_rests_for_everybody(form_page, client, monkeypatch):
    monkeypatch.setattr(services, "PER_FORM", Budget("form", amount=2, seconds=3600))
    statuses = [
        client.post(
            form_page.action,
            {TOKEN: token(form_page), **ANSWERS, "message": f"Bericht {host}"},
            REMOTE_ADDR=f"192.0.2.{host}",
        ).status_code
        for host in range(3)
    ]

    assert statuses == [302, 302, 429]
    assert FormEntry.objects.count() == 2


def test_sending_again_what_has_arrived_costs_no_budget(form_page, client, monkeypatch):
    monkeypatch.setattr(services, "PER_NETWORK", Budget("form_network", amount=1, seconds=600))
    sent = {TOKEN: token(form_page), **ANSWERS}

    assert [client.post(form_page.action, sent).status_code for _ in range(3)] == [302] * 3


# --- Pages that take no form ---


def test_opening_the_address_of_the_form_leads_to_its_page(form_page, client):
    assert client.get(form_page.action, headers={"Sec-Fetch-Site": "cross-site"}).url == form_page.url


def test_page_itself_takes_no_form(form_page):
    strict = Client(enforce_csrf_checks=True)

    assert strict.post(form_page.url, {TOKEN: token(form_page), **ANSWERS}).status_code == 403
    assert strict.post(form_page.action, {TOKEN: token(form_page), **ANSWERS}).status_code == 302


def test_form_that_is_off_line_or_private_takes_nothing(tree, form_page, client):
    draft = tree.form_page("Concept", live=False)
    PageViewRestriction.objects.create(page=form_page, restriction_type="login")

    assert [send(client, form).status_code for form in (draft, form_page)] == [404, 404]
    assert [client.get(form.received_url).status_code for form in (draft, form_page)] == [404, 404]
    assert not FormEntry.objects.exists()


def test_form_speaks_the_language_of_its_page(tree, form_page, english, client):
    home = tree.home.copy_for_translation(english)
    home.slug = "home-en"
    home.save_revision().publish()
    translation = form_page.copy_for_translation(english)
    translation.save_revision().publish()

    assert translation.action.startswith("/en/")
    assert send(client, translation).url == translation.received_url
    assert FormEntry.objects.get().page_id == translation.pk
    assert client.post(f"/en{form_page.action}", {TOKEN: token(form_page), **ANSWERS}).status_code == 404


def test_questions_are_translated_and_keep_the_name_of_their_answers(tree, english):
    page = tree.form_page(asks=[{"label": "Uw straat"}])
    translation = page.copy_for_translation(english, copy_parents=True)
    (question,) = translation.form_fields.all()

    assert question.locale == english
    assert question.translation_key == page.form_fields.get().translation_key
    assert question.clean_name == "uw_straat"


def test_translators_get_the_words_of_a_question_and_not_the_name_of_its_answers(tree):
    page = tree.form_page(
        asks=[
            {"label": "Soort", "field_type": "radio", "choices": "Klacht\nTip", "help_text": "Kies er een."}
        ]
    )

    paths = {
        segment.path.split(".")[-1] for segment in extract_segments(page) if "form_fields" in segment.path
    }

    assert paths == {"label", "choices", "help_text"}


# --- In a story ---


def story_with(form):
    return [{"type": "form", "value": {"page": form.pk}}]


def test_form_in_a_story_can_be_sent_from_there(tree, form_page, visit, client):
    article = tree.news(body=story_with(form_page))

    section = visit(article.url).find(class_="form-section")

    form = section.find("form")
    assert text_of(section.h2) == "Laat je horen"
    assert form["action"] == form_page.action
    carried = form.find(attrs={"name": TOKEN})["value"]
    assert client.post(form["action"], {TOKEN: carried, **ANSWERS}).status_code == 422  # faster than a reader


@pytest.mark.parametrize("state", ["off line", "private", "deleted"])
def test_form_that_nobody_can_send_is_not_shown_in_a_story(tree, form_page, visit, state):
    article = tree.news(body=story_with(form_page))
    if state == "off line":
        form_page.unpublish()
    elif state == "private":
        PageViewRestriction.objects.create(page=form_page, restriction_type="login")
    else:
        form_page.delete()

    main = visit(article.url).main

    assert not main.find("form")
    assert not main.find(class_="form-section")


def test_form_is_not_shown_twice_on_its_own_page(form_page, visit):
    form_page.body = story_with(form_page)
    form_page.save()

    assert len(visit(form_page.url).main.find_all("form")) == 1


def test_dutch_form_on_an_english_page_is_marked_as_dutch(tree, form_page, english, visit):
    for parent, slug in [(tree.home, "home-en"), (tree.news_index, "news")]:
        copy = parent.copy_for_translation(english)
        copy.slug = slug
        copy.save_revision().publish()
    article = tree.news(slug="met-formulier", body=story_with(form_page)).copy_for_translation(english)
    article.save_revision().publish()

    section = visit(article.url).find(class_="form-section")

    assert section["lang"] == "nl"
    assert section.form["action"] == form_page.action


def test_story_cannot_be_saved_with_a_form_that_is_off_line(tree, form_page):
    form_page.unpublish()
    article = tree.news(body=story_with(form_page))

    with pytest.raises(StreamBlockValidationError):
        article.body.stream_block.clean(article.body)


# --- What happens later ---


def test_answers_are_deleted_after_the_promised_period(tree, client, freezer):
    freezer.move_to("2026-01-15 12:00:00")
    short, long = tree.form_page(keep_months=1), tree.form_page("Lang", keep_months=12)
    send(client, short)
    send(client, long)

    freezer.move_to("2026-02-15 11:59:59")
    assert services.delete_outdated_entries() == 0
    freezer.move_to("2026-02-15 12:00:01")
    call_command("housekeep", stdout=StringIO())
    assert FormEntry.objects.get().page_id == long.pk


# --- For the staff ---


def test_list_shows_question_answer_and_whether_it_was_mailed(form_page, client, admin_client):
    send(client, form_page)

    soup = parsed(admin_client.get(f"/admin/forms/submissions/{form_page.pk}/"))

    table = soup.find("table", class_="listing")
    headings = [text_of(heading) for heading in table.thead("th")][1:]
    cells = [text_of(cell) for cell in table.tbody("td")][1:]
    assert headings[1:] == [
        gettext("Your name"),
        gettext("Your e-mail address"),
        gettext("Your message"),
        gettext("Mail"),
    ]
    assert cells[1:] == [*ANSWERS.values(), gettext("waiting")]


def test_T42_export_runs_no_formula_and_holds_what_the_visitor_was_told(form_page, client, admin_client):
    send(client, form_page, name="=1+1", message="@SUM(A1)")

    response = admin_client.get(f"/admin/forms/submissions/{form_page.pk}/?export=csv")

    exported = b"".join(response.streaming_content).decode()
    assert "'=1+1" in exported
    assert "'@SUM(A1)" in exported
    assert form_page.period in exported


def test_editor_can_make_a_form(tree, admin_client):
    address = f"/admin/pages/add/home/formpage/{tree.home.pk}/"
    fields = {
        "title": "Vraag het ons",
        "slug": "vraag-het-ons",
        "lead": "Wij antwoorden.",
        "body-count": "0",
        "keep_months": "6",
    }
    for formset in ("form_fields", "footnotes", "comments"):
        fields |= {f"{formset}-TOTAL_FORMS": "0", f"{formset}-INITIAL_FORMS": "0"}

    response = admin_client.post(address, fields)

    made = FormPage.objects.get()
    assert (made.title, made.live, made.get_parent().specific) == ("Vraag het ons", False, tree.home)
    assert response["Location"] == f"/admin/pages/{made.pk}/edit/"


@pytest.mark.parametrize(
    ("mode", "heading", "fields"),
    [
        ("form", "Laat je horen", ["name", "email", "message"]),
        ("landing", "Dank u wel, uw bericht is aangekomen", []),
    ],
)
def test_form_can_be_previewed_before_it_is_saved(tree, mode, heading, fields):
    draft = FormPage(
        title="Laat je horen",
        lead="Schrijf ons.",
        locale=tree.home.locale,
        path=tree.home.path + "0001",
        depth=3,
    )

    page = parsed(draft.make_preview_request(preview_mode=mode))

    assert text_of(page.h1) == heading
    assert [field["name"] for field in page.select(".form__field :is(input, textarea)[name]")] == fields
