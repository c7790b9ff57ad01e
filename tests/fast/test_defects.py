"""Every rule catches its defect: break a copy of the sample, run the check, read the findings.

A defect is a file defects/<code>.yml: what is broken, and all that the check finds. A place is
named by the text of its line, so that the sample can grow; `…` stands for whatever depends on
which kinds and page types there are.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml

from macros.checks import codes
from tests.support import run_script

HOME = Path(__file__).parent / "defects"
DEFECTS = sorted(HOME.glob("*.yml"))


def break_content(root: Path, defect: dict) -> None:
    """Apply a defect's edits; an edit that finds nothing is a mistake in the defect."""
    for old, new in defect.get("copy", {}).items():
        shutil.copy(root / old, root / new)
    for edit in defect.get("edit", []):
        path = root / edit["file"]
        text = path.read_text("utf-8")
        assert edit["find"] in text, f"{edit['file']} has no {edit['find']!r}"
        path.write_text(text.replace(edit["find"], edit["put"], 1), "utf-8")
    for name, text in defect.get("write", {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    for name, encoding in defect.get("encode", {}).items():
        (root / name).write_bytes((root / name).read_text("utf-8").encode(encoding))
    for name in defect.get("delete", []):
        (root / name).unlink()


def differences(root: Path, code: str, expected: dict, found: dict) -> list[str]:
    """In what a finding is not the expected one."""
    wanted = {
        "path": expected["file"],
        "code": expected.get("code", code),
        "severity": expected.get("severity", "error"),
        "found": expected["found"],
        "expected": expected["expected"],
        "remedy": expected["fix"],
    }
    wrong = [f"{k}: {found[k]!r}, not {v!r}" for k, v in wanted.items() if not like(v, found[k])]
    if "line" in expected:
        lines = (root / found["path"]).read_text("utf-8").split("\n")
        line = lines[found["line"] - 1] if found["line"] <= len(lines) else "past the end"
        if not line.strip().startswith(expected["line"]):
            wrong.append(f"line {found['line']}: {line!r}, not {expected['line']!r}")
    return wrong


def like(pattern: str, text: str) -> bool:
    """Whether a text is as expected; … stands for anything."""
    return bool(re.fullmatch(".*".join(map(re.escape, pattern.split("…"))), text, re.DOTALL))


@pytest.mark.parametrize("path", DEFECTS, ids=lambda path: path.stem)
def test_a_defect_is_reported(path: Path, sample: Path) -> None:
    defect = yaml.safe_load(path.read_text("utf-8"))
    break_content(sample, defect)
    result = run_script("check.py", "--root", sample, "--format", "json")
    found = json.loads(result.out)
    shown = "\n".join(f"{f['path']}:{f['line']} [{f['code']}] {f['found']}" for f in found)
    assert len(found) == len(defect["expect"]), shown
    for expected, finding in zip(defect["expect"], found, strict=True):
        assert differences(sample, path.stem, expected, finding) == []
    assert path.stem in {finding["code"] for finding in found}
    assert result.code == any(finding["severity"] == "error" for finding in found)


def test_every_rule_has_a_defect() -> None:
    assert {path.stem for path in DEFECTS} == set(codes())


def test_the_sample_itself_is_sound(sample: Path) -> None:
    result = run_script("check.py", "--root", sample)
    assert (result.code, result.out.splitlines()[0].split(",")[0]) == (0, "0 error(s)")
