"""Writing in steps: what is saved, when, and what nobody can do (T17, T25, T38, must-haves 61, 64, 68)."""

from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import URLPattern, reverse

from members.models import Invitation, MemberPage, MemberSettings, Membership
from members.portal.urls import urlpatterns
from tests.tree import text_of
from users.models import User

pytestmark = pytest.mark.django_db

WITH_GROUP = [
    pattern
    for pattern in urlpatterns
    if isinstance(pattern, URLPattern) and "<row:pk>" in str(pattern.pattern)
]
STEPS = ["stap/about/", "stap/place/", "stap/contact/", "verhaal/", "fotos/", "insturen/"]


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def address(pattern: URLPattern, page: MemberPage) -> str:
    """The address of a page of the portal, with a number for every other part of it."""
    names = [name for name in pattern.pattern.converters if name != "pk"]
    return reverse(
        pattern.name, kwargs={"pk": page.pk} | {name: "about" if name == "name" else 1 for name in names}
    )


def test_steps_are_saved_in_the_draft_and_nowhere_else(make_writer):
    writer = make_writer(live=True)

    response = writer.fill("stap/about/", title="Nieuwe naam", lead="Wij zijn nieuw.", action="next")

    assert response["Location"] == writer.url("stap/place/")
    assert (writer.draft().title, writer.draft().lead) == ("Nieuwe naam", "Wij zijn nieuw.")
    assert MemberPage.objects.get(pk=writer.page.pk).title == writer.page.title


def test_saving_without_a_change_changes_nothing(writer, photo_of):
    photo_of()
    writer.write_story("Tekst met **vet** en\n\n- een lijst")
    before = writer.draft().latest_revision.content

    for rest in STEPS:
        writer.fill(rest)

    assert writer.draft().latest_revision.content == before


def test_story_makes_headings_and_paragraphs_that_staff_edit(writer):
    first, second = writer.get("verhaal/").context["form"].parts[:2]

    writer.fill(
        "verhaal/", **{f"text-{first.key}": "Met **één** bankje.\n\n- koffie", f"text-{second.key}": "Veel."}
    )

    assert [
        (block.block_type, block.value["text"] if block.block_type == "heading" else str(block.value))
        for block in writer.draft().body
    ] == [
        ("heading", first.heading),
        ("paragraph", "<p>Met <b>één</b> bankje.</p><ul><li>koffie</li></ul>"),
        ("heading", second.heading),
        ("paragraph", "<p>Veel.</p>"),
    ]


def test_blocks_of_staff_stay_where_they_are_and_parts_move(writer):
    draft = writer.draft()
    draft.body = draft.body.stream_block.to_python(
        [
            {
                "type": "heading",
                "value": {"text": "Een", "level": "h2"},
                "id": "11111111-1111-4111-8111-111111111111",
            },
            {"type": "paragraph", "value": "<p>Eerst.</p>", "id": "a"},
            {"type": "quote", "value": {"text": "Samen", "attribution": "", "source": ""}, "id": "q"},
            {
                "type": "heading",
                "value": {"text": "Twee", "level": "h2"},
                "id": "22222222-2222-4222-8222-222222222222",
            },
            {"type": "list", "value": {"style": "bullets", "items": ["<p>x</p>"]}, "id": "l"},
        ]
    )
    draft.save_revision()

    writer.fill("verhaal/", **{"text-11111111-1111-4111-8111-111111111111": "Anders."})
    assert [block.block_type for block in writer.draft().body] == [
        "heading",
        "paragraph",
        "quote",
        "heading",
        "list",
    ]
    writer.fill("verhaal/", action="up:22222222-2222-4222-8222-222222222222")

    assert [block.block_type for block in writer.draft().body] == [
        "heading",
        "paragraph",
        "heading",
        "list",
        "quote",
    ]
    assert str(writer.draft().body[1].value) == "<p>Anders.</p>"


def test_list_says_of_each_step_whether_it_is_ready_and_what_it_still_asks(writer, photo_of):
    def steps() -> list[str]:
        return [text_of(item) for item in soup(writer.get()).select(".portal-steps-list li")]

    writer.fill("stap/about/", lead="")
    writer.fill("stap/place/", place="")
    assert steps() == [
        "Over u nog nodig Zeg in één of twee zinnen wie u bent.",
        "Plaats en thema’s nog nodig Vul uw plaats in.",
        "Uw verhaal nog nodig Schrijf uw verhaal: één antwoord is genoeg.",
        "Foto’s mag leeg blijven",
        "Contact mag leeg blijven",
        "Bekijken en insturen",
    ]
    writer.make_ready()
    photo_of(alt="")
    writer.fill("stap/contact/", phone="06 12345678")

    assert steps() == [
        "Over u klaar",
        "Plaats en thema’s klaar",
        "Uw verhaal klaar",
        "Foto’s nog nodig Zeg bij elke foto wat er te zien is.",
        "Contact klaar",
        "Bekijken en insturen",
    ]
    here = soup(writer.get("verhaal/")).select(".steps__item")
    assert [text_of(item) for item in here[2:4]] == ["3 Uw verhaal ✓ (klaar)", "4 Foto’s (nog nodig)"]


