"""A server as in production, for the tests that look at the site from outside."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60  # seconds; a busy machine takes its time to start

# Everything that must be set, with values that work on one machine.
ENVIRONMENT = {
    "SECRET_KEY": "a-key-of-the-tests-" * 3,
    "ALLOWED_HOSTS": "localhost,127.0.0.1",
    "PUBLIC_URL": "https://localhost",
    "DATABASE_URL": "sqlite:////nowhere/site.sqlite3",
    "EMAIL_URL": "memory://",
    "MEDIA_ROOT": "/nowhere/media",
}


@dataclass(frozen=True)
class Answer:
    """What came back, as it was sent."""

    status: int
    headers: http.client.HTTPMessage
    body: str


@dataclass(frozen=True)
class Server:
    """A running server: where it listens, and what it wrote to its log."""

    port: int
    process: subprocess.Popen
    log_file: Path

    def ask(
        self, path: str, method: str = "GET", *, https: bool = True, body: bytes | None = None, **headers
    ) -> Answer:
        """Send one request as a proxy would; a header's underscores become hyphens."""
        sent = {"Host": "localhost"} | ({"X-Forwarded-Proto": "https"} if https else {})
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body=body, headers=sent)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read().decode(errors="replace"))
        finally:
            connection.close()

    def log(self) -> list[dict]:
        """Return the lines of the log; raises ValueError for one that is not JSON."""
        return [json.loads(line) for line in self.log_file.read_text().splitlines()]

    def wait_for_log(self, **wanted) -> dict:
        """Return the first line with these values; the server writes it after it has answered."""
        for _ in range(100):
            for line in self.log():
                if wanted.items() <= line.items():
                    return line
            time.sleep(0.05)
        raise AssertionError(f"no line with {wanted} in the log")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(**changes: str | None) -> dict[str, str]:
    """Return ENVIRONMENT for a process of its own, with changes; None leaves a variable out."""
    values = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)} | ENVIRONMENT | changes
    return {name: value for name, value in values.items() if value is not None}


@contextmanager
def serve(directory: Path, **changes: str | None) -> Iterator[Server]:
    """Run gunicorn until the block ends; it listens when the block begins."""
    port = free_port()
    settings = {
        "DJANGO_SETTINGS_MODULE": "tests.production_settings",
        "PORT": str(port),
        "TRUSTED_PROXIES": "1",
        "CACHE_URL": f"file://{directory}/cache",  # what it remembers belongs to this server alone
    } | changes
    log_file = directory / "log"
    with log_file.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "scripts.serve"], cwd=ROOT, env=environment(**settings), stderr=log
        )
    try:
        wait_until_listening(process, port, log_file)
        yield Server(port, process, log_file)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)


def wait_until_listening(process: subprocess.Popen, port: int, log_file: Path) -> None:
    """Return when the port answers; raises AssertionError with the log when the process ends before."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"the server did not start:\n{log_file.read_text()}")
