"""All pieces by phase, to choose from for printing."""

from __future__ import annotations

from macros.kinds import kinds
from macros.render.reading import Reading, by_phase
from macros.render.tool import Tool

READS = ("items",)
PAGE = Tool(view="pack", label="pack", order=3, path="toolkit/pack.md")


def context(reading: Reading) -> dict[str, object]:
    """The pieces of each phase, kind after kind."""
    order = list(kinds())
    entries = sorted(reading.items(), key=lambda entry: order.index(entry.kind.name))
    return {"groups": by_phase(entries)}
