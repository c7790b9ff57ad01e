"""scripts/build.py: build the whole site."""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from macros.build.builder import Builder
from macros.checks import run_checks
from macros.checks.report import as_text
from macros.commands import print_failure
from macros.content.site import Site, load_site
from macros.contracts.options import Options
from macros.edition.leaks import leaks
from macros.edition.tree import client_tree
from macros.files.writers import missing


class LeakError(Exception):
    """Something internal is in the finished client edition; the message says all of it."""


def load_sound_site(options: Options) -> Site | None:
    """The content under `options.root`, or None where it has errors. Prints all findings."""
    site = load_site(options.root)
    findings = run_checks(site, options.today)
    if findings:
        print(as_text(findings), file=sys.stderr)
    return None if any(finding.severity == "error" for finding in findings) else site


def build_edition(site: Site, options: Options, target: Path) -> dict[str, int]:
    """Build the edition of `options` into the empty folder `target`.

    Returns the pages written by hand, by language. Raises ContentError, LeakError, or what a
    build fails with.
    """
    if options.edition == "internal":
        with Builder(options, target) as builder:
            return builder.build(site)
    with tempfile.TemporaryDirectory(prefix="playbook-client-") as folder:
        tree = client_tree(site, Path(folder))
        with Builder(replace(options, root=tree), target) as builder:
            pages = builder.build(load_site(tree))
    if found := leaks(site, target):
        listed = "\n".join(map(str, found))
        raise LeakError(f"{listed}\n{len(found)} place(s) hold something internal.")
    return pages


def run(options: Options, site_dir: Path, debug: bool = False) -> int:
    """Build an edition into `site_dir`, which is replaced only when all went well.

    Returns the exit code.
    """
    site = load_sound_site(options)
    if site is None:
        print("Not built: fix the errors above.", file=sys.stderr)
        return 1
    fresh = site_dir.with_name(f"{site_dir.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        pages = build_edition(site, options, fresh)
    except Exception as error:  # the one place where a build's failure becomes a message
        print_failure("The build failed:", error, debug)
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
