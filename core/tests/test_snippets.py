import pytest
from django.core.exceptions import ValidationError

from core.models import Author, CallToAction, Contact, Theme
from tests.tree import text_of

pytestmark = pytest.mark.django_db


def test_years_in_a_biography_follow_the_calendar(freezer, organisation):
    freezer.move_to("2022-04-25")
    assert organisation.current_bio == "Al 36 jaar."

    freezer.move_to("2026-11-21")
    assert organisation.current_bio == "Al 40 jaar."


def test_years_without_a_year_to_count_from_are_refused():
    with pytest.raises(ValidationError) as error:
        Author(name="LSA", bio="Al {years} jaar.").full_clean(exclude=["locale", "translation_key"])

    assert list(error.value.message_dict) == ["since_year"]


def test_call_to_action_without_target_is_refused():
    with pytest.raises(ValidationError) as error:
        CallToAction(name="Lid", title="Word lid", text="<p>Ja</p>", button_label="Word lid").clean()

    assert list(error.value.message_dict) == ["page"]


def test_call_to_action_to_a_draft_is_refused(tree):
    draft = tree.standard("Lid worden", live=False)

    with pytest.raises(ValidationError):
        CallToAction(
            name="Lid", title="Word lid", text="<p>Ja</p>", button_label="Word lid", page=draft
        ).clean()


def test_button_leads_nowhere_once_its_page_is_off_line(tree):
    page = tree.standard("Lid worden", slug="lid-worden")
    call = CallToAction(page=page)
    assert call.link == "/lid-worden/"

    page.live = False
    assert call.link == ""


@pytest.fixture
def mailbox(db):
    return Contact.objects.create(name="Ledenadministratie", email="leden@example.org")


def test_button_starts_a_mail_to_a_contact(tree, mailbox, visit):
    call = CallToAction.objects.create(
        name="Lid", title="Word lid", text="<p>Ja</p>", button_label="Mail ons", contact=mailbox
    )

    invitation = visit(tree.news(body=[("call_to_action", call)]).url).select_one(".invitation")

    assert invitation.select_one("a.button")["href"] == "mailto:leden@example.org"
    assert text_of(invitation) == "Word lid Ja Mail ons leden@example.org"


def test_button_with_two_targets_is_refused(mailbox):
    call = CallToAction(
        name="Lid",
        title="Word lid",
        text="<p>Ja</p>",
        button_label="Mail ons",
        url="https://a.example.org",
        contact=mailbox,
    )

    with pytest.raises(ValidationError) as error:
        call.clean()

    assert list(error.value.message_dict) == ["page"]


def test_eighth_theme_is_refused(make_theme):
    for number in range(1, 8):
        make_theme(f"Thema {number}", number=number)

    with pytest.raises(ValidationError):
        Theme(name="Acht", slug="acht", number=7, lead="x", locale_id=Theme.objects.first().locale_id).clean()
