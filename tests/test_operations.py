"""Start, stop and logs of the production server (safety R19, R20, T33)."""

import re
import signal
import subprocess
import sys
import threading
import time

import pytest
from django.core.management import get_commands

from tests.production import PATIENCE, ROOT, environment, serve

pytestmark = pytest.mark.long


def start(module, **changes):
    """Start the server with settings that should stop it."""
    return subprocess.run(
        [sys.executable, "-m", module],
        cwd=ROOT,
        env=environment(**changes),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )


def test_R19_server_without_a_secret_stops_with_one_line():
    stopped = start("scripts.serve", SECRET_KEY=None)

    assert stopped.returncode != 0
    assert stopped.stderr.count("\n") == 1
    assert stopped.stderr.startswith("Setting SECRET_KEY is missing: 50 random characters")


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("WEB_CONCURRENCY", "lots", "'lots' is not a whole number"),
        ("WEB_CONCURRENCY", "0", "0 is too few"),
        ("WEB_THREADS", "lots", "'lots' is not a whole number"),
        ("PORT", "99999", "99999 is not from 1 to 65535"),
    ],
)
def test_R19_server_with_a_wrong_number_stops_with_one_line(name, value, reason):
    stopped = start("scripts.serve", **{name: value})

    assert stopped.returncode == 1
    assert stopped.stderr.startswith(f"Setting {name} is wrong ({reason}): the ")
    assert stopped.stderr.count("\n") == 1


def test_R19_server_without_collected_static_files_stops_with_one_line(tmp_path):
    code = (
        "import cms.settings.base as base; base.STATIC_ROOT = '/nowhere';"
        "from gunicorn.app.wsgiapp import run; run()"
    )
    stopped = subprocess.run(
        [sys.executable, "-c", code, "cms.wsgi"],
        cwd=ROOT,
        env=environment(DATABASE_URL=f"sqlite:///{tmp_path}/site.sqlite3", MEDIA_ROOT=str(tmp_path)),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )

    assert stopped.returncode != 0
    assert stopped.stderr.splitlines()[1:] == ["The static files are not collected: run make static."]
    assert '"message": "Starting gunicorn' in stopped.stderr.splitlines()[0]


def test_R20_stopped_server_finishes_what_it_began(tmp_path):
    answers = []
    with serve(tmp_path, DATABASE_URL=f"sqlite:///{tmp_path}/empty.sqlite3") as server:
        requests = [
            threading.Thread(target=lambda: answers.append(server.ask("/test/slow").body)) for _ in range(4)
        ]
        for request in requests:
            request.start()
        time.sleep(0.4)
        stopping = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        for request in requests:
            request.join()
        status = server.process.wait(PATIENCE)

    assert answers == ["done"] * 4
    assert status == 0
    assert time.monotonic() - stopping < 30


def test_T33_log_keeps_control_characters_secrets_and_addresses_out(production):
    forged = 'x"}, {"level": "CRITICAL"'
    path = "/%7F%0A%7B%22level%22:%22CRITICAL%22%7D%1B%5B31m"

    production.ask(f"{path}?token=s3cr3t", User_Agent=forged, Referer="https://localhost/?code=s3cr3t")
    production.ask("/test/broken?token=s3cr3t")
    line = production.wait_for_log(logger="gunicorn.access", path='/\x7f\n{"level":"CRITICAL"}\x1b[31m')
    failure = production.wait_for_log(logger="django.request", level="ERROR")

    raw = production.log_file.read_text()
    assert line["agent"] == forged
    assert not [character for character in raw if character < " " and character != "\n"]
    assert "\x7f" not in raw
    assert "s3cr3t" not in raw
    assert "somebody@" not in raw
    assert "RuntimeError: this page is broken for ***@example.org" in failure["traceback"]


def test_T39_query_that_no_server_reads_gets_a_page_in_plain_dutch(production):
    short, long = (production.ask(f"/zoeken/?q={'tuin+' * times}") for times in (1500, 2000))

    assert (short.status, long.status) == (200, 414)
    assert long.headers["Cache-Control"] == "private, no-store"
    assert '<html lang="nl"' in long.body
    assert "Zoek opnieuw met een paar woorden." in long.body
    assert 'href="/zoeken/"' in long.body


def test_access_line_names_what_an_operator_needs(production):
    production.ask("/gezond/leeft", User_Agent="a browser", X_Forwarded_For="192.0.2.7")

    line = production.wait_for_log(agent="a browser")

    assert line | {"time": "", "milliseconds": 0} == {
        "time": "",
        "level": "INFO",
        "logger": "gunicorn.access",
        "message": "request",
        "method": "GET",
        "path": "/gezond/leeft",
        "status": 200,
        "bytes": 3,
        "milliseconds": 0,
        "address": "192.0.2.7",
        "agent": "a browser",
    }


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/operations.md"])
def test_document_names_commands_that_exist(document):
    text = (ROOT / document).read_text()
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)

    assert set(re.findall(r"manage\.py ([a-z]\w+)", text)) - set(get_commands()) - {"uses"} == set()
    assert set(re.findall(r"`make ([a-z]+)", text)) - set(targets) == set()
