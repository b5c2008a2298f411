"""A page of one person under an address that a cache could take for a file (T8)."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

# What is put behind an address, for a cache in front that goes by extensions or cleans addresses up.
ENDINGS = [
    "x.css", ";.js", ";x.css", "%2fx.css", "%3fx.css", "%23x.css", "%0ax.css", "%00.css", "..%2fstatic%2fx.css",
    "%2e%2e/static/x.css", ".", "?x.css", "//", "favicon.ico",
]  # fmt: skip


@pytest.mark.parametrize("page", ["", "stap/contact/", "voorbeeld/"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_T8_page_of_a_member_is_kept_by_no_cache_whatever_its_address_ends_in(page, ending, make_writer):
    writer = make_writer()
    path = writer.url(page) + ending

    answer = writer.client.get(path)
    strangers = Client().get(path)

    assert answer["Cache-Control"] == "private, no-store"
    assert answer.status_code == 404 or ending.startswith("?")
    assert strangers.status_code == 404 or strangers["Location"].startswith("/inloggen/")
    for told in (writer.user.email, writer.page.title):
        assert told.encode() not in strangers.content
