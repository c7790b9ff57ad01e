"""scripts/build.py --deploy: publish a version of both languages."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from macros.build.adapters.mike_deploy import DeployError, deploy, push, require_edition
from macros.checks.ids import published_ids
from macros.commands.build import checked, make
from macros.content.library import PUBLISHED_IDS
from macros.content.site import load_site
from macros.files.writers import missing


def run(
    root: Path,
    version: str,
    aliases: list[str],
    site_url: str,
    branch: str,
    push_to: str | None,
    edition: str = "internal",
) -> int:
    """Build and commit a version. Returns the exit code; the branch is untouched on failure."""
    if not checked(root):
        print("Not published: mend the errors above.", file=sys.stderr)
        return 1
    site = load_site(root)
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
    os.environ["MIKE_DOCS_VERSION"] = version  # mike's own variable; the build reads it
    try:
        with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
            require_edition(root, branch, edition)
            make(root, Path(folder), site_url, edition)
            deploy(root, Path(folder), version, aliases, site_url, branch, edition)
        if push_to:
            push(branch, push_to)
    except DeployError as error:
        print(f"git refused: {error}", file=sys.stderr)
        return 1
    except Exception as error:  # the one place where a failure becomes a message
        print(f"Not published:\n{error}", file=sys.stderr)
        return 1
    names = ", ".join([version, *aliases])
    print(f"Published {names} on branch {branch}" + (f", pushed to {push_to}" if push_to else ""))
    return 0
