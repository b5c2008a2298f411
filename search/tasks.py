"""What happens after an answer was given, where a worker runs (``TASKS=database``); else at once."""

from django_tasks import task

from search import services


@task()
def index_page(pk: int) -> None:
    """Puts a page in the index, or takes it out."""
    services.index_page(pk=pk)


@task()
def index_below(path: str) -> None:
    """The same for all pages below a path of the tree."""
    services.index_all(below=path)


@task()
def read_document(pk: int) -> None:
    """Reads an uploaded PDF and indexes the pages that offer it."""
    services.read_document(pk=pk)
