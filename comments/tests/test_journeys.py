"""A browser posts, sees the hold, is approved in the admin and sees the comment; with and without JavaScript.

And what a script in a comment does in a browser: nothing (safety T1).
"""

import itertools
import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from comments.enums import Action, Rule, State
from comments.models import Comment, ModeratorPreference
from comments.services.moderating import decide
from comments.tests.conftest import Visitor
from comments.threads import PER_PAGE
from core.models import OutboxMail
from users.models import User
from users.roles import COMMENT_MODERATOR, ensure_roles


@pytest.fixture
def moderator(tree):
    ensure_roles()
    user = User.objects.create_user("wies@example.org", "koffie-in-de-straat", first_name="Wies")
    user.groups.add(Group.objects.get(name=COMMENT_MODERATOR.group_name))
    return user


def sign_in(page, live_server, path):
    page.goto(f"{live_server.url}/admin/login/?next={path}")
    page.locator("#id_username").fill("wies@example.org")
    page.locator("#id_password").fill("koffie-in-de-straat")
    page.locator("button[type=submit]").click()


def test_with_javascript_in_the_page_of_the_article(live_server, article, moderator, page, complaints):
    page.goto(live_server.url + article.url)
    page.locator("#comments").get_by_role("link", name="Schrijf een reactie").click()
    expect(page.get_by_label("Uw naam")).to_be_focused()
    page.get_by_label("Uw naam").fill("Mieke")
    page.get_by_label("Uw reactie").fill("Wat een mooi feest.")
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("wacht op controle")
    private = page.url
    comment = Comment.objects.get()
    assert (comment.state, comment.proven) == (State.HELD, True)

    sign_in(page, live_server, reverse("comments_admin:queue"))
    page.get_by_role("link", name="Mieke").click()
    page.get_by_role("button", name="Goedkeuren").press("Enter")
    expect(page.locator(".messages")).to_contain_text("Reactie van Mieke: goedgekeurd.")

    page.context.clear_cookies()  # a visitor again, without the bar of the staff
    page.goto(private)
    page.get_by_role("link", name="Lees uw reactie op de pagina").click()
    expect(page.locator(".comment:target .comment__text")).to_have_text("Wat een mooi feest.")
    assert complaints == []


@pytest.mark.parametrize("challenge", [200, 429])
def test_form_that_the_back_button_took_from_memory_works_again(
    live_server, article, page, cheap_proof, challenge
):
    sent = []

    def take(route):
        if route.request.method != "POST":
            return route.continue_()
        sent.append(route.request.post_data)
        return route.fulfill(status=204)  # the browser stays where it is, as it does in a page from memory

    if challenge != 200:
        page.route("**/reacties/som/**", lambda route: route.fulfill(status=challenge))
    page.route("**/reacties/schrijf/**", take)
    page.goto(f"{live_server.url}/reacties/schrijf/{article.pk}/")
    page.get_by_label("Uw naam").fill("Mieke")
    page.get_by_label("Uw reactie").fill("Eerste reactie.")
    for number in (1, 2):
        with page.expect_request(lambda request: request.method == "POST"):
            page.get_by_role("button", name="Verstuur").click()
        page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
        assert len(sent) == number

    proofs = [re.search(r"[&?]proof=([^&]*)", f"&{data}")[1] for data in sent]
    assert (proofs[0] != proofs[1]) == (challenge == 200)


def test_without_javascript_on_the_page_of_the_form(live_server, article, moderator, browser):
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    page = context.new_page()
    page.goto(live_server.url + article.url)
    page.locator("#comments").get_by_role("link", name="Schrijf een reactie").click()
    page.get_by_role("button", name="Verstuur").click()
    page.get_by_role("link", name="Vul een naam in.").click()
    page.get_by_label("Uw naam").fill("Mieke")
    page.get_by_label("Uw reactie").fill("Zonder JavaScript.")
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("wacht op controle")
    comment = Comment.objects.get()
    assert (comment.state, comment.proven) == (State.HELD, False)

    Comment.objects.update(state=State.APPROVED)
    page.reload()
    page.get_by_role("link", name="Lees uw reactie op de pagina").click()
    expect(page.locator(".comment__text")).to_have_text("Zonder JavaScript.")
    assert context.cookies() == []
    context.close()


# --- T1: pieces of attacks, put together in every combination ---

