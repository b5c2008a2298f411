"""A process of its own for a test that stops the site in the middle of something."""

import os
import signal
import traceback
import warnings
from collections.abc import Callable

from django.db import connections

PATIENCE = 60  # seconds; who takes longer waits for something that does not come


def run_in_child(doing: Callable[[], object]) -> int:
    """Do something in a copy of this process, and return how that ended, as ``os.waitpid`` says it.

    It ends with 0 when ``doing`` came to its end, with 1 when that raised an exception (which is printed), or by the
    signal that killed it.
    """
    connections.close_all()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python warns of threads; pytest's do not matter
        child = os.fork()
    if child == 0:
        _end_with(doing)
    _pid, status = os.waitpid(child, 0)
    return status


def _end_with(doing: Callable[[], object]) -> None:
    status = 1
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # which ends a process as it stands
        signal.alarm(PATIENCE)
        # A browser that runs beside the tests keeps an event loop, which is not there in the child. Outside a loop
        # Django has another connection, left from before the browser started: its server is of no use any more.
        connections.close_all()
        doing()
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)
