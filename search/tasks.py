"""What happens after an answer was given, where a worker runs (``TASKS=database``); else at once.

Each task ends what caches of the API know of a search: it may run a while after the page itself changed.
"""

from django_tasks import task

from core.api.freshness import start_anew
from search import services


@task()
def index_page(pk: int) -> None:
    """Puts a page in the index, or takes it out."""
    services.index_page(pk=pk)
    start_anew()


@task()
def index_below(path: str) -> None:
    """The same for all pages below a path of the tree."""
    services.index_all(below=path)
    start_anew()


@task()
def read_document(pk: int) -> None:
    """Reads an uploaded PDF and indexes the pages that offer it."""
    services.read_document(pk=pk)
    start_anew()
