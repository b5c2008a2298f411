"""The production server: ``gunicorn cms.wsgi``, which ``make serve`` starts, finds this file by itself."""

import gc
import warnings
from pathlib import Path

from cms.logs import configuration
from cms.settings import server
from cms.worker import LONGEST_LINE

bind = f"{server.HOST}:{server.PORT}"
workers = server.PROCESSES
threads = server.THREADS
worker_class = "cms.worker.Worker"
limit_request_line = LONGEST_LINE
# Wrong settings stop the master with their one line, and the processes share memory.
preload_app = True
# A stopped server first answers what it has begun; the proxy sees no reset.
graceful_timeout = 30
timeout = 60
keepalive = 5
# Who the visitor is, is Django's business (TRUSTED_PROXIES); the server believes no header.
forwarded_allow_ips = ""
# Nobody controls a running server but by signals; the socket would need a writable home.
control_socket_disable = True
_memory = Path("/dev/shm")  # noqa: S108 - gunicorn makes files of its own there, readable by nobody else
if _memory.is_dir():
    worker_tmp_dir = str(_memory)  # a busy disk is no reason to think that a process hangs
logger_class = "cms.logs.ServerLogger"
logconfig_dict = configuration(server.LOG_LEVEL)
# ``on_starting`` says so better.
warnings.filterwarnings("ignore", "No directory at", UserWarning)


def pre_fork(arbiter, worker) -> None:
    """Let what is loaded stay out of the search for garbage, and in the memory that the processes share."""
    gc.collect()
    gc.freeze()


def on_starting(arbiter) -> None:
    """Refuse to start without the style sheets; pages would fail one by one."""
    from django.contrib.staticfiles.storage import staticfiles_storage

    if getattr(staticfiles_storage, "hashed_files", True) == {}:
        raise SystemExit("The static files are not collected: run make static.")
