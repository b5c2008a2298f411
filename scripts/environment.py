"""Makes .venv from a hashed lock, when it is not there yet. Needs nothing but Python, an old one to say so.

Usage: environment.py [--port N] requirements.txt|requirements-dev.txt
"""

import argparse
import hashlib
import importlib.util
import os
import socket
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
STAMP = os.path.join(VENV, "installed")
MINIMUM = (3, 11)
RUNTIME = "requirements.txt"


def main():
    """Check what is needed, then install what is not there; end with one line when that cannot be done."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port")
    parser.add_argument("lock")
    arguments = parser.parse_args()
    if sys.version_info < MINIMUM:
        stop(
            "Python %d.%d is too old: the site needs 3.11 or newer (make PYTHON=python3.11 ...)."
            % sys.version_info[:2]
        )
    if arguments.port:
        check_port(arguments.port)
    # The development lock holds the other one as well, so either stamp will do for that.
    wanted = fingerprint(arguments.lock)
    if wanted not in installed():
        install(arguments.lock)
        locks = {arguments.lock, RUNTIME}
        with open(STAMP, "w") as stamp:
            stamp.write("\n".join(fingerprint(lock) for lock in locks))


def stop(message):
    """End with one line."""
    sys.exit(message)


def check_port(text):
    """Stop unless the port can be listened on."""
    if not text.isdigit() or not 0 < int(text) < 65536:
        stop("PORT must be a number from 1 to 65535, not %r." % text)
    try:
        listen(int(text))
    except PermissionError:
        stop(
            "Port %s is not for everybody; choose one above 1023: make run PORT=%d" % (text, free_port(8001))
        )
    except OSError:
        stop("Port %s is taken; choose another: make run PORT=%d" % (text, free_port(int(text) + 1)))


def listen(port):
    """Listen for a moment; OSError when that cannot be done."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))


def free_port(first):
    """Return the first free port from ``first`` on, or else one that the system chooses."""
    for port in range(first, 65536):
        try:
            listen(port)
        except OSError:
            continue
        return port
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fingerprint(lock):
    """Tell one lock from another."""
    with open(os.path.join(ROOT, lock), "rb") as content:
        return "%s %s" % (lock, hashlib.sha256(content.read()).hexdigest())


def installed():
    """Return the fingerprints of what .venv holds; nothing when it does not work."""
    if not works(PYTHON) or not os.path.exists(STAMP):
        return []
    with open(STAMP) as stamp:
        return stamp.read().splitlines()


def install(lock):
    """Make .venv and fill it with exactly what the lock names."""
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            stop("Python's venv module is missing; on Debian and Ubuntu: apt install python3-venv")
    if not works(PYTHON):
        say("Making the Python environment in .venv")
        run([sys.executable, "-m", "venv", "--clear", VENV])
    with open(os.path.join(ROOT, lock)) as content:
        count = sum("==" in line for line in content)
    say("Installing %d packages, about a minute" % count)
    options = ["--require-hashes", "--no-deps", "--no-input", "--disable-pip-version-check", "-qq"]
    run([PYTHON, "-m", "pip", "install", *options, "--requirement", os.path.join(ROOT, lock)])


def works(python):
    """Tell whether an interpreter is there and starts, and has pip."""
    command = [python, "-c", "import pip"]
    return os.path.exists(python) and subprocess.call(command, stderr=subprocess.DEVNULL) == 0


def run(command):
    """Run a command; stop with its own message when it fails."""
    status = subprocess.call(command, cwd=ROOT)
    if status:
        stop("That did not work; see above. The command was: %s" % " ".join(command))


def say(message):
    """Show progress at once, also through a pipe."""
    print(message + " ...", flush=True)


if __name__ == "__main__":
    main()
