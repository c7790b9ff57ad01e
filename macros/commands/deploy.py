"""scripts/build.py --deploy: publish a version of both languages."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from macros.build.adapters.mike_deploy import deploy, push, require_edition
from macros.checks.ids import published_ids
from macros.commands import print_failure
from macros.commands.build import build_edition, load_sound_site
from macros.content.library import PUBLISHED_IDS
from macros.contracts.options import Options
from macros.files.writers import missing


def run(
    options: Options, aliases: list[str], branch: str, push_to: str | None, debug: bool = False
) -> int:
    """Build and commit a version. Returns the exit code; the branch is untouched on failure."""
    site = load_sound_site(options)
    if site is None:
        print("Not published: fix the errors above.", file=sys.stderr)
        return 1
    unrecorded = published_ids(site).difference(site.library.published)
    if unrecorded:
        print(
            f"Not published: {len(unrecorded)} ids are not in {PUBLISHED_IDS}. Publishing makes "
            "them permanent: run 'python3 scripts/check.py --record-ids' and commit the file.",
            file=sys.stderr,
        )
        return 1
    if lacking := missing():
        wanted = "; ".join(f"{name} files need {what}" for name, what in lacking.items())
        print(f"Not published: a version has all its files. {wanted}.", file=sys.stderr)
        return 1
    try:
        with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
            require_edition(options.root, branch, options.edition)
            build_edition(site, options, Path(folder))
            deploy(options, Path(folder), aliases, branch)
    except Exception as error:  # the one place where a failure becomes a message
        print_failure("Not published:", error, debug)
        return 1
    names = ", ".join([options.version, *aliases])
    print(f"Published {names} on branch {branch}")
    if push_to:
        try:
            push(options.root, branch, push_to)
        except Exception as error:
            print_failure(f"Committed, but not pushed to {push_to}:", error, debug)
            return 1
        print(f"Pushed to {push_to}")
    return 0
