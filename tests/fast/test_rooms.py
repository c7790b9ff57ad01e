"""The house: rooms, and arrows between them that point downwards only."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.support import ROOT

MACROS = ROOT / "macros"
# From the ground up: a room may import those before it.
ORDER = (
    "contracts",
    "kinds",
    "content",
    "files",
    "edition",
    "render",
    "checks",
    "build",
    "commands",
)
FLAT = {"__init__.py", "bootstrap.py"}
LONGEST = 300  # lines of a module
FOREIGN = {"mkdocs", "mkdocs_macros", "material", "mike"}  # met in build/adapters alone


def modules() -> list[Path]:
    return sorted(MACROS.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(MACROS).parts[0]


def imports(path: Path) -> set[str]:
    """What a module imports, as dotted names, inside functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def arrows() -> dict[tuple[str, str], list[str]]:
    """From room to room, with the modules that import."""
    found: dict[tuple[str, str], list[str]] = {}
    for path in modules():
        here = room_of(path)
        for name in imports(path):
            parts = name.split(".")
            if parts[0] == "macros" and len(parts) > 1 and here not in FLAT and parts[1] != here:
                found.setdefault((here, parts[1]), []).append(str(path.relative_to(ROOT)))
    return found


def test_every_room_is_known_and_says_who_comes_in() -> None:
    rooms = {path.name for path in MACROS.iterdir() if path.is_dir()} - {"__pycache__"}
    assert rooms == set(ORDER)
    assert {path.name for path in MACROS.glob("*.py")} == FLAT
    for room in ORDER:
        docstring = ast.get_docstring(ast.parse((MACROS / room / "__init__.py").read_text("utf-8")))
        assert docstring, room
        assert len(docstring) > 80, room


def test_arrows_point_downwards_only(capsys: pytest.CaptureFixture) -> None:
    found = arrows()
    with capsys.disabled():
        print(f"\n{len(ORDER)} rooms, {len(found)} arrows between them:")
        for room in reversed(ORDER):
            below = sorted((to for start, to in found if start == room), key=ORDER.index)
            count = len([path for path in modules() if room_of(path) == room])
            print(f"  {room} ({count} modules) -> {', '.join(below) or 'nothing'}")
    upward = {
        arrow: files
        for arrow, files in found.items()
        if ORDER.index(arrow[1]) > ORDER.index(arrow[0])
    }
    assert upward == {}


def test_no_module_is_long() -> None:
    lengths = {str(p.relative_to(ROOT)): len(p.read_text("utf-8").split("\n")) for p in modules()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_only_the_adapters_know_the_site_generator() -> None:
    for path in modules():
        if path.parent.name != "adapters":
            assert not FOREIGN & {name.split(".")[0] for name in imports(path)}, path


def test_nothing_below_the_scripts_reads_or_sets_the_environment() -> None:
    """Settings are read once, in scripts/, and handed on; the set-up alone is before that."""
    for path in modules():
        if path.name == "bootstrap.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute):
                assert node.attr not in ("environ", "getenv", "putenv"), f"{path}:{node.lineno}"


def test_no_module_holds_a_build() -> None:
    """No function changes a name of its module."""
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            assert not isinstance(node, ast.Global), f"{path}:{node.lineno}"
