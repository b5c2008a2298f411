"""Parts of addresses that Django has no converter for; ``core.apps`` registers them."""

import re

from django.urls.converters import IntConverter


class RowNumber(IntConverter):
    """``<row:pk>``, the number of a row: with more digits than a database holds it is not there.

    ``<int:pk>`` lets any number through. Django notices one that is too large, but not where the key of a page is that
    of its parent: SQLite then fails.
    """

    regex = "[0-9]{1,18}"


def row_number(text: str) -> int:
    """The number of a row that somebody sent; 0, which no row has, for anything else."""
    return int(text) if re.fullmatch(RowNumber.regex, text) else 0
