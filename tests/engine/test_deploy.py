"""A version reaches its branch in one step, and an older one moves nothing that a newer has."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from macros.build.adapters import mike_deploy
from macros.build.adapters.mike_deploy import DeployError, deploy
from macros.build.root_pages import root_files
from macros.contracts.fields import LANGUAGES
from tests.support import options

BRANCH = "gh-pages"
URL = "https://example.com/playbook/"


def git(root: Path, *arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(sample: Path) -> Path:
    git(sample, "init", "-q", "-b", "main")
    git(sample, "config", "user.name", "Test")
    git(sample, "config", "user.email", "test@example.com")
    git(sample, "commit", "-q", "--allow-empty", "-m", "Begin")
    return sample


def publish(root: Path, version: str, *aliases: str) -> None:
    """Publish a version of one page in each language."""
    told = options(root, version=version, site_url=URL)
    built = root.parent / f"built-{version}"
    for language in LANGUAGES:
        (built / language).mkdir(parents=True, exist_ok=True)
        (built / language / "index.html").write_text(f"<p>{version}</p>")
    for name, text in root_files(root, URL, {"en": version, "zh": version}).items():
        (built / name).write_text(text, "utf-8")
    deploy(told, built, list(aliases), BRANCH)


def shown(root: Path, path: str) -> str:
    return git(root, "show", f"{BRANCH}:{path}")


def aliases_of(root: Path) -> dict[str, list[str]]:
    return {v["version"]: v["aliases"] for v in json.loads(shown(root, "en/versions.json"))}


def branches(root: Path) -> list[str]:
    return git(root, "for-each-ref", "--format=%(refname:short)", "refs/heads").split()


def test_a_version_is_one_commit_and_leaves_no_scratch_branch(repository: Path) -> None:
    publish(repository, "1.0", "latest")
    publish(repository, "1.1", "latest")
    log = git(repository, "log", "--format=%s", BRANCH).splitlines()
    assert log == ["Publish 1.1, latest", "Publish 1.0, latest"]
    assert branches(repository) == [BRANCH, "main"]
    assert shown(repository, "zh/1.1/index.html") == "<p>1.1</p>"
    assert "../1.1/" in shown(repository, "zh/latest/index.html")
    assert shown(repository, "edition.txt") == "internal\n"


def test_an_older_version_moves_nothing_that_a_newer_has(repository: Path) -> None:
    publish(repository, "1.0", "latest")
    publish(repository, "1.1", "latest")
    names = ("index.html", "404.html", "en/index.html", "zh/index.html", "en/latest/index.html")
    before = {name: shown(repository, name) for name in names}
    publish(repository, "1.0")
    assert {name: shown(repository, name) for name in names} == before
    assert aliases_of(repository) == {"1.1": ["latest"], "1.0": []}
    assert "1.1" in before["index.html"]


def test_an_alias_never_goes_back(repository: Path) -> None:
    publish(repository, "1.0")
    publish(repository, "1.1", "latest")
    before = git(repository, "rev-parse", BRANCH)
    with pytest.raises(ValueError, match=r"latest leads to 1\.1, which is newer than 1\.0"):
        publish(repository, "1.0", "latest")
    assert git(repository, "rev-parse", BRANCH) == before
    assert branches(repository) == [BRANCH, "main"]


def test_a_failure_half_way_leaves_the_branch(repository: Path, monkeypatch) -> None:
    publish(repository, "1.0", "latest")
    before = git(repository, "rev-parse", BRANCH)

    def fail(*arguments: object, **named: object) -> None:
        raise DeployError("the disk is full")

    monkeypatch.setattr(mike_deploy.commands, "set_default", fail)
    with pytest.raises(DeployError, match="the disk is full"):
        publish(repository, "1.1", "latest")
    assert git(repository, "rev-parse", BRANCH) == before
    assert branches(repository) == [BRANCH, "main"]
    assert aliases_of(repository) == {"1.0": ["latest"]}


def test_a_first_version_that_fails_leaves_no_branch(repository: Path, monkeypatch) -> None:
    def fail(*arguments: object, **named: object) -> None:
        raise DeployError("the disk is full")

    monkeypatch.setattr(mike_deploy.commands, "set_default", fail)
    with pytest.raises(DeployError):
        publish(repository, "1.0", "latest")
    assert branches(repository) == ["main"]


def test_what_somebody_else_published_meanwhile_is_not_lost(repository: Path, monkeypatch) -> None:
    publish(repository, "1.0", "latest")
    commit_root = mike_deploy._commit_root

    def meanwhile(*arguments: object) -> None:
        tree = git(repository, "rev-parse", f"{BRANCH}^{{tree}}").strip()
        other = git(repository, "commit-tree", tree, "-p", BRANCH, "-m", "Another").strip()
        git(repository, "update-ref", f"refs/heads/{BRANCH}", other)
        commit_root(*arguments)

    monkeypatch.setattr(mike_deploy, "_commit_root", meanwhile)
    with pytest.raises(DeployError, match="update-ref"):
        publish(repository, "1.1", "latest")
    assert git(repository, "log", "-1", "--format=%s", BRANCH) == "Another\n"


def test_the_last_release_is_taken_back_by_reverting_it(repository: Path) -> None:
    publish(repository, "1.0", "latest")
    before = git(repository, "rev-parse", f"{BRANCH}^{{tree}}")
    publish(repository, "1.1", "latest")
    work = repository.parent / "work"
    git(repository, "worktree", "add", "-q", str(work), BRANCH)
    git(work, "revert", "--no-edit", "HEAD")
    assert git(repository, "rev-parse", f"{BRANCH}^{{tree}}") == before
