"""Tells the search index about objects that were written in bulk, which sends no signal for each."""

from collections.abc import Sequence

from django.db.models import Model
from wagtail.search.backends import get_search_backends

BATCH = 500


def index_in_bulk(model: type[Model], objects: Sequence[Model]) -> None:
    """Puts ``objects``, saved instances of the indexed ``model``, in every index that is kept up to date."""
    for backend in get_search_backends(with_auto_update=True):
        for start in range(0, len(objects), BATCH):
            backend.add_bulk(model, objects[start : start + BATCH])
