"""Joining, inviting, leaving, handing over (must-haves 11, 12, 63; T5, T13, T17, T36)."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client

from core.form_guard import Finding
from core.models import OutboxMail
from members.models import Application, Invitation, MemberPage, Membership
from tests.portal import link_in
from tests.tree import text_of
from users.models import User

pytestmark = pytest.mark.django_db

JOIN = {
    "organisation": "Buurttuin Zuid",
    "place_name": "Breda",
    "contact_name": "Fatima de Wit",
    "email": "fatima@example.org",
    "about": "Wij telen groente.",
    "consent": "on",
}


@pytest.fixture
def apply(client, freezer, mailed, tree):
    """Sends the form as a visitor; gives the answer and the mails."""

    def send(**changes):
        token = client.get("/word-lid/").context["token"]
        freezer.tick(10)
        answers = {}
        messages = mailed(
            lambda: answers.setdefault(
                "it", client.post("/word-lid/", JOIN | {"guard-token": token} | changes)
            )
        )
        return answers["it"], messages

    return send


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def test_reading_the_form_sets_no_cookie_and_may_be_cached(client, tree):
    response = client.get("/word-lid/")

    assert not response.cookies
    assert response["Cache-Control"].startswith("public")


def test_group_applies_confirms_is_accepted_and_writes(apply, client, signed_in, mailed):
    _answer, messages = apply()
    link = link_in(messages[0])
    for _time in range(3):
        client.get(link)
    assert Application.objects.get().state == "unconfirmed"
    client.post(link)
    reviewer = signed_in("reviewer")
    application = Application.objects.get()
    assert "groep wil lid worden" in text_of(soup(reviewer.get("/admin/")))

    sent = mailed(
        lambda: reviewer.post(f"/admin/members-at-work/applications/{application.pk}/", {"accept": "1"})
    )
    browser = Client()
    link = link_in(sent[-1])
    browser.get(link)
    assert Invitation.objects.get().state == "opened"
    response = browser.post(link)

    page = MemberPage.objects.get()
    assert (page.title, page.live, page.lead) == ("Buurttuin Zuid", False, "Wij telen groente.")
    assert response["Location"] == f"/mijn/{page.pk}/"
    assert browser.get(response["Location"]).status_code == 200
    user = User.objects.get(email="fatima@example.org")
    assert (user.first_name, user.has_usable_password(), user.is_staff) == ("Fatima", False, False)
    assert Membership.objects.get().role == "owner"
    assert Client().post(link).status_code == 410


def test_declined_group_gets_the_reason(apply, signed_in, mailed):
    apply()
    Application.objects.update(state="new")
    pk = Application.objects.get().pk

    reviewer = signed_in("reviewer")
    assert reviewer.post(f"/admin/members-at-work/applications/{pk}/", {"decline": "1"}).status_code == 422
    sent = mailed(
        lambda: reviewer.post(
            f"/admin/members-at-work/applications/{pk}/", {"decline": "1", "answer": "Geen groep."}
        )
    )

    assert "Geen groep." in sent[0].body
    assert sent[0].to == ["fatima@example.org"]
    assert not MemberPage.objects.exists()
    assert signed_in("translator").get(f"/admin/members-at-work/applications/{pk}/").status_code == 302


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"guard-website": "x"}, 422),
        ({"guard-token": "vals"}, 403),
        ({"email": "a@b.nl\r\nBcc: x@y.z"}, 422),
        ({"organisation": "Tuin\u2028Zuid"}, 422),
        ({"consent": ""}, 422),
    ],
)
def test_form_that_is_refused_keeps_what_was_filled_in(apply, changes, status):
    response, messages = apply(**changes)

    assert response.status_code == status
    assert messages == []
    assert not Application.objects.exists()
    assert soup(response).select_one("#join-about").get_text().strip() == JOIN["about"]
    assert soup(response).select(".form-problems li")


def test_who_sends_too_fast_hears_first_what_must_be_mended(client, freezer, tree):
    token = client.get("/word-lid/").context["token"]

    wrong = client.post("/word-lid/", JOIN | {"guard-token": token, "organisation": ""})
    right = client.post("/word-lid/", JOIN | {"guard-token": token})

    assert (wrong.status_code, right.status_code) == (422, 422)
    assert [item.a["href"] for item in soup(wrong).select(".form-problems li")] == ["#join-organisation"]
    assert [problem["text"] for problem in right.context["problems"]] == [Finding.TOO_FAST.label]
    assert not Application.objects.exists()


def test_themes_that_are_ticked_arrive_and_stay_ticked(apply, client, make_theme, tree):
    themes = [make_theme("Groen", slug="groen"), make_theme("Wonen", number=2, slug="wonen")]
    make_theme("Zorg", number=3, slug="zorg")
    boxes = soup(client.get("/word-lid/")).select("input[type=checkbox][value=groen]")
    name = boxes[0]["name"]

    refused, _messages = apply(**{name: ["groen", "wonen"], "consent": ""})
    apply(**{name: ["groen", "wonen"]})

    # a validator of HTML takes a name twice for a mistake, unless it ends so
    assert name.endswith("[]")
    assert {box["value"] for box in soup(refused).select("input[checked]")} == {"groen", "wonen"}
    assert set(Application.objects.get().themes.all()) == set(themes)


def test_form_names_themes_in_the_language_of_the_reader(client, make_theme, english):
    green = make_theme("Groen", slug="groen")
    make_theme("Wonen", number=2, slug="wonen")
    translation = green.copy_for_translation(english)
    translation.name, translation.slug = "Green", "green"
    translation.save()

    def choices(address):
        boxes = soup(client.get(address)).select("input[type=checkbox][name^=themes]")
        return [(box["value"], text_of(box.find_parent("label") or box.parent)) for box in boxes]

    assert choices("/en/join/") == [("groen", "Green"), ("wonen", "Wonen")]
    assert choices("/word-lid/") == [("groen", "Groen"), ("wonen", "Wonen")]


def test_form_of_another_site_is_refused(client, tree):
    assert client.post("/word-lid/", JOIN, HTTP_SEC_FETCH_SITE="cross-site").status_code == 403


def test_other_front_end_applies_under_the_same_rules(client, freezer, mailed, make_theme, tree):
    theme = make_theme("Groen", slug="groen")
    form = client.get("/api/v1/applications/form").json()
    freezer.tick(form["wait"] + 1)
    new = JOIN | {"consent": True, "themes": ["groen"], "token": form["token"]}

    def send(**changes):
        return client.post("/api/v1/applications", json.dumps(new | changes), content_type="application/json")

    refused = send(consent=False, email="geen adres", themes=["onzin"])
    assert refused.status_code == 422
    assert {wrong["field"] for wrong in refused.json()["errors"]} == {"consent", "email", "themes"}
    assert send(token="vals").status_code == 403
    messages = mailed(lambda: [send() for _ in range(2)])

    application = Application.objects.get()
    assert application.told == form["consent"]
    assert list(application.themes.all()) == [theme]
    assert [message.to for message in messages] == [[JOIN["email"]]]
    client.post(link_in(messages[0]))
    application.refresh_from_db()
    assert application.state == "new"


def test_same_form_twice_is_one_application(apply, client, freezer):
    token = client.get("/word-lid/").context["token"]
    freezer.tick(10)
    for _time in range(3):
        client.post("/word-lid/", JOIN | {"guard-token": token})

    assert Application.objects.count() == 1
    assert OutboxMail.objects.filter(recipient="fatima@example.org").count() == 1


def test_victim_is_not_flooded_with_confirmations(apply):
    statuses = [apply(about=f"Poging {number}")[0].status_code for number in range(5)]

    assert statuses == [302, 302, 302, 429, 429]


def test_applications_are_deleted_after_the_promised_time(apply, freezer):
    apply()
    freezer.tick(8 * 24 * 3600)
    call_command("housekeep")

    assert not Application.objects.exists()


def test_T17_links_of_one_kind_do_not_work_as_another(apply, client):
    _answer, messages = apply()
    secret = link_in(messages[0]).rstrip("/").rpartition("/")[2]

    for address in (
        f"/uitnodiging/{secret}/",
        f"/klopt-het-nog/{secret}/",
        f"/word-lid/bevestigen/{secret[:-1]}/",
    ):
        assert client.post(address).status_code == 410
    assert Application.objects.get().state == "unconfirmed"


def test_owner_invites_and_colleague_writes_along(writer, mailed):
    sent = mailed(lambda: writer.post("mensen/", {"name": "Henk Postma", "email": "henk@example.org"}))
    browser = Client()
    browser.post(link_in(sent[0]))

    assert Membership.objects.get(user__email="henk@example.org").role == "editor"
    assert browser.get(writer.url("verhaal/")).status_code == 200
    assert (
        OutboxMail.objects.filter(recipient=writer.user.email, subject__startswith="Henk Postma").count() == 1
    )


def test_invitation_to_a_known_address_signs_nobody_in(writer, make_writer, mailed):
    known = make_writer(email="henk@example.org")
    sent = mailed(lambda: writer.post("mensen/", {"email": "Henk@example.org"}))
    browser = Client()
    browser.post(link_in(sent[0]))

    assert "_auth_user_id" not in browser.session
    assert known.client.get(writer.url()).status_code == 200


def test_invitation_accepted_in_a_browser_of_somebody_else_asks_who_is_there(writer, make_writer, mailed):
    make_writer(email="henk@example.org")
    sent = mailed(lambda: writer.post("mensen/", {"email": "henk@example.org"}))
    browser = make_writer(email="ria@example.org").client

    response = browser.post(link_in(sent[0]), follow=True)

    assert response.redirect_chain[-1][0] == f"/inloggen/?next=%2Fmijn%2F{writer.page.pk}%2F"
    assert response.status_code == 200


def test_revoked_replaced_and_old_invitations_do_not_work(writer, mailed, freezer, client):
    first = link_in(mailed(lambda: writer.post("mensen/", {"email": "a@example.org"}))[0])
    second = link_in(mailed(lambda: writer.post("mensen/", {"email": "a@example.org"}))[0])
    assert client.post(first).status_code == 410
    writer.post(f"mensen/uitnodiging/{Invitation.objects.latest('pk').pk}/intrekken/")
    assert client.post(second).status_code == 410
    third = link_in(mailed(lambda: writer.post("mensen/", {"email": "a@example.org"}))[0])
    freezer.tick(15 * 24 * 3600)

    assert client.post(third).status_code == 410
    assert {invitation.state for invitation in Invitation.objects.all()} == {"revoked", "expired"}


def test_who_writes_along_decides_nothing_about_others(writer, make_writer):
    colleague = make_writer(writer.page, role="editor")

    assert colleague.post("mensen/", {"email": "x@example.org"}).status_code == 403
    for action in ("verwijderen", "eigenaar"):
        assert colleague.post(f"mensen/{writer.membership.pk}/{action}/").status_code == 403
    assert Membership.objects.count() == 2


def test_last_owner_hands_over_before_leaving(writer, make_writer):
    colleague = make_writer(writer.page, role="editor")
    own = f"mensen/{writer.membership.pk}/verwijderen/"
    writer.post(own)
    assert Membership.objects.filter(user=writer.user).exists()

    writer.post(f"mensen/{colleague.membership.pk}/eigenaar/")
    writer.post(own)

    assert list(Membership.objects.values_list("user", "role")) == [(colleague.user.pk, "owner")]
    assert writer.get().status_code == 404
    subjects = list(
        OutboxMail.objects.filter(recipient=colleague.user.email).values_list("subject", flat=True)
    )
    assert len(subjects) == 2


def test_what_cannot_be_taken_back_is_asked_first(writer, make_writer):
    colleague = make_writer(writer.page, role="editor")
    own, theirs = (f"mensen/{person.membership.pk}" for person in (writer, colleague))
    links = [
        link["href"]
        for link in BeautifulSoup(writer.get("mensen/").content, "html.parser").select(".people a")
    ]

    asked = [
        BeautifulSoup(writer.client.get(link).content, "html.parser").select_one("h1").get_text()
        for link in links
    ]

    wanted = (f"{own}/verwijderen/", f"{theirs}/eigenaar/", f"{theirs}/verwijderen/")
    assert links == [writer.url(rest) for rest in wanted]
    assert asked == [
        "Wilt u deze groep verlaten?",
        f"Wilt u overdragen aan {colleague.user}?",
        f"Wilt u {colleague.user} weghalen?",
    ]
    assert set(Membership.objects.values_list("user", "role")) == {
        (writer.user.pk, "owner"),
        (colleague.user.pk, "editor"),
    }


def test_removed_person_is_out_at_once(writer, make_writer):
    colleague = make_writer(writer.page, role="editor")

    writer.post(f"mensen/{colleague.membership.pk}/verwijderen/")

    assert colleague.get().status_code == 404


def test_staff_invite_remove_and_take_over(make_writer, signed_in, mailed):
    writer = make_writer()
    colleague = make_writer(writer.page, role="editor")
    reviewer = signed_in("reviewer")
    screen = f"/admin/members-at-work/people/{writer.page.pk}/"

    reviewer.post(f"{screen}{colleague.membership.pk}/", {"owner": "1"})
    assert Membership.objects.get(pk=colleague.membership.pk).role == "owner"
    reviewer.post(f"{screen}{writer.membership.pk}/", {"remove": "1"})
    assert writer.get().status_code == 404
    mailed(lambda: reviewer.post(screen, {"email": "nieuw@example.org", "is_owner": "on"}))
    invitation = Invitation.objects.get()
    again = mailed(lambda: reviewer.post(f"{screen}invitation/{invitation.pk}/", {"again": "1"}))

    assert (invitation.role, again[0].to) == ("owner", ["nieuw@example.org"])
    assert "nieuw@example.org" in reviewer.get(screen).content.decode()
    history = reviewer.get(f"/admin/pages/{writer.page.pk}/history/").content.decode()
    assert "Maakte iemand anders eigenaar" in history
