"""The production server: ``gunicorn cms.wsgi`` finds this file by itself."""

from pathlib import Path

from cms.logs import configuration
from cms.settings import env

_host = env.read("HOST", env.text, default="127.0.0.1", how_to="the address to listen on, such as 0.0.0.0")
_port = env.read("PORT", env.whole_number, default="8000", how_to="the port to listen on")
workers = env.read("WEB_CONCURRENCY", env.whole_number, default="2", how_to="the number of processes")
threads = env.read("WEB_THREADS", env.whole_number, default="4", how_to="the number of threads in each")
_log_level = env.read("LOG_LEVEL", env.one_of(*env.LOG_LEVELS), default="INFO", how_to="such as WARNING")
env.stop_on_problems()

bind = f"{_host}:{_port}"
worker_class = "gthread"
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
logconfig_dict = configuration(_log_level)


def on_starting(server) -> None:
    """Refuse to start without the style sheets; pages would fail one by one."""
    from django.contrib.staticfiles.storage import staticfiles_storage

    if getattr(staticfiles_storage, "hashed_files", True) == {}:
        raise SystemExit("The static files are not collected: run make static.")
