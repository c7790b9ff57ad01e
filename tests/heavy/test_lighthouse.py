"""Lighthouse on a phone: accessible, sound, and how quick compared with the lightest page."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browsing import OPTIONS
from tests.serving import serving
from tests.support import ROOT

LIGHTHOUSE = ROOT / "tests/heavy/tools/node_modules/lighthouse/cli/index.js"
PAGES = (
    "en/",
    "zh/",
    "en/preparation/visit/",
    "zh/toolkit/checklists/goods-in/",
    "en/toolkit/quizzes/scanner-quiz/",
    "en/toolkit/phrase-bank/",
)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_on_a_phone(sample_site: Path, page: str, capsys) -> None:
    node = Path(sys.executable).with_name("node")
    with serving(sample_site) as address:
        command = [
            str(node), str(LIGHTHOUSE), address + page, "--output=json", "--quiet",
            f"--chrome-path={shutil.which('chromium')}",
            f"--chrome-flags=--headless=new {' '.join(OPTIONS)}",
            "--only-categories=performance,accessibility,best-practices",
        ]  # fmt: skip
        result = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert result.returncode == 0, result.stderr
    report = json.loads(result.stdout)
    scores = {name: round(100 * part["score"]) for name, part in report["categories"].items()}
    with capsys.disabled():
        print(f"\n{page or 'home'}: {scores}")
    wrong = [
        audit["title"]
        for category in ("accessibility", "best-practices")
        for reference in report["categories"][category]["auditRefs"]
        if (audit := report["audits"][reference["id"]])["score"] == 0 and reference["weight"]
    ]
    assert not wrong
