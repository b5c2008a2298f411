"""Compiles the translations without gettext's own tools, which a fresh machine does not have."""

import os
from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parent.parent / "locale"


def compile_all() -> None:
    """Write each ``.mo`` file that is older than its ``.po`` file."""
    for source in LOCALE.glob("*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            partial = target.with_suffix(f".{os.getpid()}.part")  # another process may do the same now
            polib.pofile(str(source)).save_as_mofile(str(partial))
            partial.replace(target)


if __name__ == "__main__":
    compile_all()
