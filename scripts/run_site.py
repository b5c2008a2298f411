"""``make run``: brings the database up to date, loads the demo content into a new one, serves the site."""

import gc
from io import StringIO

import django
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connections
from gunicorn.app.base import BaseApplication

from cms.settings import env
from cms.worker import LONGEST_LINE
from scripts import catalogues


class Server(BaseApplication):
    """One process with threads, so that SQLite and the cache in memory have one reader of the truth."""

    def __init__(self, port: int) -> None:
        """Remember the port; gunicorn calls the two methods below."""
        self.port = port
        super().__init__()

    def load_config(self) -> None:
        """Set what differs from gunicorn's defaults."""
        self.cfg.set("bind", f"127.0.0.1:{self.port}")
        self.cfg.set("worker_class", "cms.worker.Worker")
        self.cfg.set("limit_request_line", LONGEST_LINE)
        self.cfg.set("threads", 8)
        self.cfg.set("control_socket_disable", True)
        self.cfg.set("loglevel", "warning")
        self.cfg.set("when_ready", lambda server: self.tell())

    def tell(self) -> None:
        """Say where the site is."""
        say(f"\nReady: http://localhost:{self.port}/  (Ctrl-C stops)")
        say(
            f"Members sign in at http://localhost:{self.port}/inloggen/; mail is printed here, codes included."
        )

    def load(self):
        """Return the site."""
        return get_wsgi_application()


def main() -> None:
    """Prepare and serve."""
    port = env.read("PORT", env.port, default="8000", how_to="the port to listen on")
    env.stop_on_problems()
    catalogues.compile_all()
    gc.disable()  # importing makes no garbage, and looking for it takes a fifth of the start
    django.setup()
    gc.freeze()
    gc.enable()
    from cms.health import pending_migrations

    if pending_migrations():
        say("Bringing the database up to date ...")
        call_command("migrate", interactive=False, verbosity=0)
        call_command("index_search", stdout=StringIO())
    load_demo()
    follow_port()
    connections.close_all()  # a connection must not be shared with the server's process
    Server(port).run()


def load_demo() -> None:
    """Load the demo content into a database without a site; afterwards the site belongs to its editors."""
    from home.models import HomePage

    if HomePage.objects.exists():
        return
    say("Loading the demo content ...")
    call_command("load_demo")


def follow_port() -> None:
    """Let the demo site move along to the port of this time; its own links lead there."""
    from home.demo.site import follow_address

    follow_address()


def say(message: str) -> None:
    """Show progress at once, also through a pipe."""
    print(message, flush=True)


if __name__ == "__main__":
    main()
