"""The kinds of reusable pieces. Each folder beside this file is one kind.

A kind's folder holds `__init__.py` (its `KIND` declaration), `model.py` (the data
contract), `template.html.j2` (how it reads), `sheet.py` (how it stands in a file to
download) and `skeleton.yml` (the shape of a new item, from which `scripts/new.py` writes).
Folders are discovered: adding a kind needs no list to be edited.
"""

from __future__ import annotations

import functools
import importlib
from dataclasses import dataclass
from pathlib import Path

from macros.contracts.item import LibraryItem

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Kind:
    """One kind of reusable piece."""

    name: str  # the folder here and the macro's name: training_plan
    folder: str  # the folder in docs/library and in addresses: training-plans
    model: type[LibraryItem]
    wide: bool = False  # whether its own page needs the room of the table of contents
    counted: bool = False  # whether lists of items show how far its lines are
    # What is filled in by hand at the foot of its paper: labels.
    form: tuple[str, ...] = ("client", "project", "date", "signature")

    @property
    def home(self) -> Path:
        """The folder that holds the kind's model, template, skeleton and example."""
        return HERE / self.name

    @property
    def command(self) -> str:
        """The kind's name on the command line: training-plan."""
        return self.name.replace("_", "-")


@functools.cache
def kinds() -> dict[str, Kind]:
    """Every kind, by macro name, in alphabetical order."""
    names = sorted(path.parent.name for path in HERE.glob("*/__init__.py"))
    return {name: importlib.import_module(f"{__name__}.{name}").KIND for name in names}
