"""scripts/build.py: build the whole site, or publish a version of it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from macros.builder import Builder
from macros.checks import run_checks
from macros.clock import today
from macros.findings import ContentError
from macros.report import as_text
from macros.site import load_site
from macros.writers import missing


def checked(root: Path) -> bool:
    """Print the findings on the content under `root`; False where one is an error."""
    findings = run_checks(load_site(root), today())
    if findings:
        print(as_text(findings), file=sys.stderr)
    return not any(finding.severity == "error" for finding in findings)


def run(root: Path, site_dir: Path, site_url: str) -> int:
    """Build both languages into `site_dir`, which is replaced only when all went well."""
    if not checked(root):
        print("Not built: mend the errors above.", file=sys.stderr)
        return 1
    fresh = site_dir.with_name(f"{site_dir.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        with Builder(root, fresh, site_url) as builder:
            pages = builder.build()
    except ContentError as error:
        print(as_text(error.findings), file=sys.stderr)
        return 1
    except Exception as error:  # the one place where a build's failure becomes a message
        print(f"The build failed:\n{error}", file=sys.stderr)
        return 1
    else:
        shutil.rmtree(site_dir, ignore_errors=True)
        fresh.rename(site_dir)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    for name, what in missing().items():
        print(f"Without {name} files: this machine lacks {what}.", file=sys.stderr)
    counts = ", ".join(f"{language}: {count} pages" for language, count in pages.items())
    print(f"Built {site_dir} ({counts} written by hand, the toolkit besides)")
    return 0
