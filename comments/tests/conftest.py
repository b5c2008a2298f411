"""A visitor who writes, and comments in whatever state a test needs."""

from itertools import count

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import translation

from comments import proof
from comments.enums import Rule, State
from comments.models import Comment, CommentSettings, SectionRule
from comments.services.posting import conversation_of

numbers = count(1)


@pytest.fixture(autouse=True)
def no_waiting(request, monkeypatch):
    """Lets a test send a form at once, unless it is about that (``@pytest.mark.usefixtures`` of its own)."""
    monkeypatch.setattr("core.form_guard.LEAST_SECONDS", 0)


@pytest.fixture(autouse=True)
def dutch():
    """An English address of the test before leaves its language behind."""
    translation.activate("nl")


@pytest.fixture
def article(tree):
    return tree.news(title="Buurtfeest", slug="buurtfeest")


@pytest.fixture
def set_rule(db):
    """Gives a page and what is below it a rule: ``set_rule(page, Rule.OPEN)``."""

    def make(page, rule: Rule, **fields) -> SectionRule:
        return SectionRule.objects.update_or_create(page_id=page.pk, defaults={"rule": rule, **fields})[0]

    return make


@pytest.fixture
def settings_of_comments(db):
    """Changes the settings of the app: ``settings_of_comments(edit_minutes=5)``."""

    def change(**values) -> CommentSettings:
        settings = CommentSettings.current()
        for name, value in values.items():
            setattr(settings, name, value)
        settings.save()
        return settings

    return change


@pytest.fixture
def make_comment(db):
    """Makes a comment on a page without the form: ``make_comment(page, "text", state=State.HELD)``."""

    def make(page, text="Wat een mooi feest.", **fields) -> Comment:
        defaults = {
            "conversation": conversation_of(page),
            "name": "Anna",
            "text": text,
            "state": State.APPROVED,
            "language": page.locale.language_code,
            "key": f"test-{next(numbers)}",
        }
        if fields.get("parent"):
            fields["parent"] = fields["parent"].root
        return Comment.objects.create(**defaults | fields)

    return make


@pytest.fixture
def visitor(client):
    """Fills in the form of a page as a visitor: ``visitor.send(page, text="…")``."""
    return Visitor(client)


class Visitor:
    def __init__(self, client):
        self.client = client

    def form(self, page, **query) -> dict:
        """The fields of the empty form of a page, hidden ones included."""
        response = self.client.get(reverse("comments:write", args=[page.pk]), query)
        return fields_of(response)

    def send(self, page, *, solved=False, answers=None, fields=None, **words):
        """Sends the form (an empty one, or ``fields``); gives the answer of the server."""
        fields = fields or self.form(page, **({"answers": answers.pk} if answers else {}))
        if solved:
            fields["proof"] = self.solution(page)
        sent = fields | {"name": "Anna", "text": "Wat een mooi feest."} | words
        return self.client.post(reverse("comments:write", args=[page.pk]), sent)

    def solution(self, page) -> str:
        """What the browser would find."""
        return solve(self.client.get(reverse("comments:challenge", args=[page.pk])).json())


def fields_of(response) -> dict:
    """Names and values of the form on a page, without what is not ticked."""
    form = BeautifulSoup(response.content, "html.parser").select_one("main form, form")
    fields = {}
    for element in form.select("input, textarea"):
        if element.get("type") in ("checkbox", "radio") and not element.has_attr("checked"):
            continue
        fields[element["name"]] = element.get("value") or element.get_text()
    return fields


def solve(challenge: dict) -> str:
    """The payload for a challenge, found with the library that made it."""
    import altcha

    made = altcha.Challenge.from_dict(challenge)
    return altcha.Payload(made, altcha.solve_challenge(made)).to_base64()


@pytest.fixture
def cheap_proof(monkeypatch):
    """Draws small numbers, for tests that solve many."""
    monkeypatch.setattr(proof, "LEAST_TRIES", 1)
    monkeypatch.setattr(proof, "MOST_TRIES", 3)
