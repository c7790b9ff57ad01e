"""What all tests share: the sample content, copies of it, and the command line."""

from __future__ import annotations

import contextlib
import io
import runpy
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "tests" / "sample"
SAMPLE_DAY = "1767960000"  # 2026-01-09, soon after the sample was "reviewed"


@dataclass(frozen=True)
class Result:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample content, on the day after which its reviews are fresh."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", SAMPLE_DAY)
    root = tmp_path / "sample"
    shutil.copytree(SAMPLE, root)
    shutil.copy(ROOT / "docs" / "library" / "labels.yml", root / "docs" / "library")
    return root


def run_script(name: str, *arguments: object) -> Result:
    """Run a script of scripts/ as the command line would, in this process."""
    out, err, argv = io.StringIO(), io.StringIO(), sys.argv
    sys.argv = [name, *map(str, arguments)]
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            runpy.run_path(str(ROOT / "scripts" / name), run_name="__main__")
        code = 0
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else int(error.code is not None)
        if isinstance(error.code, str):
            err.write(error.code)
    finally:
        sys.argv = argv
    return Result(code, out.getvalue(), err.getvalue())
