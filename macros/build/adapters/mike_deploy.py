"""Commits a built version to the publishing branch: where mike meets the engine.

mike makes a commit for each language and each default. Here they are made on a scratch branch
and become one commit, which the publishing branch gets in one step or not at all.
"""

from __future__ import annotations

import contextlib
import subprocess
import tempfile
import uuid
from collections.abc import Generator
from pathlib import Path

from mike import commands, git_utils
from mkdocs.config import load_config

from macros.build.root_pages import redirect_template, root_names
from macros.content.config import CONFIGS
from macros.contracts.options import Options

EDITION = "edition.txt"  # on the branch: which edition it publishes
DeployError = git_utils.GitError


def deploy(options: Options, built: Path, aliases: list[str], branch: str) -> None:
    """Commit the languages under `built` to `branch` of the repository at `options.root`.

    Each language goes to <language>/<version>/; every alias redirects there, page by page. The
    first alias, or else the version, becomes what the language's own address leads to, unless
    a newer version is published: then addresses above the versions stay as they are.

    The branch changes in one step at the end. Raises DeployError when git refuses or the
    branch has moved meanwhile, and ValueError for a version or alias that can't be.
    """
    with contextlib.chdir(options.root):  # mike works on the repository of the current directory
        before = _commit_of(branch)
        with _scratch(branch, before) as scratch:
            newest = _is_newest(options.version, aliases, scratch)
            _commit_languages(options, built, aliases, scratch, newest)
            if newest:
                _commit_root(options, built, scratch)
            after = _git(
                "commit-tree",
                f"{scratch}^{{tree}}",
                *(("-p", before) if before else ()),
                "-m",
                f"Publish {', '.join([options.version, *aliases])}",
            )
        _git("update-ref", f"refs/heads/{branch}", after, before or "0" * 40)


def _commit_of(branch: str) -> str:
    """The branch's commit, or an empty text where there is no such branch."""
    try:
        return _git("rev-parse", "--verify", "--quiet", f"refs/heads/{branch}")
    except DeployError:
        return ""


@contextlib.contextmanager
def _scratch(branch: str, start: str) -> Generator[str]:
    """A branch of its own that begins at the commit `start`, and is gone afterwards."""
    scratch = f"{branch}-{uuid.uuid4().hex[:8]}"
    if start:
        _git("update-ref", f"refs/heads/{scratch}", start)
    try:
        yield scratch
    finally:
        if _commit_of(scratch):
            _git("update-ref", "-d", f"refs/heads/{scratch}")


def _is_newest(version: str, aliases: list[str], branch: str) -> bool:
    """Whether no newer version is published. Raises ValueError where an alias would go back."""
    newest = True
    for language in CONFIGS:
        published = commands.list_versions(branch, language)
        leads = {name: str(info.version) for info in published for name in info.aliases}
        published.add(version)
        order = [str(info.version) for info in published]  # newest first
        newest = newest and order[0] == version
        for alias in aliases:
            held = leads.get(alias, version)
            if order.index(held) < order.index(version):
                raise ValueError(
                    f"{alias} leads to {held}, which is newer than {version}: publish {version} "
                    f"again without --alias {alias}."
                )
    return newest


def _commit_languages(
    options: Options, built: Path, aliases: list[str], branch: str, newest: bool
) -> None:
    with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
        template = Path(folder, "redirect.html")
        template.write_text(redirect_template(options.root, options.site_url), "utf-8")
        for language, name in CONFIGS.items():
            config = load_config(str(options.root / name), site_dir=str(built / language))
            with commands.deploy(
                config,
                options.version,
                aliases=aliases,
                update_aliases=True,
                alias_type=commands.AliasType.redirect,
                template=str(template),
                branch=branch,
                deploy_prefix=language,
                allow_empty=True,
            ):
                pass  # the site is built already
            if newest:
                commands.set_default(
                    aliases[0] if aliases else options.version,
                    str(template),
                    branch=branch,
                    deploy_prefix=language,
                    allow_empty=True,
                )


def _commit_root(options: Options, built: Path, branch: str) -> None:
    with git_utils.Commit(branch, "Root pages", allow_empty=True) as commit:
        # As they are in the built site: each edition has a name of its own.
        for name in root_names(options.root):
            commit.add_file(git_utils.FileInfo(name, (built / name).read_text("utf-8")))
        commit.add_file(git_utils.FileInfo(EDITION, f"{options.edition}\n"))


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


def push(root: Path, branch: str, remote: str) -> None:
    """Push the branch. Raises DeployError when git refuses."""
    with contextlib.chdir(root):
        git_utils.push_branch(remote, branch)


def _git(*arguments: str) -> str:
    """What git prints. Raises DeployError with what it complains of."""
    result = subprocess.run(["git", *arguments], capture_output=True, text=True)
    if result.returncode:
        raise DeployError(f"git {arguments[0]}", result.stderr.strip())
    return result.stdout.strip()
