"""Every mail of the site in both forms: a title, one heading, links that say where to, the same in plain text."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.utils import timezone

from core.outbox import post
from tests.tree import text_of

pytestmark = pytest.mark.django_db

FOLDER = Path(settings.BASE_DIR) / "templates" / "emails"
NAMES = sorted(path.stem for path in FOLDER.glob("*.html") if path.stem != "base")
LINKS = (
    "confirm", "data", "item", "list", "queue", "receipt", "status", "unfollow", "unfollow_all",
)  # fmt: skip
FACTS = {
    "answers": [("Naam", "Anna"), ("Bericht", "Eerst dit.\nDan dat.")],
    "button": "Naar uw pagina",
    "code": "123456",
    "comment": SimpleNamespace(is_visible=True),
    "days": 4,
    "first": "Het verhaal is binnen.",
    "minutes": 10,
    "number": 3,
    "oldest": timezone.now(),
    "outcome": "refused",
    "page": SimpleNamespace(title="Schrijf ons", full_url="https://example.org/schrijf-ons/"),
    "page_title": "Buurtfeest",
    "path": "/inloggen/link/x/",
    "permalink": "https://example.org/reacties/1/",
    "reason": "Eerst dit.\nDan dat.",
    "report": SimpleNamespace(outcome="upheld", answer="Eerst dit.\nDan dat."),
    "rest": ["Tot dan kunt u niets wijzigen."],
    "subject": "Het verhaal is binnen",
    "url": "https://example.org/mijn/1/",
} | {f"{name}_url": f"https://example.org/{name}/" for name in LINKS}


def mail_of(name: str, **facts):
    return post(to="anna@example.org", cause=f"test {name}", template=name, context=FACTS | facts)


@pytest.mark.parametrize("name", NAMES)
def test_mail_is_complete_as_html_and_as_text(name):
    mail = mail_of(name)

    page = BeautifulSoup(mail.html, "html.parser")
    site = settings.WAGTAILADMIN_BASE_URL
    links = {link["href"]: text_of(link) for link in page.select("a")}
    assert [len(page.select(tag)) for tag in ("h1", "header", "main", "footer")] == [1, 1, 1, 1]
    assert text_of(page.title) == text_of(page.h1)
    assert not [words for words in links.values() if not words or "://" in words]
    assert [href for href in links if href.removesuffix("/") not in mail.text] == []
    assert mail.text.endswith(f"\n{settings.WAGTAIL_SITE_NAME}\n{site}\n")
    assert "\n\n\n" not in mail.text
    assert mail.subject


@pytest.mark.parametrize("name", ["comment_decision", "comment_report"])
def test_reason_of_two_lines_is_not_run_together(name):
    assert "Eerst dit.<br>Dan dat." in mail_of(name).html


@pytest.mark.parametrize("outcome", ["approved", "masked", "refused"])
def test_title_of_a_decision_is_its_heading(outcome):
    mail = mail_of("comment_decision", outcome=outcome)

    page = BeautifulSoup(mail.html, "html.parser")
    assert text_of(page.title) == text_of(page.h1) == mail.subject
    assert (f"pagina:\n{FACTS['permalink']}\n" in mail.text) == (outcome == "approved")