def test_own_part_can_be_added_and_taken_away(writer):
    response = writer.fill("verhaal/", action="add")
    assert response["Location"].endswith("?extra=1#new-part")
    form = writer.get("verhaal/", extra=1).context["form"]
    key = form.parts[-1].key
    sent = writer.fields("verhaal/") | {
        "part[]": [part.key for part in form.parts],
        f"heading-{key}": "Zelf bedacht",
        f"text-{key}": "Hier.",
    }

    writer.post("verhaal/", sent)
    assert [block.value["text"] for block in writer.draft().body if block.block_type == "heading"] == [
        "Zelf bedacht"
    ]
    writer.fill("verhaal/", **{f"text-{key}": "", f"heading-{key}": ""})

    assert len(writer.draft().body) == 0


def test_place_is_one_of_the_table(writer, make_place):
    make_place("Testbergen", province="limburg")
    both = [make_place("Testhoven"), make_place("Testhoven", province="drenthe")]
    both[0].pk, both[0].slug = None, "test-anders"
    both[0].province = "utrecht"
    both[0].save()

    assert "Bedoelt u" in writer.fill("stap/place/", place="Testber").content.decode()
    assert "Er zijn er meer" in writer.fill("stap/place/", place="testhoven").content.decode()
    writer.fill("stap/place/", place="Testhoven (Utrecht)", neighbourhood="Zuid")

    assert writer.draft().place.province == "utrecht"


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"email": "fatima@tuin.nl", "contact_name": "Fatima de Wit", "email_public": "on"}, "één persoon"),
        ({"email": "jan.jansen@gmail.com", "email_public": "on"}, "één persoon"),
        ({"website": "javascript:alert(1)"}, "Vul een webadres in"),
        ({"contact_name": "a\u2028b"}, "teken"),
    ],
)
def test_T3_contact_that_cannot_be_placed_is_refused_with_a_hint(writer, answers, message):
    response = writer.fill("stap/contact/", **answers)

    assert response.status_code == 422
    assert message in text_of(soup(response).select_one(".form__error"))
    assert soup(response).title.get_text().startswith("Fout: ")


def test_P9_street_and_number_are_refused(writer):
    assert writer.fill("stap/place/", neighbourhood="Dorpsstraat 12").status_code == 422


def test_nothing_is_public_by_default(writer):
    writer.fill(
        "stap/contact/", contact_name="Fatima", email="tuin@example.org", phone="06-1", opening_hours="altijd"
    )

    assert writer.draft().public_contact == {}


def test_small_fields_go_live_at_once_when_staff_list_them(make_writer, tree):
    MemberSettings.objects.create(site=tree.site, live_at_once=["phone"])
    writer = make_writer(live=True)

    writer.fill("stap/contact/", phone="010-1", phone_public="on", contact_name="Wacht op goedkeuring")

    live = MemberPage.objects.get(pk=writer.page.pk)
    assert (live.phone, live.phone_public, live.contact_name) == ("010-1", True, "")


def test_61_fields_that_the_form_does_not_have_change_nothing(make_writer):
    writer = make_writer(live=True, role="editor")
    extra = {
        "owner": "1", "role": "owner", "state": "ended", "path": "0001", "slug": "gekaapt", "live": "",
        "is_superuser": "on", "groups": "1", "user": "1", "page": "1", "email_public": "on", "locale": "1",
    }  # fmt: skip

    for rest in ("stap/about/", "stap/place/", "verhaal/", "fotos/"):
        writer.fill(rest, **extra)

    draft, user = writer.draft(), User.objects.get(pk=writer.user.pk)
    assert (draft.slug, draft.state, draft.owner_id, draft.path) == (
        writer.page.slug,
        "active",
        None,
        writer.page.path,
    )
    assert (draft.live, draft.email_public) == (True, False)
    assert (user.is_superuser, user.groups.count()) == (False, 0)
    assert Membership.objects.get().role == "editor"


def test_T25_what_is_of_another_group_is_not_there(make_writer):
    owner, other = make_writer(), make_writer()
    paths = [address(pattern, owner.page) for pattern in WITH_GROUP]

    assert len(paths) >= 15
    assert {other.client.get(path).status_code for path in paths} == {404}
    assert {other.client.post(path).status_code for path in paths} == {404}


