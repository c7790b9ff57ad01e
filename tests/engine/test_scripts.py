"""The menu: every script says what it does, and does it; a change that breaks one shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import EPOCH, ROOT, run_command

SCRIPTS = sorted(path.name for path in (ROOT / "scripts").glob("*.py"))


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_says_what_it_does_before_anything_is_set_up(name: str) -> None:
    """With a bare Python: nothing of the project's environment is needed for help."""
    bare = Path(sys.base_prefix, "bin", "python3")
    command = [bare, "-S", "-I", f"scripts/{name}", "--help"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    first = (ROOT / "scripts" / name).read_text("utf-8").split('"""')[1].split("\n")[0]
    assert re.sub(r"\s+", "", first) in re.sub(r"\s+", "", result.stdout)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_run_by_a_test(name: str) -> None:
    tests = [path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py")]
    call = re.compile(rf"""["'](?:scripts/)?{re.escape(name)}["'],""")
    assert any(call.search(text) for text in tests)


def test_the_benchmark_prints_ratios(project: Path) -> None:
    told = {"PLAYBOOK_FORMATS": "csv", "SOURCE_DATE_EPOCH": EPOCH}
    result = run_command(project, "scripts/bench.py", "--sizes", "50", "--runs", "1", **told)
    assert result.code == 0, result.err
    assert re.search(r"50 pages: \d+\.\d\d \(", result.out)
    for what in ("a page", "a checklist"):
        assert re.search(rf"edit to refresh, {what}: \d+\.\d\d of it", result.out)
    assert re.search(r"nothing changed: \d\.\d+ of making all", result.out)
    assert re.search(r"item-0000/index.html: \d+\.\d\d", result.out)


def test_a_path_runs_that_alone() -> None:
    result = run_command(ROOT, "scripts/test.py", "tests/fast/test_store.py", "-q", "-p", "no:cov")
    assert result.code == 0, result.out + result.err
    listed = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "tests/fast/test_store.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    count = listed.stdout.count("::")
    assert re.search(rf"^{count} passed", result.out, re.M)


def test_a_failing_test_fails_the_run(tmp_path: Path) -> None:
    failing = tmp_path / "test_nothing.py"
    failing.write_text("def test_it():\n    assert False\n")
    result = run_command(ROOT, "scripts/test.py", failing, "-q")
    assert result.code == 1
    assert "1 failed" in result.out


def test_a_check_speaks_to_a_pipe_that_knows_no_chinese(sample: Path) -> None:
    page = sample / "docs/zh/preparation/visit.md"
    page.write_text(page.read_text("utf-8").replace("## 常见误区", "## 常见错误"), "utf-8")
    for encoding in ("cp1252", "ascii"):
        result = subprocess.run(
            [sys.executable, "scripts/check.py", "--root", str(sample)],
            cwd=ROOT,
            env=os.environ | {"PYTHONIOENCODING": encoding, "SOURCE_DATE_EPOCH": EPOCH},
            capture_output=True,
        )
        assert result.returncode == 1
        assert result.stderr == b""
        assert rb"'\u5e38\u89c1\u9519\u8bef'" in result.stdout
        assert b"[section-title]" in result.stdout
