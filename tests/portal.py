"""People of member groups, each with a browser that is signed in. Registered as a pytest plugin."""

import re
from itertools import count

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from wagtail.rich_text import RichText

from core.models import CustomImage
from members.models import MemberPage
from members.services.people import add_person
from members.services.photos import Photo, photos_of, set_photos
from users.models import User

serial = count(1)


class Writer:
    """Somebody who writes for a group: ``client`` is the signed-in browser, ``page`` the profile."""

    def __init__(self, page: MemberPage, *, role: str = "owner", email: str = "", user: User | None = None):
        self.page = page
        name = f"lid{next(serial)}"
        self.user = user or User.objects.create_user(email or f"{name}@example.org", first_name=name.title())
        self.membership = add_person(page=page, user=self.user, role=role, by=self.user)
        self.client = Client()
        self.client.force_login(self.user)

    def url(self, rest: str = "") -> str:
        return f"/mijn/{self.page.pk}/{rest}"

    def get(self, rest: str = "", **query):
        return self.client.get(self.url(rest), query)

    def post(self, rest: str = "", data=None, **options):
        return self.client.post(self.url(rest), data or {}, **options)

    def fill(self, rest: str, **changes):
        """Open a form as a browser does and send it with some answers changed."""
        return self.post(rest, self.fields(rest) | changes)

    def fields(self, rest: str) -> dict:
        """What the form of a step would send as it is."""
        form = self.get(rest).context["form"]
        fields = {bound.html_name: bound.value() for bound in form if bound.name != "files"}
        fields = {name: value for name, value in fields.items() if value not in (None, False)}
        parts = getattr(form, "parts", None)
        return fields | ({"part[]": [part.key for part in parts]} if parts is not None else {})

    def draft(self) -> MemberPage:
        return MemberPage.objects.get(pk=self.page.pk).get_latest_revision_as_object()

    def write_story(self, text: str = "We begonnen met één bankje.") -> None:
        """Answer the first question."""
        form = self.get("verhaal/").context["form"]
        self.fill("verhaal/", **{f"text-{form.parts[0].key}": text})

    def make_ready(self) -> None:
        """Write what a story needs before it can be sent in; the photos are the test's own."""
        draft = self.draft()
        draft.lead, draft.nationwide = "Wij zijn de buurt.", True
        draft.body = [("paragraph", RichText("<p>We begonnen met één bankje.</p>"))]
        draft.save_revision(user=self.user, clean=False)

    def send(self, **answers):
        text = self.get("insturen/").context["form"]["text"].value()
        return self.post("insturen/", {"publication": "on", "text": text} | answers)


@pytest.fixture
def make_writer(tree):
    """Makes a writer of a group: ``make_writer()`` with a draft of its own, or of ``page``."""

    def make(page: MemberPage | None = None, *, live: bool = False, **options) -> Writer:
        page = page or tree.member(f"Groep {next(serial)}", live=live)
        if page.latest_revision is None:
            page.save_revision(clean=False)
            page.refresh_from_db()
        return Writer(page, **options)

    return make


@pytest.fixture
def writer(make_writer) -> Writer:
    return make_writer()


@pytest.fixture
def mailed(django_capture_on_commit_callbacks):
    """Runs a function with its mails sent, and gives these: ``mailed(lambda: …)``."""

    def run(function) -> list:
        before = len(mail.outbox)
        with django_capture_on_commit_callbacks(execute=True):
            function()
        return mail.outbox[before:]

    return run


def link_in(message) -> str:
    """The first address of ours in a mail, without the host."""
    return re.search(r"http://localhost(/\S*[^/\s]\S*)", message.body)[1]


def code_in(message) -> str:
    """The six figures in a mail."""
    return re.search(r"\b\d{6}\b", message.body)[0]


@pytest.fixture
def photo_of(writer, make_image):
    """Puts a picture in the draft of ``writer``, ready to be sent in."""

    def put(alt="Twee vrouwen bij een bankje", agreed=True) -> CustomImage:
        image = make_image(size=(400, 300))
        draft = writer.draft()
        set_photos(
            draft, [*photos_of(draft), Photo(image, alt, "", timezone.localdate() if agreed else None)]
        )
        draft.save_revision(user=writer.user, clean=False)
        return image

    return put
