"""Joins the style sheets: one file for the browser, one file per component for who reads them.

A sheet of ``static/css/`` names its parts with ``@import``. Browsers would fetch each part on its own, after the sheet
itself; so wherever static files are found (collected for production, or served from the tree in development) the text
of a part stands in the place of its line. See docs/adr/0020.
"""

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import FileSystemFinder
from django.core.files.storage import FileSystemStorage, Storage

PART = re.compile(r'^@import "(?P<path>[\w/-]+\.css)";\n', re.MULTILINE)


def with_parts(sheet: Path) -> str:
    """The text of a sheet, with its parts in the place of the lines that name them."""
    return PART.sub(lambda line: (sheet.parent / line["path"]).read_text(), sheet.read_text())


def write(path: Path, text: str) -> None:
    """Write a file at once, and only when it changes: others may be reading it, or looking at its date."""
    if path.exists() and path.read_text() == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, new = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "w") as file:
        file.write(text)
    os.chmod(new, 0o644)
    os.replace(new, path)


class JoiningFinder(FileSystemFinder):
    """Finds the files of ``STATICFILES_DIRS``; of a sheet with parts it finds the joined one."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.joined = FileSystemStorage(location=settings.JOINED_STYLE_SHEETS)

    def find_location(self, root: str, path: str, prefix: str | None = None) -> str | None:
        found = super().find_location(root, path, prefix)
        return self.join(found, path) or found if found else None

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, Storage]]:
        for path, storage in super().list(ignore_patterns):
            yield path, self.joined if self.join(storage.path(path), path) else storage

    def join(self, found: str, path: str) -> str | None:
        """Where the joined sheet is, when the file is a sheet with parts."""
        if not path.endswith(".css") or not PART.search(Path(found).read_text()):
            return None
        target = Path(self.joined.path(path))
        write(target, with_parts(Path(found)))
        return str(target)
