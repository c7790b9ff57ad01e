"""The playbook's own content: sound, and as broad as it says."""

from __future__ import annotations

import re
from functools import cache

import pytest

from macros.content.site import Site
from macros.kinds import kinds
from tests.support import ROOT, content, run_script


@cache
def site() -> Site:
    return content()


def test_the_content_has_no_errors() -> None:
    result = run_script("check.py")
    assert result.code == 0, result.out


def test_the_first_phase_is_complete() -> None:
    pages = [p.meta for p in site().pages["en"].values() if p.meta.phase == "preparation"]
    assert [meta.type for meta in pages].count("activity") >= 9
    assert [meta.type for meta in pages].count("phase") == 1
    assert len(site().library.of_kind("checklist")) >= 8
    assert len(site().library.of_kind("interview")) >= 6
    assert len(site().library.of_kind("training_plan")) >= 1
    assert len(site().library.terms) >= 80


def test_twenty_complaints_are_taken_apart() -> None:
    for pages in site().pages.values():
        page = pages["preparation/explicit-and-implicit-needs.md"]
        text = page.text.split("{#twenty-complaints}")[1].split("\n#")[0]
        rows = re.findall(r"^\| *(\d+) *\|(.*)\|$", text, re.M)
        assert [int(number) for number, _ in rows] == list(range(1, 21))
        assert all(len(row.split("|")) == 3 for _, row in rows)


def test_every_interface_word_is_used() -> None:
    """A label is named in full, or by its kind, topic, mode, method, audience or scheme."""
    files = [p for folder in ("macros", "overrides") for p in (ROOT / folder).rglob("*")]
    code = "".join(
        p.read_text("utf-8") for p in files if p.suffix in (".py", ".html", ".j2", ".js")
    )
    families = (
        "kind-",
        "kinds-",
        "topic-",
        "mode-",
        "method-",
        "audience-",
        "leave-",
        "map-",
        "sum-",
        "type-",
        "channel-",
        "heat-",
        "quiz-",
        "file-",
        "js-field-",
        "js-plan-",
        "js-show-",
        "js-problem-",
        "js-status-",
        "js-change-",
        "js-refused-",
    )
    labels = site().library.labels
    for key in labels:
        if key.startswith("client-"):  # what the client edition says instead
            assert key.removeprefix("client-") in labels, key
            continue
        named = re.search(rf"""["'{{]{re.escape(key.removesuffix("-summary"))}["'}}]""", code)
        assert named or key.startswith(families), key


@pytest.mark.parametrize("name", ["serve", "build", "check", "new", "test", "bench", "plan"])
def test_the_scripts_are_the_menu(name: str) -> None:
    result = run_script(f"{name}.py", "--help")
    assert result.code == 0
    assert len(result.out) > 300


def test_the_menu_is_complete() -> None:
    names = {path.stem for path in (ROOT / "scripts").iterdir() if path.suffix == ".py"}
    assert names == {"serve", "build", "check", "new", "test", "bench", "plan"}


def test_kinds_have_their_files() -> None:
    for kind in kinds().values():
        files = {path.name for path in kind.home.iterdir() if path.is_file()}
        assert {"__init__.py", "model.py", "template.html.j2", "sheet.py", "skeleton.yml"} <= files
