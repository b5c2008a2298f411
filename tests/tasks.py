"""Tasks of the tests run at once, but for those that keep an index: a third of the time of the suite, for few tests.

A test that searches, or asks where something is used, asks for the fixture ``indexed``.
"""

from django_tasks.backends.immediate import ImmediateBackend

OF_INDEXES = {
    "modelsearch.tasks.insert_or_update_object_task",
    "search.tasks.index_below",
    "search.tasks.index_page",
    "search.tasks.read_document",
    "wagtail.tasks.update_reference_index_task",
}


class Backend(ImmediateBackend):
    """Runs each task where it is asked for; ``indexing`` tells whether those of ``OF_INDEXES`` are among them."""

    indexing = False

    def _execute_task(self, task_result) -> None:
        if self.indexing or task_result.task.module_path not in OF_INDEXES:
            super()._execute_task(task_result)
