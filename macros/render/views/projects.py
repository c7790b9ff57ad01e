"""Where readers keep their client projects apart."""

from __future__ import annotations

from macros.render.reading import Reading
from macros.render.tool import Tool

READS: tuple[str, ...] = ()
PAGE = Tool(view="projects", label="projects", order=2, path="toolkit/projects.md")


def context(reading: Reading) -> dict[str, object]:
    """Nothing: the page's script fills it."""
    return {}
