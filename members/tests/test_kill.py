"""The machine stops in the middle: nothing is shown without its file, and what is left over is cleaned up (R3)."""

import os
import signal
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client

from core.models import CustomImage, Rendition
from members.enums import StoryState
from members.models import MemberPage, Membership
from members.services.photos import photos_of
from members.services.sending import approve
from members.services.status import status_of
from members.tests.test_photos import picture, upload
from tests.forks import run_in_child
from tests.portal import Writer

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]

WRITES = ("INSERT", "UPDATE", "DELETE", "SAVEPOINT")
STEP = 4  # of the things that are written every fourth is a point at which we kill
ENOUGH = 20


def die_at(number: int) -> None:
    """End this process, with no chance to tidy up, just before the ``number``-th thing that it writes.

    That is a statement that changes the database, the end of a transaction, or a file that comes or goes.
    """
    left = [number]

    def count() -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def statement(execute, sql, params, many, context):
        if sql.startswith(WRITES):
            count()
        return execute(sql, params, many, context)

    connection.execute_wrappers.append(statement)
    database = type(connections["default"])
    for owner, name in ((FileSystemStorage, "_save"), (FileSystemStorage, "delete"), (database, "_commit")):
        setattr(owner, name, _counted(getattr(owner, name), count))


def _counted(method: Callable, count: Callable) -> Callable:
    def wrapped(*args, **kwargs):
        count()
        return method(*args, **kwargs)

    return wrapped


def is_killed(doing: Callable, number: int) -> bool:
    """Do something in a process of its own that dies on the way; False when it came to the end before that."""

    def until_death() -> None:
        die_at(number)
        doing()

    status = run_in_child(until_death)
    cache.clear()  # it lies in the memory of this process; the site keeps it where all processes see it
    assert status in {0, signal.SIGKILL}, "it failed instead of dying"
    return status != 0


def kills(doing: Callable, get_ready: Callable) -> Iterator[int]:
    """Kill at one point after the other, until there are no more; each time after ``get_ready``."""
    number = 1
    get_ready()
    while is_killed(doing, number):
        yield number
        number += STEP
        get_ready()


def files_shown(html: bytes) -> set[str]:
    """The files of all pictures in a page."""
    addresses = set()
    for tag in BeautifulSoup(html, "html.parser").select("[srcset], img[src]"):
        addresses |= {part.split()[0] for part in tag.get("srcset", tag.get("src", "")).split(",")}
    return {address.partition("/media/")[2] for address in addresses if "/media/" in address}


def check(writer: Writer) -> None:
    """Whatever happened: each page opens, and each picture that is shown has its file."""
    page = MemberPage.objects.get(pk=writer.page.pk)
    for path in (writer.url(), writer.url("fotos/"), writer.url("voorbeeld/"), page.url):
        response = writer.client.get(path)
        assert response.status_code == (404 if path == page.url and not page.live else 200), path
        missing = {name for name in files_shown(response.content) if not default_storage.exists(name)}
        assert missing == set(), path
    assert writer.client.get("/leden/").status_code == 200
    for photo in [*photos_of(page), *photos_of(writer.draft())]:
        assert default_storage.exists(photo.image.file.name)


def state(writer: Writer) -> StoryState:
    page = MemberPage.objects.get(pk=writer.page.pk)
    return status_of(page, page.participation).state


def files() -> set[str]:
    """All files of uploads and renditions."""
    folders = [folder for folder in ("original_images", "images") if default_storage.exists(folder)]
    return {f"{folder}/{name}" for folder in folders for name in default_storage.listdir(folder)[1]}


@pytest.fixture
def killed(make_writer, settings, tmp_path):
    """A writer with a story that can be sent in, and one photo."""
    settings.MEDIA_ROOT = str(tmp_path)
    writer = make_writer()
    writer.make_ready()
    writer.fill("fotos/", files=[upload(picture())])
    image = photos_of(writer.draft())[0].image
    writer.fill("fotos/", **{f"alt-{image.pk}": "Een bankje", f"agreed-{image.pk}": "on"})
    return writer


def test_R3_kill_anywhere_leaves_nothing_broken(killed, freezer):  # noqa: C901
    writer, points = killed, 0

    def at(wanted: StoryState) -> None:
        """Bring the story to where it can happen again."""
        now = state(writer)
        if wanted == StoryState.DRAFT and now == StoryState.SENT:
            writer.post("intrekken/")
        if wanted != StoryState.DRAFT and now not in {wanted, StoryState.SENT}:
            writer.send()
        if wanted == StoryState.PUBLISHED != now:
            let_through()

    def let_through() -> None:
        approve(page=MemberPage.objects.get(pk=writer.page.pk), by=None)

    def look() -> None:
        Client().get(MemberPage.objects.get(pk=writer.page.pk).url)

    def forget_renditions() -> None:
        at(StoryState.PUBLISHED)
        for rendition in Rendition.objects.all():
            rendition.delete()

    number_of_photos = len(photos_of(writer.draft()))
    for doing, get_ready in (
        (writer.send, partial(at, StoryState.DRAFT)),
        (let_through, partial(at, StoryState.SENT)),
        (look, forget_renditions),
        (lambda: writer.post("van-de-site/"), partial(at, StoryState.PUBLISHED)),
        (lambda: writer.fill("fotos/", files=[upload(picture())]), lambda: None),
    ):
        for _point in kills(doing, get_ready):
            points += 1
            check(writer)

    assert points >= ENOUGH
    assert len(photos_of(writer.draft())) > number_of_photos  # the last upload came to its end
    freezer.tick(3 * 24 * 3600)
    call_command("housekeep")
    known = {
        *CustomImage.objects.values_list("file", flat=True),
        *Rendition.objects.values_list("file", flat=True),
    }
    assert files() == known
    assert Membership.objects.get().page_id == writer.page.pk
    writer.client.force_login(writer.user)
    check(writer)