def test_T25_number_of_another_group_does_not_work_under_the_own_group(make_writer, make_image):
    owner, other = make_writer(), make_writer()
    colleague = make_writer(owner.page, role="editor")
    owner.post("mensen/", {"email": "x@example.org"})
    draft = owner.draft()
    draft.image, draft.image_alt = make_image(), "Van hen"
    draft.save_revision(clean=False)
    invitation = Invitation.objects.get()

    for path in (
        f"mensen/{colleague.membership.pk}/verwijderen/",
        f"mensen/{colleague.membership.pk}/eigenaar/",
        f"mensen/uitnodiging/{invitation.pk}/intrekken/",
        f"fotos/{draft.image_id}/van-de-site/",
    ):
        assert other.post(path).status_code == 404, path
    other.fill("fotos/", action=f"remove:{draft.image_id}", **{f"alt-{draft.image_id}": "Gekaapt"})

    assert Membership.objects.filter(page=owner.page).count() == 2
    assert Invitation.objects.open().filter(pk=invitation.pk).exists()
    assert owner.draft().image_alt == "Van hen"
    assert other.draft().image is None


def test_T17_strangers_see_no_draft(writer, client):
    for path in (f"/admin/pages/{writer.page.pk}/view_draft/", writer.url("voorbeeld/")):
        assert client.get(path).status_code == 302


def test_every_page_asks_to_sign_in_and_is_never_stored(writer):
    for pattern in WITH_GROUP:
        path = address(pattern, writer.page)
        for client in (Client(), writer.client):
            assert client.get(path)["Cache-Control"] == "private, no-store", path
        response = Client().get(path)
        assert (response.status_code, urlsplit(response["Location"]).path) == (302, "/inloggen/")


def test_footer_leads_who_is_signed_in_to_the_own_groups(writer):
    def link(path: str) -> str:
        return soup(writer.client.get(path)).select_one(".footer__colophon a")["href"]

    for path in ("/mijn/gegevens/", writer.url(), writer.url("voorbeeld/")):
        assert link(path) == "/mijn/", path
    assert link("/") == "/inloggen/"  # the same for everybody: it may be cached


def test_T5_post_without_token_is_refused(writer):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(writer.user)

    assert strict.post(writer.url("stap/about/"), {"title": "Gekaapt"}).status_code == 403


def test_T5_every_form_of_the_portal_carries_its_token(writer, make_writer):
    make_writer(writer.page, role="editor")
    writer.post("mensen/", {"email": "x@example.org"})
    open_pages = ["", *STEPS, "mensen/", "van-de-site/", "verschillen/"]
    writer.make_ready()
    pages = [writer.get(rest) for rest in open_pages]
    writer.send()
    pages += [writer.get(rest) for rest in ("", "verhaal/")] + [writer.client.get("/mijn/gegevens/")]

    forms = [form for page in pages for form in soup(page).select("form[method=post]")]

    assert len(forms) > 25
    assert [form for form in forms if not form.select_one("input[name=csrfmiddlewaretoken]")] == []


def test_T17_members_see_nothing_of_the_admin(writer):
    for path in (
        "/admin/pages/{pk}/view_draft/",
        "/admin/pages/{pk}/edit/",
        "/admin/members-at-work/stories/{pk}/",
        "/admin/members-at-work/applications/",
        "/admin/members-at-work/people/{pk}/",
    ):
        assert writer.client.get(path.format(pk=writer.page.pk)).status_code == 302, path


def test_preview_is_the_page_with_all_changes(writer, client):
    writer.fill("stap/about/", lead="Nog niet openbaar.")
    writer.write_story("Het hele verhaal.")

    response = writer.get("voorbeeld/")

    assert next(template.name for template in response.templates) == "pages/member_page.html"
    assert "Nog niet openbaar." in text_of(soup(response).select_one(".lead"))
    assert "Het hele verhaal." in text_of(soup(response).select_one(".story"))
    assert (response["X-Robots-Tag"], response["Cache-Control"]) == ("noindex", "private, no-store")
    assert client.get(writer.page.url).status_code == 404


def test_T38_what_somebody_else_saved_meanwhile_is_not_overwritten(writer, make_writer):
    colleague = make_writer(writer.page, role="editor")
    opened = writer.fields("stap/about/")
    colleague.fill("stap/about/", lead="Van mijn collega.")

    response = writer.post("stap/about/", opened | {"lead": "Van mij."})

    assert response.status_code == 409
    assert "Van mijn collega." in text_of(soup(response).select_one(".conflict"))
    assert soup(response).select_one("#id_lead").get_text().strip() == "Van mij."
    assert writer.draft().lead == "Van mijn collega."
    again = {
        field["name"]: field.get("value", "")
        for field in soup(response).select("form.form input[type=hidden]")
    }
    writer.post("stap/about/", opened | again | {"lead": "Samen."})
    assert writer.draft().lead == "Samen."


