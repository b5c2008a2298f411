"""``make run`` says in one line why it cannot start."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

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


def test_taken_port_stops_with_one_line(project):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        stopped = run(project, "--port", str(port), "requirements.txt")

    assert stopped.returncode == 1
    assert stopped.stderr == f"Port {port} is taken; choose another: make run PORT={port + 1}\n"
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
    assert first.stdout.startswith("Making the Python environment in .venv ...\n")
    assert (again.returncode, again.stdout) == (0, "")
    assert changed.stdout == first.stdout
