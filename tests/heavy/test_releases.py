"""Many releases one after the other: what was published stays as it was."""

from __future__ import annotations

import functools
import subprocess
from pathlib import Path

from tests.support import EPOCH, edit, run_command, write_project

COUNT = 12
LIST = "docs/library/checklists/goods-in.yml"


def test_what_was_published_stays_and_costs_little(tmp_path: Path, capsys) -> None:
    project = write_project(tmp_path / "project")

    def git(*arguments: str) -> str:
        command = ["git", *arguments]
        return subprocess.run(
            command, cwd=project, check=True, capture_output=True, text=True
        ).stdout

    git("init", "-q", "-b", "main")
    git("config", "user.name", "Test")
    git("config", "user.email", "test@example.com")
    run = functools.partial(run_command, project, PLAYBOOK_FORMATS="csv", SOURCE_DATE_EPOCH=EPOCH)
    sizes: list[int] = []
    trees: dict[str, str] = {}
    for number in range(COUNT):
        version = f"1.{number}"
        if number:
            edit(project, LIST, "minutes: ", "minutes: 2 # ")
            edit(project, LIST, "minutes: 2 # ", f"minutes: {number} # ")
        assert run("scripts/check.py", "--record-ids").code == 0
        git("add", "-A")
        git("commit", "-qm", version)
        result = run(
            "scripts/build.py", "--deploy", version, "--alias", "latest",
            "--site-url", "https://example.com/playbook/",
        )  # fmt: skip
        assert result.code == 0, result.out + result.err
        trees[version] = git("rev-parse", f"gh-pages:en/{version}")
        listed = git("ls-tree", "-r", "-l", "gh-pages").splitlines()
        sizes.append(sum(int(line.split()[3]) for line in listed))
        for earlier, tree in trees.items():
            assert git("rev-parse", f"gh-pages:en/{earlier}") == tree, "a published byte changed"
    growth = (sizes[-1] - sizes[0]) / (COUNT - 1) / sizes[0]
    with capsys.disabled():
        print(f"\na release adds {growth:.2f} of the first release's size")
