"""Errors in the project's own data are findings, and a finding is the same in every process."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from macros.contracts.findings import ContentError, Finding
from tests.support import EPOCH, edit, run_command, write_project

TYPES = "macros/contracts/page_types.yml"
LABELS = "macros/kinds/quiz/labels.yml"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("contracts") / "project")


def findings(root: Path) -> list[dict]:
    told = ("scripts/check.py", "--format", "json")
    result = run_command(root, *told, SOURCE_DATE_EPOCH=EPOCH)
    assert "Traceback" not in result.err
    assert result.code == 1
    return json.loads(result.out)


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "found"),
    [
        (TYPES, "least: {en: 60, zh: 100}}", "least: {en: 60}}", "schema", "least.zh' is missing"),
        (TYPES, "\nphase:\n  sections:", "\nphase:\n  section:", "schema", "unknown key"),
        (TYPES, "\nphase:\n", "\nphase: [\n", "yaml-syntax", "not readable as YAML"),
        (LABELS, "js-quiz-check:", "js-quiz-chek:", "label-missing", "js-quiz-check"),
        (LABELS, "js-quiz-check: {", "js-quiz-check: ({", "yaml-syntax", "not readable"),
    ],
)
def test_an_error_in_the_contracts_is_a_finding_where_it_is(
    project: Path, file: str, old: str, new: str, code: str, found: str
) -> None:
    before = (project / file).read_text("utf-8")
    edit(project, file, old, new)
    try:
        told = findings(project)
    finally:
        (project / file).write_text(before, "utf-8")
    line = before[: before.index(old)].count("\n") + 1
    hits = [one for one in told if one["code"] == code and found in one["found"]]
    assert hits, told
    assert hits[0]["path"] == file
    assert abs(hits[0]["line"] - line) < 4
    assert len(told) <= 3, "one fault, one finding"


def test_an_error_keeps_its_findings_from_process_to_process() -> None:
    finding = Finding("docs/en/a.md", 3, "schema", "found", "expected", "remedy")
    other = pickle.loads(pickle.dumps(ContentError([finding, finding])))
    assert other.findings == [finding, finding]
    assert "docs/en/a.md:3: found" in str(other)
