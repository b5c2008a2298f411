import pytest
from django.core.exceptions import ValidationError

from members.models import MemberPage, MemberPhoto
from tests.tree import text_of

pytestmark = pytest.mark.django_db


def test_contact_is_private_unless_ticked(tree, client):
    page = tree.member(
        contact_name="Anna de Wit",
        email="anna@example.org",
        phone="020-5550123",
        phone_public=True,
        opening_hours="",
        opening_hours_public=True,
    )

    body = client.get(page.url).content.decode()

    assert page.public_contact == {"phone": "020-5550123"}
    assert "020-5550123" in body
    assert "Anna de Wit" not in body
    assert "anna@example.org" not in body


def test_summary_stands_on_the_card_or_the_lead_up_to_a_sentence():
    lead = (
        "Wij beheren het dorpshuis. "
        + "Elke week komen er honderd mensen langs voor koffie en een praatje. " * 5
    )

    assert MemberPage(summary="Kort.", lead=lead).short_summary == "Kort."
    assert MemberPage(lead=lead).short_summary.endswith("praatje.")
    assert len(MemberPage(lead=lead).short_summary) <= 160


@pytest.mark.parametrize("year", [1492, 2090])
def test_impossible_year_of_foundation_is_refused(tree, year):
    with pytest.raises(ValidationError) as error:
        tree.member(founded=year)

    assert list(error.value.message_dict) == ["founded"]


def test_what_a_translation_keeps_in_dutch_is_marked(
    tree, translate, make_image, visit, django_capture_on_commit_callbacks
):
    page = tree.member(contact_name="De telefoondienst", contact_name_public=True)
    page.photos.add(MemberPhoto(image=make_image(), alt="Een raam.", caption="Achter dit raam"))
    page.save_revision().publish()
    for item in (tree.home, tree.member_index, page):
        with django_capture_on_commit_callbacks(execute=True):
            translate(item)

    english, dutch = (visit(version.url) for version in (page.get_translations().get(), page))

    marked = {text_of(element) for element in english.select("article [lang=nl]")}
    assert {"Achter dit raam", "De telefoondienst"} <= marked
    assert english.select_one(".gallery [lang=nl] img")["alt"] == "Een raam."
    assert dutch.select("article [lang]") == []
    assert dutch.select(".gallery__photo > img")


def test_photo_with_only_its_maker_has_no_empty_caption(
    tree, translate, make_image, visit, django_capture_on_commit_callbacks
):
    image = make_image()
    image.credit = "Truus"
    image.save()
    page = tree.member()
    page.photos.add(MemberPhoto(image=image, alt="Een raam."))
    page.save_revision().publish()
    for item in (tree.home, tree.member_index, page):
        with django_capture_on_commit_callbacks(execute=True):
            translate(item)

    (caption,) = visit(page.get_translations().get().url).select(".gallery figcaption")

    assert text_of(caption) == "Picture: Truus"
    assert caption.find(lang="nl") is None
