"""Fails unless the Dutch catalogue holds every text of the source, each translated and none fuzzy."""

import subprocess
import sys

import polib

from scripts.catalogues import LOCALE

CATALOGUE = LOCALE / "nl" / "LC_MESSAGES" / "django.po"


def main() -> None:
    """Make the catalogue anew, compare, and look for what is empty or fuzzy; end with what was found."""
    before = CATALOGUE.read_text()
    try:
        subprocess.run(["make", "--silent", "messages"], check=True)
        entries = polib.pofile(str(CATALOGUE))
        stale = texts(before) != texts(CATALOGUE.read_text())
    finally:
        CATALOGUE.write_text(before)
    problems = [f"not translated: {entry.msgid}" for entry in entries.untranslated_entries()]
    problems += [f"fuzzy: {entry.msgid}" for entry in entries.fuzzy_entries()]
    if stale:
        problems.append("the catalogue is not what the source asks for: run make messages")
    if problems:
        sys.exit("\n".join(problems))


def texts(catalogue: str) -> list[str]:
    """Return the lines that matter: all but the moment at which the catalogue was made."""
    return [line for line in catalogue.splitlines() if not line.startswith('"POT-Creation-Date')]


if __name__ == "__main__":
    main()
