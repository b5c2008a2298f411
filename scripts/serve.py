"""``make serve``: the production server, once its own settings make sense.

gunicorn reads WEB_CONCURRENCY before its configuration file, and shows a traceback for what is no number.
"""

import os
import sys
from pathlib import Path

from cms.settings import server


def main() -> None:
    """Become gunicorn, so that signals reach it."""
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    os.environ["WEB_CONCURRENCY"] = str(server.PROCESSES)  # also when it was empty
    os.execv(gunicorn, [gunicorn, "cms.wsgi"])  # noqa: S606 - a program of our own environment


if __name__ == "__main__":
    main()
