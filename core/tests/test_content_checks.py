"""The content checks, in a real browser: what the panel in the editor says about a page."""

import json
import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.utils import timezone
from playwright.sync_api import expect
from wagtail.admin.userbar import AccessibilityItem, AdminItem

from core.content_checks import RULES, SiteContentChecker, mailboxes, use_site_checker
from core.models import CallToAction, Contact
from users.models import User

pytestmark = pytest.mark.django_db

SCRIPT = settings.BASE_DIR / "static" / "js" / "admin" / "content_checks.js"
PASSWORD = "een-lang-wachtwoord"


def configuration(page=None):
    return SiteContentChecker(page=page).get_axe_configuration(RequestFactory().get("/"))


def test_every_rule_has_a_check_a_message_and_a_function(tree):
    told = configuration()
    script = SCRIPT.read_text()

    for rule in RULES:
        assert rule in told["options"]["runOnly"]
        assert {"error_name", "help_text"} == set(told["messages"][rule])
        assert f"check-{rule}" in {check["id"] for check in told["spec"]["checks"]}
        assert f'"check-{rule}"' in script


def test_rules_of_wagtail_stay(tree):
    assert {"heading-order", "empty-heading", "link-name", "image-alt"} <= set(
        configuration()["options"]["runOnly"]
    )


def test_configuration_can_be_sent_to_the_browser(tree):
    json.dumps(configuration(), default=str)


def test_shared_mailboxes_are_told(tree):
    Contact.objects.create(name="Redactie", email="Info@buurten.example.org")

    assert mailboxes() == {"allowed": ["info@buurten.example.org"]}


@pytest.mark.parametrize(("description", "empty"), [("", True), ("Over het feest.", False)])
def test_search_description_is_that_of_the_page(tree, description, empty):
    checks = {
        check["id"]: check.get("options")
        for check in configuration(tree.news(search_description=description))["spec"]["checks"]
    }

    assert checks["check-empty-search-description"] == {"empty": empty}


@pytest.mark.parametrize(("nationwide", "nowhere"), [(False, True), (True, False)])
def test_member_without_a_place_is_nowhere_unless_it_works_in_the_whole_country(tree, nationwide, nowhere):
    checks = {
        check["id"]: check.get("options")
        for check in configuration(tree.member(nationwide=nationwide))["spec"]["checks"]
    }

    assert checks["check-nowhere"] == {"nowhere": nowhere}


def test_our_checker_takes_the_place_of_wagtails(tree, rf):
    items = [AdminItem(), AccessibilityItem(in_editor=True)]

    use_site_checker(rf.get("/"), items, tree.home)

    assert [type(item) for item in items] == [AdminItem, SiteContentChecker]
    assert items[1].in_editor


