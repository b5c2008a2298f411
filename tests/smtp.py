"""A mail server of our own on this machine, which does what a test tells it. Registered as a pytest plugin."""

import asyncio
import socket
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from django.test import override_settings

OK = "250 OK"


class MailServer(Controller):
    """Takes mail, or answers with ``refusal`` to the address (``"rcpt"``) or to the message (``"data"``).

    ``received`` holds the messages that it took, each with its receivers in ``X-Envelope-To``; ``hangs_up`` makes
    it take a message and go without a word, and ``hangs`` is how many seconds it says nothing to one first.
    """

    def __init__(self):
        super().__init__(self, hostname="127.0.0.1", port=free_port())
        self.received: list[EmailMessage] = []
        self.refusals: dict[str, str] = {}
        self.hangs_up = False
        self.hangs = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        """Answers to an address."""
        if "rcpt" in self.refusals:
            return self.refusals["rcpt"]
        envelope.rcpt_tos.append(address)
        return OK

    async def handle_DATA(self, server, session, envelope):
        """Answers to a message."""
        await asyncio.sleep(self.hangs)
        if "data" in self.refusals:
            return self.refusals["data"]
        message = message_from_bytes(envelope.content, policy=policy.default)
        message["X-Envelope-To"] = ", ".join(envelope.rcpt_tos)
        self.received.append(message)
        if self.hangs_up:
            server.transport.abort()
        return OK


def free_port() -> int:
    """A port of this machine at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


@pytest.fixture
def mail_server():
    """A mail server that works, until a test tells it otherwise."""
    server = MailServer()
    server.start()
    backend = "django.core.mail.backends.smtp.EmailBackend"
    with override_settings(
        EMAIL_BACKEND=backend,
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=server.port,
        EMAIL_USE_TLS=False,
        EMAIL_TIMEOUT=2,
    ):
        yield server
    server.stop(no_assert=True)
