"""Style sheet and scripts of a site, put together from what kinds and views bring."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.kinds import kinds
from macros.render.views import views

STYLES = "overrides/styles"  # under the project: tokens, base, items, print


def assets(root: Path) -> dict[str, str]:
    """The files by their path in a language's folder: one style sheet, a script for each kind."""
    files = {"playbook/playbook.css": "\n".join(_styles(root))}
    for kind in kinds().values():
        if kind.scripts:
            script = "\n".join(path.read_text("utf-8") for path in kind.scripts)
            files[f"playbook/kinds/{kind.command}.js"] = script
    return files


def _styles(root: Path) -> Iterator[str]:
    of_views = (view.style for view in views().values())
    of_kinds = (kind.style for kind in kinds().values())
    for path in (*sorted((root / STYLES).glob("*.css")), *of_views, *of_kinds):
        if path.exists():
            yield path.read_text("utf-8")
