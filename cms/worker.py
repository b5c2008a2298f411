"""What a process of the server answers by itself, before the site is asked."""

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
        # Only now: when the server reads its settings, there are no apps yet.
        from cms.errors import address_too_long

        body = address_too_long().content
        try:
            util.write_nonblock(client, HEAD.format(length=len(body)).encode() + body)
        except OSError:
            self.log.debug("who sent a long address did not wait for the answer")
