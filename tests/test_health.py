"""Alive and ready, and what the site does without its database (safety R5, R19, G2)."""

import sqlite3
from contextlib import closing

import pytest
from django.db import OperationalError
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import InterfaceError, ProgrammingError

from cms import errors
from tests.production import serve


def test_alive_answers_without_a_database(client):  # the test has none: a query would raise
    response = client.get("/gezond/leeft")

    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response.headers["Cache-Control"] == "no-store"
    assert response.cookies == {}


@pytest.mark.django_db
def test_ready_when_all_is_there(client):
    response = client.get("/gezond/klaar")

    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response.headers["Cache-Control"] == "no-store"
    assert response.cookies == {}


@pytest.mark.django_db
def test_R19_not_ready_with_a_pending_migration(client, caplog):
    MigrationRecorder.Migration.objects.filter(app="wagtailcore").first().delete()

    response = client.get("/gezond/klaar")

    assert (response.status_code, response.content) == (503, b"not ok\n")
    assert "not ready: 1 migrations are not applied" in caplog.messages


@pytest.mark.django_db
def test_R19_not_ready_when_uploads_cannot_be_kept(client, caplog, settings):
    settings.MEDIA_ROOT = "/nowhere/media"

    response = client.get("/gezond/klaar")

    assert (response.status_code, response.content) == (503, b"not ok\n")
    assert "not ready: MEDIA_ROOT is not a directory that can be written" in caplog.messages


def test_health_answers_no_form(client):
    assert client.post("/gezond/leeft").status_code == 405


@pytest.fixture(scope="module")
def without_database(tmp_path_factory):
    """Serve with the address of a PostgreSQL server that is not there."""
    with serve(
        tmp_path_factory.mktemp("stranded"), DATABASE_URL="postgres://user:s3cr3t@127.0.0.1:1/site"
    ) as server:
        yield server


class TestDatabaseDown:
    def test_R5_process_is_alive_and_not_ready(self, without_database):
        alive = without_database.ask("/gezond/leeft")
        ready = without_database.ask("/gezond/klaar")

        assert (alive.status, alive.body) == (200, "ok\n")
        assert (ready.status, ready.body) == (503, "not ok\n")
        assert without_database.wait_for_log(
            logger="cms.health", message="not ready: the database cannot be reached (OperationalError)"
        )

    @pytest.mark.parametrize("path", ["/", "/nieuws/", "/en/", "/admin/login/", "/test/database"])
    def test_R5_page_says_when_to_come_back(self, without_database, path):
        answer = without_database.ask(path)

        assert answer.status == 503
        assert answer.headers["Retry-After"] == "30"
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert "s3cr3t" not in answer.body

    def test_R5_page_is_dutch(self, without_database):
        assert '<html lang="nl"' in without_database.ask("/").body


def test_R5_locked_database_is_unavailable(tmp_path):
    path = tmp_path / "locked.sqlite3"
    with closing(sqlite3.connect(path)) as holder, closing(sqlite3.connect(path, timeout=0)) as other:
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError) as caught:
            other.execute("BEGIN IMMEDIATE")

    error = OperationalError()
    error.__cause__ = caught.value
    assert errors.is_unavailable(error) is True


def test_faulty_query_is_a_fault_of_ours():
    with closing(sqlite3.connect(":memory:")) as database, pytest.raises(sqlite3.OperationalError) as caught:
        database.execute("SELECT nothing FROM nowhere")

    error = OperationalError()
    error.__cause__ = caught.value
    assert errors.is_unavailable(error) is False


@pytest.mark.parametrize(
    ("state", "unavailable"),
    [(None, True), ("08006", True), ("53300", True), ("55P03", True), ("57P01", True), ("42P01", False)],
)
def test_postgresql_says_by_its_state_whether_it_is_unavailable(state, unavailable):
    error = OperationalError()
    error.__cause__ = Exception()
    error.__cause__.sqlstate = state

    assert errors.is_unavailable(error) is unavailable


@pytest.mark.parametrize(
    ("error", "unavailable"),
    [
        (OSError(28, "No space left on device"), True),
        (OSError(2, "No such file"), False),
        (ProgrammingError(), False),
        (InterfaceError("connection already closed"), True),
        (None, False),
    ],
)
def test_only_what_passes_by_itself_is_unavailable(error, unavailable):
    assert errors.is_unavailable(error) is unavailable
