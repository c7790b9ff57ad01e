"""The code keeps the style that pyproject.toml sets."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]])
def test_ruff_has_nothing_to_say(command: list[str]) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "."], cwd=ROOT, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_types_hold() -> None:
    """Strict, but for what comes unchecked out of YAML and of libraries without types."""
    node = Path(sys.executable).with_name("node")
    pyright = ROOT / "tests/tools/node_modules/pyright/index.js"
    result = subprocess.run([node, pyright], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
