"""Serves the site in a process of its own with the production server, and reads how much processor time that takes."""

import os
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from multiprocessing import get_context
from statistics import median
from time import process_time
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from gunicorn.app.base import BaseApplication

HEADER = "X-Processor-Seconds"
REQUESTS = 4  # in a row, for one measurement
WARM_UP = 5
PATIENCE = 300  # seconds, so that a busy machine does not close the connection
OK = 200


class Server(BaseApplication):
    """The server as in production, but one worker with one thread, so that its clock counts one page at a time."""

    def __init__(self, listener: socket.socket):
        self.listener = listener
        super().__init__()

    def load_config(self) -> None:
        """Sets what differs from gunicorn's defaults."""
        self.cfg.set("bind", f"fd://{self.listener.fileno()}")
        self.cfg.set("worker_class", "gthread")
        self.cfg.set("threads", 1)
        self.cfg.set("keepalive", PATIENCE)
        self.cfg.set("timeout", PATIENCE)
        self.cfg.set("control_socket_disable", True)
        self.cfg.set("errorlog", os.devnull)

    def load(self):
        """The site, which tells with each answer how long its process has been working."""
        site = WSGIHandler()

        def application(environ, start_response):
            seconds = f"{process_time():.6f}"
            return site(
                environ, lambda status, headers: start_response(status, [*headers, (HEADER, seconds)])
            )

        return application


class Client:
    """A visitor on a connection that stays open."""

    def __init__(self, port: int):
        self.connection = HTTPConnection("127.0.0.1", port)
        self.headers = {"Host": urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc}

    def get(self, path: str) -> float:
        """Asks for a page; returns the seconds that the server had worked before. Raises ``OSError`` for no page."""
        self.connection.request("GET", path, headers=self.headers)
        response = self.connection.getresponse()
        response.read()
        if response.status != OK:
            raise OSError(f"{path} answers {response.status}")
        return float(response.headers[HEADER])

    def milliseconds(self, path: str) -> float:
        """What one request for this page costs the server, all of it counted: reading, answering, logging."""
        start = self.get(path)
        for _ in range(REQUESTS - 1):
            self.get(path)
        return (self.get(path) - start) * 1000 / REQUESTS


def measure_on_server(paths: Sequence[str], *, rounds: int) -> list[float]:
    """The milliseconds of processor time of each page: the median of ``rounds`` in which all pages take turns."""
    with _running_server() as port:
        client = Client(port)
        for path in paths:
            for _ in range(WARM_UP):
                client.get(path)
        found = [[client.milliseconds(path) for path in paths] for _ in range(rounds)]
    return [median(times) for times in zip(*found, strict=True)]


@contextmanager
def _running_server() -> Iterator[int]:
    """A server on a free port."""
    # The new process gets everything that the benchmark set up; a connection cannot be shared.
    connections.close_all()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        process = get_context("fork").Process(target=lambda: Server(listener).run())
        process.start()
        try:
            yield listener.getsockname()[1]
        finally:
            process.terminate()
            process.join()