class TestInTheEditor:
    """One article with one mistake of each kind, and one without."""

    @pytest.fixture
    def panel(self, transactional_db, live_server, page, tree):
        """Opens an article in the editor: ``panel(body=[…])`` gives the panel of checks."""
        tree.site.hostname, tree.site.port = "localhost", int(live_server.url.rpartition(":")[2])
        tree.site.save()
        User.objects.create_superuser("sanne@example.org", PASSWORD)
        page.goto(f"{live_server.url}/admin/login/")
        page.fill("[name=username]", "sanne@example.org")
        page.fill("[name=password]", PASSWORD)
        page.click("button[type=submit]")

        def look(make=tree.news, **fields):
            article = make(search_description="Over het feest.", **fields)
            article.save_revision(clean=False)
            page.goto(f"{live_server.url}/admin/pages/{article.pk}/edit/")
            page.click('[data-side-panel-toggle="checks"]')
            return page.locator('[data-side-panel="checks"]')

        return look

    @pytest.fixture
    def problems(self, panel):
        """What the panel says about an article: ``problems(body=[…])`` gives its headings."""

        def look(*args, **fields):
            shown = panel(*args, **fields)
            # The words are counted when the checks are done.
            words = shown.locator("[data-content-word-count]")
            expect(words).to_have_text(re.compile(r"\d+"), timeout=30_000)
            shown.page.wait_for_timeout(500)
            return shown.locator("[data-checks-panel] [data-content-checker-name]").all_inner_texts()

        return look

    def names(self, *rules):
        messages = SiteContentChecker.axe_messages
        return sorted(str(messages[rule]["error_name"]) for rule in rules)

    def test_mistakes_are_reported(self, problems, tree):
        Contact.objects.create(name="Redactie", email="info@buurten.example.org")
        call = CallToAction.objects.create(
            name="A", title="Doe mee", button_label="Kijk", url="https://a.example.org"
        )
        past = tree.event("Geweest", start=timezone.now() - timedelta(days=3))
        body = [
            ("paragraph", '<p>Lees <a href="https://a.example.org/">hier</a> meer.</p>'),
            ("paragraph", "<p>Mail jan@buurten.example.org.</p>"),
            ("paragraph", "<p>Kom op 25 mei langs.</p>"),
            ("paragraph", "<p>Dit is is dubbel.</p>"),
            ("heading", {"text": "Wat wij leerden " * 6, "level": "h2"}),
            ("heading", {"text": "Te diep", "level": "h4"}),
            ("call_to_action", call),
            ("call_to_action", call),
            ("events", {"events": [past, tree.event("Nog niet", live=False)]}),
            ("paragraph", "<p>#1 Begin klein</p><p>Eén straat is genoeg.</p>"),
        ]

        assert sorted(problems(body=body)) == self.names(
            "vague-link",
            "personal-mail",
            "date-without-year",
            "doubled-word",
            "long-heading",
            "heading-order",
            "same-invitation",
            "past-event",
            "hidden-event",
            "typed-number",
        )

    def test_picture_without_description_is_reported(self, problems, tree, make_image):
        picture = make_image()
        picture.contextual_alt_text, picture.decorative = "", False
        body = [("image", {"image": picture, "caption": ""})]

        assert problems(body=body, image=picture, live=False) == self.names("image-alt") * 2

    def test_words_of_the_story_are_counted(self, problems, tree, page):
        tree.member("Buurttuin Zuid", lead="Deze kaart staat onder het artikel.")

        problems(body=[("paragraph", "<p>Dit zijn vijf hele woorden.</p>")])

        expect(page.locator("[data-content-word-count]")).to_have_text("5")

    def test_mistake_in_a_field_is_not_called_zero_problems(self, panel):
        shown = panel(live=False, source_url="geen adres")

        expect(shown.get_by_text("Niet gecontroleerd")).to_be_visible(timeout=30_000)
        expect(shown.get_by_text("Problemen gevonden")).to_be_hidden()

    def test_page_without_mistakes_is_called_checked(self, problems, page):
        assert problems() == []

        expect(page.get_by_text("Problemen gevonden")).to_be_visible()
        expect(page.get_by_text("Niet gecontroleerd")).to_be_hidden()

    def test_member_that_is_nowhere_is_reported(self, problems, tree, make_place):
        assert problems(tree.member) == self.names("nowhere")
        assert problems(tree.member, place=make_place("Zeist", "utrecht")) == []

    def test_good_text_is_left_alone(self, problems, tree):
        Contact.objects.create(name="Redactie", email="info@buurten.example.org")
        coming = tree.event("Straks", start=timezone.now() + timedelta(days=3))
        body = [
            ("paragraph", '<p>Lees <a href="https://a.example.org/">het verslag over Dordrecht</a>.</p>'),
            ("paragraph", "<p>Mail info@buurten.example.org.</p>"),
            ("paragraph", "<p>Kom op 25 mei 2027, of op 1 en 2 juni 2027. Er waren 25 mensen.</p>"),
            ("paragraph", "<p>De mensen die die straat kennen.</p><p>7. Dat was het huisnummer.</p>"),
            ("heading", {"text": "Wat wij leerden", "level": "h2"}),
            ("events", {"events": [coming]}),
        ]

        assert problems(body=body) == []
