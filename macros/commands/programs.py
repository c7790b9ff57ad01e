"""What the tests need that pip doesn't bring: programs of the system, and Node packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

TOOLS = Path("tests/tools")
HEAVY_TOOLS = Path("tests/heavy/tools")


@dataclass(frozen=True)
class Need:
    """A program the tests need."""

    what: str
    package: str  # Debian's, with spaces between several
    probe: tuple[str, ...]  # a command whose output, not empty, shows that it is there


PANGO = (
    sys.executable,
    "-c",
    "import ctypes.util as u; print(u.find_library('pango-1.0') or '', end='')",
)
NEEDS = (
    Need("Chromium", "chromium", ("chromium", "--version")),
    Need("a Java runtime, for the HTML validator", "default-jre-headless", ("java", "-version")),
    Need("pdftotext, to read printed pages", "poppler-utils", ("pdftotext", "-v")),
    Need(
        "LibreOffice, its Writer and Calc",
        "libreoffice-writer-nogui libreoffice-calc-nogui",
        ("soffice", "--version"),
    ),
    Need("Pango, for PDF files", "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0", PANGO),
    Need("a Chinese font", "fonts-noto-cjk", ("fc-list", ":lang=zh")),
)


def install_programs(environment: Mapping[str, str]) -> None:
    """Install the programs that are missing, with apt where that is allowed.

    Exits with a message that names the packages when something can't be installed from here:
    no test is skipped without a word.
    """
    missing = [need for need in NEEDS if not _is_there(need)]
    if not missing:
        return
    packages = [package for need in missing for package in need.package.split()]
    apt = shutil.which("apt-get")
    prefix = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    if apt and (not prefix or shutil.which("sudo")):
        print(f"Installing {', '.join(packages)}…", flush=True)
        quiet = {**environment, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
            subprocess.run(
                [*prefix, apt, "-qq", *command], env=quiet, stdout=subprocess.DEVNULL, check=False
            )
        missing = [need for need in missing if not _is_there(need)]
    if missing:
        wanted = "\n".join(f"- {need.what} (Debian and Ubuntu: {need.package})" for need in missing)
        sys.exit(
            f"The tests need, and could not install:\n{wanted}\n"
            "Install them and run this command again. 'python3 scripts/test.py --fast' does "
            "without them."
        )


def _is_there(need: Need) -> bool:
    if shutil.which(need.probe[0]) is None:
        return False
    result = subprocess.run(need.probe, capture_output=True)
    return result.returncode == 0 and bool(result.stdout + result.stderr)


def install_tools(folder: Path) -> None:
    """Install the Node packages that `folder` locks, unless they are there."""
    lock = (folder / "package-lock.json").read_bytes()
    stamp = folder / "node_modules" / "playbook-lock"
    if stamp.exists() and stamp.read_bytes() == lock:
        return
    npm = Path(sys.executable).with_name("npm")
    result = subprocess.run([npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=folder)
    if result.returncode:
        sys.exit(f"The packages of {folder} could not be installed (see above).")
    stamp.write_bytes(lock)
