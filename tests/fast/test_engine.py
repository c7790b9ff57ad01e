"""The parts of the engine that have rules of their own."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from macros.build.policy import content_security_policy, inline_scripts
from macros.build.root_pages import redirect_template, root_files
from macros.checks import codes
from macros.checks.report import as_github, as_json, as_text
from macros.content.addresses import page_url, relative
from macros.content.config import nav_paths
from macros.contracts.fields import Text, review_due
from macros.contracts.findings import Finding
from tests.support import ROOT, run_script


@pytest.mark.parametrize(
    ("reviewed", "review_in", "due"),
    [
        ("2026-01-15", "12 months", "2027-01-15"),
        ("2026-08-31", "6 months", "2027-02-28"),
        ("2026-11-30", "1 month", "2026-12-30"),
        ("2026-12-31", "2 months", "2027-02-28"),
        ("2027-08-31", "6 months", "2028-02-29"),
    ],
)
def test_reviews_run_out_by_the_calendar(reviewed: str, review_in: str, due: str) -> None:
    assert review_due(dt.date.fromisoformat(reviewed), review_in) == dt.date.fromisoformat(due)


def test_addresses() -> None:
    assert page_url("index.md") == ""
    assert page_url("preparation/index.md") == "preparation/"
    assert page_url("preparation/workshops.md") == "preparation/workshops/"
    assert page_url("about/card-index.md") == "about/card-index/"
    assert relative("glossary/#batch", "preparation/workshops/") == "../../glossary/#batch"
    assert relative("", "preparation/workshops/") == "../../"
    assert relative("preparation/", "") == "preparation/"
    assert relative("preparation/", "preparation/") == "./"


FINDING = Finding(
    "docs/a,b.md", 7, "section-thin", "5% of it", "all: of it\nhere", "write", "warning"
)


def test_findings_print_as_text() -> None:
    assert as_text([FINDING]).splitlines() == [
        "docs/a,b.md:7: warning [section-thin]",
        "  found:    5% of it",
        "  expected: all: of it",
        "here",
        "  to fix:  write",
    ]


def test_findings_print_as_json() -> None:
    assert json.loads(as_json([FINDING])) == [
        {
            "path": "docs/a,b.md",
            "line": 7,
            "code": "section-thin",
            "found": "5% of it",
            "expected": "all: of it\nhere",
            "remedy": "write",
            "severity": "warning",
        }
    ]


def test_findings_print_as_github_annotations() -> None:
    assert as_github([FINDING]) == (
        "::warning file=docs/a%2Cb.md,line=7,title=section-thin::"
        "found: 5%25 of it%0Aexpected: all: of it%0Ahere%0Ato fix: write"
    )


@pytest.mark.parametrize("output", ["json", "github"])
def test_the_command_prints_every_format(sample: Path, output: str) -> None:
    (sample / "docs/zh/for-clients.md").unlink()
    result = run_script("check.py", "--root", sample, "--format", output)
    assert result.code == 1
    if output == "json":
        assert [finding["code"] for finding in json.loads(result.out)] == ["twin-missing"]
    else:
        assert result.out.startswith("::error file=docs/en/for-clients.md,line=1")


def test_all_findings_come_in_one_run(sample: Path) -> None:
    (sample / "docs/zh/for-clients.md").unlink()
    (sample / "docs/library/checklists/stray.txt").write_text("x")
    item = sample / "docs/library/checklists/visit-list.yml"
    item.write_text(item.read_text("utf-8").replace("minutes: 10", "minutes: 0"), "utf-8")
    result = run_script("check.py", "--root", sample)
    found = set(re.findall(r"\[([\w-]+)\]", result.out))
    assert found == {"twin-missing", "library-stray-file", "schema"}


def test_every_code_says_its_rule() -> None:
    result = run_script("check.py", "--codes")
    assert [line.split()[0] for line in result.out.splitlines()] == list(codes())
    assert all(len(rule) > 15 for rule in codes().values())


def test_the_policy_allows_only_the_scripts_that_are_there(tmp_path: Path) -> None:
    page = '<script>a=1</script><script src="x.js"></script>'
    page += '<script type="application/json">{}</script>'
    assert inline_scripts(page) == ["a=1"]
    (tmp_path / "a.html").write_text(page)
    policy = content_security_policy(tmp_path)
    assert policy.count("sha256-") == 1
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


NAME = Text(en="Sample", zh="样例")


def test_root_pages_know_where_the_root_is() -> None:
    assert (
        'href="/books/root.css"'
        in root_files(ROOT, "https://example.com/books", NAME)["index.html"]
    )
    assert 'href="/root.css"' in root_files(ROOT, "", NAME)["404.html"]
    assert "<title>Sample · 样例</title>" in root_files(ROOT, "", NAME)["index.html"]
    template = redirect_template(ROOT, "https://example.com/books/")
    assert 'src="/books/redirect.js"' in template
    assert template.count("{{ href }}") == 3


def test_chinese_has_no_space_where_a_line_was_folded() -> None:
    text = Text(en="One line.", zh="这是一行， 折到下一行。 用 ERP 系统")
    assert text.zh == "这是一行，折到下一行。用 ERP 系统"


def test_navigation_is_read_in_order() -> None:
    assert nav_paths(["a.md", {"b": ["b/index.md", {"c": ["b/c.md"]}]}]) == [
        "a.md", "b/index.md", "b/c.md",
    ]  # fmt: skip
