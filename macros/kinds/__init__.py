"""The kinds of reusable pieces. Each folder beside this file is one kind.

A kind's folder holds

- `__init__.py`: its `KIND` declaration,
- `model.py`: the data contract; its field descriptions are the author's guide,
- `template.html.j2`: how an item reads on a page,
- `sheet.py`: how it is laid out in a file,
- `skeleton.yml`: the shape of a new item, from which `scripts/new.py` writes,
- `labels.yml`: the words that only this kind says, in both languages,
- `schema.json`: the contract for editors, written by `scripts/new.py schemas`,
- `style.css`, if it needs one: its look on screen and on paper,
- `script.js`, if it is worked with: loaded when a page has an item of the kind.

Folders are discovered: adding a kind touches no list.
"""

from __future__ import annotations

import functools
import importlib
import json
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
        """The folder that holds all that belongs to the kind."""
        return HERE / self.name

    @property
    def labels(self) -> Path:
        """The file with the words of the kind alone."""
        return self.home / "labels.yml"

    @property
    def scripts(self) -> list[Path]:
        """The kind's scripts in the order in which they run; `script.js` is the last."""
        return sorted(self.home.glob("*.js"), key=lambda path: (path.stem == "script", path.name))

    @property
    def style(self) -> Path:
        """The kind's style sheet, which need not be there."""
        return self.home / "style.css"

    @property
    def schema(self) -> Path:
        """The kind's JSON Schema, by which editors complete and check its items."""
        return self.home / "schema.json"

    @property
    def schema_line(self) -> str:
        """What an item's first line says so that editors find the schema."""
        return f"# yaml-language-server: $schema=../../../macros/kinds/{self.name}/schema.json"

    def schema_text(self) -> str:
        """The JSON Schema as the model is now; the file `schema` holds it."""
        return json.dumps(self.model.model_json_schema(), ensure_ascii=False, indent=1) + "\n"

    @property
    def command(self) -> str:
        """The kind's name on the command line: training-plan."""
        return self.name.replace("_", "-")


@functools.cache
def kinds() -> dict[str, Kind]:
    """Every kind, by macro name, in alphabetical order."""
    names = sorted(path.parent.name for path in HERE.glob("*/__init__.py"))
    return {name: importlib.import_module(f"{__name__}.{name}").KIND for name in names}
