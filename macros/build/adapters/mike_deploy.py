"""Commits a built version to the publishing branch: where mike meets the engine."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from mike import commands, git_utils
from mkdocs.config import load_config

from macros.build.adapters.mkdocs_build import CONFIGS
from macros.build.root_pages import redirect_template, root_names

EDITION = "edition.txt"  # on the branch: which edition it publishes
DeployError = git_utils.GitError


def deploy(
    root: Path,
    built: Path,
    version: str,
    aliases: list[str],
    site_url: str,
    branch: str,
    edition: str,
) -> None:
    """Commit the languages under `built` to `branch` of the repository at `root`.

    Each language goes to <language>/<version>/; every alias redirects there, page by page;
    the first alias, or else the version, is what the language's own address leads to.
    Raises DeployError when git refuses, and ValueError for a version mike can't accept.
    """
    os.chdir(root)  # mike works on the repository of the current directory
    with tempfile.NamedTemporaryFile("w", suffix=".html") as template:
        template.write(redirect_template(site_url))
        template.flush()
        for language, name in CONFIGS.items():
            config = load_config(str(root / name), site_dir=str(built / language))
            with commands.deploy(
                config,
                version,
                aliases=aliases,
                update_aliases=True,
                alias_type=commands.AliasType.redirect,
                template=template.name,
                branch=branch,
                deploy_prefix=language,
                allow_empty=True,
            ):
                pass  # the site is built already
            commands.set_default(
                aliases[0] if aliases else version,
                template.name,
                branch=branch,
                deploy_prefix=language,
                allow_empty=True,
            )
    message = f"Root pages for {version}"
    with git_utils.Commit(branch, message, allow_empty=True) as commit:
        # As they stand in the built site: each edition has a name of its own.
        for name in root_names():
            commit.add_file(git_utils.FileInfo(name, (built / name).read_text("utf-8")))
        commit.add_file(git_utils.FileInfo(EDITION, f"{edition}\n"))


def require_edition(root: Path, branch: str, edition: str) -> None:
    """Raise ValueError where `branch` already holds another edition: one host, one edition."""
    command = ["git", "show", f"{branch}:{EDITION}"]
    shown = subprocess.run(command, cwd=root, capture_output=True, text=True)
    held = shown.stdout.strip()
    if shown.returncode == 0 and held != edition:
        raise ValueError(
            f"The branch {branch} holds the {held} edition; the {edition} edition needs a "
            "branch and a host of its own: choose another with --branch."
        )


def push(branch: str, remote: str) -> None:
    """Push the branch. Raises DeployError when git refuses."""
    git_utils.push_branch(remote, branch)
