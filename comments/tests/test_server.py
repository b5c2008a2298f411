"""A server as in production under fire: killed while visitors write, and flooded (safety R1 with 20 kills, T11)."""

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
from statistics import quantiles
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.db import connection

from comments.models import Comment
from comments.services.posting import PER_NETWORK
from core.form_guard import LEAST_SECONDS
from tests import databases
from tests.production import PATIENCE, ROOT, Answer, Server, environment, free_port, wait_until_listening
from tests.tree import Tree

pytestmark = pytest.mark.long

COMMENTS, WRITERS, KILLS, MASTERS = 60, 4, 20, 1
# A thousand posts in a minute, of which a few seconds are enough to see what they do.
POSTS_A_SECOND, SECONDS = 1000 / 60, 6
READS = 60
# What a reader never notices, and a busy machine adds by itself (goal G6).
UNNOTICED = 0.2


class Supervisor:
    """Runs the production server, and starts it again when it is gone."""

    def __init__(self, directory, **changes):
        self.port, self.log_file = free_port(), directory / "log"
        settings = {"DJANGO_SETTINGS_MODULE": "tests.production_settings", "PORT": str(self.port)}
        self.environment = environment(
            **settings,
            TRUSTED_PROXIES="1",
            MEDIA_ROOT=str(directory),
            CACHE_URL=f"file://{directory}/cache",
            **changes,
        )
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
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)


@pytest.fixture(scope="module")
def supervisor(django_db_setup, django_db_blocker, tmp_path_factory):
    """A supervised server with a database of its own, to which Django's connection is turned."""
    directory = tmp_path_factory.mktemp("server")
    with django_db_blocker.unblock(), databases.another(directory, "server") as where:
        supervisor = Supervisor(directory, DATABASE_URL=where, WEB_CONCURRENCY="4")
        try:
            supervisor.start()
            yield supervisor
        finally:
            supervisor.stop()


@pytest.fixture
def server(supervisor) -> Server:
    return Server(supervisor.port, supervisor.process, supervisor.log_file)


def form_of(server: Server, page) -> tuple[str, dict]:
    """The address of the form of a page, and its hidden fields."""
    path = f"/reacties/schrijf/{page.pk}/"
    form = BeautifulSoup(server.ask(path).body, "html.parser").select("main form input[type=hidden]")
    return path, {field["name"]: field.get("value", "") for field in form}


def post(server: Server, path: str, fields: dict, network: str) -> Answer:
    """Send a form as a proxy passes it on from a visitor in ``network``."""
    kind = "application/x-www-form-urlencoded"
    body = urlencode(fields).encode()
    return server.ask(path, "POST", body=body, Content_Type=kind, X_Forwarded_For=network)


def test_R1_every_answered_comment_is_there_exactly_once(supervisor, server):
    page = Tree().news(slug="buurtfeest")
    path, hidden = form_of(server, page)
    answered, lock = [], threading.Lock()

    def write(number: int):
        """Send one comment until it is answered, as somebody does who reloads the page."""
        fields = hidden | {"name": f"Nummer {number}", "text": f"Reactie nummer {number}."}
        for _try in range(200):
            with suppress(OSError, HTTPException):
                if post(server, path, fields, f"192.0.2.{number}").status == 302:
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
    names = Comment.objects.about(page).values_list("name", flat=True)
    assert sorted(names) == sorted(f"Nummer {number}" for number in range(COMMENTS))
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def wait_for(condition) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)


def test_T11_flood_is_stopped_and_a_reader_does_not_notice(server):
    page, flooded = Tree().news(slug="rustig"), Tree().news(slug="overspoeld")
    path, hidden = form_of(server, flooded)

    def read(_number: int = 0) -> float:
        began = time.monotonic()
        assert server.ask(page.url).status == 200
        return time.monotonic() - began

    def flood(number: int) -> Answer:
        wait_until(began + number / POSTS_A_SECOND)
        fields = hidden | {"name": f"Vloed {number}", "text": f"Reactie nummer {number}."}
        return post(server, path, fields, "198.51.100.7")

    wait_until(time.monotonic() + LEAST_SECONDS)  # the form must not seem to be filled in by a robot
    idle = slowest_but_few(map(read, range(READS)))
    began, first = time.monotonic(), time.time()
    with ThreadPoolExecutor(WRITERS) as pool:
        posts = [pool.submit(flood, number) for number in range(int(POSTS_A_SECOND * SECONDS))]
        busy = slowest_but_few(map(read, range(READS)))
        answers = [sent.result(PATIENCE) for sent in posts]

    stored = Comment.objects.about(flooded).count()
    refused = [answer for answer in answers if answer.status == 429]
    periods = {int(moment) // PER_NETWORK.seconds for moment in (first, time.time())}
    assert PER_NETWORK.amount <= stored <= PER_NETWORK.amount * len(periods)
    assert len(refused) == len(answers) - stored
    assert all(int(answer.headers["Retry-After"]) > 0 for answer in refused)
    assert busy < max(2 * idle, UNNOTICED)


def wait_until(moment: float) -> None:
    """Keep the pace of a flood."""
    time.sleep(max(0.0, moment - time.monotonic()))


def slowest_but_few(seconds) -> float:
    """The time within which 95 of 100 were done."""
    return quantiles(seconds, n=20)[-1]
