"""scripts/test.py: set up what the tests need, then run them, the quick ones first."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from macros.commands.programs import HEAVY_TOOLS, TOOLS, install_programs, install_tools

FAST, ENGINE, HEAVY = "tests/fast", "tests/engine", "tests/heavy"
MEASURED = (FAST, ENGINE)  # what they don't run of the engine is shown
REST = ("tests/content", "tests/browser")
# Two workers share what is built once; the tests of a module stay together.
WORKERS = ["-n", "2", "--dist", "loadscope"]
COVERAGE = ["--cov=macros", "--cov=scripts", "--cov-report="]


def run(
    root: Path, environment: Mapping[str, str], suite: str, paths: list[str], options: list[str]
) -> int:
    """Run a suite (all, fast or heavy), or only the tests under `paths`.

    `options` go to pytest. Returns the exit code of the first run of pytest that fails. Exits
    with a message when something is missing that can't be installed from here.
    """
    install_tools(root / TOOLS)
    if paths:
        if any(not path.startswith(FAST) for path in paths):
            install_programs(environment)
        return _pytest(root, environment, [*paths, *options])
    if suite == "fast":
        return _pytest(root, environment, [FAST, *WORKERS, *options])
    install_programs(environment)
    if suite == "heavy":
        install_tools(root / HEAVY_TOOLS)
        return _pytest(root, environment, [HEAVY, *options])
    started = time.monotonic()
    for number, part in enumerate(MEASURED):
        more = ["--cov-append"] if number else []
        if code := _pytest(root, environment, [part, *WORKERS, *COVERAGE, *more, *options]):
            return code
    if code := _pytest(root, environment, [*REST, *WORKERS, *options]):
        return code
    report = [sys.executable, "-m", "coverage", "report", "--skip-covered", "--format=total"]
    covered = subprocess.run(report, cwd=root, env=environment, capture_output=True, text=True)
    print(f"The fast and engine tests run {covered.stdout.strip()} % of the engine's lines.")
    print(f"All tests passed in {time.monotonic() - started:.0f} s.")
    return 0


def _pytest(root: Path, environment: Mapping[str, str], arguments: list[str]) -> int:
    command = [sys.executable, "-X", "utf8", "-m", "pytest", *arguments]
    code = subprocess.run(command, cwd=root, env=environment).returncode
    # A part of which -k leaves nothing has not failed.
    return 0 if code == 5 and "-k" in arguments else code
