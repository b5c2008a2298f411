"""What was answered is kept, whatever is killed while visitors write (safety R1, 20 kills)."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.db import connection

from comments.models import Comment
from tests import databases
from tests.production import PATIENCE, ROOT, Server, environment, free_port, wait_until_listening
from tests.tree import Tree

COMMENTS, WRITERS, KILLS, MASTERS = 60, 4, 20, 2


class Supervisor:
    """Runs the production server, and starts it again when it is gone."""

    def __init__(self, directory, **changes):
        self.port, self.log_file = free_port(), directory / "log"
        settings = {"DJANGO_SETTINGS_MODULE": "tests.production_settings", "PORT": str(self.port)}
        self.environment = environment(**settings, TRUSTED_PROXIES="1", MEDIA_ROOT=str(directory), **changes)
        self.process = None

    def start(self):
        with self.log_file.open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "cms.wsgi"],
                cwd=ROOT, env=self.environment, stderr=log, start_new_session=True,
            )  # fmt: skip
        wait_until_listening(self.process, self.port, self.log_file)

    def kill_worker(self):
        """Kill one of the processes that answer; the master starts another."""
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        if children:
            with suppress(ProcessLookupError):
                os.kill(int(random.choice(children)), signal.SIGKILL)

    def kill_all(self):
        """Kill the master with everything below it, and start anew."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)
        self.start()

    def stop(self):
        """End whatever still runs, also after a start that failed."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(PATIENCE)


@pytest.fixture
def site(django_db_setup, django_db_blocker, tmp_path):
    """A supervised server with one article, and Django's connection turned to its database."""
    with django_db_blocker.unblock():
        own = connection.settings_dict["NAME"]
        made = databases.databases(tmp_path, "_kills")
        databases.use(made.make_copy())
        page = Tree().news(slug="buurtfeest")
        supervisor = Supervisor(tmp_path, DATABASE_URL=databases.address())
        connection.close()
        try:
            supervisor.start()
            yield supervisor, page
        finally:
            supervisor.stop()
            databases.use(own)
            made.drop_copy()


def test_R1_every_answered_comment_is_there_exactly_once(site):
    supervisor, page = site
    server = Server(supervisor.port, supervisor.process, supervisor.log_file)
    path = f"/reacties/schrijf/{page.pk}/"
    form = BeautifulSoup(server.ask(path).body, "html.parser").select("main form input[type=hidden]")
    hidden = {field["name"]: field.get("value", "") for field in form}
    answered, lock = [], threading.Lock()

    def write(number: int):
        """Send one comment until it is answered, as somebody does who reloads the page."""
        body = urlencode(hidden | {"name": f"Nummer {number}", "text": f"Reactie nummer {number}."}).encode()
        headers = {
            "Content_Type": "application/x-www-form-urlencoded",
            "X_Forwarded_For": f"192.0.2.{number}",
        }
        for _try in range(200):
            with suppress(OSError, HTTPException):
                if server.ask(path, "POST", body=body, **headers).status == 302:
                    with lock:
                        answered.append(number)
                    return
            time.sleep(0.1)

    with ThreadPoolExecutor(WRITERS) as pool:
        writers = [pool.submit(write, number) for number in range(COMMENTS)]
        for kill in range(KILLS):
            wait_for(lambda due=(kill + 1) * (COMMENTS // KILLS) - 2: len(answered) >= due)
            supervisor.kill_all() if kill % (KILLS // MASTERS) == 5 else supervisor.kill_worker()
        for writer in writers:
            writer.result(PATIENCE)

    assert sorted(answered) == list(range(COMMENTS))
    names = list(Comment.objects.values_list("name", flat=True))
    assert sorted(names) == sorted(f"Nummer {number}" for number in range(COMMENTS))
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def wait_for(condition) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
