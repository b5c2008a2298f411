"""What a process of the server answers by itself, before the site is asked."""

from django.conf import settings
from django.template import loader
from django.utils import translation
from gunicorn import util
from gunicorn.http.errors import LimitRequestLine
from gunicorn.workers.gthread import ThreadWorker

# gunicorn allows no longer one, and most proxies do not either.
LONGEST_LINE = 8190
HEAD = (
    "HTTP/1.1 414 URI Too Long\r\n"
    "Connection: close\r\n"
    "Cache-Control: private, no-store\r\n"
    "Content-Type: text/html; charset=utf-8\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Content-Length: {length}\r\n"
    "\r\n"
)


class Worker(ThreadWorker):
    """Says in our own words that an address is too long, such as one with a text of pages to search for."""

    def handle_error(self, req, client, addr, exc):
        """Answer with a page of ours; everything but a long address stays with gunicorn."""
        if not isinstance(exc, LimitRequestLine):
            super().handle_error(req, client, addr, exc)
            return
        self.log.warning("the address is too long: %s", exc)
        with translation.override(settings.LANGUAGE_CODE):  # nobody read which language the address is of
            body = loader.get_template("414.html").render().encode()
        try:
            util.write_nonblock(client, HEAD.format(length=len(body)).encode() + body)
        except OSError:
            self.log.debug("who sent a long address did not wait for the answer")
