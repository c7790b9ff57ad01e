"""Views: what pages can show besides library items. Each module beside this file is one.

A page calls a view like an item: {{ term("key-user") }}, {{ glossary() }}. A view is a module
and a template of the same name, with a style sheet where it needs one. The module declares

- `READS`: the parts of the content it reads, by the keys of `reading.py`; `{0}` in a key is
  the call's first argument.
- `context(reading, …)`: what the template is given, from the call's arguments, which are its
  further parameters; None where there is nothing to show.
- `PAGE`, where the toolkit has a page for it: a `Tool`.

Views are discovered: adding one touches no list.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from macros.render.tool import Tool


@dataclass(frozen=True)
class View:
    """One view: what it takes, what it reads, what it shows."""

    name: str
    module: ModuleType
    least: int  # arguments of a call, at least and at most
    most: int

    @property
    def context(self) -> Callable[..., dict[str, object] | None]:
        """What the template is given: see the module's own docstring."""
        return self.module.context

    @property
    def tool(self) -> Tool | None:
        """The toolkit's page for it, if it has one."""
        return getattr(self.module, "PAGE", None)

    @property
    def style(self) -> Path:
        """The view's style sheet, which need not be there."""
        return Path(__file__).with_name(f"{self.name}.css")

    def reads(self, *arguments: str) -> tuple[str, ...]:
        """The parts of the content that a call reads, by the keys of `reading.py`."""
        return tuple(key.format(*arguments) for key in self.module.READS)

    def arguments(self) -> str:
        """What a call takes, in words: "no argument", "1 to 2 arguments in quotes"."""
        if self.most == 0:
            return "no argument"
        count = "1 argument" if self.most == 1 else f"{self.least} to {self.most} arguments"
        return f"{count} in quotes"


@functools.cache
def views() -> dict[str, View]:
    """Every view by name, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: _view(name) for name in names}


def _view(name: str) -> View:
    module = importlib.import_module(f"{__name__}.{name}")
    _, *taken = inspect.signature(module.context).parameters.values()
    least = sum(parameter.default is parameter.empty for parameter in taken)
    return View(name, module, least, len(taken))