SCRIPT = "window.__xss=1"
BREAKS = ["", '">', "'>", "</p>", "</script>", "</textarea>", "</title>", "-->", "]]>", "${", "{{", "&lt;"]
VECTORS = [
    f"<script>{SCRIPT}</script>",
    f"<img src=x onerror={SCRIPT}>",
    f"<svg onload={SCRIPT}>",
    f"<svg><script>{SCRIPT}</script></svg>",
    f"<body onload={SCRIPT}>",
    f"<iframe srcdoc='<script>parent.{SCRIPT}</script>'></iframe>",
    f"<a href=javascript:{SCRIPT}>x</a>",
    f"<a href='java\tscript:{SCRIPT}'>x</a>",
    f"<details open ontoggle={SCRIPT}>",
    f"<input autofocus onfocus={SCRIPT}>",
    f"<math><mi//xlink:href='data:x,<script>{SCRIPT}</script>'>",
    f"<style>@import 'javascript:{SCRIPT}';</style>",
    f"<base href=//evil.example/><meta http-equiv=refresh content='0;javascript:{SCRIPT}'>",
    f"<object data='data:text/html,<script>{SCRIPT}</script>'></object>",
    f"<template><script>{SCRIPT}</script></template>",
    f"<!--[if IE]><script>{SCRIPT}</script><![endif]-->",
    f"<ſcript>{SCRIPT}</ſcript>",
    f"<scr<script>ipt>{SCRIPT}</scr</script>ipt>",
    f"%3Cscript%3E{SCRIPT}%3C/script%3E",
    f"&#60;script&#62;{SCRIPT}&#60;/script&#62;",
    f"\\u003cscript\\u003e{SCRIPT}\\u003c/script\\u003e",
    f"javascript:/*--></title></style></textarea></script><svg/onload={SCRIPT}>",
    f"+ADw-script+AD4-{SCRIPT}+ADw-/script+AD4-",
    "http://evil.example/?q=<b>x</b>",
    "mailto:x@evil.example",
]
ENDS = ["", "//", "<!--"]
TAGS = [
    "img src=x",
    "svg",
    "video src=x",
    "details open",
    "input autofocus",
    "a href=x",
    "x",
    "marquee",
    "iframe",
]
SPACES = [" ", "/", "\t", "\n", "\xa0"]
EVENTS = (
    "onerror onload ontoggle onfocus onclick onmouseover onpointerenter onanimationend onstart ONERROR ONLOAD"
)
QUOTES = ["", '"', "'", "`"]
TAILS = [">", " x", "//"]
HANDLERS = [
    f"<{tag}{space}{event}={quote}{SCRIPT}{quote}{tail}"
    for tag, space, event, quote, tail in itertools.product(TAGS, SPACES, EVENTS.split(), QUOTES, TAILS)
]
PAYLOADS = ["".join(parts) for parts in itertools.product(BREAKS, VECTORS, ENDS)] + HANDLERS
BATCH = 50
BATCHES = -(-len(PAYLOADS) // BATCH)
PAGES = -(-BATCHES // PER_PAGE)


@pytest.fixture
def corpus(article, set_rule, make_comment):
    """Every payload in the text of a comment, fifty in one, and each vector as a name."""
    for number, start in enumerate(range(0, len(PAYLOADS), BATCH)):
        text = "\n".join(PAYLOADS[start : start + BATCH])
        make_comment(article, text, name=VECTORS[number % len(VECTORS)][:80], original=text)
    return article


def allowed_in(element) -> set[str]:
    return {tag.name for tag in element.find_all(True)} if element else set()


def test_T1_corpus_goes_through_the_form_and_comes_out_as_text(article, set_rule, moderator, client):
    set_rule(article, Rule.HELD)
    ModeratorPreference.objects.create(user=moderator, mails="at_once")
    assert len(PAYLOADS) > 6_600  # as many as the public lists of such pieces hold
    text = "\n".join(PAYLOADS[:20])

    Visitor(client).send(
        article, text=text, name="<script>x</script>", email="anna@example.org", wants_decision="on"
    )
    Comment.objects.update(confirmed_at=timezone.now())
    decide(comment=Comment.objects.get(), action=Action.APPROVE, by=moderator)

    assert OutboxMail.objects.count() == 3
    for told in OutboxMail.objects.all():
        assert "script" not in f"{told.subject}{told.text}{told.html}"
    page = BeautifulSoup(client.get(article.url).content, "html.parser")
    assert allowed_in(page.select_one(".comment__text")) == {"p", "br"}
    shown = page.select_one(".comment__text").get_text("\n").split("\n")
    assert [line.strip() for line in shown if line.strip()] == text.split("\n")


@pytest.mark.django_db
def test_T1_every_output_shows_the_corpus_as_text(corpus, client, moderator):
    shown = 0
    for number in range(PAGES):
        page = BeautifulSoup(client.get(corpus.url, {"c": number + 1}).content, "html.parser")
        shown += len(page.select(".comment__text"))
        for element in page.select(".comment__text"):
            assert allowed_in(element) == {"p", "br"}
        for element in page.select(".comment__name"):
            assert allowed_in(element) == {"bdi"}
    assert shown == BATCHES
    client.force_login(moderator)
    queue = client.get(reverse("comments_admin:queue"), {"state": "all"})
    for element in BeautifulSoup(queue.content, "html.parser").select(
        ".comment-cell__text, .comment-cell__link"
    ):
        assert allowed_in(element) <= {"bdi"}
    for comment in Comment.objects.all()[:5]:
        desk = client.get(reverse("comments_admin:desk", args=[comment.pk]))
        for element in BeautifulSoup(desk.content, "html.parser").select(".desk__text, .desk__name"):
            assert allowed_in(element) <= {"p", "br", "bdi"}


def test_T1_browser_runs_nothing_on_the_page_or_on_the_desk(live_server, corpus, moderator, page, complaints):
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    first = Comment.objects.first()

    for number in range(PAGES):
        page.goto(f"{live_server.url}{corpus.url}?c={number + 1}")
        expect(page.locator(".comment__text").last).to_be_visible()
        assert page.evaluate("window.__xss") is None
    sign_in(page, live_server, reverse("comments_admin:desk", args=[first.pk]))
    expect(page.locator(".desk__text").first).to_be_visible()
    assert page.evaluate("window.__xss") is None
    page.goto(live_server.url + reverse("comments_admin:queue") + "?state=all")
    expect(page.locator(".comment-cell__text").first).to_be_visible()
    assert page.evaluate("window.__xss") is None

    assert dialogs == []
    assert complaints == []
