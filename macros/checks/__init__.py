"""The rules the content is held to. Each module beside this file is a family of rules.

A module declares `CODES` (finding code: the rule in one line) and `check(site, today)`,
a pure function from the parsed site to findings. Modules are discovered: adding a rule
needs no list to be edited.
"""

from __future__ import annotations

import datetime as dt
import functools
import importlib
import pkgutil
from types import ModuleType

from macros.content.site import Site
from macros.contracts.findings import Finding


@functools.cache
def families() -> tuple[ModuleType, ...]:
    """Every module of rules, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return tuple(module for module in modules if hasattr(module, "CODES"))


@functools.cache
def codes() -> dict[str, str]:
    """Every finding code with its rule. Raises ValueError when two families share one."""
    found: dict[str, str] = {}
    for family in families():
        if shared := found.keys() & family.CODES.keys():
            raise ValueError(f"{family.__name__} repeats {', '.join(sorted(shared))}")
        found |= family.CODES
    return dict(sorted(found.items()))


def run_checks(site: Site, today: dt.date) -> list[Finding]:
    """All findings of all rules, sorted by path and line."""
    found = {finding for family in families() for finding in family.check(site, today)}
    return sorted(found)
