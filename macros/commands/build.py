"""scripts/build.py: build the whole site, or publish a version of it."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from macros.build.builder import Builder
from macros.checks import run_checks
from macros.checks.report import as_text
from macros.content.clock import today
from macros.content.site import load_site
from macros.contracts.findings import ContentError
from macros.edition.leaks import leaks
from macros.edition.tree import client_tree
from macros.files.downloads import CACHE, cache_of
from macros.files.writers import missing


class LeakError(Exception):
    """Something internal stands in the finished client edition; the message says all of it."""


def checked(root: Path) -> bool:
    """Print the findings on the content under `root`; False where one is an error."""
    findings = run_checks(load_site(root), today())
    if findings:
        print(as_text(findings), file=sys.stderr)
    return not any(finding.severity == "error" for finding in findings)


def make(root: Path, target: Path, site_url: str, edition: str) -> dict[str, int]:
    """Build an edition into the empty folder `target`. Returns the pages by language.

    Raises ContentError, LeakError, or what a build fails with.
    """
    if edition == "internal":
        with Builder(root, target, site_url) as builder:
            return builder.build()
    site = load_site(root)
    # Its files differ from ours in name and reach: they are kept apart.
    os.environ[CACHE] = f"{cache_of(root)}-client"
    with (
        tempfile.TemporaryDirectory(prefix="playbook-client-") as folder,
        Builder(client_tree(site, Path(folder)), target, site_url) as builder,
    ):
        pages = builder.build()
    if found := leaks(site, target):
        told = "\n".join(map(str, found))
        raise LeakError(f"{told}\n{len(found)} place(s) hold something internal.")
    return pages


def run(root: Path, site_dir: Path, site_url: str, edition: str = "internal") -> int:
    """Build an edition into `site_dir`, which is replaced only when all went well."""
    if not checked(root):
        print("Not built: mend the errors above.", file=sys.stderr)
        return 1
    fresh = site_dir.with_name(f"{site_dir.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        pages = make(root, fresh, site_url, edition)
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
