"""Every rule catches its defect: break a copy of the content, run the check, read the message.

A defect is a file defects/<code>.yml: what is broken, and the whole of what the check prints.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from macros.checks import codes
from tests.conftest import run_script

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
    for name in defect.get("delete", []):
        (root / name).unlink()


@pytest.mark.parametrize("path", DEFECTS, ids=lambda path: path.stem)
def test_a_defect_is_reported(path: Path, sample: Path) -> None:
    defect = yaml.safe_load(path.read_text("utf-8"))
    break_content(sample, defect)
    result = run_script("check.py", "--root", sample)
    expected = defect["expect"].replace("{rules}", str(len(codes())))
    assert result.out.rstrip() == expected.rstrip()
    assert f"[{path.stem}]" in result.out
    assert result.code == (0 if "\n0 error(s)" in f"\n{defect['expect']}" else 1)


def test_every_rule_has_a_defect() -> None:
    assert {path.stem for path in DEFECTS} == set(codes())


def test_the_sample_itself_is_sound(sample: Path) -> None:
    result = run_script("check.py", "--root", sample)
    assert (result.code, result.out.splitlines()[0].split(",")[0]) == (0, "0 error(s)")
