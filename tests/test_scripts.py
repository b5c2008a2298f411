"""``make run`` says in one line why it cannot start; what it prepares, several may prepare at once."""

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from scripts import catalogues

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "environment.py"


@pytest.fixture
def project(tmp_path):
    """A fresh copy of what the script needs, without an environment."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / SCRIPT.name).write_text(SCRIPT.read_text())
    (tmp_path / "requirements.txt").write_text("")
    (tmp_path / "requirements-dev.txt").write_text("")
    return tmp_path


def run(project, *arguments, before=""):
    """Run the script, after some code that takes something away from Python."""
    script = str(project / "scripts" / SCRIPT.name)
    code = [
        "import runpy, sys",
        f"sys.argv = {[script, *arguments]!r}",
        before,
        f"runpy.run_path({script!r}, run_name='__main__')",
    ]
    return subprocess.run([sys.executable, "-c", "\n".join(code)], capture_output=True, text=True)


def neighbours() -> tuple[socket.socket, socket.socket]:
    """Listen on two ports that follow each other."""
    while True:
        first = socket.create_server(("127.0.0.1", 0))
        try:
            return first, socket.create_server(("127.0.0.1", first.getsockname()[1] + 1))
        except (OSError, OverflowError):
            first.close()


def test_taken_port_stops_with_one_line(project):
    first, second = neighbours()
    with first, second:
        port = first.getsockname()[1]

        stopped = run(project, "--port", str(port), "requirements.txt")

    told, _is, suggestion = stopped.stderr.rpartition("=")
    assert stopped.returncode == 1
    assert told == f"Port {port} is taken; choose another: make run PORT"
    assert suggestion.endswith("\n")
    assert int(suggestion) not in (port, port + 1)
    assert not (project / ".venv").exists()


def test_port_that_is_no_number_stops_with_one_line(project):
    stopped = run(project, "--port", "web", "requirements.txt")

    assert stopped.returncode == 1
    assert stopped.stderr == "PORT must be a number from 1 to 65535, not 'web'.\n"


def test_old_python_stops_with_one_line(project):
    stopped = run(project, "requirements.txt", before="sys.version_info = (3, 9, 2)")

    assert stopped.returncode == 1
    assert stopped.stderr.startswith("Python 3.9 is too old: the site needs 3.11 or newer")
    assert stopped.stderr.count("\n") == 1


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_missing_venv_module_stops_with_one_line(project, module):
    hide = (
        "import importlib.util as u; find = u.find_spec;"
        f"u.find_spec = lambda name, *a: None if name == {module!r} else find(name, *a)"
    )

    stopped = run(project, "requirements.txt", before=hide)

    assert stopped.returncode == 1
    assert (
        stopped.stderr == "Python's venv module is missing; on Debian and Ubuntu: apt install python3-venv\n"
    )


def test_environment_is_made_once_for_each_lock(project):
    first = run(project, "requirements-dev.txt")
    again = run(project, "requirements.txt")  # the development lock holds it as well
    (project / "requirements.txt").write_text("# changed")
    changed = run(project, "requirements.txt")

    assert first.returncode == 0, first.stderr
    assert first.stdout.splitlines() == [
        "Making the Python environment in .venv ...",
        "Installing 0 packages, about a minute ...",
    ]
    assert (again.returncode, again.stdout) == (0, "")
    assert changed.stdout.splitlines() == ["Installing 0 packages, about a minute ..."]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["run", "PYTHON=nopython"], "There is no nopython here: install Python 3.11 or newer, or name it: "),
        (["static", "PYTHON=nopython"], "There is no nopython here: "),
        (["benchmark", "PYTHON=nopython"], "There is no nopython here: "),
        (["serve"], "There is no .venv yet: run make static first."),
    ],
)
def test_command_that_lacks_something_says_so_in_one_line(project, command, told):
    shutil.copy(ROOT / "Makefile", project)

    stopped = subprocess.run(["make", *command], cwd=project, capture_output=True, text=True)

    line, of_make = stopped.stderr.splitlines()
    assert line.startswith(told)
    assert ": *** [" in of_make


def test_catalogue_may_be_compiled_twice_at_the_same_time(tmp_path, monkeypatch):
    source = tmp_path / "nl" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text('msgid "News"\nmsgstr "Nieuws"\n')
    other = (
        f"from pathlib import Path; from scripts import catalogues as c; c.LOCALE = Path({str(tmp_path)!r});"
    )
    save = polib.POFile.save_as_mofile

    def save_while_another_does(catalogue, path):
        save(catalogue, path)
        subprocess.run([sys.executable, "-c", f"{other} c.compile_all()"], cwd=ROOT, check=True)

    monkeypatch.setattr(polib.POFile, "save_as_mofile", save_while_another_does)
    monkeypatch.setattr(catalogues, "LOCALE", tmp_path)
    catalogues.compile_all()

    assert polib.mofile(str(source.with_suffix(".mo"))).find("News").msgstr == "Nieuws"
    assert sorted(path.name for path in source.parent.iterdir()) == ["django.mo", "django.po"]
