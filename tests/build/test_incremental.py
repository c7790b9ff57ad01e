"""An edit rebuilds what it touches, and the result is what a full build would give."""

from __future__ import annotations

import filecmp
import json
import os
from pathlib import Path

import pytest

from macros.build.adapters.mkdocs_build import build_language


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


# One after the other, each on top of those before: an edit, and how many pages it renders.
EDITS: dict[str, tuple[tuple[str, str, str], int | None]] = {
    "a title is in every page's navigation": (
        ("docs/zh/about/sources.md", "title: 参考来源", "title: 出处"),
        None,
    ),
    "a page": (
        ("docs/zh/about/sources.md", "五个为什么", "五个“为什么”"),
        1,
    ),
    "an item has its own page, its kind's index, and the one page that inserts it": (
        ("docs/library/checklists/interview-round.yml", "当天整理访谈笔记", "当天写完笔记"),
        3,
    ),
    "a style sheet": (
        ("overrides/theme/playbook/playbook.css", "--pb-ink", "--pb-ink"),
        0,
    ),
    "another page": (
        ("docs/zh/about/why-communication.md", "难在哪里", "究竟难在哪里"),
        1,
    ),
}


def test_an_edit_rebuilds_what_it_touches(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setenv("PLAYBOOK_FORMATS", "csv")
    built = build_language(project, "zh", project / "out")
    home = project / "out" / "index.html"
    for name, (edit, pages) in EDITS.items():
        os.utime(home, (1, 1))
        _edit(project, *edit)
        built = build_language(project, "zh", project / "out", built)
        assert (home.stat().st_mtime > 1) == (pages is None), name
        assert pages in (None, built.pages), name
    build_language(project, "zh", project / "whole")
    assert _files(project / "out") == _files(project / "whole")
    _, differing, failing = filecmp.cmpfiles(
        project / "out", project / "whole", _files(project / "whole") - INDEX, shallow=False
    )
    assert (differing, failing) == ([], [])
    assert _entries(project / "out") == _entries(project / "whole")


INDEX = {"search/search_index.json"}  # its entries may be in another order


def _entries(folder: Path) -> list[str]:
    docs = json.loads((folder / "search/search_index.json").read_text("utf-8"))["docs"]
    return sorted(json.dumps(doc, sort_keys=True) for doc in docs)
