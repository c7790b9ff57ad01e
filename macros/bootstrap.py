"""Sets up the project's own environment. Only Python's standard library: it runs first.

A virtual environment in .venv holds what requirements.lock pins. It is made once, made
again when the lock changes, and every script runs itself in it.
"""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = "playbook-lock"  # in the environment: what it was made from
OLDEST = (3, 11)
# The theme's documented switch for its end-of-life notice.
QUIET = {"NO_MKDOCS_2_WARNING": "1"}


def enter() -> None:
    """Go on in the project's environment: set it up if needed, then run this script in it.

    Does not return when the script has to be run again; exits with its code instead.
    Exits with a message when Python is too old or the packages can't be installed.
    """
    if sys.version_info < OLDEST:
        sys.exit(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version}")
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if _stamp(Path(sys.prefix)) != wanted:
        if _stamp(HOME) != wanted:
            _set_up(wanted)
        _run_again()
    os.environ.update(QUIET)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console or a pipe that knows no Chinese gets \u4e2d in place of a failure.
            stream.reconfigure(errors="backslashreplace")


def _stamp(home: Path) -> str | None:
    stamp = home / STAMP
    return stamp.read_text() if stamp.exists() else None


def _python() -> Path:
    return HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _run_again() -> None:
    """Run this script in the project's environment, with UTF-8 wherever text is read."""
    command = [str(_python()), "-X", "utf8", *sys.argv]
    if os.name != "nt":
        # In this very process, so that a signal meant for the script reaches it.
        os.execv(command[0], command)
    try:
        sys.exit(subprocess.run(command).returncode)
    except KeyboardInterrupt:  # Ctrl+C reaches the script too; it has tidied up
        sys.exit(130)


def _set_up(wanted: str) -> None:
    print("Setting up the environment in .venv (once, and when requirements.lock changes)…")
    try:
        venv.create(HOME, clear=True, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(
            f"Can't make a virtual environment: {error}\n"
            "On Debian and Ubuntu install it first: apt install python3-venv"
        )
    command = [_python(), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    result = subprocess.run([*command, "--require-hashes", "-r", LOCK])
    if result.returncode:
        sys.exit(
            "The packages in requirements.lock could not be installed (see above). "
            "Is there a connection to a package index? Run this command again."
        )
    # Written last: an interrupted set-up starts again.
    (HOME / STAMP).write_text(wanted)