def test_other_step_is_no_conflict(writer, make_writer):
    colleague = make_writer(writer.page, role="editor")
    opened = writer.fields("stap/about/")
    colleague.write_story("Intussen.")

    assert writer.post("stap/about/", opened | {"lead": "Van mij."}).status_code == 302
    assert (writer.draft().lead, len(writer.draft().body)) == ("Van mij.", 2)


def test_T38_staff_publish_over_a_member_and_both_texts_are_there(make_writer, signed_in):
    writer = make_writer(live=True)
    staff_version = writer.draft()
    writer.fill("stap/about/", lead="Van het lid.")
    staff_version.lead = "Van de redactie."
    staff_version.save_revision(user=signed_in("reviewer").user).publish()

    assert MemberPage.objects.get(pk=writer.page.pk).lead == "Van de redactie."
    assert "De vereniging heeft na u iets gewijzigd." in text_of(soup(writer.get()))
    both = text_of(soup(writer.get("verschillen/")))
    assert "Van het lid." in both
    assert "Van de redactie." in both
    writer.post("verschillen/", {"mine": "about"})

    assert writer.draft().lead == "Van het lid."
    assert MemberPage.objects.get(pk=writer.page.pk).lead == "Van de redactie."
    assert "na u iets gewijzigd" not in text_of(soup(writer.get()))


def test_T38_save_of_staff_that_changes_no_word_is_no_change_and_no_conflict(writer, signed_in):
    writer.write_story("Met één bankje.")
    form = writer.fields("verhaal/")
    draft = writer.draft()
    raw = draft.body.get_prep_value()
    raw[1]["value"] = raw[1]["value"].replace("<p>", '<p data-block-key="a1b2c">')
    draft.body = draft.body.stream_block.to_python(raw)
    draft.save_revision(user=signed_in("editor").user)

    assert "heeft na u iets gewijzigd" not in text_of(soup(writer.get()))
    assert writer.post("verhaal/", form).status_code == 302


def test_T38_change_of_staff_is_told_until_somebody_chose_whatever_was_saved_meanwhile(
    writer, make_writer, signed_in
):
    writer.make_ready()
    writer.fill("stap/about/", lead="Van het lid.")
    draft = writer.draft()
    draft.lead, draft.founded = "Van de redactie.", 2009
    draft.save_revision(user=signed_in("editor").user)
    make_writer(writer.page, role="editor").write_story("Van een collega.")

    both = soup(writer.get("verschillen/"))
    assert [text_of(title) for title in both.select("section h2")] == ["Over u", "Plaats en thema’s"]
    assert "Van het lid." in text_of(both)
    assert "Van een collega." not in text_of(both)
    writer.fill("stap/place/", founded="2010")  # seen in the form, and changed again
    assert [text_of(title) for title in soup(writer.get("verschillen/")).select("section h2")] == ["Over u"]
    writer.post("verschillen/", {"mine": "about"})

    assert "na u iets gewijzigd" not in text_of(soup(writer.get()))
    assert (writer.draft().lead, writer.draft().founded) == ("Van het lid.", 2010)
    assert "Van een collega." in str(writer.draft().body)


def test_changes_of_staff_can_be_accepted(make_writer, signed_in):
    writer = make_writer(live=True)
    writer.fill("stap/about/", lead="Van het lid.")
    draft = writer.draft()
    draft.lead = "Beter."
    draft.save_revision(user=signed_in("reviewer").user)

    writer.post("verschillen/")

    assert "na u iets gewijzigd" not in text_of(soup(writer.get()))
    assert writer.draft().lead == "Beter."


def test_one_sitting_is_one_line_in_the_history(writer, freezer):
    for lead in ("Een.", "Twee.", "Drie."):
        writer.fill("stap/about/", lead=lead)
    first = writer.page.revisions.count()
    freezer.tick(3600)
    writer.client.force_login(writer.user)
    writer.fill("stap/about/", lead="Later.")

    assert writer.page.revisions.count() == first + 1


def test_several_groups_are_listed_and_one_group_is_opened(make_writer, tree):
    writer = make_writer()
    assert writer.client.get("/mijn/")["Location"] == writer.url()
    other = make_writer(user=writer.user)

    names = [text_of(item) for item in soup(writer.client.get("/mijn/")).select(".portal-groups a")]

    assert names == sorted([writer.page.title, other.page.title])


def test_number_of_queries_does_not_grow(make_writer, django_assert_max_num_queries):
    writer = make_writer()
    make_writer(user=writer.user)
    writer.client.get("/mijn/")
    with django_assert_max_num_queries(30) as two:
        writer.client.get("/mijn/")
    make_writer(user=writer.user)
    with django_assert_max_num_queries(len(two)):
        writer.client.get("/mijn/")
