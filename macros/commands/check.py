"""scripts/check.py: hold the content to its rules."""

from __future__ import annotations

from pathlib import Path

from macros.checks import codes, run_checks
from macros.checks.ids import published_ids
from macros.checks.report import FORMATS
from macros.commands.stats import as_table, of_library, of_pages
from macros.content.library import PUBLISHED_IDS
from macros.content.site import load_site
from macros.contracts.options import Options


def run(options: Options, output: str) -> int:
    """Print all findings on the content. Returns 1 if one is an error, else 0."""
    findings = run_checks(load_site(options.root), options.today)
    if findings or output == "json":
        print(FORMATS[output](findings))
    errors = sum(finding.severity == "error" for finding in findings)
    if output == "text":
        warnings = len(findings) - errors
        print(f"{errors} error(s), {warnings} warning(s), {len(codes())} rules")
    return 1 if errors else 0


def list_codes() -> int:
    """Print every finding code with its rule. Returns 0."""
    for code, rule in codes().items():
        print(f"{code:22} {rule}")
    return 0


def print_stats(root: Path) -> int:
    """Print how much content there is under `root`. Returns 0."""
    site = load_site(root)
    print(as_table(of_library(site)))
    print()
    print(as_table(of_pages(site)))
    return 0


def record_ids(root: Path) -> int:
    """Add every id of the content under `root` to the ledger of published ids. Returns 0.

    The ledger only grows: an id that is gone stays in it, so that the check can say so.
    """
    site = load_site(root)
    known = set(site.library.published)
    new = published_ids(site) - known
    text = "".join(f"{name}\n" for name in sorted(known | new))
    (root / PUBLISHED_IDS).write_text(text, "utf-8")
    print(f"{len(new)} new id(s) in {PUBLISHED_IDS}, {len(known | new)} in all")
    return 0
