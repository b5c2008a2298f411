"""The demo site as ``load_demo`` builds it, with small drawings: who looks around finds no broken door."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.management import call_command
from django.test import Client, override_settings
from django.utils.translation import gettext
from pypdf import PdfReader
from wagtail.models import Page, Site

from comments.models import CommentSettings
from comments.services.privacy import REPORT_ADDRESS_DAYS
from comments.services.writing import CONFIRM_WITHIN
from core.enums import Province
from core.models import CustomDocument, CustomImage, Theme
from core.models.outbox import KEEP_FAILED, KEEP_SENT
from home.demo import pictures
from home.demo.site import follow_address
from home.models import FormPage, HomePage
from members.models import MemberPage
from members.models.joining import DECIDED_KEPT, UNCONFIRMED_KEPT
from members.models.people import INVITATION_KEPT
from news.models import NewsPage
from publications.models import PublicationPage
from tests import databases
from tests.tree import text_of
from users.models import User

pytestmark = pytest.mark.long

ORIGIN = "http://localhost"
SCHEMES = {"http", "https", "mailto", "tel", "webcal"}


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[str]:
    """Load the demo content once, into a database of its own without pages; gives what the command printed."""
    directory = tmp_path_factory.mktemp("demo")
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=directory / "media"),
        pytest.MonkeyPatch.context() as patch,
        databases.another(directory, "demo"),
    ):
        patch.setattr(pictures, "MOST_WIDTH", 240)
        welcome = Page.objects.get(depth=1).add_child(
            instance=Page(title="Welcome to Wagtail", slug="welcome")
        )
        Site.objects.update(root_page=welcome)
        HomePage.objects.get().delete()
        mail.outbox = []
        loaded = printed("load_demo")
        yield f"{loaded}Mails: {len(mail.outbox)}"


def printed(*command) -> str:
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


@pytest.fixture
def site(demo, db):
    """The loaded site; what a test changes is undone after it."""
    return demo


def dutch(model):
    return model.objects.live().filter(locale__language_code="nl")


def test_command_tells_who_may_sign_in(site):
    assert "redactie@example.org" in site
    assert User.objects.filter(email__endswith="@example.org").count() == site.count("@example.org")


def test_command_ends_with_who_may_sign_in_and_sends_no_mail(site):
    *lines, mails = site.splitlines()
    first = next(number for number, line in enumerate(lines) if "@example.org" in line)

    assert all("@example.org" in line for line in lines[first:-1])
    assert mails == "Mails: 0"


def test_site_moves_along_to_another_port_of_this_machine(site, settings):
    page = dutch(NewsPage).first()
    settings.WAGTAILADMIN_BASE_URL = "http://localhost:8123"

    follow_address()
    assert page.full_url.startswith("http://localhost:8123/")
    Site.objects.update(hostname="example.org", port=443)
    follow_address()

    assert Site.objects.get().port == 443


def test_every_page_opens_and_every_link_inside_the_site_leads_somewhere(site):
    visitor = Client(SERVER_NAME="localhost")
    seen, waiting, broken = {"/"}, ["/"], []
    while waiting:
        address = waiting.pop()
        response = visitor.get(address)
        if response.status_code not in (200, 301, 302):
            broken.append(f"{address}: {response.status_code}")
        if not response.get("Content-Type", "").startswith("text/html"):
            continue
        if b"@lsabewoners.nl" in response.content:
            broken.append(f"{address}: an address of somebody")
        soup = BeautifulSoup(response.content, "html.parser")
        for link in soup.select("a[href]"):
            target = urlsplit(urldefrag(urljoin(ORIGIN + address, link["href"])).url)
            if target.scheme not in SCHEMES:
                broken.append(f"{address}: {link['href']}")
            is_ours = target.scheme == "http" and target.hostname == "localhost"
            # Filters combine without end; one of each list is enough to know that they work.
            if is_ours and not target.query and target.path not in seen:
                seen.add(target.path)
                waiting.append(target.path)

    assert broken == []
    assert "/word-lid/" in seen
    assert len([address for address in seen if address.startswith("/en/")]) >= 5
    assert len(seen) > 80


def test_privacy_page_names_the_periods_that_hold(site):
    told = opened("/privacy/")
    rules = CommentSettings()
    days = {
        rules.keep_address_days,
        rules.keep_rejected_days,
        rules.keep_report_days,
        REPORT_ADDRESS_DAYS,
        DECIDED_KEPT.days,
        INVITATION_KEPT.days,
    }

    assert days == {30, 90}
    assert {int(number) for number in re.findall(r"(\d+) dagen", told)} == days
    assert (CONFIRM_WITHIN.days, rules.keep_follower_days) == (1, 365)  # “een dag”, “een jaar”
    assert (UNCONFIRMED_KEPT.days, KEEP_SENT.days, KEEP_FAILED.days) == (7, 7, 30)  # “een week”, “een maand”
    assert {f"{page.keep_months} maanden" for page in dutch(FormPage)} == {"12 maanden"}
    assert "12 maanden" in told


def test_cookies_page_names_every_cookie(site, settings):
    told = opened("/cookies/")

    for name in (settings.CSRF_COOKIE_NAME, settings.SESSION_COOKIE_NAME, settings.SIGN_IN_COOKIE):
        assert name in told
    assert timedelta(weeks=2).total_seconds() == settings.SESSION_COOKIE_AGE
    assert set(Client(SERVER_NAME="localhost").get("/inloggen/").cookies) == {settings.CSRF_COOKIE_NAME}


def test_page_about_membership_promises_what_the_form_does(site):
    assert gettext("The association reads it, usually within a week.") in opened("/word-lid/")
    assert "meestal binnen een week" in opened("/over-ons/lid-worden/")


def opened(address: str) -> str:
    """The text of a page of the loaded site."""
    response = Client(SERVER_NAME="localhost").get(address)
    return text_of(BeautifulSoup(response.content, "html.parser").main)


def test_loading_again_keeps_what_was_edited(site):
    page = NewsPage.objects.first()
    page.title = "Door een redacteur veranderd"
    page.save_revision().publish()
    before = [model.objects.count() for model in (Page, CustomImage, CustomDocument, User)]

    again = printed("load_demo")

    assert [model.objects.count() for model in (Page, CustomImage, CustomDocument, User)] == before
    assert NewsPage.objects.get(pk=page.pk).title == "Door een redacteur veranderd"
    assert "@example.org" not in again


def test_there_is_enough_to_look_at(site):
    news = dutch(NewsPage)
    members = dutch(MemberPage)
    years = set(news.values_list("date__year", flat=True))

    assert news.count() >= 8
    assert min(years) == 2017
    assert max(years) == date(2026, 1, 1).year
    assert members.count() >= 24
    assert set(members.exclude(place=None).values_list("place__province", flat=True)) == set(Province.values)
    assert all(member.body and member.lead for member in members)
    assert dutch(PublicationPage).count() == 6
    assert Theme.objects.filter(locale__language_code="nl").count() == 7


def test_visitor_can_write_from_the_contact_page(site):
    page = BeautifulSoup(Client(SERVER_NAME="localhost").get("/contact/").content, "html.parser")
    form = page.select_one("form[method=post]")

    asked = {field.get("name") for field in form.select("input, textarea")}

    assert {"name", "email", "message"} <= asked


def test_publications_have_tagged_files(site):
    for document in CustomDocument.objects.all():
        with document.open_file() as file:
            reader = PdfReader(file)
            catalogue = reader.trailer["/Root"]
            assert document.pages == len(reader.pages)
        assert catalogue["/MarkInfo"]["/Marked"]
        assert catalogue["/Lang"].startswith("nl")

    assert CustomDocument.objects.count() >= 6


def test_site_grows_to_the_size_that_is_asked_for(site):
    before = dutch(MemberPage).count(), dutch(NewsPage).count()

    call_command("load_demo", scale=10, stdout=StringIO())

    assert (dutch(MemberPage).count(), dutch(NewsPage).count()) == (before[0] + 10, before[1] + 10)
    member = MemberPage.objects.last()
    assert Client(SERVER_NAME="localhost").get(member.url).status_code == 200
