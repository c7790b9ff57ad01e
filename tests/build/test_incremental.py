"""An edit rebuilds what it touches, and the result is what a full build would give."""

from __future__ import annotations

import filecmp
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.adapters.mkdocs_build import build_language


def _edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def _files(folder: Path) -> set[str]:
    # The sitemap's archive holds the time it was made; archives to download stay as they
    # were while somebody writes.
    return {
        p.relative_to(folder).as_posix()
        for p in folder.rglob("*")
        if p.is_file() and p.suffix not in (".gz", ".zip")
    }


EDITS: dict[str, tuple[Callable[[Path], None], int | None]] = {
    "a page": (
        lambda root: _edit(root, "docs/zh/about/sources.md", "五个为什么", "五个“为什么”"),
        1,
    ),
    # The item's own page, its kind's index, and the one page that inserts it.
    "an item": (
        lambda root: _edit(
            root, "docs/library/checklists/interview-round.yml", "当天整理访谈笔记", "当天写完笔记"
        ),
        3,
    ),
    "a title": (
        lambda root: _edit(root, "docs/zh/about/sources.md", "title: 参考来源", "title: 出处"),
        None,
    ),
    "a style sheet": (
        lambda root: _edit(root, "overrides/theme/playbook/playbook.css", "--pb-ink", "--pb-ink"),
        0,
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_rebuilds_what_it_touches(
    project: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setenv("PLAYBOOK_FORMATS", "csv")
    edit, pages = EDITS[name]
    before = build_language(project, "zh", project / "out")
    home = project / "out" / "index.html"
    os.utime(home, (1, 1))
    edit(project)
    after = build_language(project, "zh", project / "out", before)
    if pages is None:
        assert home.stat().st_mtime > 1
    else:
        assert after.pages == pages
        assert home.stat().st_mtime == 1
    # A second edit on top: what the first left must still be known.
    _edit(project, "docs/zh/about/why-communication.md", "难在哪里", "究竟难在哪里")
    build_language(project, "zh", project / "out", after)
    build_language(project, "zh", project / "whole")
    assert _files(project / "out") == _files(project / "whole")
    _, differing, failing = filecmp.cmpfiles(
        project / "out", project / "whole", _files(project / "whole") - INDEX, shallow=False
    )
    assert (differing, failing) == ([], [])
    assert _entries(project / "out") == _entries(project / "whole")


INDEX = {"search/search_index.json"}  # its entries may stand in another order


def _entries(folder: Path) -> list[str]:
    docs = json.loads((folder / "search/search_index.json").read_text("utf-8"))["docs"]
    return sorted(json.dumps(doc, sort_keys=True) for doc in docs)
